"""``unhurried records``: what is kept of practices: listed, shown and looked over."""

import click

from app.commands.records_evaluate import evaluate
from app.commands.records_export import export
from app.commands.records_list import list_, show
from app.commands.records_prune import prune
from app.commands.records_report import report
from app.commands.records_verify import verify


@click.group()
def records() -> None:
    """List, show and look over what is kept of practices."""


records.add_command(export)
records.add_command(report)
records.add_command(evaluate)
records.add_command(list_)
records.add_command(show)
records.add_command(verify)
records.add_command(prune)
