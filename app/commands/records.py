"""``unhurried records``: what is kept of practices: listed, shown and looked over."""

import click

from app.commands.records_export import export


@click.group()
def records() -> None:
    """List, show and look over what is kept of practices."""


records.add_command(export)
