"""A whole practice, from arriving to closing. Only this decides what comes next in it.

Every part can be skipped, paused, and gone back from by one; leaving anywhere keeps what was done.
Nothing ends by itself but what is timed: what is said one line at a time, a rest, and the finding
of one's place before the camera.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf
from typing import Literal

from exercises.exercise import Exercise
from feedback.easing import PAIN_RISE
from feedback.grounding import grounded, lasts_s
from feedback.hands_free import HandsOnHeart, rests_on_heart
from feedback.intent import Intent
from feedback.moment import PLAIN, Aside, Moment, Outlook, Part, Plan
from feedback.pacer import resting_breath
from feedback.practice import LATE_S, SLEPT_S, Practice
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from feedback.said import (
    Asked,
    Compared,
    Day,
    DayChosen,
    Rated,
    Said,
    SignNamed,
    Wrote,
)
from feedback.setting_up import Advice, Outline, SettingUp
from feedback.step import Step
from vision.sight import Sight

HANDS_S = 40.0
"""How long hands rest on the belly at the end (a default of ours, unvalidated)."""
# Parts that go by the clock, and stand still at the person's asking.
_TIMED: frozenset[Part] = frozenset({"grounding", "hands"})
# Parts that ask for pain themselves.
_ASK_PAIN: frozenset[Part] = frozenset({"arrival", "after"})
# Parts that a day of two minutes leaves out.
_AROUND: frozenset[Part] = frozenset({"grounding", "hands"})
# Steps of the movements in which both hands on the heart pause, and go on.
_HANDS_ASK = frozenset({"showing", "moving", "paused"})
# Steps of the movements that need no camera, and from which there is nothing to go back to.
_UNSEEN_STEPS = frozenset({"comparing", "resting"})


class Arc:
    """A whole practice.

    Parameters
    ----------
    plan
        What it consists of.
    begin
        Begins the movements that are done on a day of such a choice, at such a second.
    movements
        The movements done on a day of such a choice, of which the camera is to see the person.
    start_s
        When it begins, on the clock of `step`.

    Attributes
    ----------
    outline
        Where the person stood well before the camera the last time; `None` before.
    signs_read
        Whether the signs to stop at were before them and gone on from.

    Raises
    ------
    ValueError
        Where nothing is moved in the plan.
    """

    def __init__(
        self,
        plan: Plan,
        begin: Callable[[Day, float], Practice],
        movements: Callable[[Day], Sequence[Exercise]],
        start_s: float = 0.0,
    ) -> None:
        if "movement" not in plan.parts:
            raise ValueError("a practice needs its movements")
        self._plan = plan if plan.grounding else replace(plan, parts=_without_grounding(plan))
        self._begin, self._movements = begin, movements
        self._now_s = start_s
        self._at = 0
        self._aside: Aside | None = None
        self._within_s = 0.0
        self._went_on_s = -inf  # when a part ended by itself
        self._paused = False
        self._said = Said()
        self._pain: int | None = None  # as it is being said
        self._pain_shown: int | None = None  # as the slider came up
        self._rises = 0  # of pain, before there was a practice to make smaller
        self._practice: Practice | None = None
        self._day: Day = "usual"
        self._step: Step | None = None
        self._setting_up: SettingUp | None = None
        self._advice: Advice | None = None
        self.outline: Outline | None = None
        self.signs_read = False
        self._finds_place = False  # the camera moved: the place is found again before going on
        self._hands = HandsOnHeart()
        self._finished: Moment | None = None

    def step(
        self,
        asked: Asked | None,
        sight: Sight,
        t: float,
        outlook: Outlook = PLAIN,
    ) -> Moment:
        """Do what the person asks, and return where the practice is at `t` seconds.

        Parameters
        ----------
        asked
            What the person asked for or answered since the last step, or `None`.
        sight
            The newest that is known of the person.
        t
            Seconds; time does not run back. Where the machine slept since the last step, what is
            timed stands still, and ``PAUSE`` goes on.
        outlook
            What is known of the camera.
        """
        if self._finished is not None:
            return self._finished
        by_s, self._now_s = max(t - self._now_s, 0.0), max(t, self._now_s)
        asked = asked or self._gesture(sight)
        if asked is Intent.LEAVE:
            self._leave_aside(t)
            return self._end(sight, t)
        if by_s > SLEPT_S:
            self.wait()
        elif not self._paused and self._aside is None:
            self._within_s += by_s
        handed = self._take(asked, t)
        if not self._past_all:
            self._move(handed, sight, t, outlook)
            self._look(sight, t, outlook)
            if self._time_is_over():
                self._went_on_s = t
                self._go(+1)
                if not self._past_all:
                    self._move(None, sight, t, outlook)
        return self._end(sight, t) if self._past_all else self._moment()

    def wait(self) -> None:
        """Let what is timed stand still until the person goes on, for the machine slept."""
        if self._aside is not None or self._past_all:
            return
        if self._part in _TIMED:
            self._paused = True
        elif self._practice is not None:
            self._practice.wait()

    def record(self, t: float) -> PracticeRecord | None:
        """Return what remains of the movements if it ends at `t` seconds; `None` without any."""
        return None if self._practice is None else self._practice.record(t)

    def ratings(self) -> Ratings:
        """Return what was answered so far, as it is kept."""
        practice = self._practice
        if practice is None:
            return self._said.ratings()
        return self._said.ratings(practice.felt(), smaller=practice.size.dial < 1)

    def titles(self) -> dict[str, str]:
        """Return the titles of the movements that were begun, by id."""
        return {} if self._practice is None else self._practice.titles()

    @property
    def said(self) -> Said:
        """All that was answered so far."""
        return self._said

    @property
    def practice(self) -> Practice | None:
        """The movements; `None` before they were begun."""
        return self._practice

    @property
    def exercise(self) -> Exercise:
        """The movement that the camera is to see the person for."""
        if self._step is not None:
            return self._step.exercise
        movements = self._movements(self._said.day)
        return next((each for each in movements if each.seen), movements[0])

    @property
    def finds_place(self) -> bool:
        """Whether it is looked now how the camera sees the person."""
        return not self._past_all and (self._finds_place or self._part == "seeing")

    # --- what the person asks

    def _gesture(self, sight: Sight) -> Intent | None:
        """Return what both hands on the heart ask for, where they do not lie there anyway."""
        step = self._step
        elsewhere = self._part != "movement" or self._aside is not None or self._finds_place
        if elsewhere or step is None or step.kind not in _HANDS_ASK:
            return self._hands.step(sight, ignored=True)
        return self._hands.step(sight, ignored=rests_on_heart(step.exercise))

    @property
    def _part(self) -> Part:
        return self._plan.parts[self._at]

    @property
    def _past_all(self) -> bool:
        return self._at >= len(self._plan.parts)

    def _take(self, asked: Asked | None, t: float) -> Intent | Compared | None:
        """Take in what was asked; return what is left for the movements."""
        if self._aside is not None:
            self._in_aside(asked, t)
            return None
        if asked is Intent.STOP or (asked is Intent.PAIN and self._part not in _ASK_PAIN):
            self._aside = "stop" if asked is Intent.STOP else "pain"
            marks = self._said.pain_marks
            self._pain = marks[-1].pain if marks else self._said.pain_before
            self._pain_shown = self._pain
            return None
        if isinstance(asked, Rated | DayChosen | SignNamed | Wrote):
            self._answer(asked)
            return None
        if self._part == "movement" and not self._finds_place:
            return self._of_movement(asked, t)
        if asked is Intent.NEXT:
            self._go(+1)
        elif asked is Intent.PREVIOUS:
            self._go(-1)
        elif asked is Intent.PAUSE and self._part in _TIMED:
            self._paused = not self._paused
        return None

    def _of_movement(self, asked: Asked | None, t: float) -> Intent | Compared | None:
        """Return what the movements are asked; at their ends one goes to the parts beside them."""
        practice, step = self._practice, self._step
        if not isinstance(asked, Intent | Compared):
            return None
        if practice is None or step is None:
            # They wait for the camera; one need not.
            if asked is Intent.NEXT and self._at + 1 < len(self._plan.parts):
                self._go(+1)
            elif asked is Intent.PREVIOUS:
                self._go(-1)
            return None
        if asked is Intent.NEXT and t - self._went_on_s < LATE_S:
            return None  # it was meant for the part before, which ended by itself just now
        if asked is Intent.NEXT and practice.on_last and step.kind in ("moving", "paused"):
            if not practice.went_on(t):
                self._go(+1)
            return None
        goes_back = practice.on_first and step.kind not in _UNSEEN_STEPS
        if asked is Intent.PREVIOUS and goes_back and self._at > 0:
            self._go(-1)
            return None
        return asked

    def _answer(self, answer: Rated | DayChosen | SignNamed | Wrote) -> None:
        if isinstance(answer, Rated):
            when: Literal["before", "after"] = "before" if self._before_moving else "after"
            self._said = self._said.rated(when, answer)
        elif isinstance(answer, DayChosen):
            self._said = replace(self._said, day=answer.day)
        elif isinstance(answer, SignNamed):
            self._said = self._said.naming(answer)
            if answer.named:
                self._aside = "stop"
        else:
            self._said = self._said.writing(answer.text)

    @property
    def _before_moving(self) -> bool:
        return self._at < self._plan.parts.index("movement")

    def _in_aside(self, asked: Asked | None, t: float) -> None:
        """Answer what comes before the part: the pain slider, that pain rose, or stopping."""
        if self._aside == "stop":
            self._in_stop(asked)
        elif isinstance(asked, Rated):
            self._pain = asked.value
        elif asked is Intent.STOP:
            self._leave_aside(t)
            self._aside, self._pain = "stop", None
        elif asked in (Intent.NEXT, Intent.PREVIOUS, Intent.PAIN, Intent.PAUSE):
            if self._aside == "pain":
                self._leave_pain(t)
            else:
                self._aside = None

    def _in_stop(self, asked: Asked | None) -> None:
        if isinstance(asked, SignNamed):
            self._said = self._said.naming(asked)
        elif asked is Intent.PREVIOUS:
            self._aside = None
        elif asked is Intent.NEXT:
            # What was done is kept, and nothing more is asked of somebody who is unwell.
            self._said = replace(self._said, stopped=True)
            self._aside = None
            parts = self._plan.parts
            self._at = parts.index("summary") if "summary" in parts else len(parts)
            self._within_s, self._paused = 0.0, False

    def _leave_pain(self, t: float) -> None:
        """Note the pain that was said; where it rose, say so."""
        self._aside = "rose" if self._note_pain(t) else None

    def _leave_aside(self, t: float) -> None:
        """Keep what was said where it is left for something else: pain, and that it was stopped."""
        if self._aside == "pain" and self._pain != self._pain_shown:
            self._note_pain(t)
        elif self._aside == "stop":
            self._said = replace(self._said, stopped=True)

    def _note_pain(self, t: float) -> bool:
        """Note the pain that was said; where it rose make all smaller, and return that it did."""
        before, pain = self._said.most_pain, self._pain
        self._pain = None
        if pain is None:
            return False
        self._said = self._said.hurting(t, pain)
        rose = self._said.rose_by()
        if rose is None or rose < PAIN_RISE or (before is not None and pain <= before):
            return False
        if self._practice is None:
            self._rises += 1
        else:
            self._practice.pain_rose(t)
        return True

    # --- how it goes on

    def _go(self, by: int) -> None:
        """Go to the next part, or to the one before."""
        if self._finds_place:
            self._finds_place = False
            return
        at = self._next_at if by > 0 else self._back_at
        if at is None:
            return
        if self._part == "signs" and by > 0:
            self.signs_read = True
        self._at, self._within_s, self._paused = at, 0.0, False
        self._setting_up = None

    @property
    def _next_at(self) -> int:
        """The place of the next part; past the last where there is none."""
        later = range(self._at + 1, len(self._plan.parts))
        return next((at for at in later if not self._leaves_out(at)), len(self._plan.parts))

    @property
    def _back_at(self) -> int | None:
        """The place of the part to go back to; `None` where there is none.

        What is over is not gone back into, nor anything by somebody who stopped.
        """
        earlier = range(self._at - 1, -1, -1)
        at = next((at for at in earlier if not self._leaves_out(at)), None)
        over = at is not None and self._ended and self._plan.parts[at] == "movement"
        return None if over or self._said.stopped else at

    def _leaves_out(self, at: int) -> bool:
        return self._plan.parts[at] in _AROUND and self._said.day in self._plan.short

    @property
    def _first(self) -> bool:
        """Whether there is nothing to go back to."""
        if self._part == "movement" and self._step is not None and not self._finds_place:
            return self._step.kind in _UNSEEN_STEPS or self._back_at is None
        return self._back_at is None

    def _time_is_over(self) -> bool:
        if self._aside is not None or self._paused:
            return False
        if self._finds_place or self._part == "seeing":
            return self._advice is not None and self._advice.done
        if self._part == "grounding" and self._plan.grounding is not None:
            return self._within_s >= lasts_s(self._plan.grounding)
        if self._part == "hands":
            return self._within_s >= HANDS_S
        return self._part == "movement" and self._step is not None and self._ended

    @property
    def _ended(self) -> bool:
        return self._step is not None and self._step.kind == "finished"

    def _move(
        self, asked: Intent | Compared | None, sight: Sight, t: float, outlook: Outlook
    ) -> None:
        """Let the movements go on, or stand while something else is before the person."""
        moving = self._part == "movement"
        if self._practice is None and outlook.away and self._movements(self._said.day)[0].seen:
            return  # they begin with the first picture
        if moving and not self._ended:
            self._make_ready(t)
        if self._practice is not None and not self._ended:
            self._practice.rest_sooner(self._said.tired)
            away = outlook.away and self._needs_camera
            held = not moving or self._aside is not None or self._finds_place or away
            self._step = self._practice.step(asked, sight, t, held=held)

    def _make_ready(self, t: float) -> None:
        """Begin the movements; anew where another choice for today was made since."""
        before, day = self._practice, self._said.day
        if before is not None and day == self._day:
            return
        self._day, self._practice = day, self._begin(day, t)
        if before is not None:
            self._practice.go_on_from(before, t)
        for _ in range(self._rises):
            self._practice.pain_rose(t)
        self._rises = 0

    @property
    def _needs_camera(self) -> bool:
        step = self._step
        return step is not None and step.exercise.seen and step.kind not in _UNSEEN_STEPS

    def _look(self, sight: Sight, t: float, outlook: Outlook) -> None:
        """Follow how somebody finds their place; again where the camera was moved."""
        if self._part == "movement" and self._camera_moved(sight, t):
            self._finds_place = True
            self._setting_up = SettingUp([self._step.exercise] if self._step is not None else [])
        if not (self._finds_place or self._part == "seeing"):
            self._advice = None
            return
        if self._setting_up is None:
            self._setting_up = SettingUp(self._movements(self._said.day))
        self._advice = self._setting_up.step(sight, outlook.size, outlook.luma, t)
        if self._advice.done:
            self.outline = self._advice.outline

    def _camera_moved(self, sight: Sight, t: float) -> bool:
        step = self._step
        return (
            "seeing" in self._plan.parts
            and step is not None
            and step.kind in ("moving", "showing")
            and step.exercise.seen
            and sight.camera_moved
            and t - sight.time_s < 1.0
        )

    def _end(self, sight: Sight, t: float) -> Moment:
        if self._practice is not None:
            self._step = self._practice.step(Intent.LEAVE, sight, t)
        self._at = min(self._at, len(self._plan.parts) - 1)
        self._finished = replace(self._moment(), kind="finished")
        return self._finished

    def _moment(self) -> Moment:
        part = self._part
        kind: Part | Aside = self._aside or ("seeing" if self._finds_place else part)
        way = self._plan.grounding
        rests_still = part == "movement" and self._step is not None and self._step.still
        return Moment(
            kind=kind,
            within_s=self._within_s,
            breath=resting_breath(self._within_s),
            said=self._said,
            paused=self._paused or rests_still,
            step=self._step,
            exercise=self.exercise,
            grounded=grounded(way, self._within_s) if kind == "grounding" and way else None,
            advice=self._advice,
            pain=self._pain,
            goal=self._plan.goal,
            place=self._plan.place,
            first=self._first,
        )


def _without_grounding(plan: Plan) -> tuple[Part, ...]:
    return tuple(part for part in plan.parts if part != "grounding")
