"""A pinhole camera with square pixels and no distortion."""

from dataclasses import dataclass
from functools import lru_cache
from math import radians, tan

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@lru_cache(maxsize=16)
def _axes(position: tuple[float, float, float], look_at: tuple[float, float, float]) -> Array:
    back = np.subtract(position, look_at)
    back /= np.linalg.norm(back)
    right = np.cross((0.0, 1.0, 0.0), back)
    right /= np.linalg.norm(right)
    return np.stack((right, np.cross(back, right), back))


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera in the room.

    Attributes
    ----------
    width, height
        Picture size in pixels.
    position, look_at
        Metres in the room; the camera's up is the room's +Y. It may not look straight down.
    view_deg
        Angle of view from the top of the picture to its bottom.
    """

    width: int = 1280
    height: int = 720
    position: tuple[float, float, float] = (0.0, 1.15, 3.6)
    look_at: tuple[float, float, float] = (0.0, 0.94, 0.0)
    view_deg: float = 36.0

    @property
    def focal_px(self) -> float:
        """Focal length in pixels."""
        return self.height / 2 / tan(radians(self.view_deg) / 2)

    @property
    def axes(self) -> Array:
        """(3, 3) rows: the camera's right, up and backward in the room."""
        return _axes(self.position, self.look_at)

    def seen(self, points: Array) -> tuple[Array, Array]:
        """Return where points lie in the picture and how far off they are.

        Parameters
        ----------
        points
            (..., 3) metres in the room, all in front of the camera.

        Returns
        -------
        pixels
            (..., 2): x right and y down from the picture's top left corner.
        depth
            (...,) metres along the line of sight.
        """
        local = (np.asarray(points) - np.array(self.position)) @ self.axes.T
        depth = -local[..., 2]
        scale = self.focal_px / depth
        pixels = np.stack(
            (self.width / 2 + local[..., 0] * scale, self.height / 2 - local[..., 1] * scale),
            axis=-1,
        )
        return pixels, depth

    def project(self, points: Array) -> Array:
        """Return the pixels (..., 2) of points (..., 3) in the room."""
        return self.seen(points)[0]

    def rays(self, columns: Array, rows: Array) -> Array:
        """Return the directions (..., 3) in the room in which the given pixels look."""
        across = (columns - self.width / 2) / self.focal_px
        upward = (self.height / 2 - rows) / self.focal_px
        local = np.stack((across, upward, -np.ones_like(across)), axis=-1)
        return np.asarray(local @ self.axes)
