"""A person's range being found: the one line from a source to a calibration's steps.

`Calibration` is that line from an observation on; a window steps it at the display's rate with what
the person asks for, and `calibrated` steps it headless with every frame of a source.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

import click

from app.ahead import ahead, frames_of
from app.figure_source import FigureSource, parse_figure
from app.offering import offered_or_why
from app.pipeline import Eyes, Onlooker
from exercises.exercise import Exercise
from exercises.person import Person
from exercises.ranges import SafeRange
from exercises.signed_range import SignedRange
from exercises.versions import safe_ranges
from feedback.calibrating import Calibrating
from feedback.calibrating_intent import Ask, CalibratingIntent
from feedback.calibrating_part import parts_of
from feedback.calibrating_step import CalibratingStep
from vision.landmarker import Landmarker
from vision.observation import Observation
from vision.open_source import open_source
from vision.sight import Sight, nobody
from vision.source import Source

Sides = Literal["left", "right", "both"]

# A drawn figure rests so long before each show, unless it is told otherwise: neutral takes 2 s.
FIGURE_RESTS_S = 3.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be found, and for whom.

    Attributes
    ----------
    person
        Who.
    exercise
        The movement as it is offered to them.
    versions
        All versions of their ranges, for the number of the next.
    sides
        Which of their sides.
    locked
        Whether they are alone.
    """

    person: Person
    exercise: Exercise
    versions: tuple[SignedRange, ...] = ()
    sides: Sides = "both"
    locked: bool = False

    @property
    def ranges(self) -> tuple[SafeRange, ...]:
        """What holds for the person in the movement now."""
        return safe_ranges(self.versions, self.exercise)


def planned(
    person: Person,
    exercise: Exercise,
    versions: Sequence[SignedRange] = (),
    sides: Sides = "both",
    *,
    locked: bool = False,
) -> Plan:
    """Return the plan for a movement as it is written.

    Raises
    ------
    NotOffered
        Where the movement is hidden from the person.
    click.ClickException
        Where there is no range to find in it, or not on that side: one line.
    """
    offered = offered_or_why(exercise, person)
    found_on = {part.side for part in parts_of(offered)}
    if not found_on:
        raise click.ClickException(f"{exercise.id} has nothing measured that leads it: no range")
    if sides != "both" and found_on.isdisjoint({sides, None}):
        raise click.ClickException(f"{exercise.id}: its {sides} is not offered to {person.code}")
    return Plan(person, offered, tuple(versions), sides, locked)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a calibration is, and when, in seconds of its source."""

    time_s: float
    step: CalibratingStep


class Calibration:
    """Takes what is seen and what is asked for, and says where the calibration is.

    Attributes
    ----------
    sight
        What is known of the person now, for drawing.
    """

    def __init__(self, plan: Plan, start_s: float) -> None:
        self.sight: Sight = nobody(start_s)
        self._plan, self._eyes = plan, Eyes()
        self._finding = Calibrating(plan.exercise, plan.ranges, start_s, locked=plan.locked)

    def step(
        self, intent: CalibratingIntent | None, observation: Observation | None, t: float
    ) -> CalibratingStep:
        """Return where it is at `t` seconds.

        Parameters
        ----------
        intent
            What was asked for since the last step.
        observation
            What was seen since; `None` where nothing new was.
        t
            Seconds on the clock of the frames; time does not run back.
        """
        if observation is not None:
            self.sight = self._eyes.see(observation, self._plan.exercise)
        step = self._finding.step(intent, self.sight, t)
        while self._passes_over(step):
            step = self._finding.step(Ask.SKIP, self.sight, t)
        return step

    def say_upright(self) -> bool:
        """Take the person as they are for upright; return whether there was one to take."""
        return self._eyes.say_upright()

    def _passes_over(self, step: CalibratingStep) -> bool:
        """Return whether a side that was not asked for is about to be measured."""
        other = step.part.side not in (self._plan.sides, None) and self._plan.sides != "both"
        return other and step.kind in ("neutral", "show")


def calibrated(
    plan: Plan, source: Source, landmarker: Landmarker, seconds: float | None = None
) -> Iterator[Moment]:
    """Yield where the calibration is after each frame, with nobody at the keys.

    Each range is proposed as the tops say. Ends once all is found and waits for its signature; or
    with the source, or after `seconds`, and then what was shown by then is enough.

    Raises
    ------
    SourceError
        What the source raised.
    """
    calibration: Calibration | None = None
    asked: Ask | None = None
    began_s = t = 0.0
    with (
        closing(ahead(frames_of(source))) as frames,
        closing(ahead(map(Onlooker(landmarker).observe, frames))) as observations,
    ):
        for observation in observations:
            t = observation.frame.time_s
            if calibration is None:
                calibration, began_s = Calibration(plan, t), t
            step = calibration.step(asked, observation, t)
            yield Moment(t, step)
            if step.kind in ("sign", "finished") or t - began_s >= (seconds or inf):
                break
            asked = Ask.ON if step.kind == "adjust" else None
    if calibration is not None:
        yield from _enough(calibration, step, t)


def _enough(calibration: Calibration, step: CalibratingStep, t: float) -> Iterator[Moment]:
    """Yield what comes of it that the tops of the part that was measured last are all there are."""
    if step.kind == "show" and step.tops:
        step = calibration.step(Ask.ON, None, t)
        yield Moment(t, step)
    if step.kind == "adjust":
        yield Moment(t, calibration.step(Ask.ON, None, t))


def open_for_calibrating(text: str, plan: Plan, *, in_time: bool = False) -> Source:
    """Open what is named as a source; a drawn figure rests before each show.

    Raises
    ------
    SourceError
        Where it cannot be opened, in one line.
    """

    def figure(spec: str) -> Source:
        options = parse_figure(spec)
        rests = options if options.rest else replace(options, rest=FIGURE_RESTS_S)
        return FigureSource(rests, plan.exercise, in_time=in_time)

    return open_source(text, figure=figure)
