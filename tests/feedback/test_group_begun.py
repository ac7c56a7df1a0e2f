"""What was said before a movement was begun, in the record of it."""

from feedback.group.group import Group
from feedback.group.leading import Lead, Led
from feedback.group.plan import Move, Talk
from feedback.group.record import PROTECTIVE
from feedback.record import MovementRecord
from tests.feedback.grouping import SEATED, SUNRISE, led, plan_of
from tests.people import arms
from vision.sight import Sight

WELCOME_S = 2.0
SHOWN_S = 20.0  # longer than anything is shown before all move


def past_at_first(t: float) -> Sight:
    return arms(t, 155 if t < WELCOME_S else 40)


def after(group: Group, until_s: float, asks: dict[float, Led]) -> tuple[MovementRecord, ...]:
    led(group, {1: past_at_first}, until_s, asks, fps=4)
    record = group.record(1, until_s)
    assert record is not None
    return record.movements


def test_who_is_past_the_limit_in_the_welcome_has_that_told_with_the_movement_and_no_other() -> (
    None
):
    group = Group(plan_of(Talk("welcome", 60), Move(SUNRISE), places=(1,)))
    asks: dict[float, Led] = {WELCOME_S + 1: Lead.NEXT, WELCOME_S + 2: Lead.NEXT}
    (movement,) = after(group, SHOWN_S, asks)
    assert movement.active_s > 10
    assert [cue for _, cue in movement.summary.cues] == [PROTECTIVE]
    assert movement.summary.cues[0][0] < WELCOME_S


def test_what_was_said_before_a_movement_that_was_passed_over_is_not_put_to_another() -> None:
    plan = plan_of(Talk("welcome", 60), Move(SUNRISE), Move(SEATED), places=(1,))
    asks: dict[float, Led] = dict.fromkeys((3.0, 3.2, 3.4, 3.6), Lead.NEXT)
    first, other = after(Group(plan), SHOWN_S, asks)
    assert (first.exercise_id, first.active_s, len(first.summary.cues)) == (SUNRISE.id, 0, 1)
    assert (other.exercise_id, other.summary.cues) == (SEATED.id, ())


def test_who_did_nothing_past_the_limit_in_the_welcome_has_no_movement_of_it() -> None:
    group = Group(plan_of(Talk("welcome", 60), Move(SUNRISE), places=(1,)))
    led(group, {1: lambda t: arms(t, 40)}, 3, fps=4)
    record = group.record(1, 3.0)
    assert record is not None
    assert record.movements == ()
