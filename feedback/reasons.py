"""Which cues there is reason for at one moment; whether and when they are said is chosen later."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from exercises.exercise import Exercise
from feedback.aims import Aim
from feedback.chooser import Reasons
from feedback.doubt import band_of
from feedback.judge import excess_of
from feedback.verdict import Standing, Verdict
from vision.measures import Measures, Side, Withheld
from vision.viewpoint import Viewpoint

# Under this share of the needed landmarks nothing is sure but what guards a joint.
SURE_QUALITY = 0.5
# Sides further apart than this, each in its own range, move unalike.
APART = 0.35
# Unseen for longer than this is said; before the first sight of a practice a little later, for
# the camera and the model have to wake (defaults of ours, unvalidated).
UNSEEN_S = 0.5
WAKING_S = 3.0
# Facing the camera or away from it within this, either side is as near (a default of ours).
EITHER_SIDE_DEG = 20.0


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
        What was measured, for its expected error and for why there is no number.
    viewpoint
        How the person stands to the camera.
    moved
        Whether the camera is being moved, or was of late: what is measured says nothing then.
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
        How far the two sides are apart, each in its own range, beyond what their expected errors
        explain; NaN where that is not known.
    let_go
        Whether the guide has stopped waiting for the person.
    """

    exercise: Exercise
    aims: Sequence[Aim]
    verdicts: Sequence[Verdict]
    past_ceiling: frozenset[Side | None]
    measures: Measures
    viewpoint: Viewpoint
    moved: bool
    quality: float
    seen: bool
    unseen_s: float
    met: bool
    fast: bool
    apart: float
    let_go: bool


def reasons(known: Known, *, paused: bool = False) -> Reasons:
    """Return the cues there is reason for now, each with the side it speaks of.

    Nothing that is stale or unsure is a reason, and nothing of the range while a guarded joint has
    no number; but a measured value past its ceiling always is. While the person pauses, only that
    is; while the camera is moved, only that and the moving itself. A movement that the camera does
    not measure gives no reason for anything: it goes by time and breath alone.
    """
    if not known.exercise.seen:
        return {}
    found: dict[str, Side | None] = {}
    if known.past_ceiling:
        found["soften-back"] = _one_side(known.past_ceiling)
    if paused:
        return found
    if known.moved:
        found["camera-moved"] = None
    if not known.seen:
        if known.unseen_s > (UNSEEN_S if known.met else WAKING_S):
            found["cannot-see"] = None
        return found
    if known.moved:
        return found
    found |= _of_seeing(known)
    if known.quality >= SURE_QUALITY and "cannot-see-joint" not in found:
        outside = _of_range(known)
        found |= outside | _of_moving(known) | ({} if outside else _of_comfort(known))
    return found


def _of_seeing(known: Known) -> dict[str, Side | None]:
    found: dict[str, Side | None] = {}
    if hidden := unguarded(known.exercise, known.verdicts):
        found["cannot-see-joint"] = _one_side(hidden)
    if known.aims and known.quality < SURE_QUALITY:
        found["step-back"] = None
    elif not known.past_ceiling:
        found |= _of_standing(known)
    return found


def _of_standing(known: Known) -> dict[str, Side | None]:
    """Return how to turn to the camera, where being turned away is what withholds the numbers.

    For a side view with the side that is nearer to the camera already.
    """
    turn_deg = known.viewpoint.turn_deg
    why = known.measures.withheld
    if isnan(turn_deg) or not any(why[aim.row] == Withheld.TURNED for aim in known.aims):
        return {}
    if known.exercise.view == "front":
        return {"stand-front": None}
    if min(abs(turn_deg), 180 - abs(turn_deg)) <= EITHER_SIDE_DEG:
        return {"stand-side": None}
    return {"stand-side": "right" if turn_deg > 0 else "left"}


def unguarded(exercise: Exercise, verdicts: Sequence[Verdict]) -> frozenset[Side | None]:
    """Return the sides on which a joint that moves, leading or following, has no number.

    From the side one limb hides the other; there the one in sight guards both.
    """
    moving = [verdict for verdict in verdicts if verdict.role != "steady"]
    in_sight = {verdict.measure.name for verdict in moving if not isnan(verdict.value)}
    return frozenset(
        verdict.measure.side
        for verdict in moving
        if isnan(verdict.value)
        and (exercise.view == "front" or verdict.measure.name not in in_sight)
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
            and excess_of(aim.target, verdict.value)
            > band_of(aim, float(known.measures.error[aim.row]))
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


def _one_side(sides: frozenset[Side | None]) -> Side | None:
    """Return the side where there is just one, else `None`."""
    return next(iter(sides)) if len(sides) == 1 else None
