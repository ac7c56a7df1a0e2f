"""``unhurried store audit`` and ``store tidy``: who did what, and no trace of what was erased."""

import json
import sys

import click

from app.asking import Asking, secrets_option
from app.commands.person_options import PersonCode


@click.command()
@click.option("--person", "code", type=PersonCode(), metavar="CODE", help="Only of this person.")
@click.option("--last", type=click.IntRange(1), metavar="COUNT", help="Only so many, the newest.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: as JSON, one a line.")
@secrets_option()
def audit(code: str | None, last: int | None, as_json: bool, asking: Asking) -> None:
    """List who read, signed, exported, forgot; look over the chain of entries.

    A line each: number, when (UTC), action, by whom, whose data, and more.
    """
    from app.opening import opened

    with opened(asking) as store:
        faults = store.audit.verify()
        entries = store.audit.list(code, limit=sys.maxsize)
    for each in entries[-last:] if last is not None else entries:
        whose = "(forgotten)" if each.forgotten else each.code
        when = f"{each.at:%Y-%m-%d %H:%M:%S}"
        if as_json:
            said = {"number": each.number, "at": each.at.isoformat(), "action": each.action}
            more = {"by": each.by, "code": each.code, "forgotten": each.forgotten}
            click.echo(json.dumps({**said, **more, "detail": each.detail}))
            continue
        parts = (f"{each.number:>6}", when, f"{each.action:12}", f"{each.by or '-':6}")
        click.echo("  ".join((*parts, f"{whose or '-':12}", each.detail)).rstrip())
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        sys.exit(1)


@click.command()
@secrets_option()
def tidy(asking: Asking) -> None:
    """Build the store anew without free pages, so that no trace of what was erased is in it."""
    from app.opening import opened

    with opened(asking) as store:
        cleaned = store.forgetting.clean_pages()
    if not cleaned:
        raise click.ClickException(
            "another program reads the store; close it, and do this once more"
        )
    click.echo("the store was built anew; nothing that was erased is in its pages")
