"""What ``unhurried`` does where it is given nothing to do, and how the staff's window opens."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from records.place import Place

SIZE = 1280, 720


def start(context: click.Context) -> None:
    """Open home for the one person of this machine, else the list of people; without a store, help.

    Home opens where the store opens without a passphrase and holds exactly one person.

    Raises
    ------
    click.ClickException
        Where there is a store and no display to show a window on: one line.
    StoreError, SettingsError, DefinitionError
        As `app.desk_run.run_desk` and `app.home_run.run_home` do.
    """
    from app.data_folder import place

    where = place()
    if not where.store.exists():
        click.echo(context.get_help())
        return
    need_window(leave_open=True)
    from app.display import first_greeting
    from app.settings import load_settings, settings_path

    # Before the key and the store, which take longer to import than the window takes to open.
    first_greeting(load_settings(settings_path()), SIZE)
    if opens_by_itself(where):
        from app.home_run import run_home

        if run_home(where, SIZE):
            return
    open_desk(where)


def open_desk(where: "Place", size: tuple[int, int] = SIZE) -> None:
    """Open the list of people behind the lock.

    Raises
    ------
    StoreError, SettingsError, DefinitionError
        As `app.desk_run.run_desk` does.
    """
    from app.desk_run import run_desk

    run_desk(where, size)


def need_window(*, leave_open: bool = False) -> None:
    """Stop with one line where no window can be shown.

    Parameters
    ----------
    leave_open
        As of `app.has_display.has_display`.

    Raises
    ------
    click.ClickException
        Where there is no display.
    """
    from app.has_display import has_display

    if not has_display(leave_open=leave_open):
        raise click.ClickException(
            "no display here, and the list of people opens in a window; at a terminal, begin with: "
            "unhurried people list"
        )


def opens_by_itself(where: "Place") -> bool:
    """Return whether the store opens without a passphrase.

    Where its key cannot be read, the staff's window says so.
    """
    from records.key_errors import KeyFault
    from records.keys import how_it_opens

    try:
        return how_it_opens(where.key_file) in ("file", "keyring")
    except KeyFault:
        return False
