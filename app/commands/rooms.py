"""``unhurried rooms``: the rooms that groups practise in, and where their places are."""

from typing import TYPE_CHECKING

import click

from app.asking import Asking, secrets_option
from app.commands.options import need_display, seconds_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from records.rooms import Room
    from vision.zones import Zone

# As many places as a group has; `vision.places` holds the same.
MOST = 8


@click.group()
def rooms() -> None:
    """List, add, set and remove the rooms that groups practise in."""


@rooms.command("list")
@secrets_option()
def list_(asking: Asking) -> None:
    """List the rooms, each with how many places it has."""
    from app.opening import opened

    with opened(asking) as store:
        found = store.rooms.list()
    if not found:
        click.echo(
            "there is no room yet; add one with: unhurried rooms add NAME --places N", err=True
        )
        return
    for room in found:
        click.echo(f"{_places(room)}  {room.name}")


@rooms.command()
@click.argument("name")
@secrets_option()
def show(name: str, asking: Asking) -> None:
    """Show where in the picture each place of the room NAME is."""
    from app.opening import opened

    with opened(asking) as store:
        room = store.rooms.get(name).value
    for line in _lines(room):
        click.echo(line)


@rooms.command()
@click.argument("name")
@click.option(
    "--places",
    required=True,
    type=click.IntRange(1, MOST),
    metavar="N",
    help="How many mats or chairs: one to eight. They are laid out in one row, or in two.",
)
@secrets_option()
def add(name: str, places: int, asking: Asking) -> None:
    """Add the room NAME with places for N, as if nothing were known of it."""
    from app.opening import opened
    from vision.places import laid_out

    room = _room(name, laid_out(places))  # says what is amiss before the store opens
    with opened(asking) as store:
        store.rooms.add(room)
    click.echo(f"{room.name} was added with {_places(room)}")


@rooms.command("set")
@click.argument("name")
@click.option(
    "--source",
    metavar="SOURCE",
    help="camera, a camera's index or name, a video, a folder of images, or figure:group=4. "
    "Without it: the camera in the settings.",
)
@seconds_option()
@secrets_option()
def set_(name: str, source: str | None, seconds: float | None, asking: Asking) -> None:
    """Set the places of the room NAME over the camera's picture, in a window.

    People are looked for meanwhile: P puts a place where each of them is. The arrows move the place
    that is chosen, with Shift they make it larger; Enter keeps them, Esc twice leaves them as they
    were.
    """
    from app.opening import opened
    from app.settings import load_settings, settings_path

    need_display("places can be set where there is one; see: unhurried rooms add")
    settings = load_settings(settings_path())
    with opened(asking) as store:
        room = store.rooms.get(name).value
        from app.group.places_window import set_up_places

        found = set_up_places(
            source or settings.camera, room, None, settings, store, seconds=seconds
        )
    if found is None:
        click.echo(f"the places of {room.name} are as they were")
        return
    click.echo(f"{room.name} has {'1 place' if len(found) == 1 else f'{len(found)} places'} now")


@rooms.command()
@click.argument("name")
@click.option("--yes", "said_yes", is_flag=True, help="Forget it without asking once more.")
@secrets_option()
def remove(name: str, said_yes: bool, asking: Asking) -> None:
    """Forget the room NAME and where its places are."""
    from app.opening import opened

    with opened(asking) as store:
        room = store.rooms.get(name).value
        if not (said_yes or asking.yes(f"Forget {room.name} and its {_places(room)}?")):
            raise click.Abort
        store.rooms.remove(room.name)
    click.echo(f"{room.name} was forgotten")


def _room(name: str, zones: "tuple[Zone, ...]") -> "Room":
    from pydantic import ValidationError

    from records.rooms import Room

    try:
        return Room(name=name, zones=zones)
    except ValidationError:
        raise click.BadParameter(
            f"{name[:40]!a} is no name of a room; use one line of at most 300 characters",
            param_hint="'NAME'",
        ) from None


def _places(room: "Room") -> str:
    count = len(room.zones)
    return "1 place" if count == 1 else f"{count} places"


def _lines(room: "Room") -> "Iterator[str]":
    yield f"{room.name}: {_places(room)}, in hundredths of the picture's width and height"
    for zone in sorted(room.zones, key=lambda each: each.number):
        across = f"{100 * zone.left:.0f} to {100 * (zone.left + zone.width):.0f}"
        down = f"{100 * zone.top:.0f} to {100 * (zone.top + zone.height):.0f}"
        yield f"place {zone.number}: {across} from the left, {down} from the top"
