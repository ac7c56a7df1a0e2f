"""A bar on standard error that follows a long work, where somebody is looking."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from records.told import Told


@contextmanager
def following(label: str, of_what: str) -> "Iterator[Told]":
    """Give what moves a bar along; nothing is written where standard error is no terminal.

    Parameters
    ----------
    label
        What stands before the bar, such as a code.
    of_what
        What is counted, as in ``practices``.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[said]}", markup=False),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task(label, total=None, said="")

        def told(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of, said=f"{done} of {of} {of_what}")

        yield told
