"""Everything that home shows at one moment: plain data."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from ui.home.asked import Where
from words.tr import tr

TimeOfDay = Literal["morning", "day", "evening"]


@dataclass(frozen=True, slots=True)
class Planned:
    """Today's practice.

    Attributes
    ----------
    title
        The programme's.
    movements
        The titles of its movements, in order.
    minutes
        About how many, rests included.
    free_day
        Whether the programme names days of the week, and today is none of them.
    """

    title: str
    movements: tuple[str, ...]
    minutes: float
    free_day: bool = False


@dataclass(frozen=True, slots=True)
class GoalShown:
    """What a person hopes for, the everyday activity, and the movements that help with it."""

    words: str
    activity: str
    movements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeAt:
    """What there is to show.

    Attributes
    ----------
    today, time_of_day
        The day on the wall, and what kind of greeting fits.
    where
        Which screen.
    name
        What the person likes to be called; empty where that is not kept.
    planned
        Today's practice; `None` where there is none.
    cleared
        Whether the person may practise; otherwise somebody looks at it with them first.
    short
        Whether a break of two minutes is offered.
    last
        The day of the last practice, where a reminder was asked for.
    goals
        What they hope for.
    practised, noted
        The days with a practice, and those with an entry in the diary.
    may_keep
        Whether they agreed that what they say is kept.
    entry
        The entry of the day that the diary is open at.
    changed
        Whether it is another than what is kept.
    theirs
        The entry that is kept, where another was written meanwhile.
    card
        Which card to read, from 0.
    scanning
        Whether everything is done with one key.
    filled, question
        What is asked every few weeks, as far as it is answered, and which question is open; `None`
        where it is not due.
    """

    today: date
    time_of_day: TimeOfDay = "day"
    where: Where = "today"
    name: str = ""
    planned: Planned | None = None
    cleared: bool = True
    short: bool = False
    last: date | None = None
    goals: tuple[GoalShown, ...] = ()
    practised: frozenset[date] = frozenset()
    noted: frozenset[date] = frozenset()
    may_keep: bool = True
    entry: DiaryEntry | None = None
    changed: bool = False
    theirs: DiaryEntry | None = None
    card: int = 0
    scanning: bool = False
    filled: Filled | None = None
    question: int = 0

    @property
    def note(self) -> DiaryEntry:
        """The entry that is open; one of today where none is."""
        return self.entry or DiaryEntry(day=self.today)


def spoken(text: str, language: str) -> str:
    """Return a title in the person's language; as it is written where it is nobody's but theirs."""
    try:
        return tr(text, language)
    except (KeyError, IndexError, ValueError):  # it looks like a key, or has braces of its own
        return text
