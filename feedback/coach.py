"""The Coach: one person, one movement, from what is seen to what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, nan

from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import GuideMoment, guide_at
from exercises.ranges import SafeRange
from feedback.breath import BreathPhase
from feedback.chooser import Chosen, chosen
from feedback.counting import Counting
from feedback.feedback import Feedback
from feedback.holdback import GuideTime, advanced, behind_guide
from feedback.hushing import NO_HUSH, Hush
from feedback.measured import NOTHING, Measured
from feedback.overall import Overall
from feedback.pacer import breath_at, ramp
from feedback.reasons import Known, reasons
from feedback.repetition import Repetition
from feedback.speed import Trace
from feedback.verdict import Verdict
from feedback.watch import Watch
from figure.joint_angles import JointAngles, blend
from vision.measures import unseen
from vision.sight import Sight

# A sight older than this is not what is there now.
STALE_S = 0.5
# For so long after the camera came to rest nothing is said of the movement: it takes a while to
# find where it looks from, and the person may still be on the way back (a default of ours).
AFTER_MOVING_S = 3.0
# So long the guide takes to go over to another size (a default of ours).
RESIZING_S = 1.0
# Seconds over which it is judged whether the person moves along with the guide.
WAY_WINDOW_S = 1.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What remains of one movement.

    Attributes
    ----------
    repetitions
        All that were done, in order of their end.
    partial
        How many came part of the way; both sides at once are one.
    unfinished
        How many were begun and not seen to return.
    cues
        What was said and when, (time_s, id).
    seen_fraction
        0–1: the share of the sights in which the person was followed; 0.0 without any sight.
    measured
        What was measured over them: view, ranges, and how much was withheld and why.
    symmetry
        How much of the farther side's range the other came, 0–1, as
        `feedback.symmetry.symmetry_of` says; NaN where sides are not counted apart.
    """

    repetitions: tuple[Repetition, ...]
    partial: int
    unfinished: int
    cues: tuple[tuple[float, str], ...]
    seen_fraction: float
    measured: Measured = NOTHING
    symmetry: float = nan


