from dataclasses import fields, replace
from itertools import pairwise
from random import Random
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.dial import smaller_today
from exercises.guide import guide_at
from exercises.library import find_exercise
from feedback.group.group import Group
from feedback.group.leading import Apart, Invite, Lead, Led, Note
from feedback.group.place_sight import FEWEST_PER_S, PlaceSight
from feedback.group.plan import Move, Rest, Talk
from feedback.group.seat import QUIET_WARMTH
from feedback.group.step import GroupStep, NoticeId, PlaceState
from tests.feedback.grouping import (
    SEATED,
    SUNRISE,
    At,
    at,
    hanging,
    holding,
    leaning,
    led,
    plan_of,
    raising,
    short,
)
from tests.people import Person, arms, seconds
from vision.measures import Withheld
from vision.sight import Sight, nobody

CYCLE_S = SUNRISE.cycle_s
PEOPLE: dict[int, Person] = {1: raising, 2: holding, 3: hanging, 4: raising}
SKIPS = {0.0: Lead.NEXT}  # what is shown first


def moving(group: Group, people: dict[int, Person], until_s: float, **more: float) -> list[At]:
    return led(group, people, until_s, SKIPS, **more)


def test_the_guide_goes_on_whoever_is_there() -> None:
    some = moving(Group(plan_of()), PEOPLE, 25)
    nobody_there = moving(Group(plan_of()), {}, 25)
    for one, other in zip(some, nobody_there, strict=True):
        assert one.step.public.guide == other.step.public.guide
        assert one.step.public.breath == other.step.public.breath
        assert one.step.public.remaining_s == other.step.public.remaining_s
    assert some[-1].step.public.guide == guide_at(SUNRISE, 24.8).angles


def test_somebody_on_a_chair_is_led_in_proportion_so_that_all_breathe_together() -> None:
    slow = SEATED.model_copy(
        update={"phases": tuple(_longer(phase.seconds, phase) for phase in SEATED.phases)}
    )
    move = Move(SUNRISE, ways={2: slow})
    steps = moving(Group(plan_of(move)), {1: hanging, 2: hanging}, 23)
    for each in steps:
        first, second = each.place(1).feedback, each.place(2).feedback
        assert first is not None
        assert second is not None
        assert first.breath.fullness == pytest.approx(second.breath.fullness)
        assert first.breath.cycle == second.breath.cycle
    assert at(steps, 20).place(2).exercise is slow
    assert at(steps, 20).step.public.exercise is SUNRISE


def _longer(seconds: float, phase: object) -> object:
    return phase.model_copy(update={"seconds": 1.5 * seconds})  # type: ignore[attr-defined]


def test_each_is_kept_inside_their_own_range() -> None:
    small, ranges = smaller_today(SUNRISE, (), 0.5)
    move = Move(SUNRISE, ways={2: small}, ranges={2: ranges})
    steps = moving(Group(plan_of(move)), {1: holding, 2: holding}, 3)
    assert steps[-1].place(1).state == "easy"
    assert steps[-1].place(2).state == "past"


def test_states_as_they_come_and_the_seats_with_them() -> None:
    people = {1: hanging, 2: holding, 3: lambda t: arms(t, 40), 4: lambda t: arms(t, 135)}
    last = moving(Group(plan_of()), people, 20)[-1]
    assert [place.state for place in last.step.places] == ["still", "easy", "moving", "beyond"]
    assert last.place(4).notices == ("at-limit",)
    warmths = [last.seat(number).warmth for number in (1, 2, 3, 4)]
    assert warmths[:2] == pytest.approx([1, 1], abs=0.01)
    assert warmths[2:] == pytest.approx([QUIET_WARMTH] * 2)
    assert last.seat(1).fullness == pytest.approx(4 / 60, abs=0.01)
    # How far past the near end somebody comes does not show.
    assert last.seat(2).fullness == pytest.approx(last.seat(4).fullness, abs=0.01) == 1


def test_a_seat_follows_its_own_person() -> None:
    steps = moving(Group(plan_of()), PEOPLE, 30)
    shown = [each.seat(1).fullness for each in steps[25:]]
    assert min(shown) < 0.2
    assert max(shown) > 0.9


