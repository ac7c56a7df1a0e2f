"""``unhurried doctor``: look over this machine."""

import sys

import click


@click.command()
def doctor() -> None:
    """Look over this machine, and say what to do about each fault.

    Exits with 1 where something that a practice needs is missing.
    """
    from rich.console import Console
    from rich.table import Table

    from app.checkup import Health, findings

    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False)
    for heading in ("", "what", "found", "what to do"):
        table.add_column(heading)
    needed_missing = False
    with console.status("looking over this machine ..."):
        for finding in findings():
            needed_missing |= finding.health is Health.MISSING
            mark = {Health.GOOD: "ok", Health.ABSENT: "-", Health.MISSING: "!"}[finding.health]
            table.add_row(mark, finding.what, finding.found, finding.advice)
    console.print(table)
    sys.exit(1 if needed_missing else 0)
