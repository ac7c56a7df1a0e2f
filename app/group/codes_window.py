"""Taking people's codes in the leader's window while they arrive; all see the welcome meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from app.clock import Cadence, monotonic
from app.desk_store import StoreThread
from app.group.arriving import Arriving
from app.group.card_looking import CardSource
from app.group.leaving import Leaving, say_nothing_began
from app.group.pictures import Pictures
from app.group.ready import Ready
from app.group.welcoming import welcoming
from app.group.windows import Closed, Where, Windows
from feedback.group.group import Group
from vision.source import Source
from vision.zones import Zone

if TYPE_CHECKING:
    from records.store import Store

DISPLAY_FPS = 30


def take_codes(
    windows: Windows,
    made: Ready,
    store: "Store",
    ready: "Callable[[Mapping[int, str], Store], Ready]",
    open_source: Callable[[], Source] | None,
    zones: Sequence[Zone],
    language: str,
    *,
    seconds: float | None = None,
) -> Ready | None:
    """Return the practice ready for whoever is at which place; `None` where it was left.

    Nothing of it is kept here, and where it was left that is said. Codes are on the leader's window
    alone. A window that is closed comes back with all that was taken; see `Leaving`.

    Parameters
    ----------
    made
        The practice for those who were named before.
    store
        The open store; it stays open, and is asked on a thread of its own.
    ready
        Makes the practice ready for codes by the numbers of places.
    open_source
        Opens what is looked at for cards; `None` where codes are written alone.
    seconds
        Leave after so long, if given.

    Raises
    ------
    SourceError
        Where the source cannot be used.
    """
    pane = windows.leader
    assert pane is not None
    pictures, leaving = Pictures(windows, language), Leaving(windows)
    welcome = Group(made.plan).step(None, {}, 0.0).public
    cadence, ends_s = Cadence(DISPLAY_FPS), monotonic() + (inf if seconds is None else seconds)
    with ExitStack() as stack:
        thread = stack.enter_context(StoreThread(lambda _: store, closes=False))
        live = None
        if open_source is not None:
            live = stack.enter_context(CardSource(open_source, zones))
        places = sorted(made.plan.places)
        arriving = Arriving(
            pane.size, places, made.codes, thread, ready, language, cards=live is not None
        )
        while True:
            t = cadence.begin()
            for happened in list(windows.happened(t)):
                if isinstance(happened, Closed):
                    arriving.left = leaving.closed(happened, t) or arriving.left
                elif happened.where is Where.LEADER:
                    arriving.take(happened.what, t)
            seen = None if live is None else live.newest(t)
            if seen is not None:
                arriving.see(seen.held, t)
            arriving.answer(thread.answers(), t)
            if arriving.left or t > ends_s:
                say_nothing_began()
                return None
            if arriving.ready is not None:
                return arriving.ready
            pane = windows.leader
            assert pane is not None
            arriving.screen.resize(pane.size)
            notice = None if live is None else live.notice(t)
            view = arriving.view(t, "rooms.opening" if notice == "notice.opening" else notice)
            view = replace(view, closing=leaving.closing(t))
            arriving.screen.draw(pane.surface, view, windows.choices, t)
            pictures.draw(welcoming(welcome, t), windows.choices, t, None, {})
            cadence.beat()
            pane.present()
            windows.present()
