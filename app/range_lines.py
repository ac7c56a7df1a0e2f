"""Signed ranges in lines, for staff."""

from collections.abc import Iterable, Iterator
from datetime import date

from exercises.exercise import Exercise
from exercises.own_targets import own_targets
from exercises.range_draft import RangeDraft
from exercises.signed_range import SignedRange
from exercises.unit_words import UNIT_SIGNS
from vision.measures import INDEX, MEASURES


def signed_lines(ranges: Iterable[SignedRange], today: date) -> Iterator[str]:
    """Yield the ranges under the movements they are for, in the order they come."""
    movement = None
    for signed in ranges:
        if signed.exercise_id != movement:
            movement = signed.exercise_id
            yield movement
        yield f"  {signed_line(signed, today)}"


def signed_line(signed: SignedRange, today: date) -> str:
    """Return one version in one line."""
    parts = [
        draft_line(signed),
        f"version {signed.version}, {_how(signed)}",
        f"signed by {signed.signed_by} on {signed.signed_on}",
        f"review {'due since' if signed.review_due(today) else 'on'} {signed.review_on}",
    ]
    if signed.override_reason:
        parts.append(f"beyond the movement's own: {signed.override_reason}")
    return "; ".join(parts)


def draft_line(draft: RangeDraft | SignedRange) -> str:
    """Return which measure, what is comfortable, and what is never passed."""
    return (
        f"{draft.measure_key}: comfortable {draft.low:g} to {draft.high:g}, ceiling "
        f"{draft.ceiling:g}{unit_of(draft.measure_key)}"
    )


def unsigned_lines(held: Iterable[SignedRange], exercise: Exercise) -> Iterator[str]:
    """Yield what the movement, as it is offered, holds where no range in it is signed."""
    signed = {(own.measure_key, own.rising) for own in held}
    for own in own_targets(exercise):
        key, target = own.measure.key, own.target
        if (key, target.rising) not in signed:
            yield (
                f"{key}: none signed; the movement's own is comfortable {target.low:g} to "
                f"{target.high:g}, ceiling {target.ceiling:g}{unit_of(key)}"
            )


def due_line(ranges: Iterable[SignedRange], today: date) -> str:
    """Return what is to be added where some of `ranges` are to be looked at again."""
    due = sum(signed.review_due(today) for signed in ranges)
    return f"; review due for {due}" if due else ""


def unit_of(measure_key: str) -> str:
    """Return how the unit of a measure is written after a number."""
    return UNIT_SIGNS[MEASURES[INDEX[measure_key]].unit]


def _how(signed: SignedRange) -> str:
    if not signed.tops:
        return "set by hand"
    tops = ", ".join(f"{top:.0f}" for top in signed.tops)
    error = "" if signed.error is None else f" ± {signed.error:.0f}"
    view = f" in {signed.view} view" if signed.view else ""
    return f"from tops at {tops}{error}{view}"
