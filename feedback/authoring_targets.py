"""The ranges of a proposal: what leads, what goes along, what stays, each with a modest ceiling."""

from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.ranges import TOWARD_LEFT
from feedback.authoring_cycle import TOP, Cycle
from feedback.authoring_lead import SEEN, Lead, error_of
from feedback.authoring_seen import Seen
from feedback.authoring_table import USUAL
from vision.measures import MEASURES, NAMES, indices_of
from vision.measuring import VALID

Array = NDArray[np.float64]

# The comfortable range reaches to either side of what was shown by this share of the way, by no
# less than half the expected error and no more than the table says; the ceiling lies as far beyond
# it again. Past the end of what a joint does, it lies two steps beyond.
ABOUT = 0.25
BEYOND_END = 2.0
# What goes along comes this many times the least that is a movement, and its range is wider.
ALONG = 1.5
ALONG_ABOUT = 0.35
MOST_ALONG = 2
# What a trunk may do that stays, and where its ceiling is, in degrees.
STEADY_DEG, STEADY_CEILING_DEG = 10.0, 20.0
# All figures are defaults of ours, unvalidated.


def targets_of(lead: Lead, cycle: Cycle, seen: Seen) -> tuple[Target, ...]:
    """Return the lead's target, those of what goes along, and of a trunk that stays."""
    rows = _rows(lead.measure, seen)
    led = _travelling(
        lead.measure,
        "lead",
        _rest(lead, lead.measure, lead.rest),
        lead.top,
        ABOUT,
        error_of(seen, rows),
    )
    along = _followers(lead, cycle, seen)
    steady = _steady(lead, cycle, seen)
    moving = {USUAL[target.measure].region for target in along}
    return (led, *along, *([steady] if steady is not None and "trunk" not in moving else []))


def _rows(name: str, seen: Seen) -> list[int]:
    rows = list(indices_of(name))
    if seen.view == "side" and len(rows) > 1:
        return [row for row in rows if MEASURES[row].side == seen.near_side]
    return rows


def _rest(lead: Lead, name: str, rest: float) -> float:
    """Return a rest; of what goes to both sides in turn it is the middle."""
    return 0.0 if lead.sides == "alternating" and name in TOWARD_LEFT else rest


def _travelling(
    name: str, role: str, rest: float, top: float, about: float, error: float
) -> Target:
    """Return the target of a measure that comes from `rest` to about `top`."""
    usual = USUAL[name]
    sign = 1.0 if top >= rest else -1.0  # worked out as if it were rising
    end = usual.highest if sign > 0 else -usual.lowest
    start, far = sign * _to_step(rest, usual.step), sign * top
    half = min(max(about * (far - start), error / 2, usual.step), usual.widest)
    low = max(_to_step(far - half, usual.step), start + usual.step)
    high = max(_to_step(min(far + half, max(end, far)), usual.step), low + usual.step)
    last = max(end, high) + BEYOND_END * usual.step
    ceiling = ceil((high + max(half, usual.step)) / usual.step - 1e-9) * usual.step
    ceiling = last if high >= end else min(ceiling, last)
    less, more = sorted((sign * low, sign * high))
    return Target.model_validate(
        {
            "measure": name,
            "role": role,
            "rest": _tidy(sign * start),
            "low": _tidy(less),
            "high": _tidy(more),
            "ceiling": _tidy(sign * ceiling),
        }
    )


def _followers(lead: Lead, cycle: Cycle, seen: Seen) -> list[Target]:
    """Return the targets of what goes along, the clearest first, one of each region."""
    taken = {USUAL[lead.measure].region}
    if lead.measure == "wrist_span":
        taken.add("elbows")
    least_given = max(float(seen.given[list(indices_of(lead.measure))].max()), SEEN) * 0.8
    found: list[tuple[float, str, float, float]] = []
    for name in NAMES:
        rows = _rows(name, seen)
        usual = USUAL[name]
        if usual.region in taken or not usual.follows or not VALID[seen.view][rows].all():
            continue
        if seen.given[rows].min() < least_given:
            continue
        rest, far = _way(np.mean(cycle.measures[:, rows], axis=1))
        if abs(far - rest) >= max(ALONG * usual.least, error_of(seen, rows)):
            found.append((abs(far - rest) / usual.whole, name, rest, far))
    targets: list[Target] = []
    for _, name, rest, far in sorted(found, reverse=True):
        if USUAL[name].region not in taken and len(targets) < MOST_ALONG:
            taken.add(USUAL[name].region)
            error = error_of(seen, _rows(name, seen))
            targets.append(_travelling(name, "follow", rest, far, ALONG_ABOUT, error))
    return targets


def _way(course: Array) -> tuple[float, float]:
    """Return where a measure is at rest, and where it is farthest from it in a repetition."""
    if not np.isfinite(course).all():
        return 0.0, 0.0
    rest = float(course[[0, -1]].mean())
    top = float(course[TOP])
    far = float(course[int(np.argmax(np.abs(course - rest)))])
    return rest, top if abs(top - rest) >= 0.8 * abs(far - rest) else far


def _steady(lead: Lead, cycle: Cycle, seen: Seen) -> Target | None:
    """Return the target of a trunk that stays upright while something else moves."""
    name = "trunk_side_lean" if seen.view == "front" else "trunk_forward_lean"
    if USUAL[lead.measure].region == "trunk":
        return None
    course = cycle.measures[:, list(indices_of(name))].mean(axis=1)
    known = course[np.isfinite(course)]
    if len(known) < len(course) / 2 or np.ptp(known) >= STEADY_DEG:
        return None
    rest = _tidy(round(float(np.median(known)) / 5) * 5.0) if name not in TOWARD_LEFT else 0.0
    if not rest - STEADY_DEG < known.min() <= known.max() < rest + STEADY_DEG:
        return None
    return Target(
        measure=name,
        role="steady",
        rest=rest,
        low=rest - STEADY_DEG,
        high=rest + STEADY_DEG,
        ceiling=rest + STEADY_CEILING_DEG,
    )


def _to_step(value: float, step: float) -> float:
    return floor(value / step + 0.5) * step


def _tidy(value: float) -> float:
    """Return a value without the dust of binary fractions, and no minus before zero."""
    return round(value, 6) + 0.0
