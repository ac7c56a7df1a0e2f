"""What is known of the camera's picture, for the practice."""

from math import nan

from feedback.moment import Outlook
from vision.frames import Frame

# Every so many pixels each way the brightness of a picture is looked at.
_STRIDE = 16


def outlook_of(frame: Frame, *, away: bool = False, bright: bool = True) -> Outlook:
    """Return what is known of the picture in `frame`.

    Parameters
    ----------
    away
        Whether the camera has nothing to show just now.
    bright
        Whether its brightness is asked for.
    """
    height, width = frame.image.shape[:2]
    luma = float(frame.image[::_STRIDE, ::_STRIDE].mean()) if bright else nan
    return Outlook((width, height), luma, away)
