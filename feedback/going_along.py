"""What goes along with an excursion of the lead measure: whether it is this movement at all.

A repetition is more than its first measure going out and back. What the definition says goes along
has to travel too; both sides of what is done together have to; and what the guide leaves alone
does not travel far. All of it is taken from the definition: nothing knows a movement by its name.

So two movements are one to the counter where the same measure leads, what goes along with the one
fits the other, and the limbs do alike: sunrise arms are the same seated and standing, and hands
held up to the heavens are raised arms. A movement in which another measure leads is another one.
"""

from collections.abc import Sequence
from math import copysign, inf, isnan, nan

import numpy as np
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.exercise import Exercise
from feedback.along import Along
from feedback.another import (
    arms_differ,
    bends_the_other_way,
    comes_along,
    goes_other_way,
    hands_stay_near,
    moves_besides,
    other_side_rests,
    sits_or_rises,
    wavers,
)
from feedback.courses import Courses, Passage
from feedback.finding import Counted, Found
from feedback.guide_course import guide_course
from feedback.quiet import QUIET, Quiet
from feedback.strides import way
from vision.measures import MEASURES, SIDES, Side, indices_of

Array = NDArray[np.float64]

# The share of the way to its range that what goes along has to come; that of the counted side's way
# from which the other comes along; and how many degrees past the
# far end of its range it may go.
COMES_ALONG = 0.4
OTHER_COMES = 0.4
PAST_FAR = 35.0
# A guide's follower that changes from rest to the top by this share of all its way is looked for
# there; of another, a tenth of the moments is left out at either end, and no more than so many.
CHANGES = 0.5
WITHOUT = 0.1
WITHOUT_MOST = 3
# Fewer moments than this tell nothing. All figures here are defaults of ours, unvalidated.
FEWEST = 3
ASKED = ("knee_flexion", "hip_flexion", "trunk_forward_lean", "wrist_span", "elbow_flexion")


class GoingAlong:
    """Keeps the course of all that goes along with one movement.

    Parameters
    ----------
    exercise
        The movement.
    lead
        The target whose excursions are counted.
    """

    def __init__(self, exercise: Exercise, lead: Target) -> None:
        self._exercise = exercise
        self._lead = lead
        self._followers = [
            target
            for target in exercise.targets
            if target.role != "steady" and target.measure != lead.measure
        ]
        followers = [target.measure for target in self._followers]
        self._quiet = [
            quiet
            for quiet in QUIET.get(lead.measure, ())
            if (exercise.posture == "standing" or not quiet.standing)
            and quiet.measure not in followers
        ]
        quiet = {quiet.measure for quiet in self._quiet}
        names = {lead.measure, *followers, *quiet, *ASKED}
        self._courses = Courses(row for name in names for row in indices_of(name))
        # Of what is to be quiet, what is seen well enough to speak against the movement.
        self._sure = Courses(row for name in {lead.measure, *quiet} for row in indices_of(name))
        alternates = exercise.sides == "alternating"
        # Worked out now, and not in the frame in which the first excursion ends.
        self._guides = {side: _guide(exercise, side if alternates else None) for side in SIDES}

    def add(self, t: float, course: Sequence[float], unsure: Sequence[bool] | None = None) -> None:
        """Take what was measured at one moment.

        Parameters
        ----------
        t
            Seconds, later than the last.
        course
            (M,) of all measures.
        unsure
            (M,) which of them may be anything, and speak against no movement; by default none.
        """
        self._courses.add(t, course)
        if unsure is None:
            self._sure.add(t, course)
        else:
            told = zip(course, unsure, strict=True)
            self._sure.add(t, [nan if doubted else value for value, doubted in told])

    def found(self, side: Counted, start_s: float, end_s: float) -> Found:
        """Return what an excursion of `side` from `start_s` to `end_s` was.

        ``whole``: the movement. ``part``: something that belongs to it stayed at rest. ``other``:
        another movement. What is unseen speaks neither for nor against it.
        """
        seen = self._along(self._courses.between(start_s, end_s), side)
        sure = self._sure.between(start_s, end_s)
        if len(seen.passage) < FEWEST or isnan(seen.top):
            return "whole"
        guide = self._along(self._guides["right" if side == "right" else "left"], side, seen.top)
        if self._is_another(seen, sure, guide, side):
            return "other"
        whole = all(_came_along(follower, seen, guide) for follower in self._followers)
        return "whole" if whole else "part"

    def _is_another(self, seen: Along, sure: Passage, guide: Along, side: Counted) -> bool:
        lead = self._lead.measure
        led = rows_of(lead, side)
        if any(wavers(row, _well_seen(sure.of(row)), guide) for row in led):
            return True
        for quiet in self._quiet:
            asked = self._asked_of(quiet, side, seen)
            courses = {row: _well_seen(sure.of(row)) for row in asked}
            if any(moves_besides(row, quiet, courses[row], seen, guide) for row in asked):
                return True
        if any(_goes_far_past(follower, seen) for follower in self._followers):
            return True
        if self._exercise.sides in ("together", "midline") and (
            other_side_rests(lead, seen) or arms_differ(lead, seen, guide)
        ):
            return True
        other = _other(lead, side)
        if other is not None and self._other_differs(other, seen, guide):
            return True
        if lead == "shoulder_abduction" and hands_stay_near(seen, guide):
            return True
        return self._exercise.view == "side" and sits_or_rises(seen, guide)

    def _asked_of(self, quiet: Quiet, side: Counted, seen: Along) -> list[int]:
        """Return the rows that `quiet` is asked of while `side` is counted."""
        if not quiet.other:
            return rows_of(quiet.measure, "both" if quiet.either else side)
        lead, row = _other(self._lead.measure, side), _other(quiet.measure, side)
        if lead is None or row is None:
            return []
        comes = seen.sign * seen.change(seen.passage.of(lead)) > OTHER_COMES * seen.way
        return [row] if comes else []

    def _other_differs(self, other: int, seen: Along, guide: Along) -> bool:
        """Return whether the side that is not counted tells of another movement.

        From the side it is mostly hidden, and believed only where it goes the other way.
        """
        if goes_other_way(other, seen, guide):
            return True
        if self._exercise.sides != "alternating" or self._exercise.view != "front":
            return False
        return comes_along(other, seen, guide) or self._elbows_differ(other, seen, guide)

    def _elbows_differ(self, other: int, seen: Along, guide: Along) -> bool:
        elbows = indices_of("elbow_flexion")
        if self._lead.measure != "shoulder_abduction":
            return False
        place = SIDES.index(MEASURES[other].side or "left")
        return bends_the_other_way(elbows[1 - place], elbows[place], seen, guide)

    def _along(self, passage: Passage, side: Counted, top: float = inf) -> Along:
        mirrored = self._exercise.sides == "alternating" and side == "right"
        rows = rows_of(self._lead.measure, side)
        midline = MEASURES[rows[0]].side is None
        sign = 1.0 if self._lead.rising else -1.0
        return Along(passage, rows, -sign if mirrored and midline else sign, top)


