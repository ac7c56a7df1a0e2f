"""What one person does today of an item of their programme."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.guide import guide_at
from exercises.library import library
from exercises.offer import Offer
from exercises.own_targets import own_targets
from exercises.person import Person, Spared
from exercises.prepared import Prepared, guided_within, prepared
from exercises.programme import Item
from exercises.ranges import SafeRange
from feedback.coach import Coach
from feedback.verdict import Standing
from tests.exercises.people_data import items, people, signed
from tests.people import arms, live, swing
from vision.measures import Side

LIBRARY = library()
SUNRISE = LIBRARY["sunrise-arms-seated"]
ITEM = Item(exercise_id=SUNRISE.id)
PERSON = Person(code="P-0147")


def done(item: Item, person: Person = PERSON, **how: object) -> Prepared:
    ready = prepared(item, LIBRARY[item.exercise_id], person, **how)  # type: ignore[arg-type]
    assert isinstance(ready, Prepared)
    return ready


def test_an_item_without_wishes_is_the_movement_itself() -> None:
    ready = done(ITEM)
    assert ready.exercise == SUNRISE
    assert (ready.ranges, ready.rest_s) == ((), 60)


def test_repetitions_minutes_tempo_and_breath_are_the_items() -> None:
    item = Item(exercise_id=SUNRISE.id, repetitions=3, minutes=1.5, tempo=0.8, exhale_s=2.0)
    ready = done(item)
    assert (ready.exercise.repetitions, ready.exercise.minutes) == (3, 1.5)
    assert [phase.seconds for phase in ready.exercise.phases] == pytest.approx([5, 9.5])


def test_a_person_who_likes_it_slow_has_more_minutes_for_it() -> None:
    ready = done(ITEM, Person(code="P-1", tempo=0.5))
    assert ready.exercise.cycle_s == 20
    assert ready.exercise.minutes == pytest.approx(2 * SUNRISE.minutes)


def test_what_is_not_counted_is_not_asked_for_repetitions() -> None:
    kept = Item(exercise_id="wrist-circles-seated", repetitions=3)
    assert done(kept).exercise.repetitions == 0


def test_a_hidden_movement_is_an_offer_with_its_reason() -> None:
    person = Person(code="P-1", flags=("hip-precautions",))
    ready = prepared(Item(exercise_id="march-seated"), LIBRARY["march-seated"], person)
    assert isinstance(ready, Offer)
    assert ready.hidden


def test_one_side_of_an_item_is_done_and_a_spared_one_is_not() -> None:
    left = done(Item(exercise_id=SUNRISE.id, sides="left"))
    assert own_targets(left.exercise)[0].measure.side == "left"
    person = Person(code="P-1", spare=(Spared(area="shoulder", side="left"),))
    ready = prepared(Item(exercise_id=SUNRISE.id, sides="left"), SUNRISE, person)
    assert isinstance(ready, Offer)


def test_signed_ranges_the_share_of_the_item_and_the_dial_hold_together() -> None:
    half = done(Item(exercise_id=SUNRISE.id, range_share=0.8), versions=[signed()], share=0.5)
    left, right = own_targets(half.exercise, half.ranges)[:2]
    assert (left.target.low, left.target.high) == pytest.approx((34, 38))
    assert left.target.ceiling == pytest.approx(41.6)
    assert right.target.ceiling == pytest.approx(60)


def test_the_guide_goes_no_farther_than_ones_own_range_each_side_its_own() -> None:
    ready = done(ITEM, versions=[signed(low=40.0, high=50.0, ceiling=60.0)])
    shown, written = (guide_at(e, 4.0).angles for e in (ready.exercise, SUNRISE))
    assert shown.left_shoulder_elevation < 8 + 0.55 * (written.left_shoulder_elevation - 8)
    assert shown.right_shoulder_elevation == written.right_shoulder_elevation
    wide = SafeRange("shoulder_abduction_left", 100, 145, 150)
    assert guided_within(SUNRISE, [wide]) is SUNRISE


def test_a_limited_shoulder_is_praised_at_90_guarded_at_110_and_left_alone_at_80() -> None:
    ready = done(ITEM, versions=[signed(low=86.0, high=91.0, ceiling=100.0)])

    def told(top: float) -> tuple[set[str], set[Standing]]:
        coach = Coach(ready.exercise, ready.ranges)
        answers = live(coach, lambda t: arms(t, swing(t, 10, top, rising=0.4), 10), 10)
        cues = {answer.cue.id for answer in answers if answer.cue}
        return cues, {answer.verdicts[0].standing for answer in answers}

    assert Standing.COMFORTABLE in told(90)[1]
    assert "soften-back" in told(110)[0]
    cues, standings = told(80)
    assert "soften-back" not in cues
    assert Standing.BEYOND not in standings


@settings(max_examples=60, deadline=None)
@given(items, people(), st.sampled_from(sorted(LIBRARY)), st.floats(0.2, 1))
def test_nothing_prepared_goes_farther_than_the_movement_is_written(
    item: Item, person: Person, name: str, share: float
) -> None:
    item = item.model_copy(update={"exercise_id": name})
    ready = prepared(item, LIBRARY[name], person, (), share)
    if isinstance(ready, Offer):
        assert ready.hidden_because
        return
    written = {(own.row, own.side): own.target for own in own_targets(LIBRARY[name])}
    for own in own_targets(ready.exercise, ready.ranges):
        before = written.get((own.row, own.side)) or written[own.row, person_side(own.target.low)]
        assert abs(own.target.ceiling - before.rest) <= abs(before.ceiling - before.rest) + 1e-6
        assert abs(own.target.far - before.rest) <= abs(before.far - before.rest) + 1e-6


def person_side(low: float) -> Side:
    """Return the side whose midline target this is: the sign says it."""
    return "left" if low >= 0 else "right"
