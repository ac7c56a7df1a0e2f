"""Shoulders that are drawn up while nothing asks it of them, in movements of other parts."""

from math import isfinite

from exercises.exercise import Exercise
from vision.measures import INDEX, SIDES
from vision.sight import Sight

SOFTEN = "shoulders"
"""What there is reason for then; it is said to all or to nobody."""

# Both shoulders come nearer to the ears by at least so much of the trunk, and by more than the
# expected error: of drawn people who draw them up by 12 percent the small model sees 5, with an
# error of 4, and at rest under 2. Raised arms lift what it takes for the shoulders, so that they
# hang lower than this. Both are defaults of ours, unvalidated.
DRAWN_UP_PERCENT = 4.0
ARMS_LOW_DEG = 45.0

_HIKES = tuple(INDEX[f"shoulder_hike_{side}_percent"] for side in SIDES)
_ARMS = tuple(INDEX[f"shoulder_abduction_{side}"] for side in SIDES)


def drawn_up(exercise: Exercise, sight: Sight) -> bool:
    """Return whether somebody's shoulders are drawn up, both of them.

    Never in a movement that is about the shoulders' height, and never where it, or how the arms
    hang, is not known.
    """
    if not sight.present or moves_shoulders(exercise):
        return False
    values, errors = sight.measures.values, sight.measures.error
    low = all(isfinite(values[row]) and values[row] < ARMS_LOW_DEG for row in _ARMS)
    return low and all(
        isfinite(values[row]) and values[row] > max(float(errors[row]), DRAWN_UP_PERCENT)
        for row in _HIKES
    )


def moves_shoulders(exercise: Exercise) -> bool:
    """Return whether a movement draws the shoulders up, or looks at how high they are."""
    return any(target.measure == "shoulder_hike" for target in exercise.targets) or any(
        phase.guide.get("shoulder_hike") for phase in exercise.phases
    )
