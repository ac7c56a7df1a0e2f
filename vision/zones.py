"""A rectangle of the frame in which one person is looked for."""

from dataclasses import dataclass

# One person is looked for in a wide middle zone rather than in the whole of a wide picture, so
# that a passer-by at the edge is not taken up (width as a multiple of the picture's height).
ONE_PERSON_ASPECT = 1.6


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle in fractions (0–1) of the frame's width and height.

    Raises
    ------
    ValueError
        Where the rectangle is empty or leaves the frame.
    """

    number: int
    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        inside = min(self.left, self.top) >= 0
        inside &= self.left + self.width <= 1 + 1e-9 and self.top + self.height <= 1 + 1e-9
        if not inside or self.width <= 0 or self.height <= 0:
            raise ValueError(f"zone {self.number} is empty or leaves the picture")

    def pixels(self, frame_width: int, frame_height: int) -> tuple[int, int, int, int]:
        """Return left, top, right, bottom in whole pixels, at least one pixel each way."""
        left = min(int(self.left * frame_width), frame_width - 1)
        top = min(int(self.top * frame_height), frame_height - 1)
        right = max(left + 1, round((self.left + self.width) * frame_width))
        bottom = max(top + 1, round((self.top + self.height) * frame_height))
        return left, top, min(right, frame_width), min(bottom, frame_height)


def one_person(frame_width: int, frame_height: int) -> Zone:
    """Return the zone for a single person: full height, the middle of a wide picture."""
    width = min(1.0, ONE_PERSON_ASPECT * frame_height / frame_width)
    return Zone(number=1, left=(1 - width) / 2, top=0.0, width=width, height=1.0)
