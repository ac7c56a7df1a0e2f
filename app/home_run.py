"""Home's window from its opening to its closing, with the practices begun there."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from app.clock import Cadence
from app.desk_store import StoreThread
from app.home import Home, Ready
from app.home_window import HomeWindow
from app.keeping import Keeping
from app.movements import movements
from app.practised import Practised
from app.settings import Settings, keep_choices, load_settings, settings_path
from ui.next import Refused

if TYPE_CHECKING:
    from records.place import Place
    from records.store import Store

DISPLAY_FPS = 60


def run_home(
    where: "Place",
    size: tuple[int, int],
    source: str | None = None,
    seconds: float | None = None,
) -> bool:
    """Show home for the one person of the store at `where` until it is left.

    The window is there, with a greeting, before the store is opened.

    Parameters
    ----------
    source
        What a practice looks at; `None` for the camera in the settings.
    seconds
        Leave a practice after so long, if given.

    Returns
    -------
    bool
        Whether there was a home: not where the store cannot be opened, which the staff's window
        says why, nor where it holds nobody or several.

    Raises
    ------
    SettingsError, DefinitionError
        Where the settings or the library cannot be used: one line each.
    """
    settings = load_settings(settings_path())
    with (
        HomeWindow(settings, size) as window,
        StoreThread(lambda _: _opened(where)) as thread,
    ):
        window.greet(settings.language, datetime.now())
        thread.ask(None, only_one)
        known = movements().exercises
        code = _answered(thread, window, settings)
        if not isinstance(code, str):
            # Whoever closed it meanwhile wanted no other window.
            return window.quit
        home = Home(thread, code, known, settings)
        home.refresh()

        def practising(ready: Ready) -> None:
            _practise(home, ready, window, thread, source, seconds)

        try:
            _turn(home, window, practising)
        finally:
            if not home.closed:
                home.close()
            _keep(settings, home, window)
    for answer in thread.answers():
        if isinstance(answer.result, Refused):
            click.echo(f"what was noted last was not kept: {answer.result.line}", err=True)
    return True


def only_one(store: "Store") -> str | None:
    """Return the code of the one person there is; `None` where there are none or several."""
    listed = store.people.list(limit=2)
    return listed[0].code if len(listed) == 1 else None


def _opened(where: "Place") -> "Store":
    # Imported on the store's thread, as it takes longer than a window to open.
    from records.store import open_store

    return open_store(where)


def _answered(thread: StoreThread, window: HomeWindow, settings: Settings) -> object:
    """Return the first answer, looking after the window meanwhile; `None` where it is closed."""
    cadence = Cadence(DISPLAY_FPS)
    while not window.quit:
        for answer in thread.answers():
            return answer.result
        cadence.begin()
        window.inputs()  # nothing can be asked for yet
        if window.changed:
            window.greet(settings.language, datetime.now())
        cadence.beat()
    return None


def _keep(before: Settings, home: Home, window: HomeWindow) -> None:
    """Keep what was chosen at home, and which card is next."""
    now = home.settings
    keep_choices(
        before,
        window.choices,
        next_card=now.next_card,
        outline=now.outline,
        signs_read_on=now.signs_read_on,
    )


def _turn(home: Home, window: HomeWindow, practising: Callable[[Ready], None]) -> None:
    """Take in what happens and draw what is seen, until home is left."""
    cadence = Cadence(DISPLAY_FPS)
    while not home.closed:
        t = cadence.begin()
        home.liked(window.choices)
        for event in window.inputs():
            home.take(event, t)
        if window.quit:
            home.close()
            return
        home.turn(t)
        if home.ready is not None:
            practising(home.ready)
            cadence = Cadence(DISPLAY_FPS)
            continue
        cadence.beat()
        if home.there:
            window.show(home)


def _practise(
    home: Home,
    ready: Ready,
    window: HomeWindow,
    thread: StoreThread,
    source: str | None,
    seconds: float | None,
) -> None:
    """Practise, keep it while it runs and what remains, and come home."""
    keeping = Keeping(ready.person, datetime.now(UTC), movements=ready.led.every_movement())
    there = thread.store
    assert there is not None, "what is practised was read from it"

    def keep(done: Practised) -> None:
        home.practised(done, keeping)

    settings = home.settings
    with window.lent(settings) as lent, keeping.running(lambda: there) as follow:
        lent.draw_opening()
        # Imported with the window there, as it takes a while.
        from app.practising import practise
        from app.timings import Timings
        from vision.models import ModelError
        from vision.source import SourceError

        try:
            practise(
                source or settings.camera,
                ready.led,
                settings,
                lent,
                keep,
                timings=Timings(),
                seconds=seconds,
                follow=follow,
            )
        except (SourceError, ModelError):
            # In words for who is at home; `unhurried doctor` names each fault for staff.
            home.say("home.no-camera")
    home.came_back()
    # What was pressed while the practice ended was not meant for home.
    window.inputs()
