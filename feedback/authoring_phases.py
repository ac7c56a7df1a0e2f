"""The phases of a proposal: how long, how breathed, how far, and in which posture they end."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from exercises.general_texts import GeneralTexts
from feedback.authoring_cycle import MOMENTS, TOP, Cycle
from feedback.authoring_guide import Keyframe
from feedback.authoring_lead import Lead
from feedback.authoring_pace import OWN_BREATH_S, STEP_S, Pace
from feedback.authoring_seen import Seen
from feedback.authoring_table import USUAL
from vision.measures import SIDES, indices_of

Array = NDArray[np.float64]

# What is read in the parts of a phase that general texts do not name.
SET_OUT, SETTLE = "set out, unhurried", "and settle"
STAY, REST = "stay, the breath flowing", "rest a moment"
# No part of a way is written shorter than this.
SHORTEST_S = 1.0
# Of a way whose first part takes the lead no farther than this, that part prepares for it.
PREPARES = 0.15


def rises_in(lead: Lead) -> bool:
    """Return whether the way out is breathed in: rising and opening are, folding is not."""
    usual = USUAL[lead.measure]
    if usual.region == "legs":
        return False  # lifted, bent or straightened, a leg is moved on the breath out
    return (usual.breath == "in") == (lead.top > lead.rest)


def phases_of(
    lead: Lead,
    come: Array,
    keyframes: Sequence[Keyframe],
    pace: Pace,
    texts: GeneralTexts,
) -> tuple[dict[str, Any], ...]:
    """Return the phases as a definition writes them."""
    phases: list[dict[str, Any]] = []
    begin = 0
    for keyframe in keyframes:
        way_s = pace.out_s if keyframe.row <= TOP else pace.back_s
        seconds = max(_to_step(way_s * (keyframe.row - begin) / TOP), SHORTEST_S)
        travel = _travel(come, keyframe.row)
        phases.append({"seconds": seconds, "travel": travel, "guide": keyframe.guide})
        begin = keyframe.row
    out = sum(keyframe.row <= TOP for keyframe in keyframes)
    named = [
        *((("set-out", SET_OUT), ("away", texts.away))[-out:]),
        *((("home", texts.home), ("settle", SETTLE))[: len(keyframes) - out]),
    ]
    for phase, (name, words) in zip(phases, named, strict=True):
        phase |= {"id": name, "words": words}
    stays = {**phases[out - 1], "id": "stay", "words": STAY, "seconds": pace.stay_s}
    rests = {**phases[-1], "id": "rest", "words": REST, "seconds": pace.rest_s}
    whole = [
        *phases[:out],
        *([stays] if pace.stay_s else []),
        *phases[out:],
        *([rests] if pace.rest_s else []),
    ]
    return tuple(_breathed(whole, rises_in(lead)))


def _breathed(phases: Sequence[dict[str, Any]], rises_in: bool) -> list[dict[str, Any]]:
    """Return the phases with a breath for each, and no breath held.

    A stay is breathed on with the way before it, while it is short; a longer one leaves the breath
    to the person. Where somebody prepares, as by leaning before they rise, there is a breath for
    each: prepare in, rise out, stay in, and home and settle out; without a stay, home in.
    """
    first, second = ("in", "out") if rises_in else ("out", "in")
    stay_s = max((phase["seconds"] for phase in phases if phase["id"] == "stay"), default=0.0)
    breaths = {"set-out": first, "away": first, "stay": first, "home": second}
    if phases[0]["id"] == "set-out" and phases[0]["travel"] <= PREPARES and not rises_in:
        breaths |= {"set-out": "in", "stay": "in", "home": "out" if stay_s else "in"}
        second = "out"
    elif stay_s > OWN_BREATH_S:
        breaths, second = dict.fromkeys(breaths, "natural"), "natural"
    return [{**phase, "breath": breaths.get(phase["id"], second)} for phase in phases]


def _to_step(seconds: float) -> float:
    return round(seconds / STEP_S) * STEP_S


def come_of(lead: Lead, cycle: Cycle, seen: Seen) -> Array:
    """Return how far (`MOMENTS`,) the lead has come, 0 at rest and 1 at the top; NaN unseen."""
    rows = indices_of(lead.measure)
    if len(rows) > 1 and lead.sides == "alternating":
        rows = rows[:1]
    elif len(rows) > 1 and seen.view == "side":
        rows = (rows[SIDES.index(seen.near_side)],)
    course = cycle.measures[:, list(rows)].mean(axis=1)
    rest = (course[0] + course[-1]) / 2
    return np.asarray(np.clip((course - rest) / (course[TOP] - rest), 0.0, 1.0))


def _travel(come: Array, row: int) -> float:
    """Return how far the lead has come at the end of a phase; 1 at the top and 0 at home."""
    if row in (TOP, MOMENTS - 1):
        return 1.0 if row == TOP else 0.0
    return float(round(come[row], 1)) + 0.0 if np.isfinite(come[row]) else 0.5
