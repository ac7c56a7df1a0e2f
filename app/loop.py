"""The live loop: what is newest, what it means, the picture; sixty times a second."""

from collections.abc import Callable
from math import inf

from app.clock import Cadence, monotonic
from app.detection import Seen
from app.hold import Hold
from app.live import Live
from app.pipeline import Eyes
from app.stage import CALM_NOTICES, Shown
from app.timings import Timings
from app.window import Window
from feedback.coach import STALE_S
from feedback.intent import Intent
from feedback.practice import Practice, Step
from feedback.record import PracticeRecord
from feedback.size import Size
from vision.sight import Sight, nobody

DISPLAY_FPS = 60
# What is said to who asks for less, or for what it was before.
SIZED = {
    Intent.TOO_MUCH: "notice.too-much",
    Intent.SMALLER: "notice.smaller",
    Intent.LARGER: "notice.larger",
}
# How long an answer to what was asked for stays (a default of ours).
ANSWERED_S = 3.0


class Loop:
    """One practice before one live source in one window.

    Parameters
    ----------
    begin
        Makes the practice, given the second at which the first frame was seen.
    changed
        Called with the new step whenever the movement changes.
    """

    def __init__(
        self,
        begin: Callable[[float], Practice],
        live: Live,
        window: Window,
        timings: Timings,
        changed: Callable[[Step], None] = lambda step: None,
    ) -> None:
        self._begin, self._changed = begin, changed
        self._live, self._window, self._timings = live, window, timings
        self._eyes, self._hold = Eyes(), Hold()
        self._practice: Practice | None = None
        self._step: Step | None = None
        self._sight: Sight = nobody(monotonic())
        self._answer: str | None = None
        self._answered_s = -inf

    @property
    def size(self) -> Size:
        """How the person turned the practice down, and what they said was too much."""
        return Size() if self._practice is None else self._practice.size

    def run(self, seconds: float | None = None) -> PracticeRecord | None:
        """Practise until the person leaves, the movements are done, or the source ends.

        Parameters
        ----------
        seconds
            Leave after so long, if given.

        Returns
        -------
        PracticeRecord or None
            What remains of the practice; `None` where it never began.

        Raises
        ------
        BaseException
            What the source or the vision thread raised.
        """
        cadence, began = Cadence(DISPLAY_FPS), monotonic()
        while True:
            t = cadence.begin()
            seen = self._live.newest(t)
            over = self._turn(seen, self._window.intent(), t)
            cadence.beat()
            self._window.present()
            self._note_shown(seen)
            if over or (seconds is not None and t - began > seconds):
                return self.record(t)

    def record(self, t: float) -> PracticeRecord | None:
        """Return what remains of the practice until second `t`; `None` where it never began."""
        return self._practice.record(t) if self._practice is not None else None

    def _turn(self, seen: Seen | None, asked: Intent | None, t: float) -> bool:
        """Step and draw; return whether the practice is over."""
        self._live.detection.picture_size = self._window.picture_size
        notice = self._live.notice(t)
        if self._practice is None and seen is not None:
            self._practice = self._begin(t)
        if self._practice is not None:
            if asked is Intent.LEVEL:
                self._take_level(t)
                asked = None
            if asked in SIZED:
                self._answer, self._answered_s = SIZED[asked], t
            self._advance(self._practice, seen, asked, notice, t)
        last, kind = self._live.last, self._live.kind
        answer = self._answer if t - self._answered_s < ANSWERED_S else None
        self._window.draw(Shown(self._step, last, kind, notice, t, self._sight, answer))
        if self._practice is None and asked is Intent.LEAVE:
            return True
        return self._live.ended or (self._step is not None and self._step.kind == "finished")

    def _take_level(self, t: float) -> None:
        """Take the person for upright as they are now, and answer whether there was one to take."""
        taken = t - self._sight.time_s <= STALE_S and self._eyes.say_upright()
        self._answer = "notice.level" if taken else "notice.level-unseen"
        self._answered_s = t

    def _advance(
        self,
        practice: Practice,
        seen: Seen | None,
        asked: Intent | None,
        notice: str | None,
        t: float,
    ) -> None:
        before = self._step
        if seen is not None and before is not None:
            self._sight = self._eyes.see(seen.observation, before.exercise)
            self._timings.add("capture to pose", seen.found_s - seen.observation.frame.time_s)
            self._timings.tick("pose interval", seen.found_s)
        kind = before.kind if before is not None else "moving"
        intent = self._hold.intent(asked, away=notice in CALM_NOTICES, kind=kind)
        self._step = practice.step(intent, self._sight, t)
        if before is not None and before.index != self._step.index:
            self._changed(self._step)

    def _note_shown(self, seen: Seen | None) -> None:
        drawn_s = monotonic()
        self._timings.tick("display interval", drawn_s)
        if seen is not None:
            self._timings.add("capture to drawn", drawn_s - seen.observation.frame.time_s)


def close_gently(window: Window, record: PracticeRecord, seconds: float | None) -> None:
    """Show the ending until the person leaves, or for `seconds`."""
    cadence, began = Cadence(DISPLAY_FPS), monotonic()
    while window.intent() is None:
        if cadence.begin() - began > (inf if seconds is None else seconds):
            return
        window.draw_closing(record)
        cadence.beat()
        window.present()