def test_the_picture_goes_over_to_a_rest_without_a_jump() -> None:
    asks: dict[float, Led] = {0.0: Lead.NEXT, 3.0: Lead.REST}
    steps = led(Group(plan_of()), {}, 6, asks, fps=20)
    before, here = at(steps, 2.95).step.public, at(steps, 3.0).step.public
    assert (before.kind, here.kind) == ("moving", "resting")
    assert here.guide == before.guide
    assert here.breath.fullness == before.breath.fullness
    # Nobody is invited to rest with raised arms.
    assert steps[-1].step.public.guide == guide_at(SUNRISE, 0).angles
    fullness = [each.step.public.breath.fullness for each in steps]
    assert max(abs(b - a) for a, b in pairwise(fullness)) < 0.1


def test_in_a_talk_a_rest_and_a_pause_the_seats_breathe_with_the_pacer() -> None:
    plan = plan_of(Talk("welcome", 5), Move(SUNRISE), Rest(10), Move(SUNRISE))
    asks = {5.0: Lead.NEXT, 8.0: Lead.NEXT, 12.0: Lead.PAUSE, 18.0: Lead.PAUSE, 25.0: Lead.NEXT}
    steps = led(Group(plan), PEOPLE, 30, asks)
    for t in (4.0, 17.0, 29.0):
        now = at(steps, t).step.public
        assert {seat.fullness for seat in now.seats} == {now.breath.fullness}
    assert at(steps, 17.0).step.public.breath == at(steps, 14.0).step.public.breath


def test_a_place_that_is_seldom_looked_at_hears_nothing_but_what_protects() -> None:
    people = {1: leaning, 2: lambda t: arms(t, 155)}
    often = moving(Group(plan_of()), people, 6)
    seldom = moving(Group(plan_of()), people, 6, per_s=FEWEST_PER_S - 1)
    assert "steady" in _cues(often, 1)
    assert _cues(seldom, 1) == set()
    assert _cues(seldom, 2) == {"soften-back"}
    assert seldom[-1].place(1).notices == ("at-limit", "seldom")
    assert seldom[-1].seat(2).changed


def _cues(steps: list[At], number: int) -> set[str]:
    answers = [each.place(number).feedback for each in steps]
    return {answer.cue.id for answer in answers if answer is not None and answer.cue is not None}


def test_a_guarded_joint_without_a_number_is_told() -> None:
    half = moving(Group(plan_of()), {1: lambda t: arms(t, 40, float("nan"))}, 3)
    assert half[-1].place(1).notices == ("limit-unseen",)
    assert half[-1].place(1).state == "moving"
    stale = moving(Group(plan_of()), {1: lambda t: holding(min(t, 2.0))}, 10)
    assert stale[-1].place(1).state == "unseen"
    assert not stale[-1].seat(1).seen
    assert "limit-unseen" not in stale[-1].place(1).notices


def test_who_is_turned_for_the_camera_is_told_apart_from_who_is_hidden() -> None:
    def turned(t: float) -> Sight:
        seen = arms(t, float("nan"))
        seen.measures.withheld[:] = Withheld.TURNED
        return seen

    assert moving(Group(plan_of()), {1: turned}, 3)[-1].place(1).notices == ("turned",)


def test_while_a_stranger_is_in_somebodys_place_nothing_is_judged() -> None:
    group = Group(plan_of())
    for t in seconds(6, fps=10):
        far = PlaceSight(arms(t, 155), 10, stranger=t >= 3)
        near = PlaceSight(holding(t), 10, stranger=t >= 3)
        step = group.step(Lead.NEXT if t == 0 else None, {1: far, 2: near}, t)
    seat = next(seat for seat in step.public.seats if seat.number == 1)
    assert (seat.changed, seat.seen) == (False, False)
    assert [place.notices for place in step.places[:2]] == [("somebody-else",)] * 2
    assert {place.state for place in step.places[:2]} == {"unseen"}
    assert group.attendance(6)[2] == pytest.approx(3, abs=0.2)


def test_of_somebody_apart_nothing_is_ever_used() -> None:
    group = Group(plan_of(), apart=[2])
    steps = led(group, {1: raising, 2: lambda t: arms(t, 155)}, 12, SKIPS)
    empty = led(Group(plan_of()), {1: raising}, 12, SKIPS)
    assert {each.place(2).state for each in steps} == {"apart"}
    assert all(each.place(2).feedback is None for each in steps)
    assert all(each.place(2).notices == () for each in steps)
    for one, other in zip(steps, empty, strict=True):
        assert one.seat(2) == other.seat(2)
    assert group.record(2, 12) is None
    assert group.attendance(12)[2] == 0


