"""Tables of plain aligned text, to be read on a screen, in a pipe or in a file."""

from collections.abc import Iterable, Sequence
from math import isnan

WIDEST = 110
GAP = "  "
NOTHING = "–"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1) -> str:
    """Return rows under a header, the first `left` columns to the left, all others to the right."""
    lines = [tuple(header), *(tuple(row) for row in rows)]
    wide = [max(len(line[column]) for line in lines) for column in range(len(header))]
    rule = tuple("-" * width for width in wide)

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.ljust(width) if column < left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(cells, wide, strict=True))
        )
        return GAP.join(padded).rstrip()

    return "\n".join(line(cells) for cells in (lines[0], rule, *lines[1:]))


def number(value: float, digits: int = 1, unit: str = "") -> str:
    """Return a number in figures, a dash for NaN."""
    return NOTHING if isnan(value) else f"{value:.{digits}f}{unit}"


def signed(value: float, digits: int = 1) -> str:
    """Return a number with its sign, a dash for NaN."""
    return NOTHING if isnan(value) else f"{value:+.{digits}f}"


def share(value: float) -> str:
    """Return a share (0–1) in percent, a dash for NaN."""
    return NOTHING if isnan(value) else f"{100 * value:.1f}%"


def headed(title: str, *parts: str) -> None:
    """Print a title and what belongs under it."""
    print(f"\n== {title} ==\n")
    print("\n\n".join(parts), flush=True)
