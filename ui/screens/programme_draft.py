"""A programme as it is being written; it holds only once it is signed."""

from collections.abc import Mapping
from typing import get_args

from exercises.programme import Item, Programme, Weekday
from ui.around import Around
from ui.widgets.column import Line
from ui.widgets.label import Label
from ui.widgets.note import Note
from ui.widgets.text_line import TextLine
from ui.widgets.toggle import Toggle

MOST_ITEMS = 40
_OWN_ID = "own"


class ProgrammeDraft:
    """The items, and the widgets of what is said of the whole.

    Parameters
    ----------
    programme
        What is begun from; `None` for nothing.

    Attributes
    ----------
    items
        The movements, in order.
    lines
        What can be set of the whole.
    """

    def __init__(self, around: Around, programme: Programme | None) -> None:
        tr = around.tr
        self._around = around
        self._id = _OWN_ID if programme is None else programme.id
        self.items: list[Item] = [] if programme is None else list(programme.items)
        title = tr("programme.new-title") if programme is None else programme.title
        self._title = TextLine(tr("programme.name"), title)
        set_days = () if programme is None else programme.days
        days: tuple[Weekday, ...] = get_args(Weekday)
        self._days: Mapping[Weekday, Toggle] = {
            day: Toggle(tr(f"day.{day}"), day in set_days) for day in days
        }
        self._note = Note(tr("programme.note"), "" if programme is None else programme.note, rows=3)
        toggles = list(self._days.values())
        self.lines: list[Line] = [
            self._title,
            Label(tr("programme.days-note")),
            toggles[:4],
            [*toggles[4:], Label("")],
            self._note,
        ]

    @property
    def full(self) -> bool:
        """Whether nothing more can be added."""
        return len(self.items) >= MOST_ITEMS

    def programme(self) -> Programme:
        """Return what is written.

        Raises
        ------
        ValueError
            With one line, where there is no movement or no title.
        """
        tr, title = self._around.tr, self._title.value.strip()
        if not title or not self.items:
            raise ValueError(tr("programme.needs-items" if title else "programme.needs-title"))
        return Programme(
            id=self._id,
            title=title,
            items=tuple(self.items),
            days=tuple(day for day, toggle in self._days.items() if toggle.value),
            note=self._note.value,
        )

    def add(self, exercise_id: str, after: int | None) -> int:
        """Add a movement after the item at `after`, or at the end; return its place."""
        at = len(self.items) if after is None else after + 1
        self.items.insert(at, Item(exercise_id=exercise_id))
        return at

    def take_out(self, at: int) -> int | None:
        """Take the item at `at` out; return the place of what comes into its place, if any."""
        del self.items[at]
        return min(at, len(self.items) - 1) if self.items else None

    def move(self, at: int, way: int) -> int:
        """Move the item at `at` one place, `way` -1 up or 1 down; return its place."""
        to = at + way
        if not 0 <= to < len(self.items):
            return at
        self.items[at], self.items[to] = self.items[to], self.items[at]
        return to
