"""``unhurried records verify``: whether all that is kept of practices is as it was written."""

import json
import sys

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.person_options import PersonCode


@click.command()
@click.option("--person", "code", type=PersonCode(), metavar="CODE", help="Of this person alone.")
@json_option()
@secrets_option()
def verify(code: str | None, as_json: bool, asking: Asking) -> None:
    """Look over every practice: its checksum, its angles, and whether their times fit.

    What is damaged is named. Ends with 1 where anything is.
    """
    from app.bar import following
    from app.commands.store import key_of
    from app.data_folder import place
    from records.errors import NoStore
    from records.verifying_practices import verify_practices

    where = place()
    key = key_of(where, asking)
    if not where.store.is_file():
        raise NoStore(where.store)
    with following("looking over", "practices") as told:
        found = verify_practices(where.store, key, code, told)
    if as_json:
        damage = [
            {
                "practice": str(each.practice_id),
                "code": each.code,
                "day": each.day.isoformat(),
                "chunk": each.chunk,
                "what": each.what,
            }
            for each in found.damage
        ]
        whole = {"practices": found.practices, "chunks": found.chunks, "damage": damage}
        click.echo(json.dumps(whole, indent=1))
    else:
        for each in found.damage:
            click.echo(str(each), err=True)
        if not found.damage:
            click.echo(f"all is well; {found.practices} practices, {found.chunks} chunks of angles")
    if found.damage:
        click.echo("bring a backup back with: unhurried store restore", err=True)
        sys.exit(1)