class Coach:
    """Guides one person through one movement.

    Parameters
    ----------
    exercise
        The movement.
    ranges
        The person's own calibrated ranges; without any, the definition's hold.
    start_s
        When the movement begins, on the clock of `step`.
    slow_breath
        Pace the breath with a ramp in a movement that otherwise leaves it to the person.
    hush
        How much is said in it.
    """

    def __init__(
        self,
        exercise: Exercise,
        ranges: Sequence[SafeRange] = (),
        start_s: float = 0.0,
        *,
        slow_breath: bool = False,
        hush: Hush = NO_HUSH,
    ) -> None:
        self._exercise = exercise
        self._hush = hush
        self._ramped = slow_breath and exercise.pace == "natural"
        self._watch = Watch(exercise, ranges)
        self._counting = Counting(exercise, ranges)
        self._done = self._counting.done()
        self._way = Trace(WAY_WINDOW_S)
        self._guide_time = GuideTime(allowance_s=exercise.cycle_s)
        self._cues = Chosen()
        self._moment = guide_at(exercise, 0.0)
        self._guide = self._moment.angles
        self._left, self._resized_s = self._guide, -inf
        self._now_s = start_s
        self._paused = False
        self._led = False
        self._taken_s: float | None = None
        self._followed_s: float | None = None
        self._unseen_from_s = start_s
        self._moved_s = -inf
        self._overall = Overall(exercise.view)
        self._sights = 0
        self._followed = 0

    @property
    def guide_s(self) -> float:
        """How far the guide has come, in seconds of its own time."""
        return self._guide_time.elapsed_s

    @property
    def past(self) -> bool:
        """Whether anything is past its ceiling just now, on either side of the movement."""
        return bool(self._watch.past_ceiling)

    def step(self, sight: Sight, t: float, *, led_s: float | None = None) -> Feedback:
        """Return the answer for `t` seconds, given the newest `sight`.

        May be called with the same sight again and again, at the display's rate: a sight is
        counted once, and is not what is there now once it is `STALE_S` old.

        Parameters
        ----------
        sight
            The newest that is known. One that is not newer than the last changes no count.
        t
            Seconds on the clock of the sights; time does not run back.
        led_s
            Where somebody else leads the guide: how far it has come, in seconds of this movement's
            own time, which may run back. Such a guide waits for nobody and never lets go; a pause
            stops it nevertheless.
        """
        t = max(t, self._now_s)
        self._note_moving(sight)
        if not self._paused:
            self._take(sight, self._moment)
            self._advance(self._moment, t, led_s)
            self._moment = guide_at(self._exercise, self._guide_time.elapsed_s)
        moment = self._moment
        self._now_s = t
        seen = sight.present and t - sight.time_s <= STALE_S
        measures = sight.measures if seen else unseen()
        verdicts = self._watch.verdicts(moment.side, measures, t)
        if seen:
            self._unseen_from_s, self._followed_s = max(sight.time_s, self._unseen_from_s), t
        known = self._known(moment, verdicts, replace(sight, measures=measures), seen=seen)
        found = reasons(known, paused=self._paused)
        shown = self._cues.shown
        said = self._hush.left(found, self._cues.given, None if shown is None else shown.id)
        self._cues = chosen(self._cues, said, t, seeing=seen and not known.moved)
        self._guide = self._posture(moment, t)
        return Feedback(
            time_s=t,
            seen=seen,
            verdicts=verdicts,
            breath=self._breath(moment),
            guide=self._guide,
            phase=moment.phase,
            side=moment.side,
            cue=self._cues.shown,
            cannot_see="cannot-see" in found and not known.moved,
            repetitions=self._done.repetitions,
            partial=self._done.partial,
        )

    def pause(self, t: float) -> None:
        """Stop the guide, the counting and all cues but the protective one, from `t` seconds."""
        self._now_s = max(t, self._now_s)
        self._paused = True

    def resume(self, t: float) -> None:
        """Go on from where `pause` stopped, at `t` seconds. What was begun is not lost."""
        self._now_s = max(t, self._now_s)
        if self._paused:
            self._counting.carry_over(self._now_s)
        self._paused = False

    def resize(self, exercise: Exercise, ranges: Sequence[SafeRange], t: float) -> None:
        """Go on with the same movement in another size, at once.

        Ranges and ceilings hold from now on, what was counted stays, and the guide goes over to
        its new way within a second.

        Parameters
        ----------
        exercise, ranges
            The movement, its phases as long as before, and the person's ranges in it.
        t
            Seconds.
        """
        self._left, self._resized_s = self._guide, max(t, self._now_s)
        self._exercise = exercise
        self._moment = guide_at(exercise, self._guide_time.elapsed_s)
        self._watch = Watch(exercise, ranges)
        self._counting.resize(exercise, ranges)

    def summary(self, t: float) -> Summary:
        """Return what remains of the movement if it ends at `t` seconds; nothing is changed."""
        tally = self._counting.tally()
        return Summary(
            repetitions=tally.repetitions,
            partial=tally.partial,
            unfinished=tally.unfinished,
            cues=tuple(given for given in self._cues.given if given[0] <= t),
            seen_fraction=self._followed / self._sights if self._sights else 0.0,
            measured=self._overall.measured(),
            symmetry=tally.symmetry,
        )

    def _note_moving(self, sight: Sight) -> None:
        """Drop what was begun where the camera moved, paused or not: it is seen otherwise now."""
        if sight.camera_moved and sight.time_s > self._moved_s:
            self._moved_s = sight.time_s
            self._counting.broken_off(sight.time_s)

    def _take(self, sight: Sight, moment: GuideMoment) -> None:
        """Count a sight that is new."""
        if self._taken_s is not None and sight.time_s <= self._taken_s:
            return
        self._taken_s = sight.time_s
        self._sights += 1
        self._overall.add(sight)
        if not sight.present:
            return
        self._followed += 1
        self._watch.take(sight.time_s, sight.measures)
        self._counting.add(sight.time_s, sight.measures)
        self._way.add(sight.time_s, self._counting.travelled(sight.measures, moment.side))
        self._done = self._counting.done()

    def _advance(self, moment: GuideMoment, t: float, led_s: float | None) -> None:
        self._led = led_s is not None
        if led_s is not None:
            self._guide_time = replace(self._guide_time, elapsed_s=max(led_s, 0.0), rate=1.0)
            return
        behind = behind_guide(
            self._exercise, moment, self._way.latest(t), per_second=self._way.slope(t)
        )
        self._guide_time = advanced(self._guide_time, t - self._now_s, behind)

    def _known(
        self,
        moment: GuideMoment,
        verdicts: tuple[Verdict, ...],
        sight: Sight,
        *,
        seen: bool,
    ) -> Known:
        return Known(
            exercise=self._exercise,
            aims=self._watch.aims(moment.side),
            verdicts=verdicts,
            past_ceiling=self._watch.past_ceiling,
            measures=sight.measures,
            viewpoint=sight.viewpoint,
            moved=self._now_s - self._moved_s <= AFTER_MOVING_S,
            quality=sight.quality,
            seen=seen,
            unseen_s=self._now_s - self._unseen_from_s,
            met=self._followed_s is not None,
            fast=self._watch.too_fast(self._now_s),
            apart=self._counting.apart(sight.measures),
            let_go=self._guide_time.let_go and not self._led,
        )

    def _posture(self, moment: GuideMoment, t: float) -> JointAngles:
        """Return what the guide shows, on its way over from where it was resized for a while."""
        share = (t - self._resized_s) / RESIZING_S
        if share >= 1:
            return moment.angles
        return blend(self._left, moment.angles, ease(share))

    def _breath(self, moment: GuideMoment) -> BreathPhase:
        if self._ramped:
            return ramp(self._guide_time.elapsed_s)
        return breath_at(self._exercise, moment)
