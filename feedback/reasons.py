"""Which cues there is reason for at one moment; whether and when they are said is chosen later."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, isnan

from exercises.exercise import Exercise
from feedback.aims import Aim
from feedback.chooser import Reasons
from feedback.judge import excess_of
from feedback.verdict import Standing, Verdict
from vision.measures import Measures, Side

# No alignment cue inside this, where the expected error of a measure is not known: 10 degrees
# (knee over mixed camera views, −13.9 ± 15.1, Cosoli 2026; elbow by goniometer, up to 10,
# Chapleau), or as much of the range of a measure in other units. Defaults of ours, unvalidated.
BAND_DEG = 10.0
BAND_SHARE = 0.1
# Under this share of the needed landmarks nothing is sure but what guards a joint.
SURE_QUALITY = 0.5
# Sides further apart than this, each in its own range, move unalike.
APART = 0.35
# Unseen for longer than this is said; before the first sight of a practice a little later, for
# the camera and the model have to wake (defaults of ours, unvalidated).
UNSEEN_S = 0.5
WAKING_S = 3.0


@dataclass(frozen=True, slots=True)
class Known:
    """What is known at one moment, of which the reasons are worked out.

    Attributes
    ----------
    exercise
        The movement.
    aims, verdicts
        What is aimed for on the side being done, and how it stands, in the same order.
    past_ceiling
        The sides (`None` for the midline) of all measures past their ceiling, of both sides.
    measures
        What was measured, for its expected error.
    quality
        0–1, the share of the needed landmarks that are seen.
    seen
        Whether what is known is fresh and a body is followed.
    unseen_s
        For how long it is not.
    met
        Whether the person was seen before in this movement.
    fast
        Whether a lead measure is faster than is calm.
    apart
        How far the two sides are apart, each in its own range; NaN where that is not known.
    let_go
        Whether the guide has stopped waiting for the person.
    """

    exercise: Exercise
    aims: Sequence[Aim]
    verdicts: Sequence[Verdict]
    past_ceiling: frozenset[Side | None]
    measures: Measures
    quality: float
    seen: bool
    unseen_s: float
    met: bool
    fast: bool
    apart: float
    let_go: bool


def reasons(known: Known, *, paused: bool = False) -> Reasons:
    """Return the cues there is reason for now, each with the side it speaks of.

    Nothing that is stale or unsure is a reason, and nothing of the range while a guarded joint is
    out of sight; but a measured value past its ceiling always is. While the person pauses, only
    that is.
    """
    found: dict[str, Side | None] = {}
    if known.past_ceiling:
        found["soften-back"] = _one_side(known.past_ceiling)
    if paused:
        return found
    if not known.seen:
        if known.unseen_s > (UNSEEN_S if known.met else WAKING_S):
            found["cannot-see"] = None
        return found
    found |= _of_seeing(known)
    if known.quality >= SURE_QUALITY and "cannot-see-joint" not in found:
        outside = _of_range(known)
        found |= outside | _of_moving(known) | ({} if outside else _of_comfort(known))
    return found


def _of_seeing(known: Known) -> dict[str, Side | None]:
    found: dict[str, Side | None] = {}
    if unguarded := _unguarded(known):
        found["cannot-see-joint"] = _one_side(unguarded)
    if known.aims and known.quality < SURE_QUALITY:
        found["step-back"] = None
    return found


def _unguarded(known: Known) -> frozenset[Side | None]:
    """Return the sides on which a joint that moves, leading or following, is out of sight.

    From the side one limb hides the other; there the one in sight guards both.
    """
    moving = [verdict for verdict in known.verdicts if verdict.role != "steady"]
    in_sight = {verdict.measure.name for verdict in moving if not isnan(verdict.value)}
    return frozenset(
        verdict.measure.side
        for verdict in moving
        if isnan(verdict.value)
        and (known.exercise.view == "front" or verdict.measure.name not in in_sight)
    )


def _of_range(known: Known) -> dict[str, Side | None]:
    """Return the alignment cues: never inside the expected error."""
    found: dict[str, Side | None] = {}
    for name, steady in (("within", False), ("steady", True)):
        outside = frozenset(
            verdict.measure.side
            for aim, verdict in zip(known.aims, known.verdicts, strict=True)
            if verdict.standing is Standing.BEYOND
            and (verdict.role == "steady") == steady
            and excess_of(aim.target, verdict.value) > _band(aim, known.measures)
        )
        if outside:
            found[name] = _one_side(outside)
    return found


def _of_moving(known: Known) -> dict[str, Side | None]:
    found: dict[str, Side | None] = {}
    if known.fast:
        found["slower"] = None
    if known.exercise.sides == "each" and known.apart > APART:
        found["evenness"] = None
    if known.let_go:
        found["follow-breath"] = None
    return found


def _of_comfort(known: Known) -> dict[str, Side | None]:
    """Return what is praised: being comfortable, and resting."""
    leads = [v.standing for v in _leads(known) if v.standing is not Standing.UNSEEN]
    if not leads or not known.exercise.repetitions:
        return {}
    if all(standing is Standing.RESTING for standing in leads):
        return {"rest": None}
    calm = all(standing in (Standing.RESTING, Standing.COMFORTABLE) for standing in leads)
    return {"comfort": None} if calm else {}


def _leads(known: Known) -> list[Verdict]:
    return [verdict for verdict in known.verdicts if verdict.role == "lead"]


def _band(aim: Aim, measures: Measures) -> float:
    error = float(measures.error[aim.row])
    if isfinite(error):
        return error
    if aim.measure.unit == "degrees":
        return BAND_DEG
    return BAND_SHARE * abs(aim.target.far - aim.target.rest)


def _one_side(sides: frozenset[Side | None]) -> Side | None:
    """Return the side where there is just one, else `None`."""
    return next(iter(sides)) if len(sides) == 1 else None
