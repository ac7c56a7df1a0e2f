"""A plain mat under whoever is drawn lying."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from ui import shapes
from ui.colour import mix
from ui.paint import Drawing
from ui.palette import Palette

Points = NDArray[np.float64]

# Metres from the middle of the hips: to either side, beyond the head, beyond the feet, and the
# roundness of the corners (defaults of ours).
_ASIDE, _HEADWARD, _FOOTWARD, _CORNER = 0.44, 0.92, 0.86, 0.06
CORNERS: Points = np.array(
    [(x, 0.0, z) for x in (-_ASIDE, _ASIDE) for z in (-_HEADWARD, _FOOTWARD)]
)
"""(4, 3) metres in the frame of a lying body."""


def draw(
    drawing: Drawing,
    palette: Palette,
    to_screen: Callable[[Points], Points],
    scale: float,
    opacity: float = 1.0,
) -> None:
    """Draw the mat.

    Parameters
    ----------
    to_screen
        Turns (N, 3) metres into (N, 2) pixels.
    scale
        Pixels to a metre.
    """
    outline = shapes.hull([(corner, _CORNER * scale) for corner in to_screen(CORNERS)])
    drawing.fill([outline], mix(palette.panel, palette.furniture, 0.6), opacity)
