"""Opening the store, with its passphrase asked for where it has one."""

from typing import TYPE_CHECKING

import click

from app.asking import Asking

if TYPE_CHECKING:
    from records.store import Store


def opened(asking: Asking) -> "Store":
    """Return the store of this machine, opened; close it, or use it as a context.

    Raises
    ------
    StoreError
        Where it cannot be opened: one line that says why, and what to do.
    click.ClickException
        Where a passphrase is needed and there is nobody to ask.
    """
    from app.data_folder import place
    from records.keys import how_it_opens
    from records.store import open_store

    where = place()
    passphrase = None
    if where.store.exists() and how_it_opens(where.key_file) == "passphrase":
        passphrase = asking.secret("Passphrase of the store")
    store = open_store(where, passphrase)
    if store.migrated_from is not None:
        click.echo(
            f"the store was brought to this program's form; as it was before it is in "
            f"{store.migrated_from}",
            err=True,
        )
    return store
