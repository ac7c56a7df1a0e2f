"""Reading a person's code from the card that they hold up to the camera."""

import numpy as np
from numpy.typing import NDArray

from exercises.code import CodeError, check_code
from vision.card import read_dots


def read_card(image: NDArray[np.uint8]) -> str | None:
    """Return the code on the one card in a picture.

    Parameters
    ----------
    image
        (H, W, 3) RGB as a frame has it, or (H, W) grey.

    Returns
    -------
    str or None
        `None` where there is no card or more than one, and where what is read is no code. Whether
        there is such a person is not asked.
    """
    found = read_dots(image)
    if found is None:
        return None
    try:
        return check_code(found)
    except CodeError:
        return None
