"""``unhurried people forget``: all that is kept of a person goes, and a receipt remains."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.person_options import by_option, code_argument

if TYPE_CHECKING:
    from records.store import Store


@click.command()
@code_argument()
@click.option("--yes", "said_yes", is_flag=True, help="Do not ask for the code once more.")
@by_option()
@click.option(
    "--receipt",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where the receipt goes; by default the folder receipts beside the store.",
)
@secrets_option()
def forget(code: str, said_yes: bool, by: str | None, receipt: Path | None, asking: Asking) -> None:
    """Forget CODE: erase all that is kept of them, and write a receipt that names nobody.

    The code is to be typed once more. Profile, ranges, programme, practices with their angles,
    diary, answers, observations, packs and the key to their entries in the audit go at once; the
    store is built anew without free pages, and lines with the code are taken out of the log. It
    says which backups may hold them still, and what left the store before.
    """
    from app.data_folder import data_folder, place
    from app.opening import opened
    from records.backups_known import known_backups
    from records.errors import AlreadyThere
    from records.receipt import receipt_text

    if receipt is not None and receipt.exists():
        raise AlreadyThere("the file", str(receipt))
    if receipt is not None:
        _refuse_no_place(receipt)
    with opened(asking) as store:
        found = store.people.get(code).value.code
        initials = store.staff.get(by).initials if by is not None else None
        if not said_yes:
            _ask(found, asking)
        forgotten = store.forgetting.forget(found, initials)
        cleaned = _cleaned(store)
    lines = _taken_out(data_folder(), found)
    backups = known_backups(place())
    text = receipt_text(
        forgotten,
        cleaned=cleaned,
        log_lines=lines,
        backups=[(path.name, when) for path, when in backups],
    )
    where = receipt or place().folder / "receipts" / f"{forgotten.receipt_id}.txt"
    click.echo(text)
    written = _write(where, text)
    for path, when in backups:
        click.echo(f"may hold {found} still: {path}, made {when:%Y-%m-%d}", err=True)
    click.echo(f"{found} is forgotten{f'; the receipt is in {where}' if written else ''}", err=True)
    if not written:
        raise click.exceptions.Exit(1)


def _refuse_no_place(receipt: Path) -> None:
    """Refuse, before anything is erased, a receipt that could not be written."""
    folder = receipt.parent
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        raise click.ClickException(
            f"{folder}: not a folder that may be written; nothing was erased, choose another place "
            "for the receipt"
        )


def _ask(code: str, asking: Asking) -> None:
    typed = asking.secret(f"All that is kept of {code} will be erased. Type the code once more")
    if typed.strip().casefold() != code.casefold():
        raise click.ClickException("that is another code; nothing was erased")


def _cleaned(store: "Store") -> bool:
    from records.errors import StoreError

    try:
        return store.forgetting.clean_pages()
    except StoreError as error:  # what was erased stays erased
        click.echo(f"unhurried: {error}", err=True)
        return False


def _taken_out(folder: Path, code: str) -> int:
    from app.log_file import take_out

    try:
        return take_out(folder, code)
    except OSError as error:
        click.echo(
            f"unhurried: {error.filename or folder}: {error.strerror}; take lines with the code "
            "out of the log by hand",
            err=True,
        )
        return 0


def _write(where: Path, text: str) -> bool:
    """Write the receipt; where that cannot be, it is on the screen still."""
    from records.atomic_file import make_folder, write_whole

    try:
        if not where.parent.exists():
            make_folder(where.parent)
        write_whole(where, text.encode())
    except OSError as error:
        click.echo(
            f"unhurried: {where}: {error.strerror}; the receipt is above, copy it from there",
            err=True,
        )
        return False
    return True
