"""Reading a person's code from the card that they hold up to the camera, and at which place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from exercises.code import CodeError, check_code
from vision.card import dots_in, read_dots
from vision.zones import Zone

# A card is held within so much of a place's width from the place's middle (a default of ours).
HELD_WITHIN = 0.5


@dataclass(frozen=True, slots=True)
class CardHeld:
    """What is held up to the camera.

    Attributes
    ----------
    code
        The code on the one card in view; `None` where several are.
    place
        The number of the place that it is held at; `None` where it is at none, or several are.
    """

    code: str | None
    place: int | None = None


SEVERAL = CardHeld(None)
"""More than one card is in view, and which is meant is never guessed."""


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
    return None if found is None else _code(found)


def card_held(image: NDArray[np.uint8], zones: Sequence[Zone]) -> CardHeld | None:
    """Return which code is held up, and at which of a room's places.

    Parameters
    ----------
    image
        (H, W, 3) RGB as a frame has it, or (H, W) grey.
    zones
        The places; none where nothing is known of them.

    Returns
    -------
    CardHeld or None
        `None` where no card is read, and where what is read is no code.
    """
    found = dots_in(image)
    if len(found) > 1:
        return SEVERAL if any(_code(each.text) for each in found) else None
    code = _code(found[0].text) if found else None
    if code is None:
        return None
    height, width = image.shape[:2]
    return CardHeld(code, place_at(zones, found[0].x / width, found[0].y / height))


def place_at(zones: Sequence[Zone], x: float, y: float) -> int | None:
    """Return the number of the place whose middle is nearest to a point, in its own widths.

    Parameters
    ----------
    x, y
        In fractions of the picture's width and height.

    Returns
    -------
    int or None
        `None` where the point is at none of them.
    """
    near = {
        zone.number: abs(x - zone.left - zone.width / 2) / zone.width
        for zone in zones
        if zone.top <= y <= zone.top + zone.height
    }
    nearest = min(near, key=lambda number: near[number], default=None)
    return nearest if nearest is not None and near[nearest] <= HELD_WITHIN else None


def _code(text: str) -> str | None:
    try:
        return check_code(text)
    except CodeError:
        return None
