"""What is said of a practice at its end: how it was, in quiet words, and nothing to be weighed.

There are no scores in it. What became smaller is information, and resting is as much a part of it
as moving. The bounds are defaults of ours, unvalidated.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from feedback.easing import PAIN_RISE
from feedback.record import PracticeRecord
from feedback.said import Said, Scaled

Moved = Literal[
    "nothing", "moment", "minute", "few", "five", "ten", "quarter", "twenty", "half-hour", "long"
]
"""About how long was moved: `summary.moved-<this>` in the catalogues."""
Way = Literal["less", "same", "more"]
Win = Literal["stopped", "too-much", "rested", "flare", "smaller", "new", "stretchy", "came"]
"""A small win: `summary.win-<this>` in the catalogues."""

_UP_TO_S: tuple[tuple[Moved, float], ...] = (
    ("nothing", 5),
    ("moment", 45),
    ("minute", 90),
    ("few", 240),
    ("five", 450),
    ("ten", 750),
    ("quarter", 1050),
    ("twenty", 1500),
    ("half-hour", 2250),
)
_COMPARED: tuple[Scaled, ...] = ("pain", "mood", "energy")

DONE_S = 5.0
"""Whoever only looked at a movement for less than this has not done it."""
MOST_WINS = 3
"""No more small wins are told at once than can be taken in."""


@dataclass(frozen=True, slots=True)
class Change:
    """How something changed inside, from before to after."""

    what: Scaled
    way: Way


@dataclass(frozen=True, slots=True)
class Summed:
    """A practice as it is told at its end.

    Attributes
    ----------
    moved
        About how long was moved.
    movements
        Titles of the movements done, each once, in order.
    changes
        What changed inside, as far as it was said before and after.
    wins
        Small wins, at least one.
    contact
        Whether the clinician would like to hear of it: pain rose by two or more, a sign to stop at
        was named, or it was stopped.
    """

    moved: Moved = "nothing"
    movements: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    wins: tuple[Win, ...] = ("came",)
    contact: bool = False


def summed(record: PracticeRecord | None, said: Said, titles: Mapping[str, str]) -> Summed:
    """Return what is said of a practice.

    Parameters
    ----------
    record
        What remains of its movements; `None` where none was begun.
    said
        What was answered in it.
    titles
        The titles of movements, by id; one without is left out.
    """
    done = () if record is None else tuple(m for m in record.movements if m.active_s >= DONE_S)
    ids = dict.fromkeys(each.exercise_id for each in done)
    moved_s = 0.0 if record is None else sum(each.active_s for each in record.movements)
    rose = said.rose_by()
    return Summed(
        moved=next((word for word, most in _UP_TO_S if moved_s < most), "long"),
        movements=tuple(titles[each] for each in ids if each in titles),
        changes=tuple(_changes(said)),
        wins=tuple(_wins(record, said))[:MOST_WINS] or ("came",),
        contact=(rose is not None and rose >= PAIN_RISE) or bool(said.signs) or said.stopped,
    )


def _changes(said: Said) -> Iterator[Change]:
    before, after = dict(said.before), dict(said.after)
    if "pain" not in after and said.pain_marks:
        # Whoever stopped is asked nothing more; what they said last is how it is.
        after["pain"] = said.pain_marks[-1].pain
    for what in _COMPARED:
        if what in before and what in after:
            by = after[what] - before[what]
            yield Change(what, "less" if by < 0 else "more" if by > 0 else "same")


def _wins(record: PracticeRecord | None, said: Said) -> Iterator[Win]:
    """Yield what went well, what asked for most care first."""
    noticed = set() if record is None else {mark.what for mark in record.marks}
    if said.stopped:
        yield "stopped"
    if "too-much" in noticed:
        yield "too-much"
    if record is not None and record.rested_s > 0:
        yield "rested"
    if said.day == "flare":
        yield "flare"
    elif said.day != "usual":
        yield "smaller"
    if "new" in noticed:
        yield "new"
    if "stretchy" in noticed:
        yield "stretchy"
