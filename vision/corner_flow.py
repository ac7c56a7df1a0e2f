"""Following corners from one even picture into another."""

import cv2
import numpy as np

from vision.background import Mask, Points
from vision.even_picture import Even

# About a corner, so many pixels each way are looked at, in the picture and twice halved; and
# looking closer ends here (defaults of ours, unvalidated).
_WINDOW_PX = (11, 11)
_HALVED = 2
_ENOUGH = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, 10, 0.03)


def flown(one: Even, other: Even, points: Points, guess: Points) -> tuple[Points, Mask]:
    """Return where points of one picture are in the other, by Lucas and Kanade's optical flow.

    Parameters
    ----------
    points, guess
        (N, 2) float32 pixels, at least one: where they are in `one`, and about where in `other`.

    Returns
    -------
    ends, seen
        (N, 2) pixels of `other`, and (N,) which of them were found at all.
    """
    ends, seen, _ = cv2.calcOpticalFlowPyrLK(
        one,
        other,
        points,
        guess,
        winSize=_WINDOW_PX,
        maxLevel=_HALVED,
        criteria=_ENOUGH,
        flags=cv2.OPTFLOW_USE_INITIAL_FLOW,
    )
    return np.asarray(ends, np.float32), np.asarray(seen).ravel() == 1


def leap_between(one: Even, other: Even) -> Points:
    """Return how far (2,) the whole picture seems to have gone, pixels, however far that is.

    By the phases of the two pictures' spectra; zeros where they have nothing in common to say.
    """
    window = cv2.createHanningWindow(one.shape[::-1], cv2.CV_32F)
    there, _ = cv2.phaseCorrelate(one.astype(np.float32), other.astype(np.float32), window)
    return np.nan_to_num(np.array(there, np.float32))
