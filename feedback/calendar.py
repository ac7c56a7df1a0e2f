"""Months and days, as a person looks back on them: no counts, no streaks."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Ago = Literal[
    "today",
    "yesterday",
    "two",
    "three",
    "four",
    "five",
    "six",
    "week",
    "weeks",
    "while",
]
"""How long ago a day was, as it is said: in days, about a week, some weeks, a while."""

_DAYS: tuple[Ago, ...] = ("today", "yesterday", "two", "three", "four", "five", "six")
# From so many days on it is some weeks, and a while (defaults of ours).
_WEEKS_FROM, _WHILE_FROM = 12, 60


@dataclass(frozen=True, slots=True)
class Month:
    """One month.

    Attributes
    ----------
    year, month
        Which: 1–9999 and 1–12.
    """

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month a day is in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def days(self) -> tuple[date, ...]:
        """All of its days."""
        first = self.first.toordinal()
        several = (date.fromordinal(first + i) for i in range(31) if _within(first + i))
        return tuple(day for day in several if Month.of(day) == self)

    @property
    def before(self) -> "Month":
        """The month before; the first there is stays."""
        if self.first == date.min:
            return self
        return Month.of(self.first - timedelta(days=1))

    @property
    def after(self) -> "Month":
        """The month after; the last there is stays."""
        last = self.days[-1]
        return self if last == date.max else Month.of(last + timedelta(days=1))

    def weeks(self) -> tuple[tuple[date | None, ...], ...]:
        """Return its weeks from Monday to Sunday; `None` where a day is of another month."""
        days: list[date | None] = [None] * self.first.weekday()
        days += self.days
        days += [None] * (-len(days) % 7)
        return tuple(tuple(days[i : i + 7]) for i in range(0, len(days), 7))


def ago(day: date, today: date) -> Ago:
    """Return how long before `today` a day was; a day to come is today."""
    past = max((today - day).days, 0)
    if past < len(_DAYS):
        return _DAYS[past]
    if past < _WEEKS_FROM:
        return "week"
    return "weeks" if past < _WHILE_FROM else "while"


def _within(ordinal: int) -> bool:
    return ordinal <= date.max.toordinal()
