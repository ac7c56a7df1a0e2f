"""The live loop: what is newest, what it means, the picture; sixty times a second."""

from collections.abc import Callable
from math import inf

from app.asleep import Asleep
from app.clock import Cadence, monotonic
from app.detection import Seen
from app.keeping import Follow, follow_nothing
from app.live import Live
from app.outlook import outlook_of
from app.pipeline import Eyes
from app.sounds import Sounds
from app.stage import CALM_NOTICES, STILL_NOTICES, Shown
from app.timings import Timings
from app.window import Window
from feedback.arc import Arc
from feedback.coach import STALE_S
from feedback.intent import Intent
from feedback.moment import Moment, Outlook
from feedback.practice import SLEPT_S
from feedback.record import PracticeRecord
from feedback.said import Asked
from feedback.step import Step
from vision.sight import Sight, nobody

DISPLAY_FPS = 60
# What is said to who asks for less, or for what it was before, or notices something.
ANSWERS = {
    Intent.TOO_MUCH: "notice.too-much",
    Intent.SMALLER: "notice.smaller",
    Intent.LARGER: "notice.larger",
    Intent.NEW: "notice.new",
    Intent.STRETCHY: "notice.stretchy",
    Intent.VARIANT: "notice.variant",
}
# How long an answer to what was asked for stays (a default of ours).
ANSWERED_S = 3.0


class Loop:
    """One practice before one live source in one window.

    Parameters
    ----------
    begin
        Makes the practice, given the second at which it begins.
    changed
        Called with the new step whenever the movement changes.
    sounds
        What is heard of it.
    closing
        Called as soon as nothing more is asked, before what it was is shown; again where that is
        come to again.
    follow
        Called at each turn with what the practice was given and where it is.
    """

    def __init__(
        self,
        begin: Callable[[float], Arc],
        live: Live,
        window: Window,
        timings: Timings,
        changed: Callable[[Step], None] = lambda step: None,
        sounds: Sounds | None = None,
        closing: Callable[[Arc], object] = lambda arc: None,
        follow: Follow = follow_nothing,
    ) -> None:
        self._begin, self._changed, self._closing = begin, changed, closing
        self._follow = follow
        self._closes = False
        self._live, self._window, self._timings = live, window, timings
        self._sounds = sounds or Sounds.none()
        self._eyes, self._asleep = Eyes(), Asleep()
        self._arc: Arc | None = None
        self._step: Step | None = None
        self._sight: Sight = nobody(monotonic())
        self._newest: Seen | None = None
        self._answer: str | None = None
        self._answered_s = -inf

    @property
    def arc(self) -> Arc | None:
        """The practice; `None` before it began."""
        return self._arc

    def run(self, seconds: float | None = None) -> None:
        """Practise until the person leaves, the practice is over, or the source ends.

        Parameters
        ----------
        seconds
            Leave after so long, if given.

        Raises
        ------
        BaseException
            What the source or the vision thread raised.
        """
        cadence, began = Cadence(DISPLAY_FPS), monotonic()
        while True:
            t = cadence.begin()
            over = self.turn(t)
            cadence.beat()
            self._window.present()
            self._note_shown()
            if over or (seconds is not None and t - began > seconds):
                return

    def turn(self, t: float) -> bool:
        """Take in what happened, step and draw, at `t` seconds; return whether it is over.

        Raises
        ------
        BaseException
            What the source or the vision thread raised.
        """
        if self._window.sound_lost:
            self._window.sound_lost = False
            self._sounds.lost(t)
        seen = self._newest = self._live.newest(t)
        asked = self._window.asked(t)
        self._live.detection.picture_size = self._window.picture_size
        notice = self._live.notice(t)
        arc = self._arc = self._arc or self._begin(t)
        if self._asleep.since_last(t) > SLEPT_S:
            arc.wait()
        if asked is Intent.LEVEL:
            self._take_level(t)
            asked = None
        elif isinstance(asked, Intent) and asked in ANSWERS:
            self._answer, self._answered_s = ANSWERS[asked], t
        moment = self._advance(arc, seen, asked, notice, t)
        before, self._closes = self._closes, moment.kind in ("summary", "finished")
        if self._closes and not before:
            self._closing(arc)
        answer = self._answer if t - self._answered_s < ANSWERED_S else None
        self._sounds.follow(moment, self._window.choices, t)
        self._window.draw(
            Shown(
                moment=moment,
                seen=self._live.last,
                source_kind=self._live.kind,
                notice=notice,
                t=t,
                sight=self._sight,
                answer=answer,
                caption=self._sounds.caption(t),
                record=arc.record(t) if moment.kind == "summary" else None,
                titles=arc.titles(),
            )
        )
        return self._live.ended or moment.kind == "finished"

    def _take_level(self, t: float) -> None:
        """Take the person for upright as they are now, and answer whether there was one to take."""
        taken = t - self._sight.time_s <= STALE_S and self._eyes.say_upright()
        self._answer = "notice.level" if taken else "notice.level-unseen"
        self._answered_s = t

    def _advance(
        self, arc: Arc, seen: Seen | None, asked: Asked | None, notice: str | None, t: float
    ) -> Moment:
        if seen is not None:
            self._sight = self._eyes.see(seen.observation, arc.exercise)
            self._timings.add("capture to pose", seen.found_s - seen.observation.frame.time_s)
            self._timings.tick("pose interval", seen.found_s)
        away = notice in CALM_NOTICES or self._live.last is None
        # A picture that stands still is seen again and again, and says nothing of what is there.
        sight = nobody(t) if notice in STILL_NOTICES else self._sight
        outlook = self._outlook(arc, away=away)
        moment = arc.step(asked, sight, t, outlook)
        self._follow(arc, moment, sight, outlook.size, t)
        before, self._step = self._step, moment.step
        now = self._step
        if now is not None and before is not None and before.exercise.id != now.exercise.id:
            self._changed(now)
        return moment

    def _outlook(self, arc: Arc, *, away: bool) -> Outlook:
        last = self._live.last
        if last is None:
            return Outlook(away=True)
        return outlook_of(last.observation.frame, away=away, bright=arc.finds_place)

    def _note_shown(self) -> None:
        drawn_s, seen = monotonic(), self._newest
        self._timings.tick("display interval", drawn_s)
        if seen is not None:
            self._timings.add("capture to drawn", drawn_s - seen.observation.frame.time_s)


def close_gently(window: Window, record: PracticeRecord, seconds: float | None) -> None:
    """Show the ending until the person leaves, or for `seconds`."""
    cadence, began = Cadence(DISPLAY_FPS), monotonic()
    while window.asked(monotonic()) is None:
        if cadence.begin() - began > (inf if seconds is None else seconds):
            return
        window.draw_closing(record)
        cadence.beat()
        window.present()
