"""Where the camera looks from, as far as the body itself tells."""

from dataclasses import dataclass
from math import isnan, nan
from typing import Literal

from vision.measures import Side

# Up to here from facing the camera, or from standing square to it, a view is front or side.
SQUARE_DEG = 30.0

Seen = Literal["front", "side", "turned", "back", "unknown"]


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """How a person stands to the camera, and the camera to the room.

    Attributes
    ----------
    turn_deg
        -180–180: how far the person is turned to their own left from facing the camera; at 90 the
        camera sees their right side. NaN while it is not known.
    roll_deg
        How far the camera is rolled: an upright body leans by so much clockwise in the picture.
        0.0 while it is not known.
    body_px
        Length of the upright trunk in the picture, pixels: large when near; NaN while unknown.
    levelled
        Whether `roll_deg` is known, from a body that stood straight or from the person's own word.
    """

    turn_deg: float = nan
    roll_deg: float = 0.0
    body_px: float = nan
    levelled: bool = False

    @property
    def seen(self) -> Seen:
        """The view in a word."""
        if isnan(self.turn_deg):
            return "unknown"
        turn = abs(self.turn_deg)
        if turn <= SQUARE_DEG:
            return "front"
        if turn >= 180 - SQUARE_DEG:
            return "back"
        return "side" if abs(turn - 90) <= SQUARE_DEG else "turned"

    @property
    def near_side(self) -> Side | None:
        """The side of the body that the camera sees, where it is a side view."""
        if self.seen != "side":
            return None
        return "right" if self.turn_deg > 0 else "left"

    def off_deg(self, view: str) -> float:
        """Return how far the person is turned from a declared ``front`` or ``side`` view, 0–180.

        0.0 for ``any``; NaN while the turn is not known.
        """
        if view == "any":
            return 0.0
        return abs(self.turn_deg) if view == "front" else abs(abs(self.turn_deg) - 90)


UNKNOWN = Viewpoint()
