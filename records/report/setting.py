"""How large, how long and how many: the sizes of a page, and what is cut where it has to fit."""

from dataclasses import dataclass

MARGIN = 16.0
"""Millimetres at either side of a page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a report is set.

    Attributes
    ----------
    body
        Points of running text.
    scale
        What charts and drawings are scaled by.
    own_lines
        Lines that somebody's own words may take.
    lines
        Lines that any other paragraph may take.
    rows
        Rows of a table.
    cell_lines
        Lines of one cell.
    many
        How many paragraphs of one kind follow each other at most.
    """

    body: float
    scale: float = 1.0
    own_lines: int = 8
    lines: int = 30
    rows: int = 400
    cell_lines: int = 4
    many: int = 400

    @property
    def small(self) -> float:
        """Points of asides."""
        return self.body * 0.9

    @property
    def heading(self) -> float:
        """Points of headings."""
        return self.body * 1.2

    @property
    def fact(self) -> float:
        """Points of what is to be seen at a glance."""
        return self.body * 1.75

    @property
    def title(self) -> float:
        """Points of the title."""
        return self.body * 2.0

    @property
    def foot(self) -> float:
        """Points of the small print."""
        return min(self.body * 0.76, 7.2)


def settings_for(*, one_page: bool, large: bool) -> tuple[Setting, ...]:
    """Return how a report is set: where it has to fit one page, the roomiest first."""
    body = 11.5 if large else 8.8
    if not one_page:
        return (Setting(body),)
    return (
        Setting(body, 1.3, own_lines=8, lines=14, rows=40, cell_lines=3, many=12),
        Setting(body, 1.0, own_lines=8, lines=14, rows=40, cell_lines=3, many=12),
        Setting(body * 0.96, 0.84, own_lines=5, lines=10, rows=14, cell_lines=3, many=8),
        Setting(body * 0.92, 0.7, own_lines=3, lines=6, rows=10, cell_lines=2, many=6),
        Setting(body * 0.88, 0.55, own_lines=2, lines=4, rows=7, cell_lines=2, many=4),
        Setting(body * 0.84, 0.42, own_lines=1, lines=2, rows=4, cell_lines=1, many=3),
        Setting(body * 0.8, 0.32, own_lines=1, lines=1, rows=2, cell_lines=1, many=1),
    )
