"""A practice in a window, from its opening to its quiet ending."""

from collections.abc import Callable
from datetime import date

import click

from app.keeping import Follow, follow_nothing
from app.led import Led
from app.loop import close_gently
from app.practised import Practised
from app.practising import practise
from app.settings import Settings, keep_choices
from app.timings import Timings
from app.window import Window
from feedback.moment import MOVEMENT_ONLY

# Below so many poses a second alone, what is said comes late (a default of ours, unvalidated).
FEW_POSES_PER_S = 20.0
# How long the ending stays after a source that has an end.
CLOSING_S = 6.0


def show(
    source: str,
    led: Led,
    settings: Settings,
    *,
    size: tuple[int, int],
    seconds: float | None = None,
    stats: bool = False,
    keep: Callable[[Practised], None] = lambda done: None,
    follow: Follow = follow_nothing,
) -> None:
    """Practise before `source` in a window, and keep what was chosen there.

    The window is shown before anything that takes time is imported or opened.

    Parameters
    ----------
    led
        What the practice consists of.
    keep
        Called with what remains, before it is shown what it was, which stays until somebody leaves
        it; also where Ctrl-C stopped the practice. Not called where it never began.
    follow
        Called at each turn with what is new of it.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    timings = Timings()
    with Window(settings, size) as window:
        window.draw_opening()
        done, endless = practise(
            source,
            led,
            settings,
            window,
            keep,
            timings=timings,
            seconds=seconds,
            follow=follow,
        )
        _keep_chosen(settings, window, done)
        if done is not None and seconds is None and led.plan == MOVEMENT_ONLY:
            close_gently(window, done.record, None if endless else CLOSING_S)
    _warn_if_slow(timings)
    if stats:
        for line in timings.lines():
            click.echo(line)


def _keep_chosen(settings: Settings, window: Window, done: Practised | None) -> None:
    """Keep how the screen is liked, where somebody stood well, and that the signs were read."""
    also: dict[str, object] = {}
    if done is not None and done.outline is not None:
        also["outline"] = done.outline
    if done is not None and done.signs_read:
        also["signs_read_on"] = date.today()
    keep_choices(settings, window.choices, **also)


def _warn_if_slow(timings: Timings) -> None:
    per_s = 1000 / timings.percentiles("pose interval")[0]
    if per_s < FEW_POSES_PER_S:
        click.echo(
            f"this machine saw {per_s:.0f} poses a second, and under {FEW_POSES_PER_S:.0f} its "
            "answers come late; close other programs, or see: unhurried doctor",
            err=True,
        )
