"""A practice: one movement after another. Only this decides what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.feedback import Feedback
from feedback.intent import Intent
from feedback.record import PracticeRecord
from feedback.size import SIZING, Size
from feedback.visit import Visit
from vision.sight import Sight


@dataclass(frozen=True, slots=True)
class Step:
    """Where the practice is at one moment.

    Attributes
    ----------
    kind
        ``moving``, ``paused`` (also for the rest after a movement, which ends by itself), or
        ``finished`` (from then on nothing changes).
    exercise
        The movement being done.
    index
        Its place in the practice, from 0.
    feedback
        The Coach's answer.
    remaining_s
        Seconds left of the movement's minutes, which pauses do not use up; in the rest after it
        those left of the rest.
    planned
        Repetitions offered, of each side where sides alternate; 0 for a posture that is kept.
    """

    kind: Literal["moving", "paused", "finished"]
    exercise: Exercise
    index: int
    feedback: Feedback
    remaining_s: float
    planned: int


class Practice:
    """A list of movements, gone through at the person's own asking or as each comes to its end.

    Parameters
    ----------
    exercises
        The movements in order, at least one.
    ranges
        The person's own calibrated ranges.
    start_s
        When the practice begins, on the clock of `step`.
    rests_s
        Seconds of rest after each movement but the last; none where nothing is given.
    slow_breath
        Pace the breath with a ramp in movements that otherwise leave it to the person.

    Raises
    ------
    ValueError
        Where there is no movement.
    """

    def __init__(
        self,
        exercises: Sequence[Exercise],
        ranges: Sequence[SafeRange] = (),
        start_s: float = 0.0,
        *,
        rests_s: Sequence[float] = (),
        slow_breath: bool = False,
    ) -> None:
        if not exercises:
            raise ValueError("a practice needs at least one movement")
        self._exercises = tuple(exercises)
        self._ranges = tuple(ranges)
        self._rests_s = dict(enumerate(rests_s))
        self._rest_ends_s: float | None = None
        self._slow_breath = slow_breath
        self._start_s = start_s
        self._index = 0
        self._size = Size()
        self._paused = False
        self._visits: list[tuple[int, Visit]] = []
        self._visit = self._begun(start_s)
        self._finished: Step | None = None
        self._finished_s = start_s

    def step(self, intent: Intent | None, sight: Sight, t: float) -> Step:
        """Do what the person asks, and return where the practice is at `t` seconds.

        Parameters
        ----------
        intent
            What the person asked for since the last step, or `None`. ``NEXT`` from the last
            movement and ``PREVIOUS`` from the first change nothing; a movement come back to goes
            on where it was left, unless it had come to its end. ``PAUSE`` ends a rest.
            ``TOO_MUCH`` makes the movement smaller and shorter at once and for the rest of the
            practice, ``SMALLER`` and ``LARGER`` turn the dial for all of them.
        sight
            The newest that is known of the person.
        t
            Seconds; time does not run back.
        """
        if self._finished is not None:
            return self._finished
        self._follow(self._ending_a_rest(intent), t)
        feedback = self._visit.step(sight, t)
        if intent is Intent.LEAVE or (self._visit.over and self._on_last):
            self._finished, self._finished_s = self._where("finished", feedback), t
            return self._finished
        if self._visit.over and not self._rests(t):
            self._go_to(self._index + 1, t)
            feedback = self._visit.step(sight, t)
        resting = self._rest_ends_s is not None
        return self._where("paused" if self._paused or resting else "moving", feedback)

    def record(self, t: float) -> PracticeRecord:
        """Return what remains of the practice if it ends at `t` seconds; nothing is changed."""
        ended_s = t if self._finished is None else self._finished_s
        return PracticeRecord(
            started_s=self._start_s,
            ended_s=ended_s,
            movements=tuple(visit.record(ended_s) for _, visit in self._visits),
        )

    @property
    def size(self) -> Size:
        """How large the practice is now, and what was said to be too much in it."""
        return self._size

    @property
    def _on_last(self) -> bool:
        return self._index == len(self._exercises) - 1

    def _ending_a_rest(self, intent: Intent | None) -> Intent | None:
        """Return what `intent` asks for: in a rest, to go on is to go to the next movement."""
        resting = self._rest_ends_s is not None
        return Intent.NEXT if resting and intent is Intent.PAUSE else intent

    def _rests(self, t: float) -> bool:
        """Return whether the rest after the movement, which is over, lasts at `t` seconds."""
        if self._rest_ends_s is None:
            self._rest_ends_s = t + self._rests_s.get(self._index, 0.0)
            self._visit.pause(t)
        return t < self._rest_ends_s

    def _follow(self, intent: Intent | None, t: float) -> None:
        if intent is Intent.PAUSE:
            self._paused = not self._paused
            if self._paused:
                self._visit.pause(t)
            else:
                self._visit.resume(t)
        elif intent in SIZING:
            self._size = self._size.after(intent, self._visit.exercise.id)
            self._visit.resize(*self._size.of(self._exercises[self._index], self._ranges), t)
        elif intent is Intent.NEXT and not self._on_last:
            self._go_to(self._index + 1, t)
        elif intent is Intent.PREVIOUS and self._index > 0:
            self._go_to(self._index - 1, t)

    def _go_to(self, index: int, t: float) -> None:
        self._visit.pause(t)
        self._rest_ends_s = None
        self._index = index
        open_visits = [v for at, v in self._visits if at == index and not v.over]
        self._visit = open_visits[-1] if open_visits else self._begun(t)
        if open_visits:
            self._visit.resize(*self._size.of(self._exercises[index], self._ranges), t)
        if self._paused:
            self._visit.pause(t)
        else:
            self._visit.resume(t)

    def _begun(self, t: float) -> Visit:
        exercise, ranges = self._size.of(self._exercises[self._index], self._ranges)
        visit = Visit(exercise, ranges, t, slow_breath=self._slow_breath)
        self._visits.append((self._index, visit))
        return visit

    def _where(self, kind: Literal["moving", "paused", "finished"], feedback: Feedback) -> Step:
        left_s = self._visit.remaining_s
        if self._rest_ends_s is not None:
            left_s = max(self._rest_ends_s - feedback.time_s, 0.0)
        return Step(
            kind=kind,
            exercise=self._visit.exercise,
            index=self._index,
            feedback=feedback,
            remaining_s=left_s,
            planned=self._visit.exercise.repetitions,
        )
