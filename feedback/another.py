"""What shows that an excursion of the lead measure belongs to another movement."""

import numpy as np
from numpy.typing import NDArray

from feedback.along import Along, mean_of
from feedback.courses import BLOCK_S
from feedback.hands_apart import hands_apart
from feedback.quiet import TO_AND_FRO, TO_AND_FRO_PER_S, Quiet
from feedback.sitting import sits
from feedback.strides import to_and_fro, way
from vision.measures import INDEX, MEASURES, SIDES, indices_of

Array = NDArray[np.float64]

# What carries a midline measure on both sides, of which both have to move.
CARRIERS = {"wrist_span": ("shoulder_abduction", "elbow_flexion")}
# The share of the one side's way that the other has to come with it; and how many degrees elbow and
# shoulder of each arm have to move in all. No share there: turned aside, one arm seems to do most.
OTHER_SIDE = 0.6
OTHER_ARM_DEG = 20.0
# How much more the guide bends one elbow than the other where that tells the sides apart.
BENT_MORE_DEG = 60.0
# How much more one arm may be raised than the other at the top.
ARMS_APART_DEG = 40.0
# The share of the counted side's way by which the other may be off what the movement does with it.
OTHER_SHARE = 0.5
# The hands come apart at least by the first share of what the angles of the arms say, and are at
# least by the second as far apart at the top; asked where the arms say at least so many widths of
# the shoulders, and where the guide's own come apart by the last share.
COMING_APART = 0.4
APART_AT_TOP = 0.6
HANDS_LEAST = 0.5
GUIDE_SHARE = 0.8
# Sitting is what a body does in this share of the moments. Defaults of ours, unvalidated.
SITTING_SHARE = 0.25


def wavers(row: int, course: Array, guide: Along) -> bool:
    """Return whether a course in degrees goes to and fro by more than the guide's and a little.

    Parameters
    ----------
    row
        Which measure.
    course
        (N,) what of it is to be believed; NaN elsewhere.
    guide
        The guide's passage.
    """
    own = guide.passage.of(row)
    return MEASURES[row].unit == "degrees" and _more_to_and_fro(course, own)


def moves_besides(row: int, quiet: Quiet, course: Array, seen: Along, guide: Along) -> bool:
    """Return whether a measure is far from what the guide does with it, or wavers at the top.

    On the way there it may waver: the bend of an elbow that passes before the body has no angle
    in the picture.

    Parameters
    ----------
    row, quiet
        Which measure, and how far it may be from the guide's.
    course
        (N,) what of it is to be believed; NaN elsewhere.
    seen, guide
        The passage, and the guide's.
    """
    own = guide.passage.of(row)
    change = seen.change(course) - guide.change(own)
    above = seen.at_top(course) - guide.at_top(own)
    # A comparison with NaN is false: what is unseen speaks neither for nor against.
    if change > quiet.more or change < -quiet.less or above > quiet.over or above < -quiet.under:
        return True
    if way(course) - way(own) > quiet.in_all:
        return True
    return _more_to_and_fro(seen.top_of(course), guide.top_of(own))


def _more_to_and_fro(course: Array, own: Array) -> bool:
    allowed = TO_AND_FRO + TO_AND_FRO_PER_S * BLOCK_S * len(course)
    return to_and_fro(course) > to_and_fro(own) + allowed


def other_side_rests(lead: str, seen: Along) -> bool:
    """Return whether of two sides that move together one does not; false where one is unseen."""
    carriers = CARRIERS.get(lead)
    if carriers is not None:
        ways = [
            sum(way(seen.passage.of(INDEX[f"{name}_{side}"])) for name in carriers)
            for side in SIDES
        ]
        return all(ways) and min(ways) < OTHER_ARM_DEG
    rows = indices_of(lead)
    if len(rows) < len(SIDES):
        return False
    pair = seen.sign * np.stack([seen.passage.of(row) for row in rows])
    # Of one that moves alone, whether from where the other rests or to it.
    least, most = sorted((seen.change(pair.min(axis=0)), seen.change(pair.max(axis=0))))
    return least < OTHER_SIDE * most


