"""One movement while it is practised: its Coach, its time, and whether it has come to its end."""

from collections import Counter
from collections.abc import Sequence

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.coach import Coach
from feedback.feedback import Feedback
from feedback.hushing import NO_HUSH, Hush
from feedback.record import MovementRecord
from vision.sight import Sight

# Once all repetitions are done the movement stays this long, so that the last is not cut off (a
# default of ours, unvalidated).
LINGER_S = 4.0


class Visit:
    """A movement that is being practised, or was left and may be come back to."""

    def __init__(
        self,
        exercise: Exercise,
        ranges: Sequence[SafeRange],
        t: float,
        *,
        slow_breath: bool,
        hush: Hush = NO_HUSH,
    ) -> None:
        self.exercise = exercise
        self.over = False
        self._coach = Coach(exercise, ranges, t, slow_breath=slow_breath, hush=hush)
        self._started_s = t
        self._now_s = t
        self._active_s = 0.0
        self._paused = False
        self._done_s: float | None = None
        self._last_cycle: int | None = None

    @property
    def active_s(self) -> float:
        """Seconds spent in it, pauses left out."""
        return self._active_s

    @property
    def remaining_s(self) -> float:
        """Seconds left of the movement's minutes, pauses left out; not negative."""
        return max(self.exercise.minutes * 60 - self._active_s, 0.0)

    @property
    def past(self) -> bool:
        """Whether anything is past its ceiling just now."""
        return self._coach.past

    def step(self, sight: Sight, t: float, *, led_s: float | None = None) -> Feedback:
        """Return the Coach's answer for `t` seconds, and note whether the movement is over.

        `led_s` is how far the guide has come where somebody else leads it, as in `Coach.step`.
        """
        if not self._paused:
            self._active_s += max(t - self._now_s, 0.0)
        self._now_s = max(t, self._now_s)
        feedback = self._coach.step(sight, t, led_s=led_s)
        if not self._paused:
            self.over = self.over or self._ends(feedback)
        return feedback

    def pause(self, t: float) -> None:
        """Let the time stand still from `t` seconds; asked again it changes nothing."""
        if not self._paused:
            self._coach.pause(t)
            self._paused = True

    def resume(self, t: float) -> None:
        """Let the time go on from `t` seconds."""
        if self._paused:
            self._coach.resume(t)
            self._paused = False
            self._now_s = max(t, self._now_s)

    def resize(self, exercise: Exercise, ranges: Sequence[SafeRange], t: float) -> None:
        """Go on with the same movement in another size, from `t` seconds."""
        self.exercise = exercise
        self._coach.resize(exercise, ranges, t)

    def record(self, t: float) -> MovementRecord:
        """Return what remains of the movement if it ends at `t` seconds."""
        return MovementRecord(
            exercise_id=self.exercise.id,
            started_s=self._started_s,
            active_s=self._active_s,
            completed=self.over,
            summary=self._coach.summary(t),
        )

    def _ends(self, feedback: Feedback) -> bool:
        """Return whether the repetitions are done, or the last cycle within the minutes is."""
        if self._done_s is None and self._all_done(feedback):
            self._done_s = self._active_s
        if self._done_s is not None:
            return self._active_s - self._done_s >= LINGER_S
        if self.remaining_s > 0:
            return False
        if self._last_cycle is None:
            self._last_cycle = feedback.breath.cycle
        return feedback.breath.cycle > self._last_cycle

    def _all_done(self, feedback: Feedback) -> bool:
        planned = self.exercise.repetitions
        counts = Counter(repetition.side for repetition in feedback.repetitions)
        if not planned:
            return False
        if self.exercise.sides == "alternating":
            return min(counts["left"], counts["right"]) >= planned
        # One arm alone is as welcome as both.
        return max(counts.values(), default=0) >= planned
