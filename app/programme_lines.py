"""Programmes and proposals in lines, for staff."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from exercises.copying import OwnCopy
from exercises.exercise import Exercise
from exercises.programme import Item, Programme
from feedback.change import Proposal
from words.tr import tr

if TYPE_CHECKING:
    from records.programmes import Applied


def applied_lines(applied: "Applied") -> Iterator[str]:
    """Yield one version of a person's programme."""
    day = applied.signed_at.astimezone().date()
    yield f"version {applied.version}, signed by {applied.signed_by} on {day}"
    yield from programme_lines(applied.programme)


def programme_lines(programme: Programme) -> Iterator[str]:
    """Yield a programme, a line for each movement."""
    days = f"; {', '.join(programme.days)}" if programme.days else ""
    yield f"{programme.id}: {programme.title}{days}"
    for number, item in enumerate(programme.items, start=1):
        yield f"  {number:2}. {item_line(item)}"
    if programme.note:
        yield f"  note: {programme.note}"


def item_line(item: Item) -> str:
    """Return one movement of a programme; what is as the movement has it is left out."""
    parts = [item.exercise_id]
    if item.sides != "both":
        parts.append(f"{item.sides} side")
    if item.repetitions is not None:
        parts.append(f"{item.repetitions} repetitions")
    if item.minutes is not None:
        parts.append(f"{item.minutes:g} minutes")
    if item.tempo != 1:
        parts.append(f"tempo {item.tempo:g}")
    if item.exhale_s:
        parts.append(f"breath out {item.exhale_s:g} s longer")
    if item.range_share != 1:
        parts.append(f"{100 * item.range_share:.0f}% of the range")
    if item.rest_s:
        parts.append(f"rest {item.rest_s:g} s")
    return ", ".join(parts)


def copy_lines(copy: OwnCopy) -> Iterator[str]:
    """Yield what became of a programme when it was copied for a person."""
    for before, after in copy.swapped:
        yield f"{after} stands in for {before}"
    for left in copy.left_out:
        yield f"{left.exercise_id} is left out: {'; '.join(tr(reason) for reason in left.because)}"


def proposal_lines(change: Proposal, movements: Mapping[str, Exercise]) -> Iterator[str]:
    """Yield what is proposed, and why, reason by reason."""
    exercise = movements.get(change.exercise_id)
    title = change.exercise_id if exercise is None else exercise.title
    of = f" of {change.measure_key}" if change.measure_key else ""
    yield f"{title}: {change.variable}{of} from {change.before:g} to {change.after:g}"
    for reason in change.reasons:
        yield f"  because: {tr(reason.id, 'en', **reason.values)}"
