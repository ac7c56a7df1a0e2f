"""A rectangle of the frame in which one person is looked for."""

from dataclasses import dataclass
from math import inf

# One person is looked for in a wide middle zone rather than in the whole of a wide picture, so
# that a passer-by at the edge is not taken up (width as a multiple of the picture's height).
ONE_PERSON_ASPECT = 1.6


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle in fractions of the frame's width and height.

    Its middle is in the frame; an edge may lie outside, where nothing is seen.

    Raises
    ------
    ValueError
        Where the rectangle is empty, its middle leaves the frame, or a number is no number.
    """

    number: int
    left: float
    top: float
    width: float
    height: float

    def __post_init__(self) -> None:
        across, down = self.left + self.width / 2, self.top + self.height / 2
        inside = 0 <= across <= 1 and 0 <= down <= 1
        if not (inside and 0 < self.width < inf and 0 < self.height < inf):
            raise ValueError(f"zone {self.number} is empty or leaves the picture")

    def pixels(self, frame_width: int, frame_height: int) -> tuple[int, int, int, int]:
        """Return left, top, right, bottom of its part in the frame, at least a pixel each way."""
        left = min(max(int(self.left * frame_width), 0), frame_width - 1)
        top = min(max(int(self.top * frame_height), 0), frame_height - 1)
        right = max(left + 1, round((self.left + self.width) * frame_width))
        bottom = max(top + 1, round((self.top + self.height) * frame_height))
        return left, top, min(right, frame_width), min(bottom, frame_height)


def one_person(frame_width: int, frame_height: int) -> Zone:
    """Return the zone for a single person: full height, the middle of a wide picture."""
    width = min(1.0, ONE_PERSON_ASPECT * frame_height / frame_width)
    return Zone(number=1, left=(1 - width) / 2, top=0.0, width=width, height=1.0)
