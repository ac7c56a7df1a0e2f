"""One practice in a window that is there: the source, the loop, the sounds, and what remains."""

from collections.abc import Callable
from dataclasses import replace

from app.clock import monotonic
from app.keeping import Follow, follow_nothing
from app.led import Led
from app.loop import Loop
from app.practised import Practised
from app.settings import Settings
from app.sounds import Sounds
from app.timings import Timings
from app.window import Window
from feedback.arc import Arc
from feedback.said import Said
from feedback.step import Step

Keep = Callable[[Practised], None]


def practise(
    source: str,
    led: Led,
    settings: Settings,
    window: Window,
    keep: Keep,
    *,
    timings: Timings,
    seconds: float | None = None,
    follow: Follow = follow_nothing,
) -> tuple[Practised | None, bool]:
    """Practise before `source`; return what remains, and whether the source has no end.

    Parameters
    ----------
    keep
        Called with what remains as soon as nothing more is asked, also where the practice was
        broken off, and again where something was done or said since; not at all where nothing was.
    seconds
        Leave after so long, if given.
    follow
        Called at each turn with what is new of it.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    # Imported once the window is there: it takes a while.
    from app.live import Live
    from app.sources import open_practice

    performed = [led.begin(settings)(0.0).exercise]  # by a drawn figure, the last of them
    kept = Kept(keep)
    with (
        Sounds.of(settings, led.movements("usual")) as sounds,
        Live(lambda: open_practice(source, performed[-1], in_time=True)) as live,
    ):
        sounds.open(monotonic())

        def change(step: Step) -> None:
            performed.append(step.exercise)
            if live.kind == "figure":
                live.reopen()

        loop = Loop(led.begin(settings), live, window, timings, change, sounds, kept, follow)
        try:
            loop.run(seconds)
        finally:
            done = None if loop.arc is None else kept(loop.arc)
        timings.count("frames superseded", live.superseded)
        return done, live.kind in ("camera", "figure")


class Kept:
    """Keeps a practice as soon as it is said to be over, and again what was said since."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._done: Practised | None = None

    def __call__(self, arc: Arc) -> Practised | None:
        """Keep what remains, where that was not done; return it, or `None` where nothing began."""
        t = monotonic()
        if arc.record(t) is None and arc.said == Said():
            return None
        done, before = Practised.of(arc, t), self._done
        if before is not None and _moved(done) == _moved(before):
            # Who sits before the end for a while has not practised for longer.
            done = replace(done, record=before.record)
        if before is None or _said(done) != _said(before):
            self._done = done
            self._keep(done)
        return self._done


def _moved(done: Practised) -> tuple[object, ...]:
    """Return what tells whether anything was moved in between."""
    movements = done.record.movements
    return done.record.marks, tuple((each.exercise_id, each.active_s) for each in movements)


def _said(done: Practised) -> tuple[object, ...]:
    """Return what tells whether there is anything new to keep."""
    return done.ratings, done.words, done.outline, done.signs_read, _moved(done)
