"""``unhurried movements list``: which movements there are, and which suit somebody."""

from collections.abc import Sequence

import click
from rich.console import Console
from rich.table import Table

from exercises.exercise import Exercise
from exercises.flags import FLAGS, Flag
from exercises.tags import TAGS, Tag

LIST_WIDTH = 132


@click.command("list")
@click.option(
    "--posture", type=click.Choice(["seated", "standing", "lying"]), help="Only those done so."
)
@click.option("--view", type=click.Choice(["front", "side", "any"]), help="Only those seen so.")
@click.option("--tag", type=click.Choice(TAGS), help="Only those good for it.")
@click.option(
    "--care",
    "flags",
    type=click.Choice(FLAGS),
    multiple=True,
    help="Only those suited to somebody with this flag; may be given more than once.",
)
@click.option(
    "--seen/--unseen",
    default=None,
    help="Only those that the camera measures, or only those run by time and breath alone.",
)
def list_(
    posture: str | None,
    view: str | None,
    tag: Tag | None,
    flags: tuple[Flag, ...],
    seen: bool | None,
) -> None:
    """List the movements: those of the library, and your own."""
    from app.movements import movements, say_left_out
    from exercises.offer import offered

    there = movements()
    found = [
        exercise
        for exercise in there.exercises.values()
        if posture in (None, exercise.posture)
        and view in (None, exercise.view)
        and (tag is None or tag in exercise.tags)
        and seen in (None, exercise.seen)
    ]
    hidden = [exercise for exercise in found if offered(exercise, flags).hidden]
    shown = [exercise for exercise in found if exercise not in hidden]
    _print(shown, own=frozenset(there.own))
    _print_counts(shown, hidden, flags)
    say_left_out(there)


def _print(shown: Sequence[Exercise], own: frozenset[str]) -> None:
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "title", "posture", "view", "measured", "cycle", "sides"):
        table.add_column(heading, no_wrap=True)
    for exercise in shown:
        table.add_row(
            exercise.id,
            f"{exercise.title} (own)" if exercise.id in own else exercise.title,
            exercise.posture,
            exercise.view,
            "yes" if exercise.seen else "time only",
            f"{exercise.cycle_s:g} s",
            exercise.sides,
        )
    # A line a movement even in a narrow terminal or a pipe, where rich would cut the columns.
    Console(width=max(Console().width, LIST_WIDTH)).print(table)


def _print_counts(
    shown: Sequence[Exercise], hidden: Sequence[Exercise], flags: Sequence[Flag]
) -> None:
    timed = sum(not exercise.seen for exercise in shown)
    click.echo(f"{len(shown)} movements, {timed} of them run by time and breath alone")
    if flags:
        names = ", ".join(exercise.id for exercise in hidden)
        said = f": {names}" if names else ""
        click.echo(f"left out for {' and '.join(flags)}: {len(hidden)}{said}")
