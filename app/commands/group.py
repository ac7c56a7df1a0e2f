"""``unhurried group``: lead a group, with a projected screen and a leader's window."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.asking import Asking, secrets_option
from app.commands.options import (
    need_display,
    out_option,
    seconds_option,
    stats_option,
    window_size_option,
)
from app.commands.person_options import StaffInitials
from app.commands.rooms import MOST

if TYPE_CHECKING:
    from records.store import Store


def _place_number(text: str) -> int | None:
    """Return the number of a place; `None` where no place can have it."""
    digits = text.strip()
    number = int(digits) if digits.isdecimal() and len(digits) <= len(str(MOST)) else 0
    return number if 1 <= number <= MOST else None


class AtPlace(click.ParamType[tuple[int, str]]):
    """A person's code at a place, as in ``3=P-0147``."""

    name = "place=code"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[int, str]:
        """Return the place's number and the code."""
        from exercises.code import CodeError, check_code

        if isinstance(value, tuple):
            return value
        place, given, code = str(value).partition("=")
        number = _place_number(place)
        if not given or number is None:
            self.fail(
                f"{str(value)[:40]!r} is not a place from 1 to {MOST} and a code; write it as in "
                "3=P-0147",
                param,
            )
        try:
            return number, check_code(code.strip())
        except CodeError as error:
            self.fail(str(error), param, context)


class PlaceNumbers(click.ParamType[frozenset[int]]):
    """Numbers of places, as in ``1,3,5``."""

    name = "places"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> frozenset[int]:
        """Return the numbers."""
        if isinstance(value, frozenset):
            return value
        numbers = [_place_number(part) for part in str(value).split(",")]
        if None in numbers:
            self.fail(
                f"{str(value)[:40]!r} is not a list of places from 1 to {MOST}; write it as in "
                "1,3,5",
                param,
            )
        return frozenset(number for number in numbers if number is not None)


@click.command()
@click.option(
    "--places",
    type=click.IntRange(1, MOST),
    metavar="N",
    help="How many places; they are laid out, and can be moved before it begins.",
)
@click.option("--room", metavar="NAME", help="The places as they were kept for this room.")
@click.option(
    "--programme", metavar="ID", help="What is practised; without it a programme for a group."
)
@click.option(
    "--person",
    "people",
    type=AtPlace(),
    multiple=True,
    metavar="PLACE=CODE",
    help="Who is at a place; may be said again. A place without a code keeps to the general "
    "ranges, narrower, and nothing is kept of it.",
)
@click.option(
    "--cards",
    is_flag=True,
    help="Take people's codes at the leader's window as they arrive: from the cards that they hold "
    "up, or written. Asked as well where a --room or a --person is named.",
)
@click.option(
    "--seated",
    type=PlaceNumbers(),
    default=frozenset(),
    metavar="PLACES",
    help="Which places are chairs, as in 1,3.",
)
@click.option(
    "--source",
    metavar="SOURCE",
    help="camera, a camera's index or name, a video, a folder of images, or figure:group=4. "
    "Without it: the camera in the settings.",
)
@click.option(
    "--guide-only",
    is_flag=True,
    help="No camera: the guide leads by breath, words and sound, and nobody is looked at.",
)
@click.option(
    "--one-window",
    is_flag=True,
    help="The projected screen alone, led by keys: Space pauses, arrows go on, R rests, L longer.",
)
@click.option(
    "--led-by",
    "initials",
    type=StaffInitials(),
    metavar="INITIALS",
    help="Who leads today; without it the next of the leaders in the settings.",
)
@seconds_option()
@window_size_option()
@click.option("--headless", is_flag=True, help="No window: write both screens to files in --out.")
@out_option("Folder for --headless. Nothing of a camera's picture is written.")
@stats_option()
@secrets_option()
def group(
    places: int | None,
    room: str | None,
    programme: str | None,
    people: tuple[tuple[int, str], ...],
    cards: bool,
    seated: frozenset[int],
    source: str | None,
    guide_only: bool,
    one_window: bool,
    initials: str | None,
    seconds: float | None,
    size: tuple[int, int],
    headless: bool,
    out: Path,
    stats: bool,
    asking: Asking,
) -> None:
    """Lead two to eight people before one camera and a projected screen.

    All see one calm picture; nobody is named in it. The leader's window stands on the laptop's own
    screen.
    """
    if guide_only and source is not None:
        raise click.UsageError("--guide-only looks at nobody; leave out --source")
    if places is not None and room is not None:
        raise click.UsageError("--room knows its places; leave out --places")
    twice = [place for place, _ in people if [p for p, _ in people].count(place) > 1]
    if twice:
        raise click.UsageError(f"place {twice[0]} is named twice; one person goes with one place")
    if cards and (headless or one_window):
        raise click.UsageError("--cards is for the leader's window; name people with --person")
    if not headless:
        need_display("use --headless --out DIR to write to files")
    from app.group.leader import leader_of
    from app.group.wish import GroupWish
    from app.settings import load_settings, settings_path

    settings = load_settings(settings_path())
    store = _store(asking) if people or room or cards else None
    try:
        kept = None if store is None or room is None else store.rooms.get(room).value
        looked_at = None if guide_only else source or settings.camera
        leads = initials or leader_of(date.today(), settings.leaders)
        wish = GroupWish(places, programme, dict(people), seated, looked_at, kept, leads)
        if headless:
            from app.group.run import lead_to_files

            lead_to_files(wish, settings, store, out, seconds=seconds)
            return
        from app.group.run import lead_in_windows

        lead_in_windows(
            wish, settings, store, size=size, one=one_window, seconds=seconds, stats=stats
        )
    finally:
        if store is not None:
            store.close()


def _store(asking: Asking) -> "Store":
    from app.opening import opened

    return opened(asking)
