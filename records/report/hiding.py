"""Small cells hidden, also from whoever subtracts what is shown from a total.

In a table that shares out people among several cells, one to four people in a cell might be known
by it. Such a cell is hidden. It could be worked out from the total as long as it is alone, or as
long as those that are hidden leave it little room: so the next smallest go with it until there are
two at least, and each of them might be five or more for all that is shown. A cell of nobody is
shown: it tells of nobody.
"""

from collections.abc import Sequence

LEAST = 5
"""Fewer people than this, but not none, are hidden."""


def hidden_from(cells: Sequence[int]) -> tuple[int | None, ...]:
    """Return the cells with `None` for each that is hidden; their total may be shown.

    Where even all of them together leave no room, all are `None`, and so is the total to be: see
    `total_of`.
    """
    small = {row for row, count in enumerate(cells) if 0 < count < LEAST}
    if not small:
        return tuple(cells)
    hidden = set(small)
    others = sorted((count, row) for row, count in enumerate(cells) if count and row not in hidden)
    while not _enough(cells, hidden) and others:
        hidden.add(others.pop(0)[1])
    if not _enough(cells, hidden):
        return (None,) * len(cells)
    return tuple(None if row in hidden else count for row, count in enumerate(cells))


def total_of(cells: Sequence[int]) -> int | None:
    """Return the total as it may be shown: `None` under five people, and 0 of nobody."""
    total = sum(cells)
    return None if 0 < total < LEAST else total


def _enough(cells: Sequence[int], hidden: set[int]) -> bool:
    """Return whether each of those hidden might be five or more, for all that is shown."""
    total = sum(cells[row] for row in hidden)
    return len(hidden) >= 2 and total - (len(hidden) - 1) >= LEAST
