"""What ``unhurried`` does where it is given nothing to do."""

import click

SIZE = 1280, 720


def start(context: click.Context) -> None:
    """Open the list of people behind the lock, where there is a store; else print the help.

    Raises
    ------
    click.ClickException
        Where there is a store and no display to show a window on: one line.
    StoreError, SettingsError, DefinitionError
        As `app.desk_run.run_desk` does.
    """
    from app.data_folder import place

    where = place()
    if not where.store.exists():
        click.echo(context.get_help())
        return
    from app.checkup import has_display

    if not has_display():
        raise click.ClickException(
            "no display here, and the list of people opens in a window; at a terminal, begin with: "
            "unhurried people list"
        )
    from app.desk_run import run_desk

    run_desk(where, SIZE)
