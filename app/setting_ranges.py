"""Ranges set by hand: what a therapist asks for, made into drafts that hold for the movement."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import click
from pydantic import ValidationError

from app.offering import offered_or_why
from app.one_fault import one_fault
from exercises.exercise import Exercise
from exercises.fault import did_you_mean
from exercises.own_targets import OwnTarget, own_targets
from exercises.person import Person
from exercises.range_draft import RangeDraft
from exercises.ranges import TOWARD_LEFT, SafeRange
from exercises.signed_range import SignedRange
from exercises.versions import RangeRefused, check_range, safe_ranges
from exercises.versions import signed_drafts as signed_now


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for; what is `None` stays as it holds now.

    Attributes
    ----------
    measure
        Name of the measure; `None` for the one that leads.
    side
        ``left``, ``right`` or ``both``.
    comfort
        Both ends, in either order.
    ceiling
        The hard limit.
    override_reason
        Why the ceiling may lie beyond the movement's own.
    """

    measure: str | None
    side: str
    comfort: tuple[float, float] | None
    ceiling: float | None
    override_reason: str | None


def drafts_for(
    person: Person, exercise: Exercise, versions: Iterable[SignedRange], wish: Wish
) -> tuple[RangeDraft, ...]:
    """Return a draft for each side that is asked for.

    Raises
    ------
    click.ClickException
        Where the movement is hidden from the person or asks for no such measure, or where the
        range does not hold for it: one line.
    """
    if wish.comfort is None and wish.ceiling is None:
        raise click.UsageError("nothing to set: give --comfort LOW HIGH, --ceiling LIMIT, or both")
    offered = offered_or_why(exercise, person)
    chosen = _asked(offered, safe_ranges(versions, offered), wish)
    return tuple(_draft(own, offered, wish) for own in chosen)


def signed_drafts(
    drafts: Sequence[RangeDraft],
    person: str,
    initials: str,
    today: date,
    versions: Sequence[SignedRange],
    review_on: date | None = None,
) -> tuple[SignedRange, ...]:
    """Return the drafts as they would be signed now.

    Raises
    ------
    click.ClickException
        For what are no initials, or a review before today: one line.
    """
    try:
        return signed_now(drafts, person, initials, today, versions, review_on)
    except ValidationError as error:
        names = {"signed_by": "--sign", "override_reason": "--override-reason"}
        raise click.UsageError(one_fault(error, names)) from None


def _asked(exercise: Exercise, held: Sequence[SafeRange], wish: Wish) -> list[OwnTarget]:
    """Return what is to be set, as it holds now."""
    every = own_targets(exercise, held)
    if not every:
        raise click.ClickException(f"{exercise.id} is not measured: it runs by time and breath")
    lead = next((own for own in every if own.target.role == "lead"), every[0])
    name = wish.measure or lead.measure.name
    named = [own for own in every if name in (own.measure.name, own.measure.key)]
    if not named:
        known = dict.fromkeys(own.measure.name for own in every)
        hint = did_you_mean(name, known) or f"it asks for {', '.join(known)}"
        raise click.UsageError(f"{exercise.id} asks for no measure {name!a}; {hint}")
    chosen = [own for own in named if wish.side == "both" or own.side in (wish.side, None)]
    if not chosen:
        raise click.ClickException(f"{exercise.id}: its {wish.side} is not offered to this person")
    return chosen


def _draft(own: OwnTarget, exercise: Exercise, wish: Wish) -> RangeDraft:
    given = wish.comfort or (), () if wish.ceiling is None else (wish.ceiling,)
    # Numbers for both sides are the left's, and to the right of the middle the sign is another.
    turn = wish.side == "both" and own.side == "right" and own.measure.name in TOWARD_LEFT
    comfort, limit = (tuple(-number if turn else number for number in part) for part in given)
    low, high = sorted(comfort or (own.target.low, own.target.high))
    ceiling = limit[0] if limit else own.target.ceiling
    try:
        draft = RangeDraft(
            exercise_id=exercise.id,
            measure_key=own.measure.key,
            low=low,
            high=high,
            ceiling=ceiling,
        )
        return _checked(draft, exercise, wish.override_reason)
    except RangeRefused as refused:
        raise click.ClickException(str(refused)) from None
    except ValidationError as error:
        raise click.UsageError(f"{own.measure.key}: {one_fault(error)}") from None


def _checked(draft: RangeDraft, exercise: Exercise, reason: str | None) -> RangeDraft:
    """Return `draft` if it holds; the reason is kept only where it does not without."""
    try:
        check_range(draft, exercise)
    except RangeRefused:
        if reason is None:
            raise
        with_reason = {**draft.model_dump(), "override_reason": reason}
        draft = RangeDraft.model_validate(with_reason)
        check_range(draft, exercise)
    return draft
