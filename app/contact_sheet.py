"""Six moments of a rehearsal on one sheet, kept small while nobody knows how long it will be."""

import cv2
import numpy as np
from numpy.typing import NDArray

MOMENTS = 6
COLUMNS = 2
TILE = 800, 450
GAP = 16
GROUND = (16, 34, 42)


class ContactSheet:
    """Keeps evenly spread tiles: when too many are held, every other one is let go."""

    def __init__(self) -> None:
        self._tiles: list[NDArray[np.uint8]] = []
        self._stride = 1
        self._offered = 0

    def offer(self, image: NDArray[np.uint8]) -> None:
        """Offer the next (H, W, 3) RGB picture; it is copied small if it is kept."""
        if self._offered % self._stride == 0:
            self._tiles.append(_tile(image))
            if len(self._tiles) >= 8 * MOMENTS:
                self._tiles = self._tiles[::2]
                self._stride *= 2
        self._offered += 1

    def sheet(self) -> NDArray[np.uint8]:
        """Return the sheet: the middles of six equal parts of what was offered, row by row.

        Raises
        ------
        ValueError
            Where nothing was offered.
        """
        if not self._tiles:
            raise ValueError("no picture was offered")
        rows = MOMENTS // COLUMNS
        width = COLUMNS * TILE[0] + (COLUMNS + 1) * GAP
        height = rows * TILE[1] + (rows + 1) * GAP
        sheet = np.full((height, width, 3), GROUND, np.uint8)
        for number in range(MOMENTS):
            row, column = divmod(number, COLUMNS)
            top, left = GAP + row * (TILE[1] + GAP), GAP + column * (TILE[0] + GAP)
            index = int(len(self._tiles) * (number + 0.5) / MOMENTS)
            sheet[top : top + TILE[1], left : left + TILE[0]] = self._tiles[index]
        return sheet


def _tile(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the picture fitted into a tile."""
    height, width = image.shape[:2]
    scale = min(TILE[0] / width, TILE[1] / height)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    tile = np.full((TILE[1], TILE[0], 3), GROUND, np.uint8)
    top, left = (TILE[1] - size[1]) // 2, (TILE[0] - size[0]) // 2
    tile[top : top + size[1], left : left + size[0]] = small
    return tile
