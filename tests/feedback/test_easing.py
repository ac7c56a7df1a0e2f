"""Less, at once, where it is too much."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.library import library
from exercises.programme import Item, Programme
from exercises.programmes import find_preset, presets
from feedback.easing import (
    SMALLEST_SHARE,
    Easing,
    eased,
    eased_programme,
    eased_share,
    easings_of,
    lasting,
)
from feedback.outcome import PracticeOutcome
from tests.feedback.outcomes import FIRST, comfortable_practice, felt

LIBRARY = library()
SUNRISE = LIBRARY["sunrise-arms-seated"]
ITEM = Item(exercise_id=SUNRISE.id, repetitions=5, minutes=2.0)
NEXT_DAY = FIRST + timedelta(days=1)


def test_a_comfortable_practice_eases_nothing() -> None:
    assert easings_of(comfortable_practice()) == ()


@pytest.mark.parametrize(
    ("before", "after", "eases"),
    [(2, 3, False), (2, 4, True), (2, 9, True), (9, 2, False), (2, None, False), (None, 9, False)],
)
def test_a_rise_of_pain_by_two_eases_everything(
    before: int | None, after: int | None, eases: bool
) -> None:
    outcome = comfortable_practice(pain_before=before, pain_after=after)
    assert easings_of(outcome) == ((Easing(on=FIRST, why="pain-rise"),) if eases else ())


def test_too_much_eases_that_movement_and_a_flare_day_all_of_them() -> None:
    outcome = comfortable_practice(movements=felt(too_much=True), flare=True)
    found = easings_of(outcome)
    assert found == (
        Easing(on=FIRST, why="too-much", exercise_id=SUNRISE.id),
        Easing(on=FIRST, why="flare-day"),
    )
    assert lasting(found) == found[:1]
    assert eased_share(found[:1], "side-bend-seated", FIRST) == 1
    assert eased_share(found[:1], SUNRISE.id, FIRST) == pytest.approx(0.8)


def test_a_flare_day_ends_with_the_day_and_too_much_stays() -> None:
    flare, much = Easing(on=FIRST, why="flare-day"), Easing(on=FIRST, why="too-much")
    assert eased_share([flare], SUNRISE.id, FIRST) == 0.5
    assert eased_share([flare], SUNRISE.id, NEXT_DAY) == 1
    assert eased_share([much], SUNRISE.id, NEXT_DAY + timedelta(days=90)) == 0.8
    assert eased_share([much], SUNRISE.id, FIRST - timedelta(days=1)) == 1


def test_it_is_smaller_and_shorter_at_once() -> None:
    less = eased(ITEM, SUNRISE, [Easing(on=FIRST, why="too-much")], FIRST)
    assert (less.range_share, less.repetitions, less.minutes) == pytest.approx((0.8, 3, 1.4))
    own = eased(Item(exercise_id=SUNRISE.id), SUNRISE, [Easing(on=FIRST, why="flare-day")], FIRST)
    assert (own.range_share, own.repetitions, own.minutes) == (0.5, 2, SUNRISE.minutes / 2)


def test_what_is_said_twice_on_a_day_is_noted_once_and_days_add_up() -> None:
    twice = [Easing(on=FIRST, why="too-much"), Easing(on=FIRST, why="too-much")]
    assert eased_share(twice, SUNRISE.id, FIRST) == pytest.approx(0.8)
    daily = [Easing(on=FIRST + timedelta(days=d), why="too-much") for d in range(30)]
    assert eased_share(daily[:2], SUNRISE.id, NEXT_DAY) == pytest.approx(0.64)
    assert eased_share(daily, SUNRISE.id, date(2027, 1, 1)) == SMALLEST_SHARE


def test_without_a_reason_a_programme_stays_as_it_is() -> None:
    chair = find_preset("chair")
    assert eased_programme(chair, [], FIRST, LIBRARY) == chair
    flare = [Easing(on=FIRST, why="flare-day")]
    assert eased_programme(chair, flare, FIRST, LIBRARY).items[0].minutes == 1


def test_what_is_not_known_just_now_stays_in_the_programme_as_it_is() -> None:
    items = (Item(exercise_id="gone", repetitions=7), Item(exercise_id=SUNRISE.id))
    mine = Programme(id="mine", title="Mine", items=items)
    flare = [Easing(on=FIRST, why="flare-day")]
    less = eased_programme(mine, flare, FIRST, LIBRARY).items
    assert less[0] == items[0]
    assert less[1].range_share < items[1].range_share


easings = st.lists(
    st.builds(
        Easing,
        on=st.sampled_from([FIRST, NEXT_DAY]),
        why=st.sampled_from(["too-much", "pain-rise", "flare-day"]),
        exercise_id=st.sampled_from([None, "sunrise-arms-seated", "arriving-breath"]),
    ),
    max_size=8,
)


@given(st.sampled_from(sorted(presets())), easings, easings)
def test_more_easings_are_never_more_of_anything(
    name: str, some: list[Easing], more: list[Easing]
) -> None:
    written = find_preset(name)
    few = eased_programme(written, some, NEXT_DAY, LIBRARY)
    many = eased_programme(written, [*some, *more], NEXT_DAY, LIBRARY)
    for one, two in ((written, few), (few, many)):
        for before, after in zip(one.items, two.items, strict=True):
            movement = LIBRARY[before.exercise_id]
            assert 0 < after.range_share <= before.range_share
            assert (after.minutes or movement.minutes) <= (before.minutes or movement.minutes)
            repetitions = after.repetitions or movement.repetitions
            assert repetitions <= (before.repetitions or movement.repetitions)
            assert repetitions >= (1 if movement.repetitions else 0)
    assert Programme.model_validate_json(many.model_dump_json()) == many


def test_of_a_movement_done_twice_the_less_comfortable_counts() -> None:
    both = felt(answer="easier") + felt(answer="heavier")
    outcome = comfortable_practice(movements=both)
    assert outcome.of(SUNRISE.id) == both[1]
    assert outcome.of("side-bend-seated") is None
    assert PracticeOutcome.model_validate_json(outcome.model_dump_json()) == outcome
