"""Shoulders that are drawn up: said to all where many do it, and never to one."""

import pytest

from exercises.library import find_exercise
from feedback.group.common import ASKS_S, FEWEST, heard_of
from feedback.group.group import Group
from feedback.group.leading import Lead
from feedback.group.plan import Move
from feedback.group.shoulders import ARMS_LOW_DEG, DRAWN_UP_PERCENT, drawn_up
from tests.feedback.grouping import SUNRISE, At, led, plan_of, short
from tests.people import Person, sight
from vision.sight import Sight, nobody

SWAYING = short(find_exercise("weight-shift-standing"), 3.0)
LIFTING = short(find_exercise("shoulder-lift-standing"), 3.0)
BEGINS_S = 10.0


def someone(up_percent: float, *, arm_deg: float = 5.0, from_s: float = BEGINS_S) -> Person:
    """Return somebody who draws their shoulders up from a moment on, their arms held so."""

    def seen(t: float) -> Sight:
        up = up_percent if t >= from_s else 0.5
        return sight(
            t,
            error=3.0,
            pelvis_shift_percent=4.0,
            shoulder_abduction_left=arm_deg,
            shoulder_abduction_right=arm_deg,
            shoulder_hike_left_percent=up,
            shoulder_hike_right_percent=up,
        )

    return seen


def practised(*people: Person, move: Move | None = None) -> list[At]:
    plan = plan_of(move or Move(SWAYING), places=tuple(range(1, len(people) + 1)))
    return led(Group(plan), dict(enumerate(people, 1)), 40.0, {0.0: Lead.NEXT})


def when_said(steps: list[At]) -> list[float]:
    return [each.t for each in steps if each.step.public.said == "shoulders"]


def test_two_of_four_draw_their_shoulders_up_and_all_hear_that_they_may_soften() -> None:
    steps = practised(someone(9), someone(9), someone(0), someone(0))
    first = when_said(steps)[0]
    assert BEGINS_S + ASKS_S <= first <= BEGINS_S + ASKS_S + 12
    assert not any(
        place.feedback is not None and place.feedback.cue and place.feedback.cue.id == "shoulders"
        for each in steps
        for place in each.step.places
    )


def test_what_one_of_four_does_alone_is_said_to_nobody() -> None:
    assert FEWEST > 1
    assert when_said(practised(someone(9), someone(0), someone(0), someone(0))) == []


@pytest.mark.parametrize(
    ("many", "move"),
    [
        (someone(9, arm_deg=ARMS_LOW_DEG + 1), None),  # raised arms lift what is measured
        (someone(DRAWN_UP_PERCENT - 0.5), None),
        (someone(12), Move(LIFTING)),  # there it is what is asked
    ],
)
def test_it_is_not_said_of_what_is_not_drawn_up_or_is_to_be(
    many: Person, move: Move | None
) -> None:
    assert when_said(practised(many, many, many, many, move=move)) == []


def test_it_is_never_told_inside_the_expected_error_nor_of_one_shoulder() -> None:
    def seen(left: float, right: float, error: float) -> Sight:
        return sight(
            0.0,
            error=error,
            shoulder_abduction_left=5,
            shoulder_abduction_right=5,
            shoulder_hike_left_percent=left,
            shoulder_hike_right_percent=right,
        )

    assert drawn_up(SUNRISE, seen(6, 6, 4))
    assert not drawn_up(SUNRISE, seen(6, 6, 7))
    assert not drawn_up(SUNRISE, seen(9, 1, 3))
    assert not drawn_up(SUNRISE, nobody(0.0))
    assert not drawn_up(SUNRISE, sight(0.0, shoulder_abduction_left=5))


def test_an_invitation_of_ones_own_goes_before_it_and_praise_after() -> None:
    assert [heard_of(cue, drawn_up=True) for cue in (None, "comfort", "rest")] == ["shoulders"] * 3
    assert heard_of("slower", drawn_up=True) == "slower"
    assert heard_of("comfort", drawn_up=False) == "comfort"
