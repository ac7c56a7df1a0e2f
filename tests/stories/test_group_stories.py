"""Stories of a group: four people, one picture for all, and each kept inside their own range."""

from itertools import pairwise

import pytest

from feedback.group.common import SPACING_S
from feedback.group.group import Group
from feedback.group.leading import Apart, Invite, Lead, Led
from feedback.group.place_sight import PlaceSight
from feedback.group.plan import Move, Rest, Talk
from feedback.group.seat import CHANGED_S, QUIET_WARMTH
from tests.feedback.grouping import (
    SUNRISE,
    At,
    at,
    hanging,
    leaning,
    led,
    plan_of,
    raising,
    short,
)
from tests.people import Person, arms, seconds, swing
from vision.sight import Sight, nobody

AT_ONCE_S = 0.7
PRIVATE = {"soften-back", "cannot-see", "cannot-see-joint", "stand-front", "step-back"}


def overshooting(t: float) -> Sight:
    """Somebody who comes past the limit at the top of every movement."""
    return arms(t, swing(t, 5, 160))


def leaving(t: float) -> Sight:
    """Somebody who leaves at 25 seconds and comes back at 45."""
    return nobody(t) if 25 <= t < 45 else raising(t)


def changed(steps: list[At], number: int) -> list[float]:
    return [each.t for each in steps if each.seat(number).changed]


def test_four_people_each_in_their_own_way_and_nothing_of_one_is_public() -> None:
    people: dict[int, Person] = {1: overshooting, 2: hanging, 3: leaving, 4: overshooting}
    plan = plan_of(Talk("welcome", 3), Move(short(SUNRISE, 0.75)), Rest(5), Talk("goodbye", 3))
    asks = {3.0: Lead.NEXT, 70.0: Lead.NEXT}
    group = Group(plan, apart=[4])
    steps = led(group, people, 75, asks)
    kinds = list(dict.fromkeys(each.step.public.kind for each in steps))
    assert kinds == ["talking", "showing", "moving", "resting", "finished"]
    # Who overshoots shows in their own seat alone, and is told to the leader.
    assert changed(steps, 1)
    assert not any(changed(steps, number) for number in (2, 3, 4))
    for each in steps:
        told = {place.number for place in each.step.places if "past-limit" in place.notices}
        assert told <= {1}
        assert each.seat(1).changed == (each.place(1).state == "past")
        assert each.step.public.said not in PRIVATE
    # Who rests is as warm as can be.
    assert at(steps, 40).place(2).state == "still"
    assert at(steps, 40).seat(2).warmth > 0.95
    # Who leaves is calm, told, and comes back.
    assert at(steps, 29).place(3).state == "unseen"
    assert at(steps, 31).place(3).notices == ("gone",)
    assert at(steps, 36).place(3).state == "empty"
    assert at(steps, 44).seat(3).warmth < QUIET_WARMTH + 0.1
    assert at(steps, 46).place(3).state != "empty"
    assert at(steps, 47).place(3).notices == ()
    # Who is apart breathes along.
    now = at(steps, 40)
    assert now.seat(4).fullness == pytest.approx(now.step.public.breath.fullness)
    records = [group.record(number, 75) for number in (1, 2, 3, 4)]
    assert records[3] is None
    kept = [record.movements[0].summary for record in records if record is not None]
    assert len(kept[0].repetitions) == len(kept[0].repetitions) // 2 * 2 > 0
    assert {cue for _, cue in kept[0].cues} == {"soften-back"}
    assert not kept[1].repetitions
    assert not kept[1].cues
    assert kept[2].repetitions
    assert group.attendance(75)[3] == pytest.approx(50, abs=1)


