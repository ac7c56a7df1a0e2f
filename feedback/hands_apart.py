"""How far apart the hands of somebody seen from the front are, if the arms lie in that plane.

An arm that reaches for something before the body is seen much shortened: its angle in the picture
is that of an arm raised to the side, but its hand stays near.
"""

import numpy as np
from numpy.typing import NDArray

from figure.body import PROPORTIONS

Array = NDArray[np.float64]

# A straight arm to the wrist, in widths of the shoulders.
ARM = (PROPORTIONS.upper_arm + PROPORTIONS.forearm) / (2 * PROPORTIONS.half_shoulders)


def hands_apart(left: Array, right: Array) -> Array:
    """Return the distance of the wrists in widths of the shoulders, (N,).

    Parameters
    ----------
    left, right
        (N,) degrees by which straight arms are raised from the trunk in the picture's plane; NaN
        gives NaN.
    """
    one, other = np.radians(left), np.radians(right)
    across = 1.0 + ARM * (np.sin(one) + np.sin(other))
    return np.asarray(np.hypot(across, ARM * (np.cos(one) - np.cos(other))), np.float64)
