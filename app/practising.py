"""One practice in a window that is there: the source, the loop, the sounds, and what remains."""

from collections.abc import Callable

from app.clock import monotonic
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
) -> tuple[Practised | None, bool]:
    """Practise before `source`; return what remains, and whether the source has no end.

    Parameters
    ----------
    keep
        Called once with what remains, as soon as nothing more is asked, also where the practice
        was broken off; not at all where nothing was done and nothing said.
    seconds
        Leave after so long, if given.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    # Imported once the window is there: it takes a while.
    from app.live import Live
    from app.sources import open_practice

    performed = [led.begin(settings)(0.0).exercise]  # by a drawn figure, the last of them
    kept = _Kept(keep)
    with (
        Sounds.of(settings, led.movements("usual")) as sounds,
        Live(lambda: open_practice(source, performed[-1], in_time=True)) as live,
    ):
        sounds.open(monotonic())

        def change(step: Step) -> None:
            performed.append(step.exercise)
            if live.kind == "figure":
                live.reopen()

        loop = Loop(led.begin(settings), live, window, timings, change, sounds, kept)
        try:
            loop.run(seconds)
        finally:
            done = None if loop.arc is None else kept(loop.arc)
        timings.count("frames superseded", live.superseded)
        return done, live.kind in ("camera", "figure")


class _Kept:
    """Keeps a practice once, as soon as it is said to be over."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._done: Practised | None = None

    def __call__(self, arc: Arc) -> Practised | None:
        """Keep what remains, where that was not done; return it, or `None` where nothing began."""
        if self._done is None:
            t = monotonic()
            if arc.record(t) is not None or arc.said != Said():
                self._done = Practised.of(arc, t)
                self._keep(self._done)
        return self._done
