"""Setting the places of a room over its live picture."""

from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING

from app.clock import Cadence, monotonic
from app.group.leaving import Leaving, say_nothing_began
from app.group.room_page import RoomPage
from app.group.scanning import ScanningSource
from app.group.windows import Closed, Windows
from app.settings import Settings, keep_choices
from ui.group.places_view import PlacesAsked
from ui.inputs import Press
from vision.places import laid_out
from vision.zones import Zone

if TYPE_CHECKING:
    from records.rooms import Room
    from records.store import Store
    from vision.source import Source

SIZE = 1280, 720
# The picture of the room is drawn anew so often a second: nobody moves to it.
DISPLAY_FPS = 30


def set_up_places(
    source: str,
    room: "Room | None",
    count: int | None,
    settings: Settings,
    store: "Store | None" = None,
    *,
    windows: Windows | None = None,
    seconds: float | None = None,
) -> tuple[Zone, ...] | None:
    """Return the places of a room as they were set; `None` where they were left as they were.

    Parameters
    ----------
    source
        As it is named on the command line.
    room
        The room to begin from; without one, `count` places are laid out, or none.
    store
        Where a room is kept once its places were set; nothing is kept without either.
    windows
        Windows that are there already, in the leader's of which it is done, and where it is said
        that nothing began without places; a window of its own otherwise.
    seconds
        Leave after so long, if given.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    from app.sources import open_practice
    from exercises.library import find_exercise

    drawn = find_exercise("sunrise-arms-standing")

    def opened() -> "Source":
        return open_practice(source, drawn, in_time=True)

    zones = room.zones if room is not None else () if count is None else laid_out(count)
    if windows is not None:
        found = set_places(opened, zones, windows, settings.language, seconds)
        if found is None:
            say_nothing_began()
    else:
        with Windows(settings, SIZE, one=True) as own:
            found = set_places(opened, zones, own, settings.language, seconds)
            keep_choices(settings, own.choices)
    if found and room is not None and store is not None:
        before = store.rooms.get(room.name)
        store.rooms.update(before.value.model_copy(update={"zones": found}), before.row_version)
    return found


def set_places(
    open_source: "Callable[[], Source]",
    zones: Sequence[Zone],
    windows: Windows,
    language: str,
    seconds: float | None = None,
) -> tuple[Zone, ...] | None:
    """Set places in windows that are there; `None` where they were left as they were.

    A window that is closed comes back with the places as they are; see `Leaving`.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    pane = windows.leader or windows.projected
    assert pane is not None
    page, leaving = RoomPage(pane.size, zones, language), Leaving(windows)
    cadence, ends_s = Cadence(DISPLAY_FPS), monotonic() + (inf if seconds is None else seconds)
    with ScanningSource(open_source) as live:
        while True:
            t = cadence.begin()
            live.newest(t)
            for happened in list(windows.happened(t)):
                if isinstance(happened, Closed):
                    if leaving.closed(happened, t):
                        return None
                    continue
                asked = page.take(happened.what)
                if asked is PlacesAsked.LEAVE:
                    held = isinstance(happened.what, Press) and happened.what.repeated
                    if not held and leaving.escaped(t):
                        return None
                    continue
                leaving.stay()
                if asked is PlacesAsked.KEEP and page.zones:
                    return page.zones
            if t > ends_s:
                return page.zones or None
            pane = windows.leader or windows.projected
            assert pane is not None
            page.resize(pane.size)
            last = live.last
            frame, people = (None, None) if last is None else (last.frame, last.people)
            said = leaving.said(t) or _said(live.notice(t), looked=people is not None)
            page.draw(pane.surface, frame, people, said, windows.choices, t)
            cadence.beat()
            pane.present()


def _said(notice: str | None, *, looked: bool) -> str | None:
    """Return what is said of the camera, or that people are still being looked for."""
    if notice == "notice.opening":
        return "rooms.opening"
    if notice is not None:
        return notice
    return None if looked else "rooms.looking"
