"""A little more, one thing at a time, and only with a therapist's yes.

After a set number of comfortable practices one change of one variable of one movement may be
proposed: a repetition, up to a tenth of the range and never past its ceiling, or a longer breath
out. Nothing changes by itself, and with some flags nothing is ever proposed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exercises.exercise import Exercise
from exercises.flags import may_progress
from exercises.person import Person
from exercises.programme import Item, Programme
from exercises.signed_range import SignedRange
from feedback.change import Because, Decision, Proposal, Variable
from feedback.comfort import COMFORTABLE_PRACTICES, MOST_EFFORT, comfortable_run
from feedback.outcome import PracticeOutcome
from feedback.room_for_more import More, more_breath, more_range, more_repetitions

ORDER: tuple[Variable, ...] = ("repetitions", "range", "exhale")
"""Of the variables that were decided on equally often, the first is proposed first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What progression goes by.

    Attributes
    ----------
    person
        Whose programme it is.
    programme
        What they do now, with what was eased since it was signed (`feedback.easing.lasting`).
    versions
        All versions of their ranges.
    movements
        The movements there are, by id, as they are offered to this person.
    outcomes
        How their practices were, in any order.
    decisions
        What was proposed before and answered, in any order.
    """

    person: Person
    programme: Programme
    versions: Sequence[SignedRange]
    movements: Mapping[str, Exercise]
    outcomes: Sequence[PracticeOutcome]
    decisions: Sequence[Decision] = ()


def proposal(known: Known, today: date) -> Proposal | None:
    """Return the one change that may be proposed `today`, or `None`.

    Of all movements that were comfortable since the last answer, the one that felt easier most
    often comes first, then the one that stands first in the programme; of its variables the one
    that was decided on least often.

    Parameters
    ----------
    known
        What it goes by. While a proposal waits for an answer none is to be asked for.
    today
        The date.
    """
    person = known.person
    cleared = person.screening is None or person.screening.cleared
    if not may_progress(person.flags) or not cleared:
        return None
    since = max((decision.on for decision in known.decisions), default=date.min)
    late = sorted((o for o in known.outcomes if since < o.on <= today), key=lambda o: o.on)
    ready = []
    for row, item in enumerate(known.programme.items):
        run = comfortable_run(late, item.exercise_id)
        if len(run) >= COMFORTABLE_PRACTICES and item.exercise_id in known.movements:
            ready.append((-_easier(run, item.exercise_id), row, item, run))
    for _, _, item, run in sorted(ready, key=lambda each: each[:2]):
        more = _first_with_room(known, item)
        if more is not None:
            return _proposal(item, more, run, today)
    return None


def _first_with_room(known: Known, item: Item) -> More | None:
    """Return what may be more, of the variable that was decided on least often."""
    exercise = known.movements[item.exercise_id]
    decided = [
        decision.proposal.variable
        for decision in known.decisions
        if decision.proposal.exercise_id == item.exercise_id
    ]
    rooms = {
        "repetitions": lambda: more_repetitions(item, exercise),
        "range": lambda: more_range(item, exercise, known.versions),
        "exhale": lambda: more_breath(item, exercise),
    }
    for variable in sorted(ORDER, key=decided.count):
        more = rooms[variable]()
        if more is not None:
            return more
    return None


def _proposal(item: Item, more: More, run: Sequence[PracticeOutcome], today: date) -> Proposal:
    easier = _easier(run, item.exercise_id)
    reasons = (
        Because(
            id="because.comfortable-practices",
            values={"count": len(run), "since": run[0].on.isoformat()},
        ),
        Because(id="because.no-pain-rise"),
        Because(
            id="because.effort",
            values={"most": max(o.effort or 0 for o in run), "allowed": MOST_EFFORT},
        ),
        Because(id="because.felt", values={"easier": easier, "same": len(run) - easier}),
        *more.reasons,
    )
    return Proposal(
        exercise_id=item.exercise_id,
        variable=more.variable,
        before=more.before,
        after=more.after,
        measure_key=more.measure_key,
        rising=more.rising,
        on=today,
        reasons=reasons,
    )


def _easier(run: Iterable[PracticeOutcome], exercise_id: str) -> int:
    """Return how often a movement felt easier than the time before."""
    felt = (outcome.of(exercise_id) for outcome in run)
    return sum(each is not None and each.answer == "easier" for each in felt)
