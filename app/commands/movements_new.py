"""``unhurried movements new``: a first file for a movement of one's own."""

from typing import Any, get_args

import click

from app.commands.options import Movement
from exercises.exercise import Exercise
from exercises.template import Posture


class NewId(click.ParamType[str]):
    """An id for a movement that is not there yet."""

    name = "id"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> str:
        """Return the id, or say what is amiss with it."""
        from pydantic import TypeAdapter, ValidationError

        from exercises.frozen import Slug

        try:
            return TypeAdapter(Slug).validate_python(value)
        except ValidationError:
            hint = "small letters, digits and hyphens, at most 60, as in arm-circles-seated"
            self.fail(f"{value!r} is no id: {hint}", param, context)


@click.command()
@click.argument("movement_id", type=NewId(), metavar="ID")
@click.option(
    "--posture",
    type=click.Choice(get_args(Posture)),
    help="What it is done in; seated where nothing is said.",
)
@click.option(
    "--like", type=Movement(), metavar="ID", help="Begin with a copy of this movement instead."
)
def new(movement_id: str, posture: Posture | None, like: Exercise | None) -> None:
    """Write a first file for a movement of your own, to be changed in any text editor.

    It is kept in your own folder of movements, where every command finds it by its ID.
    """
    from app.movements import IdTakenError, keep_own, movements, own_folder
    from exercises.own_folder import ENDING, next_number
    from exercises.template import like as copied
    from exercises.template import template

    if like is not None and posture is not None and posture != like.posture:
        raise click.UsageError(f"{like.id} is done {like.posture}; leave --posture away")
    file = str(own_folder() / f"{movement_id}{ENDING}")
    number = next_number(movements())
    if like is None:
        text = template(movement_id, posture or "seated", number, file)
    else:
        text = copied(like, movement_id, number, file)
    try:
        path = keep_own(movement_id, text)
    except IdTakenError as taken:
        raise click.ClickException(str(taken)) from None
    click.echo(f"written: {path}")
    click.echo("Open it in a text editor and change what you like. Then:")
    click.echo(f'  unhurried movements check "{path}"')
    click.echo(f"  unhurried practice {movement_id}")
