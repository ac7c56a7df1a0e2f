"""A part of a profile: a column of what can be set, and the fields it says."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

from ui.around import Around
from ui.widgets.column import Column, Line
from ui.widgets.widget import Widget


class Section(ABC):
    """One part of a profile.

    Attributes
    ----------
    column
        What can be set.
    """

    def __init__(self, around: Around, lines: list[Line]) -> None:
        self.around = around
        self.column = Column(lines)

    @abstractmethod
    def name(self) -> str:
        """Return what the part is called."""

    @abstractmethod
    def fields(self) -> Mapping[str, Any]:
        """Return what is set, by the fields of `Person`.

        Raises
        ------
        ValueError
            With one line, where what is written is not what is asked for.
        """

    def did(self, widget: Widget) -> bool:
        """Answer what one of its widgets did; return whether the column has other widgets now."""
        return False
