"""``unhurried store``: make, look after and bring back the store."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import json_option
from app.commands.store_looking import audit, tidy

if TYPE_CHECKING:
    from records.place import Place
    from records.verifying import Verified

OPENS = {
    "passphrase": "with its passphrase",
    "keyring": "without asking; its key is in this machine's keyring",
    "file": "without asking; its key is in the key file, which only its owner can read",
    "recovery": "with its recovery code only",
}
WRITE_IT_DOWN = (
    "Write this recovery code on paper and keep it apart from this machine. It opens the store and "
    "its backups when all else is lost, and is not shown again:"
)
passphrase_flag = click.option(
    "--passphrase", "wants_passphrase", is_flag=True, help="Open it with a passphrase, asked now."
)
keyring_flag = click.option(
    "--keyring/--no-keyring",
    default=None,
    help="Where a key that opens without asking goes: this machine's keyring where one works, or "
    "the key file. Without this: the keyring, but the file where UNHURRIED_HOME is set.",
)


@click.group()
def store() -> None:
    """Make, look after and bring back the store of people and practices."""


store.add_command(audit)
store.add_command(tidy)


@store.command()
@passphrase_flag
@keyring_flag
@secrets_option()
def init(wants_passphrase: bool, keyring: bool | None, asking: Asking) -> None:
    """Make an empty store.

    On a person's own laptop it opens without asking; a clinic gives it a --passphrase.
    """
    from app.data_folder import place
    from records.errors import StoreExists
    from records.store import make_store

    where = place()
    if where.store.exists():
        raise StoreExists(where.store)
    passphrase = asking.new_secret("New passphrase") if wants_passphrase else None
    made = make_store(where, passphrase, with_keyring=_with_keyring(keyring))
    click.echo(f"made {where.store}; it opens {OPENS[made.opens]}")
    _show_code(made.recovery_code)


@store.command()
@click.option("--remove", is_flag=True, help="From now on it opens without asking.")
@click.option("--recovery", is_flag=True, help="Use the recovery code: the passphrase is lost.")
@click.option("--new-recovery-code", is_flag=True, help="Only make a new recovery code.")
@keyring_flag
@secrets_option()
def passphrase(
    remove: bool, recovery: bool, new_recovery_code: bool, keyring: bool | None, asking: Asking
) -> None:
    """Set, change or remove the passphrase; the data is not touched."""
    from app.data_folder import place
    from records import keys
    from records.locking import held
    from records.writing_files import writing_files

    if remove and new_recovery_code:
        raise click.UsageError("--remove and --new-recovery-code are two different wishes")
    where = place()
    key = _recovered(where, asking) if recovery else key_of(where, asking)
    chosen = None
    if not (remove or new_recovery_code):
        chosen = asking.new_secret("New passphrase")
    with held(where), writing_files(where.key_folder):
        if new_recovery_code:
            code = keys.change_recovery_code(where.key_file, key)
        else:
            with_keyring = _with_keyring(keyring)
            keys.change_opening(where.key_file, key, chosen, with_keyring=with_keyring)
    if new_recovery_code:
        click.echo("the old recovery code opens the store no longer; it still opens old backups")
        _show_code(code)
    else:
        click.echo(f"the store opens {OPENS[keys.how_it_opens(where.key_file) or '']}")


@store.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@json_option()
@secrets_option()
def verify(file: Path | None, as_json: bool, asking: Asking) -> None:
    """Look over the store, or the backup FILE: every page, reference and entry.

    Ends with 1 where anything is damaged.
    """
    from app.data_folder import place
    from records.verifying import verify as look_over

    where = place()
    key = key_of(where, asking)
    looked_at = _there(file or where.store)
    found = look_over(looked_at, key)
    if as_json:
        said = {"file": str(looked_at), "form": found.form, "counts": dict(found.counts)}
        click.echo(json.dumps({**said, "faults": list(found.faults)}, indent=1))
    else:
        for fault in found.faults:
            click.echo(fault, err=True)
    if found.faults:
        click.echo("bring a backup back with: unhurried store restore", err=True)
        sys.exit(1)
    if as_json:
        return
    click.echo(f"{file or where.store}: all is well; {_counted(found)}")


@store.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@secrets_option()
def backup(file: Path | None, asking: Asking) -> None:
    """Write the whole store to FILE, encrypted as it is, and look it over.

    It may be in use meanwhile. The recovery code opens the backup on another machine; keep FILE
    and FILE.key together.
    """
    from app.data_folder import place
    from records.backing_up import back_up, default_backup, key_beside

    where = place()
    key = key_of(where, asking)
    _there(where.store)
    if file is None:
        where.backups.mkdir(mode=0o700, exist_ok=True)
        file = default_backup(where)
    elif file.is_dir():
        file = file / default_backup(where).name
    written = back_up(where, key, file)
    click.echo(f"{written}: written, opened and looked over; its key is in {key_beside(written)}")


@store.command()
@click.argument("file", type=click.Path(path_type=Path))
@passphrase_flag
@keyring_flag
@secrets_option()
def restore(file: Path, wants_passphrase: bool, keyring: bool | None, asking: Asking) -> None:
    """Bring the backup FILE back in the place of the store.

    It is opened and looked over first. The store that was there is kept beside it under another
    name. On a machine without a key the recovery code is asked for; --passphrase and --keyring
    then say how the store opens from now on.
    """
    from app.data_folder import place
    from records.restoring import Opening
    from records.restoring import restore as bring_back

    where = place()
    key = _key_if_any(where, asking)
    chosen = None
    if key is None and wants_passphrase:
        chosen = asking.new_secret("New passphrase")
    done = bring_back(
        where,
        file,
        key,
        lambda: asking.secret("Recovery code of the backup"),
        Opening(chosen, _with_keyring(keyring)),
    )
    click.echo(f"{where.store}: brought back; {_counted(done.found)}")
    if done.aside is not None:
        click.echo(f"the store that was there is now {done.aside}")


@store.command()
def where() -> None:
    """Say where the store, its key and its backups are."""
    from app.data_folder import place
    from records.keys import how_it_opens
    from records.network_folder import network_kind

    at = place()
    there = f"{at.store.stat().st_size:,} bytes" if at.store.exists() else "not made yet"
    opens = how_it_opens(at.key_file)
    for what, path, found in (
        ("data", at.folder, _kind(network_kind(at.folder))),
        ("store", at.store, there),
        ("key", at.key_file, f"opens {OPENS[opens]}" if opens else "not made yet"),
        ("backups", at.backups, _backups(at.backups)),
    ):
        click.echo(f"{what:8} {path}  ({found})")


def key_of(at: "Place", asking: Asking) -> bytes:
    """Return the key of the store of this machine, its passphrase asked for where it has one.

    Raises
    ------
    StoreError
        Where there is no store, or no key opens it.
    """
    from records.errors import NoStore
    from records.keys import find_key, how_it_opens

    opens = how_it_opens(at.key_file)
    if opens is None and not at.store.exists():
        raise NoStore(at.store)
    typed = asking.secret("Passphrase of the store") if opens == "passphrase" else None
    return find_key(at.key_file, typed)


def _key_if_any(at: "Place", asking: Asking) -> bytes | None:
    """Return the key of this machine; `None` where its file is lost or damaged."""
    from records.key_errors import KeyFileDamaged, KeyFileMissing
    from records.keys import find_key, how_it_opens

    try:
        opens = how_it_opens(at.key_file)
        typed = asking.secret("Passphrase of the store") if opens == "passphrase" else None
        return find_key(at.key_file, typed)
    except (KeyFileMissing, KeyFileDamaged):
        return None


def _recovered(at: "Place", asking: Asking) -> bytes:
    from records.key_file import read_key_file
    from records.keys import recover_key

    read_key_file(at.key_file)  # nothing is asked for a key that is not there
    return recover_key(at.key_file, asking.secret("Recovery code"))


def _there(path: Path) -> Path:
    from records.errors import NoStore

    if not path.is_file():
        raise NoStore(path)
    return path


def _with_keyring(keyring: bool | None) -> bool:
    return keyring if keyring is not None else not os.environ.get("UNHURRIED_HOME")


def _show_code(code: str) -> None:
    click.echo(f"{WRITE_IT_DOWN}\n\n    {code}\n")


def _counted(found: "Verified") -> str:
    return ", ".join(f"{count} {kind}" for kind, count in found.counts.items()) or (
        f"it has the older form {found.form}, and is brought up to date when it is opened"
    )


def _kind(network: str | None) -> str:
    return f"a network folder, {network}: a store cannot be kept here" if network else "here"


def _backups(folder: Path) -> str:
    count = len(list(folder.glob("*.db"))) if folder.is_dir() else 0
    return f"{count} of them" if count else "none yet"
