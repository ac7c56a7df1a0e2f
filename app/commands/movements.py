"""``unhurried movements``: the commands about movements, each in a file of its own."""

import json

import click

from app.commands.movements_check import check
from app.commands.movements_list import list_
from app.commands.movements_new import new
from app.commands.movements_record import record
from app.commands.movements_sheet import sheet
from app.commands.movements_show import show


@click.group()
def movements() -> None:
    """List, show, check and make movements."""


@movements.command()
def schema() -> None:
    """Print the JSON Schema of a movement file, for editors."""
    from exercises.schema import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


for command in (list_, show, check, new, record, sheet):
    movements.add_command(command)
