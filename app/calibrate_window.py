"""One calibration in a window of its own."""

import threading
from math import inf
from typing import TYPE_CHECKING

import click

from app.calibration import Plan
from app.clock import monotonic
from app.desk import Desk
from app.desk_calibrating import calibrate_screen
from app.desk_run import around_now, turn_until, wake
from app.desk_store import StoreThread
from app.desk_window import DeskWindow
from app.settings import Settings, keep_choices
from exercises.signed_range import SignedRange

if TYPE_CHECKING:
    from records.store import Store


def calibrate_in_window(
    source: str,
    plan: Plan,
    settings: Settings,
    store: "Store",
    *,
    size: tuple[int, int],
    seconds: float | None = None,
) -> tuple[SignedRange, ...]:
    """Find what `plan` says in a window, and return what was signed; empty where nothing was.

    Parameters
    ----------
    source
        As it is named on the command line.
    store
        The open store; it stays open.
    seconds
        Close the window after so long, if given.

    Raises
    ------
    click.ClickException
        Where the source or the model cannot be used, in one line.
    """
    closing: list[threading.Thread] = []
    ends_s = inf if seconds is None else monotonic() + seconds
    around = around_now(settings)
    with (
        DeskWindow(settings, size) as window,
        StoreThread(lambda _: store, wake, closes=False) as thread,
        Desk(around, thread, lambda *_: "") as desk,
    ):
        screen = calibrate_screen(around, source, plan, closing)
        desk.begin(screen)
        turn_until(desk, window, lambda: desk.closed or monotonic() > ends_s)
        desk.close()
        keep_choices(settings, window.choices)
    for each in closing:
        each.join()
    if screen.trouble:
        raise click.ClickException(screen.trouble)
    return screen.signed
