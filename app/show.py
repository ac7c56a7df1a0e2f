"""A practice in a window, from its opening to its ending."""

from collections.abc import Callable, Sequence
from functools import partial

import click

from app.clock import monotonic
from app.loop import Loop, close_gently
from app.practised import Practised
from app.settings import Settings, keep_choices
from app.timings import Timings
from app.window import Window
from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.practice import Practice, Step
from feedback.record import PracticeRecord

# Below so many poses a second alone, what is said comes late (a default of ours, unvalidated).
FEW_POSES_PER_S = 20.0
# How long the ending stays after a source that has an end.
CLOSING_S = 6.0


def show(
    source: str,
    movements: Sequence[Exercise],
    settings: Settings,
    *,
    size: tuple[int, int],
    seconds: float | None = None,
    stats: bool = False,
    ranges: Sequence[SafeRange] = (),
    rests_s: Sequence[float] = (),
    keep: Callable[[Practised], None] = lambda done: None,
) -> None:
    """Practise `movements` before `source` in a window, and keep what was chosen there.

    The window is shown before anything that takes time is imported or opened.

    Parameters
    ----------
    ranges, rests_s
        The person's own ranges, and seconds of rest after each movement.
    keep
        Called with what remains, before the ending is shown, which stays until somebody leaves it;
        also where Ctrl-C stopped the practice. Not called where it never began.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the source or the model cannot be used.
    """
    timings = Timings()
    with Window(settings, size) as window:
        window.draw_opening()
        begin = partial(
            Practice, movements, ranges, rests_s=rests_s, slow_breath=settings.slow_breath
        )
        done, endless = _practised(source, movements[0], begin, window, timings, seconds, keep)
        keep_choices(settings, window.choices)
        if done is not None and seconds is None:
            close_gently(window, done.record, None if endless else CLOSING_S)
    _warn_if_slow(timings)
    if stats:
        for line in timings.lines():
            click.echo(line)


def _practised(
    source: str,
    first: Exercise,
    begin: Callable[..., Practice],
    window: Window,
    timings: Timings,
    seconds: float | None,
    keep: Callable[[Practised], None],
) -> tuple[Practised | None, bool]:
    """Run the loop; return what remains, and whether the source has no end."""
    from app.live import Live
    from app.sources import open_practice

    performed = _Performed(first)
    with Live(lambda: open_practice(source, performed.exercise, in_time=True)) as live:

        def change(step: Step) -> None:
            performed.exercise = step.exercise
            if live.kind == "figure":
                live.reopen()

        loop = Loop(lambda start_s: begin(start_s=start_s), live, window, timings, change)
        try:
            done = _remains(loop, loop.run(seconds))
        except KeyboardInterrupt:
            stopped = _remains(loop, loop.record(monotonic()))
            if stopped is not None:
                keep(stopped)
            raise
        if done is not None:
            keep(done)
        timings.count("frames superseded", live.superseded)
        return done, live.kind in ("camera", "figure")


def _remains(loop: Loop, record: PracticeRecord | None) -> Practised | None:
    return None if record is None else Practised(record, loop.size)


class _Performed:
    """The movement that a drawn figure performs."""

    def __init__(self, exercise: Exercise) -> None:
        self.exercise = exercise


def _warn_if_slow(timings: Timings) -> None:
    per_s = 1000 / timings.percentiles("pose interval")[0]
    if per_s < FEW_POSES_PER_S:
        click.echo(
            f"this machine saw {per_s:.0f} poses a second, and under {FEW_POSES_PER_S:.0f} its "
            "answers come late; close other programs, or see: unhurried doctor",
            err=True,
        )