def test_who_would_like_to_be_seen_again_goes_on() -> None:
    asks: dict[float, Led] = {0.0: Lead.NEXT, 10.0: Apart(2), 15.0: Apart(2)}
    group = Group(plan_of())
    steps = led(group, PEOPLE, 20, asks)
    assert at(steps, 12).place(2).state == "apart"
    assert steps[-1].place(2).state == "easy"
    record = group.record(2, 20)
    assert record is not None
    assert record.movements[0].active_s == pytest.approx(15, abs=0.5)


def test_who_is_invited_to_rest_is_still_and_calm_and_has_rested() -> None:
    asks: dict[float, Led] = {0.0: Lead.NEXT, 10.0: Invite(1), 30.0: Invite(1)}
    group = Group(plan_of())
    steps = led(group, {1: lambda t: raising(t) if t < 10 else hanging(t), 2: raising}, 40, asks)
    seats = [each.seat(1) for each in steps if 13 < each.t < 30]
    assert max(seat.fullness for seat in seats) - min(seat.fullness for seat in seats) < 0.01
    assert seats[-1].warmth == pytest.approx(1, abs=0.01)
    assert at(steps, 20).place(1).invited
    assert not steps[-1].place(1).invited
    record, other = group.record(1, 40), group.record(2, 40)
    assert record is not None
    assert other is not None
    assert record.rested_s == pytest.approx(20, abs=0.3)
    assert record.movements[0].active_s == pytest.approx(20, abs=0.5)
    assert other.rested_s == 0


