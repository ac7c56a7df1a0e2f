"""Telling how far a long work has come."""

from collections.abc import Callable

Told = Callable[[int, int], None]
"""Called with how many are done, of how many."""


def untold(done: int, of: int) -> None:
    """Tell nobody."""
