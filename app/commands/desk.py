"""``unhurried desk``: the staff's window."""

import click

from app.commands.options import window_size_option


@click.command()
@window_size_option()
def desk(size: tuple[int, int]) -> None:
    """Open the list of people, behind the lock; also where this machine is one person's home.

    Ctrl with plus and minus sets the type, F9 the colours, F11 the whole screen.
    """
    from app.data_folder import place
    from app.desk_start import need_window, open_desk
    from records.errors import NoStore

    where = place()
    if not where.store.exists():
        raise NoStore(where.store)
    need_window()
    open_desk(where, size)
