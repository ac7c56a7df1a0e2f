"""What a person answers of their life every few weeks: plain data, and when it is asked again.

The Patient-Specific Functional Scale (PSFS) is free to use with its source: Stratford P, Gill C,
Westaway M, Binkley J. Assessing disability and change on individual patients: a report of a patient
specific measure. Physiotherapy Canada 1995; 47: 258-263. All other items are our own words,
unvalidated. None has to be answered, and each stands for itself: nothing is added up but the mean
of the PSFS, as its authors do.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from exercises.code import Initials
from exercises.definition import Definition
from exercises.lines import Name
from exercises.person import Goal
from feedback.outcome import Scale

PSFS_SOURCE = "Patient-Specific Functional Scale (Stratford et al., Physiotherapy Canada 1995)"
"""Named wherever its answers are shown."""
MOST_ACTIVITIES = 5
"""A person names up to so many activities (Stratford 1995)."""
LEAST_MEAN_CHANGE, LEAST_CHANGE = 2.0, 3
"""A mean that changes by less than 2, or one activity by less than 3, may not have changed at all
(minimum detectable change at 90%, Stratford 1995)."""
EVERY_WEEKS = 4
"""So often it is offered unless somebody chose otherwise (a default of ours)."""


class Activity(Definition):
    """An everyday activity that is hard to do or cannot be done, named by the person (PSFS)."""

    words: Name
    """In their own words."""
    ability: Scale | None = None
    """0 unable to do it, 10 able to do it as before; `None` where it was not said."""


class GoalFelt(Definition):
    """How content a person is with where they are with one of their goals."""

    words: Name
    """The goal in their own words, as it stood then."""
    satisfaction: Scale | None = None
    """0 not at all to 10 fully; `None` where it was not said."""


class Filled(Definition):
    """What was answered on one day. What was not answered is `None`."""

    day: date
    """Which day."""
    activities: Annotated[
        tuple[Activity, ...], Field(strict=False, max_length=MOST_ACTIVITIES)
    ] = ()
    """The activities of the PSFS."""
    goals: Annotated[tuple[GoalFelt, ...], Field(strict=False, max_length=20)] = ()
    """The goals, each with how content they are."""
    control: Scale | None = None
    """0 nothing to 10 a great deal: how much of what their days are like they can steer."""
    life: Scale | None = None
    """0 not at all to 10 fully: how content they are with their life these days."""
    practice: Scale | None = None
    """0 not at all to 10 fully: how content they are with practising here."""
    with_staff: Initials | None = None
    """Who asked, at the desk; `None` where the person answered by themselves."""
    skipped: bool = False
    """Whether they would rather not this time: it is offered again after the next weeks."""

    @property
    def psfs(self) -> float | None:
        """The mean of the activities that were rated, 0–10; `None` without any."""
        rated = [each.ability for each in self.activities if each.ability is not None]
        return sum(rated) / len(rated) if rated else None

    @property
    def answered(self) -> bool:
        """Whether any question on a scale was answered."""
        scales = (
            *(each.ability for each in self.activities),
            *(each.satisfaction for each in self.goals),
            *(self.control, self.life, self.practice),
        )
        return any(value is not None for value in scales)


def is_due(last: date | None, every_weeks: int, today: date) -> bool:
    """Return whether it is offered `today`.

    Parameters
    ----------
    last
        The day on which it was answered or left out last; `None` where it never was.
    every_weeks
        Every how many weeks; 0 for never.
    """
    if every_weeks <= 0:
        return False
    return last is None or today - last >= timedelta(weeks=every_weeks)


def begun_anew(before: Sequence[Filled], goals: Sequence[Goal], day: date) -> Filled:
    """Return what is to be filled in on a day: the same activities and the goals, unrated.

    Parameters
    ----------
    before
        What was filled in before, in any order; the activities are those named last.
    goals
        What the person hopes for now.
    """
    named = [each for each in before if each.activities]
    last = max(named, key=lambda each: each.day).activities if named else ()
    return Filled(
        day=day,
        activities=tuple(Activity(words=each.words) for each in last),
        goals=tuple(GoalFelt(words=words) for words in dict.fromkeys(g.words for g in goals)),
    )
