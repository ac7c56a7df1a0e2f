"""Which landmarks are seen well enough to count."""

import numpy as np
from numpy.typing import NDArray

# A landmark counts from the first and is lost under the second (defaults of ours, unvalidated).
# Apart, so that one at the edge of being seen does not come and go with every frame.
COUNTS_FROM = 0.6
LOST_UNDER = 0.4

# How far outside the picture a landmark may lie, as a share of the picture's shorter side: the
# middle of a wrist can be just beyond the edge while the hand is seen. Farther out, the model
# invents (a default of ours, unvalidated).
EDGE = 0.01


def seen_landmarks(
    visibility: NDArray[np.float64], was_seen: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return which landmarks count now.

    Parameters
    ----------
    visibility
        (33,) 0–1; NaN counts as unseen.
    was_seen
        (33,) which counted in the frame before.
    """
    return (visibility >= COUNTS_FROM) | (was_seen & (visibility >= LOST_UNDER))


def inside(
    image: NDArray[np.float64], left: float, top: float, right: float, bottom: float
) -> NDArray[np.bool_]:
    """Return which landmarks (33, 2 or more) lie in a rectangle of pixels, give or take `EDGE`."""
    margin = EDGE * min(right - left, bottom - top)
    x, y = image[:, 0], image[:, 1]
    return (
        (x >= left - margin) & (x <= right + margin) & (y >= top - margin) & (y <= bottom + margin)
    )
