"""What stands still in a picture: corners by which a later picture is told to lie elsewhere."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.even_picture import Even

Points = NDArray[np.float32]
Mask = NDArray[np.bool_]

# All figures here are defaults of ours, unvalidated; pixels are those of the small picture.
# Corners: how many at most, how far apart and from the edge, and how sharp at least (the smaller
# eigenvalue of the gradients about it, beside the sharpest and in itself).
MOST = 32
APART_PX = 6
EDGE_PX = 4
SHARP_SHARE = 0.01
LEAST_SHARP = 0.001
# Corners tell of the camera where there are so many and they reach so far, as shares of the width
# and height: whatever moves in one part of the picture is no camera.
FEWEST = 8
REACH_X, REACH_Y = 0.5, 0.25

_ABOUT = np.stack(np.meshgrid(np.arange(-4, 5, 2), np.arange(-4, 5, 2)), axis=-1).reshape(-1, 2)


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """What a later picture is held against.

    Attributes
    ----------
    picture
        One even picture.
    corners
        (N, 2) x and y of corners in it, in its pixels.
    looks
        (N, 25) what is about each of them, as `looks_of` gives it.
    stands_still
        Whether they are known to stand still, rather than to be on somebody who walks past.
    """

    picture: Even
    corners: Points
    looks: NDArray[np.float32]
    stands_still: bool = False

    @property
    def tells(self) -> bool:
        """Whether it is enough to tell of the camera."""
        return tell(self.corners, self.picture)

    def proven(self, in_place: Mask) -> "Background":
        """Return the same with the corners alone that proved to stand still."""
        return Background(self.picture, self.corners[in_place], self.looks[in_place], True)


def background(picture: Even, people: Mask) -> Background:
    """Return the background of `picture`, where (H, W) `people` are not."""
    where = np.zeros(picture.shape, np.uint8)
    where[EDGE_PX:-EDGE_PX, EDGE_PX:-EDGE_PX] = 255
    where[people] = 0
    found, sharp = cv2.goodFeaturesToTrackWithQuality(
        picture, MOST, SHARP_SHARE, APART_PX, where, blockSize=5
    )[:2]
    corners = np.empty((0, 2), np.float32)
    if found is not None:
        corners = np.asarray(found, np.float32).reshape(-1, 2)[np.ravel(sharp) >= LEAST_SHARP]
    return Background(picture, corners, looks_of(picture, corners))


def tell(corners: Points, picture: Even) -> bool:
    """Return whether there are corners (N, 2) enough and they reach far enough."""
    if len(corners) < FEWEST:
        return False
    height, width = picture.shape
    across, down = reach(corners)
    return bool(across >= REACH_X * width and down >= REACH_Y * height)


def reach(corners: Points) -> list[float]:
    """Return how far corners (N, 2), at least one, reach across and down, pixels."""
    across_and_down: list[float] = (corners.max(axis=0) - corners.min(axis=0)).tolist()
    return across_and_down


def looks_of(picture: Even, points: Points) -> NDArray[np.float32]:
    """Return what is about each point (N, 2), to be compared by the product of two.

    Returns
    -------
    (N, 25) pixels about it, less their mean, as vectors of length 1; zeros where it is flat.
    """
    height, width = picture.shape
    places = np.nan_to_num(points).round().astype(int)[:, None] + _ABOUT
    rows, columns = places[..., 1].clip(0, height - 1), places[..., 0].clip(0, width - 1)
    pixels = picture[rows, columns].astype(np.float32)
    pixels -= pixels.mean(axis=1, keepdims=True)
    lengths = np.sqrt((pixels**2).sum(axis=1, keepdims=True))
    return np.asarray(pixels / np.maximum(lengths, 1e-3), np.float32)
