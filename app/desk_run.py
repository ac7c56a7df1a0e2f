"""The staff's window from its opening to its closing."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from app.clock import Cadence, monotonic
from app.desk import Desk
from app.desk_calibrating import begin_calibrating
from app.desk_deciding import Deciding
from app.desk_store import StoreThread
from app.desk_window import WOKEN, DeskWindow
from app.movements import movements
from app.settings import Settings, keep_choices, load_settings, settings_path
from exercises.programmes import presets
from ui.around import Around

if TYPE_CHECKING:
    from records.place import Place

# As many pictures a second as cameras give: what moves here follows them, and the rest of the
# processor is the pose model's.
DISPLAY_FPS = 30
# How long nothing has to happen before it is looked whether to lock; or, while one is awaited,
# whether to say that an answer takes a moment.
_LOOK_S, _SOON_S = 1.0, 0.2


def run_desk(where: "Place", size: tuple[int, int], source: str | None = None) -> None:
    """Show the staff's window for the store at `where` until it is closed.

    Parameters
    ----------
    source
        Where calibrating looks; `None` for the camera in the settings.

    Raises
    ------
    StoreError, SettingsError, DefinitionError
        Where the key, the settings or the library cannot be used: one line each.
    """
    from records.keys import how_it_opens
    from records.store import open_store

    settings = load_settings(settings_path())
    opened_by = "passphrase" if how_it_opens(where.key_file) == "passphrase" else "pin"
    around = around_now(settings)
    with (
        DeskWindow(settings, size) as window,
        StoreThread(lambda passphrase: open_store(where, passphrase), wake) as store,
        Desk(around, store, begin_calibrating(settings, source)) as desk,
    ):
        desk.begin_locked(opened_by)
        turn_until(desk, window, lambda: desk.closed)
        keep_choices(settings, window.choices)


def around_now(settings: Settings) -> Around:
    """Return what the screens have around them today."""
    known = movements().exercises
    return Around(
        movements=known,
        presets=tuple(presets().values()),
        today=datetime.date.today,
        language=settings.language,
        decides=Deciding(known),
        ask_every_weeks=settings.ask_every_weeks,
    )


def turn_until(desk: Desk, window: DeskWindow, over: Callable[[], bool]) -> None:
    """Take in what happens and draw what is seen, until it is over or the window is closed.

    A screen that stands still is drawn when something has happened; one that moves, at the
    display's rate.
    """
    cadence = Cadence(DISPLAY_FPS)
    stale = True
    while not over():
        moving = desk.top.moving
        t = cadence.begin() if moving else monotonic()
        waits = 0.0 if moving or stale else _SOON_S if desk.waiting else _LOOK_S
        inputs = window.inputs(waits)
        t = t if moving else monotonic()
        for event in inputs:
            desk.take(event, t)
        stale = desk.turn(t) or bool(inputs) or window.changed or stale
        if window.quit:
            desk.close()
            return
        if desk.top.moving:
            desk.follow(desk.top, desk.top.turn(t))
        if stale or desk.top.moving:
            if moving:
                cadence.beat()
            window.draw(desk.top, t)
            stale = False


def wake() -> None:
    """End the window's wait; called from the store's thread."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(WOKEN))
