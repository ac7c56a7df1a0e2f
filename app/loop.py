"""The live loop: what is newest, what it means, the picture; sixty times a second."""

from feedback.practice import Practice, Step

from app.clock import Cadence, monotonic
from app.live import Live
from app.pipeline import Eyes
from app.stage import Shown
from app.timings import Timings
from app.window import Window
from vision.sight import Sight, nobody

DISPLAY_FPS = 60


def practise(
    practice: Practice, live: Live, window: Window, timings: Timings, *, closing_s: float
) -> None:
    """Run `practice` on `live` in `window` until it is finished and was left.

    Parameters
    ----------
    closing_s
        How long the closing screen stays after a source that has an end; it stays until a key is
        pressed where the source has none.

    Raises
    ------
    BaseException
        What the source or the vision thread raised.
    """
    eyes, cadence = Eyes(), Cadence(DISPLAY_FPS)
    sight: Sight = nobody(monotonic())
    window.begin()
    while True:
        t = monotonic()
        intent = window.intent()
        live.detection.picture_size = window.picture_size
        seen = live.newest(t)
        if seen is not None:
            sight = eyes.see(seen.observation, practice.exercise)
            _note(timings, seen.observation.frame.time_s, seen.found_s)
        step = practice.step(intent, sight, t)
        window.draw(Shown(step, live.last, live.notice(t), t))
        if seen is not None:
            timings.add("capture to drawn", monotonic() - seen.observation.frame.time_s)
        timings.tick("display interval", monotonic())
        if step.kind is Step.FINISHED:
            break
        cadence.wait()


def _note(timings: Timings, captured_s: float, found_s: float) -> None:
    timings.add("capture to pose", found_s - captured_s)
    timings.tick("pose interval", found_s)
