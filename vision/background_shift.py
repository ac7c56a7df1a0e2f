"""How far a later picture shows what stood still in one taken before."""

from dataclasses import dataclass
from math import hypot, inf, isnan, nan

import cv2
import numpy as np

from vision.background import FEWEST, Background, Mask, Points, background, looks_of, reach, tell
from vision.corner_flow import flown, leap_between
from vision.even_picture import Even

# All figures here are defaults of ours, unvalidated; pixels are those of the small picture.
# A corner is found where following it there and back ends this near and what is about it looks
# alike; it is in place where it has gone less than this.
BACK_PX = 1.0
ALIKE = 0.6
IN_PLACE_PX = 1.3
# So many of them have to be found, and so many of those to have gone as one picture goes (moved,
# turned and made larger together), each within so many pixels. Where fewer than the second are
# found, they may not be the right ones, and are looked for in another way as well.
FOUND = 0.5
SURELY = 0.8
AGREE = 0.6
AGREE_PX = 1.5
# Those that agree reach as far as this part of all that are in sight, less the shift.
REACH_PART = 0.7
# The background is gone where no more than this are found, what is in their place looks this
# little like them, and the picture has corners enough of its own.
GONE = 0.4
UNLIKE = 0.15


@dataclass(frozen=True, slots=True, eq=False)
class Shift:
    """Where a background lies in a later picture.

    Attributes
    ----------
    share
        How far the corners of the whole picture have gone at most, as a share of its longer side;
        infinite where the background is gone, NaN where nothing can be said.
    in_place
        (N,) whether each corner of the background was found, and where it was.
    """

    share: float
    in_place: Mask


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """Where the corners have gone (N, 2), which were found (N,), and what those say together.

    `share` is as in `Shift`, NaN where they do not agree; `agreeing` how many do.
    """

    ends: Points
    found: Mask
    share: float
    agreeing: int


def shift(before: Background, now: Even, people: Mask) -> Shift:
    """Return where `before` lies in `now`, of the same size, in which (H, W) `people` hide it."""
    columns, rows = before.corners.astype(int).T
    in_sight = ~people[rows, columns]
    count = np.count_nonzero(in_sight)
    if not tell(before.corners[in_sight], now):
        return Shift(nan, np.zeros(len(in_sight), np.bool_))
    best = _followed(before, now, in_sight, np.zeros(2, np.float32))
    if isnan(best.share) or np.count_nonzero(best.found) < SURELY * count:
        # It may be farther than corners can be followed: begin from where all seems to have gone.
        leapt = _followed(before, now, in_sight, leap_between(before.picture, now))
        best = max(best, leapt, key=lambda way: way.agreeing)
    share, found = best.share, best.found
    if isnan(share) and np.count_nonzero(found) <= GONE * count and _gone(before, now, in_sight):
        share = inf
    near = ((best.ends - before.corners) ** 2).sum(axis=1) < IN_PLACE_PX**2
    return Shift(share, found & near)


def _followed(before: Background, now: Even, in_sight: Mask, leap: Points) -> _Way:
    """Look for the corners in `now`, from `leap` (2,) away."""
    start = before.corners
    ends, seen = flown(before.picture, now, start, start + leap)
    back, seen_back = flown(now, before.picture, ends, ends - leap)
    found = in_sight & seen & seen_back
    found &= ((back - start) ** 2).sum(axis=1) < BACK_PX**2
    found &= (before.looks * looks_of(now, ends)).sum(axis=1) > ALIKE
    nothing = _Way(ends, found, nan, 0)
    if np.count_nonzero(found) < max(FOUND * np.count_nonzero(in_sight), FEWEST):
        return nothing
    share, agreed = _together(start[found], ends[found], now)
    together = start[found][agreed]
    # What is not known to stand still may be on somebody who walks past.
    tells = before.stands_still or tell(together, now)
    if isnan(share) or not tells or not _reaches(together, start[in_sight], share * max(now.shape)):
        return nothing
    return _Way(ends, found, share, len(together))


def _together(starts: Points, ends: Points, now: Even) -> tuple[float, Mask]:
    """Return the share by which corners (N, 2) have gone as one picture, and which have (N,).

    NaN where too few agree.
    """
    way, agreeing = cv2.estimateAffinePartial2D(
        starts, ends, method=cv2.RANSAC, ransacReprojThreshold=AGREE_PX
    )
    agreed = np.asarray(agreeing).ravel() == 1
    if way is None or agreed.mean() < AGREE:
        return nan, agreed
    height, width = now.shape
    (a, b, x), (c, d, y) = way.tolist()
    outermost = ((0, 0), (width, 0), (0, height), (width, height))
    gone_px = max(hypot((a - 1) * u + b * v + x, c * u + (d - 1) * v + y) for u, v in outermost)
    return gone_px / max(height, width), agreed


def _reaches(some: Points, corners: Points, gone_px: float) -> bool:
    """Return whether `some` of the corners reach as far as most would that went so far."""
    return all(
        here >= REACH_PART * there - gone_px
        for here, there in zip(reach(some), reach(corners), strict=True)
    )


def _gone(before: Background, now: Even, in_sight: Mask) -> bool:
    """Return whether nothing in place looks like what was there, and something else is there."""
    in_place = looks_of(now, before.corners)
    alike = (before.looks * in_place).sum(axis=1)[in_sight].mean()
    return bool(alike < UNLIKE) and background(now, np.zeros(now.shape, np.bool_)).tells
