"""``unhurried people export``: all that is kept of a person, for themselves."""

import json
from datetime import datetime
from pathlib import Path

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option, language_option
from app.commands.person_options import by_option, code_argument


@click.command()
@code_argument()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.zip",
    help="Where to write it, or a folder to write it in; nothing is written over.",
)
@language_option("Of the page to read, as in de.")
@click.option("--with-name", is_flag=True, help="Let what they like to be called stand in it.")
@by_option()
@json_option()
@secrets_option()
def export(
    code: str,
    out: Path,
    language: str | None,
    with_name: bool,
    by: str | None,
    as_json: bool,
    asking: Asking,
) -> None:
    """Write all that is kept of CODE to one zip file, for themselves.

    In it are a page to read, index.html, in their language; all of it as data.json; tables that
    any spreadsheet opens; and of each practice the angles and where the body was seen. It is not
    encrypted: hand it to nobody else.
    """
    from app.bar import following
    from app.movements import told_movements
    from app.opening import opened
    from app.settings import load_settings, settings_path
    from records.export.gathering import gather
    from records.export.outgoing import Outgoing
    from records.export.own_copy import copy_name, write_copy

    spoken = language or load_settings(settings_path()).language
    now = datetime.now().astimezone()
    with opened(asking) as store:
        initials = store.staff.get(by).initials if by is not None else None
        dossier = gather(store, code)
        path = out / copy_name(dossier.code, now.date()) if out.is_dir() else out
        beside = {
            "proposals": store.proposals.history(dossier.code),
            "audit": store.audit.list(dossier.code, limit=1_000_000),
        }
        with Outgoing(path.parent, keep=True) as outgoing:
            counting = following(dossier.code, "practices")
            with outgoing.opened(path.name) as file, counting as moving:
                count = write_copy(
                    file,
                    dossier,
                    told_movements().exercises,
                    now,
                    spoken,
                    beside,
                    with_name=with_name,
                    done=moving,
                )
            store.audit.add("exported", initials, dossier.code, "own copy")
    if as_json:
        practices = len(dossier.practices)
        told = {"file": str(path), "files": count, "practices": practices, "encrypted": False}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(
        f"{dossier.code}: {count} files in {path}; it is not encrypted, and whoever has it reads it"
    )