def test_records_hold_each_ones_own_and_only_what_was_shown() -> None:
    plan = plan_of(Move(short(SUNRISE, 0.5)), Rest(5), Move(short(SEATED, 0.4)))
    group = Group(plan)
    people: dict[int, Person] = {
        1: raising,
        2: lambda t: arms(t, 155) if 15 < t < 17 else leaning(t),
        3: lambda t: raising(t) if t > 50 else nobody(t),
        4: nobody,
    }
    led(group, people, 87)
    records = {number: group.record(number, 87) for number in PEOPLE}
    assert records[4] is None
    first, second, third = (records[number] for number in (1, 2, 3))
    assert first is not None
    assert second is not None
    assert third is not None
    assert [len(m.summary.repetitions) // 2 for m in first.movements] == [3, 2]
    assert [m.completed for m in first.movements] == [True, True]
    assert {cue for m in second.movements for _, cue in m.summary.cues} == {"soften-back"}
    assert [m.exercise_id for m in third.movements] == [SEATED.id]
    assert {record.ended_s for record in (first, second)} == {first.ended_s}
    assert first.ended_s < 87
    assert first.rested_s == pytest.approx(5, abs=0.3)
    assert group.attendance(87)[4] == 0
    assert group.attendance(87)[1] == pytest.approx(first.ended_s, abs=0.3)


def test_notes_are_kept_by_place_even_at_the_very_end() -> None:
    group = Group(plan_of())
    asks: dict[float, Led] = {1.0: Note(2, "left knee"), 2.0: Note(9, "who?"), 3.0: Lead.LEAVE}
    led(group, PEOPLE, 5, asks | {4.0: Note(2, "well"), 4.5: Note(2, "  ")})
    assert group.notes(2) == ("left knee", "well")
    assert group.notes(1) == ()


def test_once_finished_nothing_changes() -> None:
    group = Group(plan_of())
    asks: dict[float, Led] = {3.0: Lead.LEAVE, 4.0: Lead.PAUSE, 5.0: Lead.PREVIOUS}
    steps = led(group, PEOPLE, 8, asks)
    assert all(each.step is steps[15].step for each in steps[15:])
    assert steps[-1].step.public.kind == "finished"
    assert steps[-1].step.public.exercise is None


def test_time_asleep_is_nobodys() -> None:
    group = Group(plan_of())
    before = moving(group, PEOPLE, 12)[-1].step
    after = group.step(None, {n: PlaceSight(p(512), 10, False) for n, p in PEOPLE.items()}, 512)
    assert after.elapsed_s == before.elapsed_s
    assert after.public.guide == before.public.guide
    assert after.public.remaining_s == before.public.remaining_s
    assert not any(place.notices for place in after.places)
    led(group, PEOPLE, 515, start_s=512.1)
    record = group.record(1, 515)
    assert record is not None
    assert record.movements[0].active_s == pytest.approx(15, abs=0.5)
    assert group.attendance(515)[1] == pytest.approx(15, abs=0.5)


def test_a_movement_of_breath_alone_warms_whoever_is_there() -> None:
    plan = plan_of(Move(find_exercise("arriving-breath")))
    last = led(Group(plan), {1: hanging, 2: nobody}, 20, SKIPS)[-1]
    assert (last.place(1).state, last.place(2).state) == ("still", "empty")
    assert last.seat(1).warmth > 0.95
    assert last.seat(2).warmth == pytest.approx(QUIET_WARMTH)
    assert last.seat(1).fullness == last.seat(2).fullness


def holds(step: GroupStep) -> None:
    """Check what always holds."""
    public = step.public
    assert public.remaining_s >= 0
    assert 0 <= public.breath.fullness <= 1
    assert 0.7 <= step.rate <= 1.3
    assert 0 <= step.index < len(step.beats)
    for seat in public.seats:
        assert QUIET_WARMTH - 1e-9 <= seat.warmth <= 1
        assert 0 <= seat.fullness <= 1
    for place in step.places:
        assert place.state in get_args(PlaceState)
        assert set(place.notices) <= set(get_args(NoticeId))
        assert len(set(place.notices)) == len(place.notices)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_keys_are_mashed_and_whatever_is_seen(seed: int) -> None:
    chance = Random(seed)
    # All but leaving, which comes by itself with the last part.
    leads = [lead for lead in Lead if lead is not Lead.LEAVE]
    plan = plan_of(Talk("welcome", 2), Move(short(SUNRISE, 0.1)), Rest(2), Move(SEATED))
    group, t = Group(plan), 0.0
    for _ in range(120):
        t += chance.choice([0, 0.02, 0.2, 0.4, 3, 9, -0.5])
        number = chance.randint(0, 6)
        asked = chance.choice(
            [None, None, *leads, Invite(number), Apart(number), Note(number, "so")]
        )
        sights = {place: _anything(chance, t) for place in range(1, chance.randint(1, 6))}
        holds(group.step(asked, sights, t))
    for place in (1, 2, 3, 4):
        record = group.record(place, t)
        assert record is None or record.rested_s >= 0


def _anything(chance: Random, t: float) -> PlaceSight:
    angle = chance.choice([float("nan"), *range(0, 181, 20)])
    seen: Sight = nobody(t) if chance.random() < 0.2 else arms(t - chance.random(), angle)
    if chance.random() < 0.1:
        seen = replace(seen, camera_moved=True)
    return PlaceSight(seen, chance.choice([0, 4, 15, float("nan")]), chance.random() < 0.1)


WAYS = st.sampled_from([0.0, 40.0, 90.0, 130.0, 155.0, float("nan"), -1.0])


@given(
    ways=st.lists(st.tuples(WAYS, WAYS), min_size=4, max_size=4),
    order=st.permutations((1, 2, 3, 4)),
)
@settings(max_examples=5, deadline=None)
def test_people_who_change_places_change_their_seats_and_nothing_else(
    ways: list[tuple[float, float]], order: list[int]
) -> None:
    def person(number: int) -> Person:
        first, then = ways[number - 1]
        return lambda t: nobody(t) if (way := first if t < 3 else then) < 0 else arms(t, way)

    here = moving(Group(plan_of()), {n: person(n) for n in order}, 6, fps=4)
    there = moving(Group(plan_of()), {n: person(order[n - 1]) for n in (1, 2, 3, 4)}, 6, fps=4)
    for one, other in zip(here, there, strict=True):
        for number in (1, 2, 3, 4):
            seat = one.seat(order[number - 1])
            assert replace(seat, number=number) == other.seat(number)
            place = one.place(order[number - 1])
            assert (place.state, place.notices) == (
                other.place(number).state,
                other.place(number).notices,
            )
        for field in fields(one.step.public):
            if field.name != "seats":
                name = field.name
                assert getattr(one.step.public, name) == getattr(other.step.public, name)
