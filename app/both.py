"""What two windows made of one thing, shown one under the other; nothing was overwritten."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from app.profile_lines import profile_lines
from app.programme_lines import programme_lines
from app.range_lines import signed_line
from exercises.person import Person
from exercises.programme import Programme
from exercises.signed_range import SignedRange

if TYPE_CHECKING:
    from records.errors import Stale


@contextmanager
def showing_both() -> Iterator[None]:
    """Show both where somebody else was quicker, before the error that says so goes on.

    Raises
    ------
    Stale
        As it was raised within.
    """
    from records.errors import Stale

    try:
        yield
    except Stale as stale:
        for line in both_lines(stale, date.today()):
            click.echo(line, err=True)
        raise


def both_lines(stale: "Stale[Any]", today: date) -> Iterator[str]:
    """Yield what is kept now, and what was to be kept."""
    yield from _under("theirs:", stale.theirs, today)
    yield from _under("yours:", stale.yours, today)


def _under(whose: str, value: Any, today: date) -> Iterator[str]:
    first, *others = _lines(value, today)
    yield f"{whose:8}{first}"
    yield from (f"{'':8}{line}" for line in others)


def _lines(value: Any, today: date) -> list[str]:
    if value is None:
        return ["none yet"]
    if isinstance(value, SignedRange):
        return [signed_line(value, today)]
    # A value with the version of its row, or a proposal with what became of it.
    inner = getattr(value, "value", None)
    if isinstance(inner, Person):
        return list(profile_lines(inner))
    if isinstance(inner, Programme):
        return [f"version {value.row_version}", *programme_lines(inner)]
    return [str(getattr(value, "state", "as it was proposed"))]
