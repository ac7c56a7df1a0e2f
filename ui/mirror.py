"""From the frame to the screen, as in a mirror."""

from typing import Protocol

import numpy as np
import pygame
from numpy.typing import NDArray

from ui.view import Picture

Bounds = tuple[float, float, float, float]


class Pictured(Protocol):
    """What is shown in a panel: a part of a frame, or none of it."""

    @property
    def picture(self) -> Picture | None:
        """The part that is shown, if any is."""
        ...

    @property
    def frame_size(self) -> tuple[int, int]:
        """Width and height of the whole frame in pixels."""
        ...


def shown_part(view: Pictured, panel: pygame.Rect) -> Bounds:
    """Return the frame's rectangle that `panel` shows: left, top, right, bottom in its pixels.

    The picture's own where there is one; otherwise the frame's whole height about its middle, in
    the panel's shape, so that neither head nor feet are cut off.
    """
    if view.picture is not None:
        picture = view.picture
        return picture.left, picture.top, picture.right, picture.bottom
    width, height = view.frame_size
    part = height * panel.width / panel.height
    return (width - part) / 2, 0.0, (width + part) / 2, float(height)


def to_screen(
    points: NDArray[np.float64], shown: Bounds, panel: pygame.Rect
) -> NDArray[np.float64]:
    """Return frame points (N, 2) in pixels of the screen, left and right as in a mirror."""
    left, top, right, bottom = shown
    x = panel.right - (points[:, 0] - left) / (right - left) * panel.width
    y = panel.top + (points[:, 1] - top) / (bottom - top) * panel.height
    return np.column_stack([x, y])
