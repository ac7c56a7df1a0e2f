"""Between two sights a place is judged now and then alone: nothing that counts comes any later."""

from dataclasses import replace
from itertools import pairwise

import pytest

from feedback.coach import STALE_S
from feedback.group.group import Group
from feedback.group.place import JUDGED_EVERY_S
from feedback.group.place_sight import PlaceSight
from feedback.group.plan import Move
from feedback.group.step import GroupStep
from tests.feedback.grouping import SUNRISE, plan_of, short
from tests.people import arms, swing
from vision.sight import Sight

FPS, SIGHTS_PER_S = 60, 8
# So many pictures pass at most before time alone is noticed.
LATE = 1 + round(JUDGED_EVERY_S * FPS)


# For so long it is looked at; after that what was seen last grows old.
SEEN_S = 14.0


def overshooting(t: float) -> Sight:
    """Somebody who raises their arms past their limit, once in a cycle."""
    return arms(t, swing(t, 5, 178))


def steps_of(*, anew: bool, until_s: float = 17.0) -> list[GroupStep]:
    """Return the steps of one place at the display's rate.

    Parameters
    ----------
    anew
        Whether each step is handed its sight as if it were new, so that all are judged.
    """
    group = Group(plan_of(Move(short(SUNRISE, 5.0)), places=(1,)))
    known, found = PlaceSight(overshooting(0.0), SIGHTS_PER_S, stranger=False), []
    for tick in range(round(until_s * FPS)):
        t = tick / FPS
        if tick % (FPS // SIGHTS_PER_S) == 0 and t < SEEN_S:
            known = PlaceSight(overshooting(t), SIGHTS_PER_S, stranger=False)
        given = replace(known) if anew else known
        found.append(group.step(None, {1: given}, t))
    return found


@pytest.fixture(scope="module")
def both() -> tuple[list[GroupStep], list[GroupStep]]:
    """Return the steps that are judged now and then, and those that all are."""
    return steps_of(anew=False), steps_of(anew=True)


def test_past_the_limit_shows_in_the_very_picture(
    both: tuple[list[GroupStep], list[GroupStep]],
) -> None:
    some, every = ([step.public.seats[0].changed for step in steps] for steps in both)
    begins = [i for i, (was, now) in enumerate(pairwise(every)) if now > was]
    assert begins
    for i in begins:
        assert some[i : i + 2] == [False, True]
    assert sum(a != b for a, b in zip(some, every, strict=True)) <= LATE * len(begins)


def test_what_grew_old_is_told_in_the_very_picture(
    both: tuple[list[GroupStep], list[GroupStep]],
) -> None:
    for steps in both:
        last = max(i for i, step in enumerate(steps) if step.places[0].state != "unseen")
        old_s = (last + 1) / FPS - STALE_S
        assert SEEN_S - 1 / SIGHTS_PER_S <= old_s <= SEEN_S + 2 / FPS


def test_whatever_time_alone_brings_comes_no_later_than_a_few_pictures(
    both: tuple[list[GroupStep], list[GroupStep]],
) -> None:
    some, every = ([step.places[0] for step in steps] for steps in both)
    for i, each in enumerate(some):
        near = every[max(i - LATE, 0) : i + 1]
        assert each.state in {other.state for other in near}
        assert each.notices in {other.notices for other in near}
    seats = [[step.public.seats[0] for step in steps] for steps in both]
    for one, other in zip(*seats, strict=True):
        assert one.fullness == pytest.approx(other.fullness, abs=0.02)


def test_so_it_is_judged_less_often() -> None:
    steps = steps_of(anew=False, until_s=4.0)
    judged = len({id(step.places[0]) for step in steps})
    assert judged < 0.6 * len(steps)
