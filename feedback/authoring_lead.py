"""Which measure leads a performance, on which sides, and its ways out and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from exercises.ranges import TOWARD_LEFT
from feedback.along import mean_of
from feedback.authoring_seen import STEP_S, Seen
from feedback.authoring_table import USUAL
from feedback.authoring_ways import Way, Ways, extremes, rest_of, ways_of
from vision.measures import MEASURES, NAMES, SIDES, Side, indices_of
from vision.measuring import VALID

Array = NDArray[np.float64]
Sides = Literal["each", "together", "alternating", "midline"]

# A measure has to be larger than this share of its expected error: a change is surer than a value,
# whose error is for the most part the same at rest and at the top.
OF_ERROR = 0.6
# One that is withheld much more often than the others is read off limbs that point at the camera.
GIVEN = 0.6
# Seen in less than this share of the time it is not seen.
SEEN = 0.5
# Sides that go along with each other correlate at least so much; of one that does less than this
# share of what the other does, it is the other alone that moves.
TOGETHER = 0.2
ALONE = 0.45
# The same of a far limb that the body hides: the model takes it to follow the near one half-way. Of
# what it takes hidden elbows and feet to do nothing is believed.
ALONE_HIDDEN = 0.75
OF_HANGING_LEGS = ("hip_abduction", "pelvis_shift")
TELLING = ("shoulder_flexion", "knee_flexion", "hip_flexion")
# A measure that goes to both sides of where it begins does so by at least this share of its way.
BOTH_SIDES = 0.3
# Done once is less sure than done again, and has to be this many times as far.
ONCE = 0.7
TWICE = 2.0
# What is rather a consequence of another measure does not lead where that one comes so far, in
# degrees: hands come apart and shoulders lift as arms are raised; an arm that passes before the
# body seems to bend its elbow; feet go where the legs take them,
# and the pelvis away from a leg that is lifted aside.
CONSEQUENCES: tuple[tuple[tuple[str, ...], float, tuple[str, ...]], ...] = (
    (("shoulder_abduction",), 10.0, ("wrist_span",)),
    (("shoulder_abduction",), 25.0, ("shoulder_hike",)),
    (("shoulder_abduction", "shoulder_flexion"), 45.0, ("elbow_flexion",)),
    (("knee_flexion", "hip_flexion"), 0.0, ("heel_height", "ankle_dorsiflexion")),
    (("hip_abduction",), 0.0, ("pelvis_shift",)),
)
# All of these are defaults of ours, unvalidated.


@dataclass(frozen=True, slots=True)
class Lead:
    """What carries a performance.

    Attributes
    ----------
    measure
        Its name.
    sides
        As in a definition.
    rest, top
        Where it starts and how far it usually comes; of the left where sides alternate.
    ways
        The ways out and back in order of time, each with its side where sides alternate.
    shown
        The sides on which it was seen to be done.
    share
        How much of a long way it came: the lead of several is the one that comes the most.
    """

    measure: str
    sides: Sides
    rest: float
    top: float
    ways: tuple[tuple[Side | None, Way], ...]
    shown: tuple[Side, ...]
    share: float


def leads(seen: Seen) -> list[Lead]:
    """Return all that could lead a performance, the likeliest first; none where nothing moved."""
    names = [name for name in NAMES if VALID[seen.view][list(indices_of(name))].all()]
    most = max(float(seen.given[list(indices_of(name))].max()) for name in names)
    found = [lead for name in names if (lead := _lead(seen, name, GIVEN * most)) is not None]
    consequences = {
        name
        for causes, least, names in CONSEQUENCES
        if any(lead.measure in causes and abs(lead.top - lead.rest) >= least for lead in found)
        for name in names
    }
    found = [lead for lead in found if lead.measure not in consequences]
    return sorted(found, key=lambda lead: -lead.share)


def _lead(seen: Seen, name: str, least_given: float) -> Lead | None:
    rows = list(indices_of(name))
    if len(rows) == 1:
        if seen.given[rows[0]] < least_given:
            return None
        return _two_sided(seen, name) if name in TOWARD_LEFT else _one(seen, name, "midline", rows)
    rows = [row for row in rows if np.isfinite(seen.course[:, row]).mean() >= SEEN]
    if seen.view == "side":
        rows.sort(key=lambda row: MEASURES[row].side != seen.near_side)
    if not rows or seen.given[rows].max() < least_given:
        return None
    both: Sides = "together" if USUAL[name].region in ("legs", "feet") else "each"
    moving = _moving_apart(seen, rows)
    if seen.view == "side":
        return _near_one(seen, name, both, rows[0], moving)
    return _one(seen, name, both, rows) if moving is None else _in_turn(seen, name, moving)


def _moving_apart(seen: Seen, rows: Sequence[int]) -> list[int] | None:
    """Return the rows that move where two sides do not move together; `None` where they do.

    A side that is not seen is taken to go along.
    """
    if len(rows) < len(SIDES):
        return None
    courses = [seen.course[:, row] for row in rows]
    far = [high - low for low, high in map(extremes, courses)]
    hidden = seen.given[rows].min() < SEEN
    name = MEASURES[rows[0]].name
    if hidden and name not in TELLING:
        return None
    alone = ALONE_HIDDEN if hidden else ALONE
    known = np.isfinite(courses[0]) & np.isfinite(courses[1])
    if known.sum() < len(SIDES):
        return None
    still = min(far) <= 0
    both = np.corrcoef(courses[0][known], courses[1][known]) if not still else np.eye(2)
    together = float(both[0, 1])
    if together < TOGETHER and min(far) >= ALONE * max(far):
        return list(rows)
    moving = [row for row, way in zip(rows, far, strict=True) if way >= alone * max(far)]
    return moving if len(moving) < len(SIDES) else None


def _near_one(
    seen: Seen, name: str, both: Sides, near: int, moving: Sequence[int] | None
) -> Lead | None:
    """Return a lead seen from the side, by the near limb alone, whatever the hidden one does."""
    lead = _one(seen, name, both, [near])
    side = MEASURES[near].side
    if lead is None or moving is None or side is None or near not in moving:
        return lead
    return in_turn(lead, side, SIDES if len(moving) == len(SIDES) else (side,))


def _one(seen: Seen, name: str, sides: Sides, rows: Sequence[int]) -> Lead | None:
    """Return a lead that goes out and back as one."""
    course = mean_of([seen.course[:, row] for row in rows])
    found = _ways(seen, name, course, rows)
    if found is None:
        return None
    return _made(name, sides, found.rest, found.top, [(None, way) for way in found.ways], ())


def _in_turn(seen: Seen, name: str, rows: Sequence[int]) -> Lead | None:
    """Return a lead of which each side goes out and back in its own time."""
    found: dict[Side, Ways] = {}
    for row in rows:
        side, ways = MEASURES[row].side, _ways(seen, name, seen.course[:, row], [row])
        if side is not None and ways is not None:
            found[side] = ways
    if len({of_side.top > of_side.rest for of_side in found.values()}) != 1:
        return None  # nothing moves, or one side rises while the other falls
    rest = float(np.mean([of_side.rest for of_side in found.values()]))
    top = float(np.mean([of_side.top for of_side in found.values()]))
    return _made(
        name, "alternating", rest, top, _of_sides(found), tuple(s for s in SIDES if s in found)
    )


def _of_sides(found: Mapping[Side, Ways]) -> list[tuple[Side | None, Way]]:
    return [(side, way) for side, of_side in found.items() for way in of_side.ways]


def _two_sided(seen: Seen, name: str) -> Lead | None:
    """Return a lead without sides that is done to the left (positive) and to the right."""
    (row,) = indices_of(name)
    course = seen.course[:, row]
    known = course[np.isfinite(course)]
    if len(known) < SEEN * len(course):
        return None
    low, high = extremes(course)
    middle = _middle(known, low, high)
    found: dict[Side, Ways] = {}
    for side, top in zip(SIDES, (high, low), strict=True):
        if abs(top - middle) < BOTH_SIDES * (high - low):
            continue
        clip = np.maximum if top > middle else np.minimum
        ways = ways_of(seen.times, clip(course, middle), middle, top)
        if ways is not None and _is_far(seen, name, [row], ways):
            found[side] = ways
    if not found:
        return None
    far = float(np.mean([ways.far for ways in found.values()]))
    return _made(name, "alternating", 0.0, far, _of_sides(found), tuple(found))


def _middle(known: Array, low: float, high: float) -> float:
    """Return where a two-sided course rests: where it begins, or half-way where it sways."""
    begins = float(np.median(known[:8]))
    if min(begins - low, high - begins) >= BOTH_SIDES * (high - low):
        return begins
    crossings = np.count_nonzero(np.diff(np.sign(known - (low + high) / 2)))
    # One that begins at an end and swings past the middle again and again rests between.
    return (low + high) / 2 if crossings >= 4 and low < 0 < high else rest_of(known)


def _ways(seen: Seen, name: str, course: Array, rows: Sequence[int]) -> Ways | None:
    if np.isfinite(course).mean() < SEEN:
        return None
    low, high = extremes(course)
    rest = low if USUAL[name].own_rest else rest_of(course, rises=USUAL[name].rises)
    found = ways_of(seen.times, course, rest, high if rest == low else low)
    return found if found is not None and _is_far(seen, name, rows, found) else None


def _is_far(seen: Seen, name: str, rows: Sequence[int], ways: Ways) -> bool:
    """Return whether a way is more than little, and more than error could make of stillness."""
    least = max(USUAL[name].least, OF_ERROR * error_of(seen, rows))
    far = ways.far >= least * (TWICE if len(ways.ways) == 1 else 1.0)
    return far and _has_numbers(seen, rows, ways)


def _has_numbers(seen: Seen, rows: Sequence[int], ways: Ways) -> bool:
    """Return whether a measure mostly has numbers at its top, where it cannot do without.

    A thigh that points at the camera seems to point anywhere.
    """
    if MEASURES[rows[0]].name not in OF_HANGING_LEGS or float(seen.given.max()) < SEEN:
        return True
    middles = [(way.arrived_s + way.departed_s) / 2 for way in ways.ways]
    tops = np.rint((np.array(middles) - seen.times[0]) / STEP_S).astype(int)
    tops = np.clip(tops, 0, len(seen.times) - 1)
    return bool(seen.numbers[tops][:, list(rows)].max(axis=1).mean() >= GIVEN)


def error_in(seen: Seen, lead: Lead) -> float:
    """Return the expected error of what leads, on the side that is seen better; NaN unknown."""
    errors = seen.error[list(indices_of(lead.measure))]
    return float(np.nanmin(errors)) if np.isfinite(errors).any() else float("nan")


def error_of(seen: Seen, rows: Sequence[int]) -> float:
    """Return the expected error of the worst of some measures; 0.0 where none has a number."""
    errors = seen.error[list(rows)]
    return float(np.nanmax(errors)) if np.isfinite(errors).any() else 0.0


def _made(
    name: str,
    sides: Sides,
    rest: float,
    top: float,
    ways: Sequence[tuple[Side | None, Way]],
    shown: tuple[Side, ...],
) -> Lead:
    if USUAL[name].own_rest:
        rest, top = 0.0, top - rest
    share = abs(top - rest) / USUAL[name].whole * (ONCE if len(ways) == 1 else 1.0)
    in_order = tuple(sorted(ways, key=lambda each: each[1].start_s))
    return Lead(name, sides, rest, top, in_order, shown, share)


def in_turn(lead: Lead, near: Side, shown: tuple[Side, ...]) -> Lead:
    """Return a lead as the near one of two sides that take turns; it was shown on those `shown`."""
    ways = tuple((near, way) for _, way in lead.ways)
    return replace(lead, sides="alternating", ways=ways, shown=shown)