def _guide(exercise: Exercise, side: Side | None) -> Passage:
    return Passage(guide_course(exercise, side), {row: row for row in range(len(MEASURES))})


def rows_of(name: str, side: Counted) -> list[int]:
    """Return the rows of a measure on `side`; all where it is ``both`` or the measure midline."""
    return [row for row in indices_of(name) if side == "both" or MEASURES[row].side in (None, side)]


def _other(name: str, side: Counted) -> int | None:
    """Return the row of a measure on the side that is not counted, where there is one."""
    rows = indices_of(name)
    if side == "both" or len(rows) < len(SIDES):
        return None
    return rows[1 - SIDES.index(side)]


def _well_seen(course: Array) -> Array:
    """Return a course (N,) without the moments next to one that is NaN.

    What takes a limb out of sight, or the model to another's, does not come and go in a moment.
    """
    unseen = np.pad(np.isnan(course), 1)
    return np.where(unseen[:-2] | unseen[2:], nan, course)


def _goes_far_past(follower: Target, seen: Along) -> bool:
    rows = indices_of(follower.measure)
    most = abs(follower.far - follower.rest) + PAST_FAR
    in_degrees = MEASURES[rows[0]].unit == "degrees"
    return in_degrees and max(way(seen.passage.of(row)) for row in rows) > most


def _came_along(follower: Target, seen: Along, guide: Along) -> bool:
    """Return whether a follower travelled, on the side that shows more of it.

    Where the guide's is elsewhere at the top than at rest, so is theirs, in the same direction;
    where it comes and goes between, theirs has gone so far at some time.
    """
    least = COMES_ALONG * abs(follower.near - follower.rest)
    ways = []
    for row in indices_of(follower.measure):
        own, course = guide.passage.of(row), seen.passage.of(row)
        change = guide.change(own)
        if abs(change) >= CHANGES * way(own):
            ways.append(copysign(1.0, change) * seen.change(course))
        elif np.isfinite(course).any():
            ways.append(_way_for_long(course))
    known = [come for come in ways if not isnan(come)]
    return not known or max(known) >= least


def _way_for_long(course: Array) -> float:
    """Return from the least to the most of a course, what lasts a moment only left out."""
    seen = np.sort(course[np.isfinite(course)])
    without = min(int(WITHOUT * len(seen)), WITHOUT_MOST)
    return float(seen[len(seen) - 1 - without] - seen[without])
