"""What a therapist's yes to a proposal changes: an item of the programme, or a range to sign."""

from collections.abc import Sequence

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.own_targets import own_targets
from exercises.programme import Programme
from exercises.range_draft import RangeDraft
from exercises.signed_range import SignedRange
from exercises.versions import latest, safe_ranges
from feedback.change import Proposal
from feedback.room_for_more import EXHALE_S, RANGE_SHARE

_NEAR = 1e-6


class Outdated(ValueError):  # noqa: N818 (something else was decided meanwhile)
    """A proposal that is no single small step from what holds now; it is worked out anew."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(
            f"{proposal.exercise_id}: {proposal.variable} from {proposal.before:g} to "
            f"{proposal.after:g} is no step from what holds now; nothing was changed"
        )


def accepted(programme: Programme, proposal: Proposal, exercise: Exercise) -> Programme:
    """Return `programme` with the change of one item that was proposed.

    A change of a signed range leaves the programme as it is: see `ranges_to_sign`.

    Parameters
    ----------
    programme
        What the person does now.
    proposal
        What the therapist says yes to.
    exercise
        The movement it is of.

    Raises
    ------
    Outdated
        Where no item is as it was when the change was proposed, or it would not be one repetition,
        a tenth of the range or half a second of breath.
    """
    if proposal.measure_key is not None:
        return programme
    most = {
        "repetitions": proposal.before + 1,
        "range": proposal.before * (1 + RANGE_SHARE),
        "exhale": proposal.before + EXHALE_S,
    }[proposal.variable]
    if not proposal.before < proposal.after <= most + _NEAR:
        raise Outdated(proposal)
    for row, item in enumerate(programme.items):
        now = {
            "repetitions": float(item.repetitions or exercise.repetitions),
            "range": item.range_share,
            "exhale": item.exhale_s,
        }[proposal.variable]
        if item.exercise_id == proposal.exercise_id and abs(now - proposal.before) < _NEAR:
            changed = item.model_validate({**dict(item), **_change(proposal)})
            items = (*programme.items[:row], changed, *programme.items[row + 1 :])
            return programme.model_copy(update={"items": items})
    raise Outdated(proposal)


def ranges_to_sign(
    versions: Sequence[SignedRange], proposal: Proposal, exercise: Exercise
) -> tuple[RangeDraft, ...]:
    """Return the range that a proposal asks to sign: the far end farther, the ceiling as it is.

    Where both sides move as one, both are there.

    Parameters
    ----------
    versions
        All versions of the person's ranges.
    proposal
        What the therapist says yes to, a change of a signed range.
    exercise
        The movement as it is offered to the person.

    Raises
    ------
    Outdated
        Where the range is not as it was when the change was proposed, or would not be a tenth
        farther at most and short of its ceiling.
    """
    held = own_targets(exercise, safe_ranges(versions, exercise))
    targets = {(own.measure.key, own.target.rising): own.target for own in held}
    target = targets.get((proposal.measure_key or "", bool(proposal.rising)))
    if target is None or not _is_a_step(target, proposal):
        raise Outdated(proposal)
    name = target.measure
    drafts = []
    for own in latest(versions):
        here = (
            targets.get((own.measure_key, own.rising)) if own.exercise_id == exercise.id else None
        )
        as_one = exercise.sides == "together" and here is not None and here.measure == name
        if here == target and (as_one or own.measure_key == proposal.measure_key):
            drafts.append(_farther(own, target, proposal.after))
    if not drafts:
        raise Outdated(proposal)
    return tuple(drafts)


def _is_a_step(target: Target, proposal: Proposal) -> bool:
    """Return whether a proposal is a tenth at most from what holds, and short of the ceiling."""
    way, farther = abs(proposal.before - target.rest), abs(proposal.after - target.rest)
    inside = farther < abs(target.ceiling - target.rest)
    same = abs(target.far - proposal.before) < _NEAR
    return same and inside and way < farther <= way * (1 + RANGE_SHARE) + _NEAR


def _farther(own: SignedRange, target: Target, far: float) -> RangeDraft:
    low, high = sorted((target.near, far))
    return RangeDraft(
        exercise_id=own.exercise_id,
        measure_key=own.measure_key,
        low=low,
        high=high,
        ceiling=target.ceiling,
        tops=own.tops,
        error=own.error,
        view=own.view,
        override_reason=own.override_reason,
    )


def _change(proposal: Proposal) -> dict[str, float | int]:
    if proposal.variable == "repetitions":
        return {"repetitions": round(proposal.after)}
    if proposal.variable == "range":
        return {"range_share": min(proposal.after, 1.0)}
    return {"exhale_s": proposal.after}
