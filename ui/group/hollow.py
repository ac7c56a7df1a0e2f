"""An outline with a hole in it, as one closed polygon that `ui.raster` fills without a seam."""

import numpy as np

from ui.shapes import Points


def hollow(outer: Points, inner: Points) -> Points:
    """Return one outline that goes round `outer`, over to `inner`, and back round it.

    Both go round the same way; what lies between them is filled.
    """
    return np.concatenate([outer, outer[:1], inner[:1], inner[:0:-1], inner[:1]])
