"""The movements of a practice, one after another. Only this decides what comes next in it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf
from types import MappingProxyType
from typing import get_args

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.ranges import SafeRange
from feedback.breath import BreathPhase
from feedback.feedback import Feedback
from feedback.hushing import NO_HUSH, Hush
from feedback.intent import Intent
from feedback.outcome import Answer
from feedback.pacer import breath_at, resting_breath
from feedback.pacing import Pacing
from feedback.presence import Presence
from feedback.ratings import Felt
from feedback.record import Mark, Noticed, PracticeRecord
from feedback.rests import Rests
from feedback.said import Compared
from feedback.size import SIZING, Size
from feedback.step import Step, StepKind
from feedback.visit import Visit
from vision.sight import Sight

NOTICED: Mapping[Intent, Noticed] = MappingProxyType(
    {Intent(what): what for what in get_args(Noticed)}
)
"""What is noted when it is said."""

SLEPT_S = 5.0
"""Where nothing was asked for so long, the machine slept: that time is nobody's (a default of
ours)."""
LATE_S = 2.0
"""Who asks to go on so soon after it went on by itself meant what was there before (a default of
ours, unvalidated)."""
# The place of what was done on another kind of day: it is not come back to.
_ELSEWHERE = -1


class Practice:
    """A list of movements, gone through at the person's own asking or as each comes to its end.

    Parameters
    ----------
    exercises
        The movements in order, at least one.
    ranges
        The person's own calibrated ranges, in these and in the lighter ones.
    start_s
        When the practice begins, on the clock of `step`.
    rests_s
        Seconds of rest after each movement but the last; none where nothing is given.
    slow_breath
        Pace the breath with a ramp in movements that otherwise leave it to the person.
    pacing
        What is shown first, what is asked, and when there is a rest besides.
    hushes
        How much is said, by movement; as usual where nothing is given.
    lighter
        A gentler way of a movement, by its id.

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
        pacing: Pacing = Pacing(),  # noqa: B008 (frozen)
        hushes: Mapping[str, Hush] = MappingProxyType({}),
        lighter: Mapping[str, Exercise] = MappingProxyType({}),
    ) -> None:
        if not exercises:
            raise ValueError("a practice needs at least one movement")
        self._exercises = list(exercises)
        self._ranges = tuple(ranges)
        self._slow_breath, self._pacing = slow_breath, pacing
        self._rests = Rests(pacing, dict(enumerate(rests_s)))
        self._hushes, self._lighter = hushes, lighter
        self._start_s = self._now_s = start_s
        self._index = 0
        self._size = Size()
        self._presence = Presence()
        self._paused = self._held = False
        self._at: StepKind = "moving"
        self._within_s, self._rest_s = 0.0, 0.0
        self._resumes = False  # whether the movement goes on after the rest
        self._rested_s = 0.0
        self._went_on_s = -inf  # when what was shown, or a rest, ended by itself
        self._cycle = 0
        self._marks: list[Mark] = []
        self._answers: dict[str, Answer] = {}
        self._shown: set[str] = set()
        self._visits: list[tuple[int, Visit]] = []
        self._visit = self._begun(start_s)
        self._begin_showing()
        self._finished: Step | None = None
        self._finished_s = start_s

    def step(
        self,
        asked: Intent | Compared | None,
        sight: Sight,
        t: float,
        *,
        held: bool = False,
    ) -> Step:
        """Do what the person asks, and return where the practice is at `t` seconds.

        Parameters
        ----------
        asked
            What the person asked for since the last step, or `None`. ``NEXT`` from the last
            movement and ``PREVIOUS`` from the first change nothing; a movement come back to goes
            on where it was left, unless it had come to its end. ``NEXT`` ends what is shown, a
            rest, and a question; a moment after the movement went on by itself it changes nothing.
            ``PREVIOUS`` ends a rest too. ``PAUSE`` lets a rest stand still.
            ``TOO_MUCH`` makes the movement smaller and shorter at once and for the rest of the
            practice, ``SMALLER`` and ``LARGER`` turn the dial for all of them.
        sight
            The newest that is known of the person.
        t
            Seconds; time does not run back. Where the machine slept since the last step, what was
            shown or moved waits, and ``PAUSE`` goes on.
        held
            Whether something else is before the person, so that nothing goes on.
        """
        if self._finished is not None:
            return self._finished
        by_s = max(t - self._now_s, 0.0)
        if by_s > SLEPT_S:
            self._visit.pause(self._now_s)
            self.wait()
            by_s = 0.0
        self._now_s = max(t, self._now_s)
        minds = self._visit.exercise.seen and self._at == "moving"
        self._presence = self._presence.after(sight, t, minds=minds)
        self._held = held
        self._note(asked, t)
        self._follow(asked, t)
        self._settle(t)
        before_s = self._visit.active_s
        feedback = self._visit.step(sight, t)
        self._spend(by_s, self._visit.active_s - before_s)
        visit = self._visit
        self._go_on(feedback, t)
        if asked is Intent.LEAVE or self._at == "finished":
            # What is over is not looked at any more, and a word on it would stand for ever.
            self._finished, self._finished_s = (
                self._where("finished", replace(feedback, cue=None)),
                t,
            )
            return self._finished
        if self._visit is not visit:
            self._settle(t)
            feedback = self._visit.step(sight, t)
        return self._where(self._kind, feedback)

    def wait(self) -> None:
        """Pause what is shown or moved until the person goes on, for the machine slept."""
        if self._at in ("showing", "moving") and not self._held:
            self._paused = True

    def pain_rose(self, t: float) -> None:
        """Make all of it smaller and shorter at `t` seconds, for pain rose."""
        self._size = self._size.after_pain()
        self._visit.resize(*self._size.of(self._exercises[self._index], self._ranges), t)

    def rest_sooner(self, sooner: bool) -> None:
        """Let rests come sooner, or as usual again."""
        self._rests.sooner = sooner

    def go_on_from(self, before: "Practice", t: float) -> None:
        """Take over from the practice of another kind of day what was done, said and made smaller.

        It goes on at the movement that was at hand, begun anew as it is done on this day; where
        this day has no such movement, at its first.
        """
        before._visit.pause(t)
        self._start_s = before._start_s
        self._size, self._marks = before._size, list(before._marks)
        self._answers, self._rested_s = dict(before._answers), before._rested_s
        self._rests.go_on_from(before._rests)
        self._take_ways(before)
        at = before._exercises[before._index].id
        ids = [exercise.id for exercise in self._exercises]
        places = [before._index, *range(len(ids))]
        self._index = next((i for i in places if ids[i : i + 1] == [at]), 0)
        self._shown = before._shown - ({at} if before._at == "showing" else set())
        self._visits = [(_ELSEWHERE, visit) for _, visit in before._visits if visit.active_s > 0]
        self._visit = self._begun(t)
        self._begin_showing()

    def _take_ways(self, before: "Practice") -> None:
        """Keep to the gentler ways that were gone over to."""
        gentler = {each.id for each in before._exercises} - {each.id for each in self._exercises}
        for i, exercise in enumerate(self._exercises):
            way = self._lighter.get(exercise.id)
            if way is not None and way.id in gentler:
                self._exercises[i] = way

    def record(self, t: float) -> PracticeRecord:
        """Return what remains of the practice if it ends at `t` seconds; nothing is changed."""
        ended_s = t if self._finished is None else self._finished_s
        return PracticeRecord(
            started_s=self._start_s,
            ended_s=ended_s,
            movements=tuple(visit.record(ended_s) for _, visit in self._visits),
            marks=tuple(self._marks),
            rested_s=self._rested_s,
        )

    def titles(self) -> dict[str, str]:
        """Return the titles of the movements that were begun, by id."""
        return {visit.exercise.id: visit.exercise.title for _, visit in self._visits}

    @property
    def size(self) -> Size:
        """How large the practice is now, and what was said to be too much in it."""
        return self._size

    @property
    def noticed(self) -> int:
        """How often something was noticed in it."""
        return len(self._marks)

    def felt(self) -> tuple[Felt, ...]:
        """Return how the movements felt, of which something was said."""
        said = Counter((mark.exercise_id, mark.what) for mark in self._marks)
        ids = dict.fromkeys([*(mark.exercise_id for mark in self._marks), *self._answers])
        return tuple(
            Felt(
                exercise_id=each,
                answer=self._answers.get(each),
                too_much=said[each, "too-much"] > 0,
                times_too_much=said[each, "too-much"],
                new=said[each, "new"],
                stretchy=said[each, "stretchy"],
            )
            for each in ids
        )

    @property
    def on_first(self) -> bool:
        """Whether it is at the first movement."""
        return self._index == 0

    @property
    def on_last(self) -> bool:
        """Whether it is at the last movement."""
        return self._index == len(self._exercises) - 1

    def went_on(self, t: float) -> bool:
        """Return whether it went on by itself only a moment before `t` seconds."""
        return t - self._went_on_s < LATE_S and self._at in ("showing", "moving")

    @property
    def _kind(self) -> StepKind:
        still = self._paused or self._held or (self._presence.gone and self._at == "moving")
        return "paused" if still and self._at in ("showing", "moving") else self._at

    def _note(self, asked: Intent | Compared | None, t: float) -> None:
        if isinstance(asked, Intent) and asked in NOTICED:
            self._marks.append(Mark(t, self._visit.exercise.id, NOTICED[asked]))

    def _settle(self, t: float) -> None:
        """Let the movement's own time stand or go on."""
        if self._kind == "moving":
            self._visit.resume(t)
        else:
            self._visit.pause(t)

    def _spend(self, by_s: float, moved_s: float) -> None:
        """Let `by_s` seconds pass in what is shown or rested, of which so many were moved."""
        if not self._held and not self._paused:
            self._within_s += by_s
            self._rested_s += by_s if self._at == "resting" else 0.0
        self._rests.spend(moved_s, by_s, self._visit.exercise)

    def _follow(self, asked: Intent | Compared | None, t: float) -> None:
        if asked is Intent.PAUSE:
            self._paused ^= self._at != "comparing"
        elif isinstance(asked, Intent) and asked in SIZING:
            self._resize(self._size.after(asked, self._visit.exercise.id), t)
        elif asked is Intent.VARIANT:
            self._change(t)
        elif asked is Intent.NEXT:
            self._next(t)
        elif asked is Intent.PREVIOUS:
            self._previous(t)
        elif isinstance(asked, Compared) and self._at == "comparing":
            self._answers[self._visit.exercise.id] = asked.answer
            self._rest_or_go(t)

    def _next(self, t: float) -> None:
        if self.went_on(t):
            return
        if self._at == "showing":
            self._at = "moving"
        elif self._at == "resting":
            self._end_rest(t)
        elif self._at == "comparing":
            self._rest_or_go(t)
        elif not self.on_last:
            self._go_to(self._index + 1, t)

    def _previous(self, t: float) -> None:
        """Go back by one: from a rest to moving; from a question nowhere, its movement is over."""
        if self._at == "resting":
            self._end_rest(t)
        elif self._at != "comparing" and self._index > 0:
            self._go_to(self._index - 1, t)

    def _resize(self, size: Size, t: float) -> None:
        self._size = size
        self._visit.resize(*size.of(self._exercises[self._index], self._ranges), t)

    def _change(self, t: float) -> None:
        """Go over to the gentler way of this movement; where there is none, to a smaller one."""
        lighter = self._lighter.get(self._exercises[self._index].id)
        if lighter is None or self._at not in ("showing", "moving"):
            self._resize(self._size.after(Intent.SMALLER, self._visit.exercise.id), t)
            return
        self._size = self._size.carried(self._exercises[self._index].id, lighter.id)
        self._exercises[self._index] = lighter
        self._visit.pause(t)
        self._visit = self._begun(t)
        self._begin_showing()

    def _go_on(self, feedback: Feedback, t: float) -> None:
        """Go on by itself where the time has come."""
        if self._at == "showing" and self._within_s >= self._visit.exercise.cycle_s:
            self._at, self._went_on_s = "moving", t
        elif self._at == "resting" and self._within_s >= self._rest_s:
            self._went_on_s = t
            self._end_rest(t)
        elif self._at == "moving" and self._visit.over:
            self._end_movement(t)
        elif self._at == "moving" and feedback.breath.cycle != self._cycle:
            self._cycle = feedback.breath.cycle
            if self._rests.due:
                self._begin_rest(self._pacing.rest_s, resumes=True)

    def _end_movement(self, t: float) -> None:
        if self._pacing.compares:
            self._at, self._within_s = "comparing", 0.0
        else:
            self._rest_or_go(t)

    def _rest_or_go(self, t: float) -> None:
        """Rest after the movement where it is time to, else go on, or come to the end."""
        if self.on_last:
            self._at = "finished"
            return
        rest_s = self._rests.after(self._index)
        if rest_s > 0:
            self._begin_rest(rest_s, resumes=False)
        else:
            self._go_to(self._index + 1, t)

    def _begin_rest(self, rest_s: float, *, resumes: bool) -> None:
        self._at, self._within_s, self._rest_s = "resting", 0.0, rest_s
        self._resumes = resumes

    def _end_rest(self, t: float) -> None:
        self._rests.rested()
        self._paused = False
        if self._resumes:
            self._at = "moving"
        else:
            self._go_to(self._index + 1, t)

    def _begin_showing(self) -> None:
        """Show the movement first, where it was not shown yet."""
        exercise = self._visit.exercise
        shows = self._pacing.show_first and exercise.id not in self._shown
        self._shown.add(exercise.id)
        self._at, self._within_s = ("showing" if shows else "moving"), 0.0

    def _go_to(self, index: int, t: float) -> None:
        self._visit.pause(t)
        self._index = index
        open_visits = [v for at, v in self._visits if at == index and not v.over]
        self._visit = open_visits[-1] if open_visits else self._begun(t)
        if open_visits:
            self._visit.resize(*self._size.of(self._exercises[index], self._ranges), t)
        self._begin_showing()

    def _begun(self, t: float) -> Visit:
        exercise, ranges = self._size.of(self._exercises[self._index], self._ranges)
        hush = self._hushes.get(exercise.id, NO_HUSH)
        visit = Visit(exercise, ranges, t, slow_breath=self._slow_breath, hush=hush)
        self._visits.append((self._index, visit))
        self._cycle = 0
        return visit

    def _where(self, kind: StepKind, feedback: Feedback) -> Step:
        exercise, left_s = self._visit.exercise, self._visit.remaining_s
        if self._at == "resting":
            left_s = max(self._rest_s - self._within_s, 0.0)
            feedback = replace(feedback, breath=resting_breath(self._within_s))
        elif self._at == "showing":
            feedback = _shown(exercise, feedback, self._within_s)
        return Step(
            kind=kind,
            exercise=exercise,
            index=self._index,
            feedback=feedback,
            remaining_s=left_s,
            planned=exercise.repetitions,
            gone=kind == "paused" and self._presence.gone and not self._paused,
            welcomed=kind == "moving" and self._presence.welcomed(self._now_s),
            lighter=self._exercises[self._index].id in self._lighter,
            still=kind == "resting" and self._paused,
        )


def _shown(exercise: Exercise, feedback: Feedback, within_s: float) -> Feedback:
    """Return the answer with the guide at its own moment, before the person joins in."""
    moment = guide_at(exercise, within_s)
    breath: BreathPhase = breath_at(exercise, moment)
    return replace(
        feedback, guide=moment.angles, phase=moment.phase, side=moment.side, breath=breath
    )
