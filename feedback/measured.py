"""What was measured over a whole movement: plain data that is kept, and printed by reports."""

from dataclasses import dataclass

from vision.measures import Measure, Side, Withheld
from vision.viewpoint import Seen


@dataclass(frozen=True, slots=True)
class AngleMeasured:
    """One measure over a movement. All shares are 0–1.

    Attributes
    ----------
    measure
        Which.
    given
        The share of the sights in which it had a number.
    withheld
        The share of the sights without, by reason, in the order of `Withheld`; reasons that did
        not occur are left out. With `given` they add up to 1.
    by_vertical
        The share of its numbers that were taken from the vertical, the hips being out of sight.
    error
        The median of its expected error, in its unit; `None` where none was known.
    low, high
        All its numbers but the lowest and the highest twentieth lie between these; `None` without
        a number.
    low_error, high_error
        The mean expected error of the numbers about either end, the outer tenths.
    """

    measure: Measure
    given: float
    withheld: tuple[tuple[Withheld, float], ...]
    by_vertical: float = 0.0
    error: float | None = None
    low: float | None = None
    low_error: float | None = None
    high: float | None = None
    high_error: float | None = None


@dataclass(frozen=True, slots=True)
class ViewMeasured:
    """How the person stood to the camera over a movement.

    Attributes
    ----------
    seen
        The view for most of the time in which they were followed.
    shares
        The share, 0–1, of that time in each view that occurred, the longest first.
    near_side
        Which side of the body was seen, where the view was from the side.
    turn_deg
        The median turn to their own left, -180–180; `None` where it was never known.
    roll_deg
        The median roll of the camera, while it was known; else `None`.
    levelled
        The share, 0–1, of the time in which that was known.
    body_px
        The median length of the upright trunk in the picture, pixels; `None` where unseen.
    """

    seen: Seen = "unknown"
    shares: tuple[tuple[Seen, float], ...] = ()
    near_side: Side | None = None
    turn_deg: float | None = None
    roll_deg: float | None = None
    levelled: float = 0.0
    body_px: float | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured over a movement.

    Attributes
    ----------
    quality
        0–1: the mean share of the landmarks needed by the movement that were seen, while the
        person was followed.
    camera_moved
        The share, 0–1, of the sights in which the camera was being moved.
    view
        How the person stood.
    angles
        Each measure that has a meaning in the view the movement declares; none before a sight.
    """

    quality: float = 0.0
    camera_moved: float = 0.0
    view: ViewMeasured = ViewMeasured()
    angles: tuple[AngleMeasured, ...] = ()


NOTHING = Measured()
"""Before anything was seen."""