@pytest.mark.parametrize("kind", ["moving", "paused", "invited", "showing", "resting", "talking"])
@pytest.mark.parametrize("late_s", [0.0, 0.24])
def test_past_the_limit_the_seat_changes_at_once_at_four_looks_a_second(
    kind: str, late_s: float
) -> None:
    plan = plan_of(Talk("welcome", 60), Move(SUNRISE), Rest(60), places=(1, 2))
    to_moving: list[Led] = [Lead.NEXT, Lead.NEXT]
    ways: dict[str, list[Led]] = {
        "talking": [],
        "showing": [Lead.NEXT],
        "moving": to_moving,
        "paused": [*to_moving, Lead.PAUSE],
        "resting": [*to_moving, Lead.REST],
        "invited": [*to_moving, Invite(1)],
    }
    asks, group = list(ways[kind]), Group(plan)
    past_s = 5.3
    shown: list[float] = []
    for t in seconds(8.5, fps=12):
        looked = int((t - late_s) * 4) / 4 if t > late_s else 0.0
        seen = arms(looked, 155 if past_s <= looked < past_s + 0.3 else 80)
        asked = asks.pop(0) if asks else None
        sights = {1: PlaceSight(seen, 4, False), 2: PlaceSight(raising(looked), 4, False)}
        step = group.step(asked, sights, t)
        seat = next(seat for seat in step.public.seats if seat.number == 1)
        if seat.changed:
            shown.append(t)
            assert step.places[0].notices[0] == "past-limit"
            assert step.places[0].state == "past"
    assert past_s <= shown[0] <= past_s + AT_ONCE_S
    assert shown[-1] - shown[0] >= CHANGED_S - 0.1
    assert step.places[0].state != "past"


def test_the_pacer_waits_for_nobody() -> None:
    def slow(t: float) -> Sight:
        return arms(t, swing(t, 5, 95, cycle_s=25))

    alone = led(Group(plan_of()), {}, 30, {0.0: Lead.NEXT}, fps=4)
    with_slow = led(
        Group(plan_of()), dict.fromkeys((1, 2, 3, 4), slow), 30, {0.0: Lead.NEXT}, fps=4
    )
    assert [each.step.public.guide for each in alone] == [
        each.step.public.guide for each in with_slow
    ]


@pytest.mark.parametrize(("many", "heard"), [(1, set()), (2, {"steady"}), (4, {"steady"})])
def test_only_what_is_common_is_said_to_all(many: int, heard: set[str]) -> None:
    people = {number: leaning if number <= many else raising for number in (1, 2, 3, 4)}
    steps = led(Group(plan_of()), people, 30, {0.0: Lead.NEXT})
    said = [each.step.public.said for each in steps]
    begun = {each.step.public.said_since_s for each in steps if each.step.public.said}
    assert {each for each in said if each} - {"comfort"} == heard
    assert all(b - a >= SPACING_S for a, b in pairwise(sorted(begun)))


def test_nothing_is_said_to_all_in_a_pause_or_a_talk() -> None:
    people = dict.fromkeys((1, 2, 3, 4), leaning)
    plan = plan_of(Move(SUNRISE), Talk("reflection", 20))
    spoken = led(Group(plan), people, 20, {0.0: Lead.NEXT})
    until = next(each.t for each in spoken if each.step.public.said == "steady")
    for lead in (Lead.PAUSE, Lead.NEXT):
        steps = led(Group(plan), people, 20, {0.0: Lead.NEXT, until + 1: lead})
        assert at(steps, until).step.public.said == "steady"
        assert {each.step.public.said for each in steps if each.t >= until + 1} == {None}


def test_who_asks_to_be_apart_while_past_the_limit_is_apart_at_once() -> None:
    asks: dict[float, Led] = {0.0: Lead.NEXT, 3.0: Apart(1)}
    steps = led(Group(plan_of()), {1: lambda t: arms(t, 155), 2: raising}, 6, asks)
    assert at(steps, 2.8).seat(1).changed
    assert not at(steps, 3.0).seat(1).changed
    assert at(steps, 3.0).place(1).state == "apart"


def test_led_by_the_guide_alone_a_practice_goes_to_its_end() -> None:
    plan = plan_of(Talk("welcome", 2), Move(short(SUNRISE, 0.2)), Rest(3), Talk("goodbye", 2))
    group = Group(plan)
    steps = led(group, {}, 50, {2.0: Lead.NEXT, 45.0: Lead.NEXT}, fps=5)
    assert steps[-1].step.public.kind == "finished"
    assert {place.state for each in steps for place in each.step.places} == {"unseen"}
    assert not any(place.notices for each in steps for place in each.step.places)
    for each in steps:
        assert {seat.fullness for seat in each.step.public.seats} == {
            each.step.public.breath.fullness
        }
    assert [group.record(number, 50) for number in (1, 2, 3, 4)] == [None] * 4
