"""What would be measured of the guide over one cycle, to know what a movement moves besides."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.keyframes import plain_posture
from figure.joint_angles import JointAngles
from figure.kinematics import skeleton
from vision.measures import Side
from vision.measuring import take
from vision.neutral import proportions_now

STEP_S = 0.2
PX_PER_METRE = 300.0


@lru_cache(maxsize=64)
def guide_course(exercise: Exercise, side: Side | None = None) -> NDArray[np.float64]:
    """Return the measures (N, M) of the guide.

    Every measure, whatever the view, as a distant camera square to the movement takes it. Those
    that need a neutral posture are held against plain standing or sitting.

    Parameters
    ----------
    exercise
        The movement.
    side
        Whose cycle, where sides alternate; `None` is the left one there.
    """
    alternates = exercise.sides == "alternating"
    start_s = exercise.cycle_s if alternates and side == "right" else 0.0
    moments = start_s + np.arange(0, exercise.cycle_s, STEP_S)
    postures = [guide_at(exercise, float(t)).angles for t in moments]
    resting, *images = (_image(exercise, angles) for angles in (plain_posture(exercise), *postures))
    seen = np.ones((len(images), len(resting)), dtype=bool)
    return take(np.array(images), seen, proportions_now(resting)).values


def _image(exercise: Exercise, angles: JointAngles) -> NDArray[np.float64]:
    """Return where the landmarks (33, 2) lie, in pixels."""
    points = skeleton(angles)
    across = points[:, 2 if exercise.view == "side" else 0]
    return np.stack([across, -points[:, 1]], axis=-1) * PX_PER_METRE
