"""A picture made small, grey and even in its light, so that only things differ from it."""

import cv2
import numpy as np
from numpy.typing import NDArray

Even = NDArray[np.uint8]

# The longer side in pixels: a shift of a fortieth of a picture is three of them.
SIDE_PX = 128
# Brightness and contrast are taken out over windows of this size, and what differs by less than
# so much of 255 is grain rather than a thing; a blur of this size takes off most of the grain
# first. Defaults of ours, unvalidated.
WINDOW_PX = 13
BLUR_PX = 3
GRAIN = 4.0
CONTRAST = 40.0


def evened(image: NDArray[np.uint8]) -> Even:
    """Return a picture (H, W, 3) as (h, w) uint8, its longer side `SIDE_PX`; 128 where it is flat.

    What lamps, shadows with soft edges and the camera's own exposure do to it is mostly gone.
    """
    height, width = image.shape[:2]
    scale = SIDE_PX / max(height, width)
    size = max(round(width * scale), 8), max(round(height * scale), 8)
    # Green is most of what is bright to the eye, and two samples a pixel each way are enough.
    every = max(int(0.5 / scale), 1)
    green = np.ascontiguousarray(image[::every, ::every, 1])
    grey = cv2.resize(green, size, interpolation=cv2.INTER_AREA)
    grey = cv2.blur(grey, (BLUR_PX, BLUR_PX))
    window = (WINDOW_PX, WINDOW_PX)
    mean = cv2.blur(grey, window)
    contrast = cv2.blur(cv2.absdiff(grey, mean), window).astype(np.float32) + GRAIN
    off = cv2.subtract(grey, mean, dtype=cv2.CV_32F)
    even = cv2.divide(off, contrast, scale=CONTRAST) + np.float32(128)
    return np.asarray(np.clip(even, 0, 255), np.uint8)