def goes_other_way(other: int, seen: Along, guide: Along) -> bool:
    """Return whether the side that is not counted goes where the counted one comes from.

    It may come along or stay, as far as the guide's does. False where it is unseen.

    Parameters
    ----------
    other
        The row of the lead measure on that side.
    seen, guide
        The passage, and the guide's.
    """
    change = seen.sign * seen.change(seen.passage.of(other))
    own = guide.sign * guide.change(guide.passage.of(other))
    return change - min(own, 0.0) < -OTHER_SHARE * seen.way


def comes_along(other: int, seen: Along, guide: Along) -> bool:
    """Return whether the side that is not counted goes along, and the guide's does not.

    As of somebody who moves both sides at once where they alternate. False where it is unseen.
    """
    course, own = seen.passage.of(other), guide.passage.of(other)
    return abs(seen.change(course) - guide.change(own)) > OTHER_SHARE * seen.way


def bends_the_other_way(own_elbow: int, other_elbow: int, seen: Along, guide: Along) -> bool:
    """Return whether of two arms the guide bends the other one, and here it is the straighter.

    As while the other side is done. False where one is unseen.

    Parameters
    ----------
    own_elbow, other_elbow
        The rows of the elbow on the side that is counted and on the other.
    seen, guide
        The passage, and the guide's.
    """
    seen_more, guide_more = (
        along.at_top(along.passage.of(other_elbow)) - along.at_top(along.passage.of(own_elbow))
        for along in (seen, guide)
    )
    return guide_more > BENT_MORE_DEG and seen_more < 0


def arms_differ(lead: str, seen: Along, guide: Along) -> bool:
    """Return whether of two arms that carry a midline measure one is raised and one is not."""
    raised = CARRIERS.get(lead, ())[:1]
    if not raised:
        return False
    rows = indices_of(raised[0])
    apart, own = (
        abs(along.at_top(along.passage.of(rows[0])) - along.at_top(along.passage.of(rows[1])))
        for along in (seen, guide)
    )
    return apart - own > ARMS_APART_DEG


def hands_stay_near(seen: Along, guide: Along) -> bool:
    """Return whether arms seem raised to the side, and their hands do not go there.

    They do not come apart as the angles of the arms say; or, where they were together before as on
    the lap, they are not as far apart at the top.
    """
    if not _coming_apart(guide) >= GUIDE_SHARE:
        return False
    return _coming_apart(seen) < COMING_APART or _apart_at_top(seen) < APART_AT_TOP


def _said_and_seen(along: Along) -> tuple[Array, Array]:
    """Return how far apart (N,) the hands are by the angles of the arms, and how far they are."""
    said = hands_apart(*(along.passage.of(row) for row in indices_of("shoulder_abduction")))
    return said, along.passage.of(INDEX["wrist_span_shoulder_widths"])


def _coming_apart(along: Along) -> float:
    """Return how fast the hands come apart, as a share of what the arms' angles say.

    The slope of the one over the other in the passage; NaN where the latter hardly changes, or
    something is unseen.
    """
    said, apart = _said_and_seen(along)
    seen = np.isfinite(said) & np.isfinite(apart)
    if way(said[seen]) < HANDS_LEAST:
        return np.nan
    off = said[seen] - said[seen].mean()
    return float(off @ apart[seen] / (off @ off))


def _apart_at_top(along: Along) -> float:
    """Return how far apart the hands are at the top, as a share of the same; NaN where unseen."""
    said, apart = _said_and_seen(along)
    return along.at_top(apart) / along.at_top(said)


def sits_or_rises(seen: Along, guide: Along) -> bool:
    """Return whether somebody sits only at the top or only at rest, and the guide does not."""
    return _changes_seat(seen) and not _changes_seat(guide)


def _changes_seat(along: Along) -> bool:
    knee, hip, lean = (
        mean_of([along.passage.of(row) for row in indices_of(name)])
        for name in ("knee_flexion", "hip_flexion", "trunk_forward_lean")
    )
    seated = sits(knee, hip, lean)
    top, rest = along.share_at_top(seated), along.share_at_rest(seated)
    return (top >= SITTING_SHARE) != (rest >= SITTING_SHARE)
