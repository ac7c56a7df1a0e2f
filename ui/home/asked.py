"""What a person asks for at home."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from feedback.instruments import Filled
from feedback.ratings import DiaryEntry

Where = Literal[
    "today",
    "goals",
    "calendar",
    "card",
    "diary",
    "feelings",
    "symptoms",
    "triggers",
    "tried",
    "helped",
    "early-signs",
    "words",
    "both",
    "asking",
    "naming",
]
"""The screens: today; what is hoped for; the days; a card to read; the diary of a day, what it
consists of; the two entries of a day that was noted in two places; a question of those that are
asked every few weeks, and naming an activity for them."""


@dataclass(frozen=True, slots=True)
class Go:
    """To another screen."""

    to: Where


@dataclass(frozen=True, slots=True)
class OpenDay:
    """To the diary of a day."""

    day: date


@dataclass(frozen=True, slots=True)
class Noted:
    """All of a day's entry, as it stands now."""

    entry: DiaryEntry


@dataclass(frozen=True, slots=True)
class AsBefore:
    """What was changed in the diary is put back."""


@dataclass(frozen=True, slots=True)
class Practise:
    """To the practice; `short` for a break of two minutes."""

    short: bool = False


@dataclass(frozen=True, slots=True)
class Settle:
    """Which of two entries of one day is kept: ``together`` for what is in both."""

    keep: Literal["together", "mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What is answered so far of what is asked every few weeks, and which question is next.

    Attributes
    ----------
    filled
        All of it, as it stands now.
    question
        Which of `ui.home.questions.questions`, from 0; `None` where nothing more is asked.
    """

    filled: Filled
    question: int | None


@dataclass(frozen=True, slots=True)
class Leave:
    """Close the window."""


HomeAsked = Go | OpenDay | Noted | AsBefore | Practise | Settle | Answered | Leave
"""One thing a person asks for."""
