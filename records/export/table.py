"""A table with its columns described, as CSV that a spreadsheet opens without running any of it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from math import isfinite
from typing import Literal

Cell = str | int | float | bool | date | datetime | time | None
Holds = Literal["plain", "words", "staff"]

DECIMALS = 4
"""Finer than anything that is measured, and short enough to read (a default of ours)."""

BOM = b"\xef\xbb\xbf"
"""Tells a spreadsheet that the file is UTF-8."""

# What a spreadsheet takes for the beginning of a formula, or passes over to find one: the signs,
# their full-width forms, which some take for the same, and the controls.
_ALIVE = tuple("=+-@＝＋－＠\t\r\n")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes
    ----------
    name
        What stands at its head.
    meaning
        What it holds, in a line of English for the data dictionary.
    unit
        In which unit, written at the head in brackets; empty where there is none.
    holds
        The person's own ``words``, what ``staff`` wrote or who they are, or else ``plain``. A
        research set leaves out the second, and the first where nobody agreed to it.
    """

    name: str
    meaning: str
    unit: str = ""
    holds: Holds = "plain"

    @property
    def head(self) -> str:
        """Its head: the name, and the unit in brackets."""
        return f"{self.name} ({self.unit})" if self.unit else self.name


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows of as many cells each."""

    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]

    def without(self, *holding: Holds) -> "Table":
        """Return the table without the columns that hold one of these."""
        kept = [i for i, column in enumerate(self.columns) if column.holds not in holding]
        columns = tuple(self.columns[i] for i in kept)
        return Table(columns, ([row[i] for i in kept] for row in self.rows))


def defused(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula: an apostrophe goes before it."""
    return f"'{text}" if text.startswith(_ALIVE) else text


def written(cell: Cell) -> str:
    """Return one cell as it stands in the file; what is not known, NaN included, is blank."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return defused(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return _number(cell)
    return cell.isoformat()


def csv_lines(table: Table) -> Iterator[bytes]:
    """Yield the file piece by piece: a byte order mark, the heads, then a line for each row."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    yield BOM
    for row in _all_rows(table):
        writer.writerow(row)
        yield line.getvalue().encode("utf-8", errors="replace")
        line.seek(0)
        line.truncate()


def csv_bytes(table: Table) -> bytes:
    """Return the whole file."""
    return b"".join(csv_lines(table))


def _all_rows(table: Table) -> Iterator[list[str]]:
    yield [column.head for column in table.columns]
    for row in table.rows:
        yield [written(cell) for cell in row]


def _number(number: float) -> str:
    if not isfinite(number):
        return ""
    text = f"{number:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
