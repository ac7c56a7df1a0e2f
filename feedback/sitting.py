"""Whether a body seen from the side sits: whether its weight is over its feet."""

from typing import cast

import numpy as np
from numpy.typing import NDArray

from figure.body import PROPORTIONS

Array = NDArray[np.float64]

# How far the weight of trunk, head and arms is over the hips, as a share of the body's height: some
# two thirds of the trunk's length (after Winter, Biomechanics and Motor Control, rounded).
WEIGHT_OVER_HIPS = 0.2
# Farther behind the ankles than this share of the height, something carries it. Upright on a chair
# it is 0.2 to 0.24; a body that squats keeps it over the feet (a default of ours, unvalidated).
CARRIED = 0.12


def sits(knee: Array, hip: Array, lean: Array) -> NDArray[np.bool_]:
    """Return in which moments a body sits.

    Parameters
    ----------
    knee, hip, lean
        (N,) knee flexion, hip flexion and forward lean of the trunk, in degrees; NaN is taken for
        standing.
    """
    knees, hips, leaning = np.radians(knee), np.radians(hip), np.radians(lean)
    thigh = hips - leaning
    hips_behind = PROPORTIONS.thigh * np.sin(thigh) - PROPORTIONS.shank * np.sin(knees - thigh)
    behind = hips_behind - WEIGHT_OVER_HIPS * np.sin(leaning)
    return cast(NDArray[np.bool_], behind > CARRIED)
