"""``unhurried movements``: list, show and check movements."""

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from app.commands.options import Movement
from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.fault import DefinitionError
from exercises.library import library
from exercises.loading import load

LIST_WIDTH = 110
SIDES = {
    "each": "both sides, each counted",
    "together": "both sides together",
    "alternating": "left, then right",
    "midline": "no sides",
}


@click.group()
def movements() -> None:
    """List, show and check movements."""


@movements.command("list")
def list_() -> None:
    """List the movements of the library."""
    table = Table(box=None, pad_edge=False)
    for heading in ("id", "title", "posture", "view", "cycle", "sides"):
        table.add_column(heading, no_wrap=True)
    for exercise in library().values():
        table.add_row(
            exercise.id,
            exercise.title,
            exercise.posture,
            exercise.view,
            f"{exercise.cycle_s:g} s",
            exercise.sides,
        )
    # A line a movement even in a narrow terminal or a pipe, where rich would cut the columns.
    Console(width=max(Console().width, LIST_WIDTH)).print(table)


@movements.command()
@click.argument("movement", type=Movement(), metavar="ID")
def show(movement: Exercise) -> None:
    """Show one movement: how, ranges, phases, care."""
    console = Console(highlight=False)
    console.print(f"[bold]{movement.title}[/bold] ({movement.id}), {movement.posture}")
    console.print(movement.how)
    console.print(f"View: {movement.view}. {movement.camera}")
    console.print(f"Sides: {SIDES[movement.sides]}. Offered: {_offered(movement)}.")
    for target in movement.targets:
        console.print(f"  {_range(target)}")
    for phase in movement.phases:
        console.print(f"  {phase.seconds:g} s, {phase.breath}: {phase.words}")
    console.print(f"Prompt: {movement.prompt}")
    for care in movement.care:
        console.print(f"Care: {care}")
    if movement.variants:
        console.print(f"As well: {', '.join(movement.variants)}")


def _offered(movement: Exercise) -> str:
    about = f"about {movement.minutes:g} minutes"
    return f"{movement.repetitions} repetitions, {about}" if movement.repetitions else about


def _range(target: Target) -> str:
    return (
        f"{target.measure} ({target.role}): from {target.rest:g}, comfortable "
        f"{target.low:g} to {target.high:g}, ceiling {target.ceiling:g}"
    )


@movements.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
def check(files: tuple[str, ...]) -> None:
    """Check movement files; names every fault of each."""
    faulty = False
    for file in files:
        try:
            exercise = load(Path(file))
        except DefinitionError as error:
            faulty = True
            for fault in error.faults:
                click.echo(str(fault), err=True)
        except OSError as error:
            faulty = True
            click.echo(f"{file}: {error.strerror}", err=True)
        else:
            click.echo(f"{file}: {exercise.id}, nothing amiss")
    sys.exit(1 if faulty else 0)


@movements.command()
def schema() -> None:
    """Print the JSON Schema of a movement file, for editors."""
    from exercises.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
