"""What was practised, answered and observed, in a profile: the ways to it, and what is due."""

from exercises.person import Person
from ui.around import Around
from ui.desk_screen import DeskScreen
from ui.review.asking import AskingAtDesk
from ui.review.observing import Observing
from ui.review.practices import PracticeList
from ui.review.trend import TrendScreen
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.label import Label

KEYS = frozenset("thoq")
"""The letters that lead there from anywhere in a profile."""


def review_column(around: Around, *, asking_due: bool) -> Column:
    """Return the part's buttons."""
    tr = around.tr
    asking = "review.asking-due" if asking_due else "review.open-asking"
    return Column(
        [
            Button(tr("review.open-trend"), "T"),
            Button(tr("review.open-practices"), "H"),
            Button(tr("review.open-observing"), "O"),
            Button(tr(asking), "Q"),
            Label(tr("review.part-note")),
        ]
    )


def review_screen(around: Around, person: Person, key: str) -> DeskScreen:
    """Return the screen that a key of `KEYS` leads to."""
    if key == "t":
        return TrendScreen(around, person.code)
    if key == "h":
        return PracticeList(around, person.code)
    if key == "o":
        return Observing(around, person.code)
    return AskingAtDesk(around, person)
