"""A whole practice made ready: four kinds of day, gentler ways, what is familiar."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.led import SMALLER_STEPS, for_anyone_led, practised_times, signs_due, whole_practice
from app.led_person import led_for
from app.settings import Settings
from app.today import Today, Wish, for_one
from exercises.dial import STEP
from exercises.library import find_exercise, library
from exercises.person import Consent, Goal, Person
from feedback.intent import Intent
from feedback.moment import MOVEMENT_ONLY, WHOLE
from feedback.ratings import Felt, Ratings
from feedback.said import DayChosen
from records.store import Store
from tests.app.clinic import Clinic
from tests.people import arms
from tests.records import specimens

CODE = "P-0147"
STANDING = find_exercise("sunrise-arms-standing")
SEATED = find_exercise("sunrise-arms-seated")


def person(*flags: str) -> Person:
    goal = Goal(words="to reach the top shelf", activity="reaching for a shelf")
    return Person.model_validate(
        {"code": CODE, "flags": flags, "goals": (goal,), "consent": Consent(record=True, on=TODAY)}
    )


TODAY = date.today()


def usual(store: Store, wish: Wish) -> Today:
    return for_one(store, CODE, wish, library(), TODAY)


def test_every_kind_of_day_is_ready_beforehand_and_only_ever_less(clinic: Clinic) -> None:
    wish = Wish((STANDING,))
    with clinic.store() as store:
        store.people.add(person())
        led = led_for(store, usual(store, wish), wish, library(), Settings())
    ceilings = {day: led.movements(day)[0].targets[0].ceiling for day in ("usual", "smaller")}
    assert ceilings["smaller"] == pytest.approx((1 - SMALLER_STEPS * STEP) * ceilings["usual"])
    assert led.movements("flare")[0].minutes < STANDING.minutes
    assert [each.id for each in led.movements("two-minutes")] == [
        "shoulder-lift-seated",
        "open-heart-seated",
        "arriving-breath",
    ]
    assert led.plan.goal == "to reach the top shelf"


def test_the_chair_is_ready_where_it_is_offered_to_them(clinic: Clinic) -> None:
    wish = Wish((STANDING,))
    with clinic.store() as store:
        store.people.add(person())
        led = led_for(store, usual(store, wish), wish, library(), Settings())
    assert led.today("usual").lighter[STANDING.id].exercise.id == SEATED.id
    arc = led.begin(Settings())(0.0)
    for t in range(1, 9):
        moment = arc.step(Intent.NEXT, arms(float(t), 20), float(t))
        if moment.kind == "movement":
            break
    moment = arc.step(Intent.VARIANT, arms(20.0, 20), 20.0)
    assert moment.step is not None
    assert moment.step.exercise.id == SEATED.id


def test_what_was_practised_often_is_familiar(clinic: Clinic) -> None:
    wish = Wish((find_exercise(specimens.MOVEMENT),))
    with clinic.store() as store:
        store.people.add(person())
        for _ in range(3):
            store.practices.add(
                CODE, specimens.kept_practice(began_at=datetime.now(UTC), ratings=Ratings())
            )
        led = led_for(store, usual(store, wish), wish, library(), Settings())
    assert led.times == {specimens.MOVEMENT: 3}


def test_a_movement_that_was_only_leafed_past_is_not_familiar_by_that(clinic: Clinic) -> None:
    wish, whole = Wish((find_exercise(specimens.MOVEMENT),)), specimens.practice()
    with clinic.store() as store:
        store.people.add(person())
        for active_s, completed in ((2.0, False), (2.0, True), (6.0, False)):
            seen = replace(whole.movements[0], active_s=active_s, completed=completed)
            record = replace(whole, movements=(seen,))
            practised = specimens.kept_practice(
                began_at=datetime.now(UTC), record=record, ratings=Ratings()
            )
            store.practices.add(CODE, practised)
        led = led_for(store, usual(store, wish), wish, library(), Settings())
    assert led.times == {specimens.MOVEMENT: 2}


def test_two_minutes_are_about_two_minutes_for_anyone_and_for_a_person(clinic: Clinic) -> None:
    wish = Wish((STANDING,))
    anyone = for_anyone_led(wish, Settings(), library(), whole=True)
    with clinic.store() as store:
        store.people.add(person())
        own = led_for(store, usual(store, wish), wish, library(), Settings())
    for led in (anyone, own):
        short = led.today("two-minutes")
        assert [each.repetitions for each in short.exercises] == [3, 3, 0]
        assert short.rests_s == (0, 0, 0)
        arc, t = led.begin(Settings())(0.0), 2.0
        for i in range(3):
            arc.step(Intent.NEXT, arms(i / 10, 8), i / 10)
        arc.step(DayChosen("two-minutes"), arms(1.0, 8), 1.0)
        while (moment := arc.step(Intent.NEXT, arms(t, 8), t)).kind != "movement":
            assert moment.kind == "seeing"
            t += 0.1
        began_s = t
        while moment.kind == "movement":
            assert moment.step is not None
            assert moment.step.kind == "moving"
            t += 0.5
            moment = arc.step(None, arms(t, 8), t)
        assert moment.kind == "after"
        assert 100 <= t - began_s <= 150


def test_a_flare_day_eases_anyone_as_it_eases_a_person(clinic: Clinic) -> None:
    wish = Wish((STANDING,))
    with clinic.store() as store:
        store.people.add(person())
        own = led_for(store, usual(store, wish), wish, library(), Settings())
    anyone = for_anyone_led(wish, Settings(), library(), whole=True)
    for led in (own, anyone):
        done = led.movements("flare")[0]
        assert done.repetitions == STANDING.repetitions // 2
        assert done.minutes == STANDING.minutes / 2
        assert done.targets[0].ceiling == pytest.approx(STANDING.targets[0].ceiling / 2)
    assert anyone.today("flare").lighter[STANDING.id].exercise.minutes == SEATED.minutes / 2


def test_a_movement_done_twice_in_a_practice_counts_once() -> None:
    assert practised_times([["a", "b", "a"], ["a"]]) == {"a": 2, "b": 1}


def test_without_a_store_there_is_the_usual_day_alone() -> None:
    today = Today(
        (*for_anyone_led(Wish((SEATED,)), Settings(), library(), whole=False).days["usual"].done,)
    )
    led = led_for(None, today, Wish((SEATED,)), library(), Settings())
    assert led.movements("flare") == led.movements("usual")
    assert set(led.days) == {"usual"}


def test_anyone_may_practise_the_whole_or_the_movements_alone() -> None:
    wish = Wish((STANDING,))
    assert for_anyone_led(wish, Settings(), library(), whole=False).plan == MOVEMENT_ONLY
    led = for_anyone_led(wish, Settings(), library(), whole=True)
    assert led.plan.parts == WHOLE
    assert led.today("usual").lighter[STANDING.id].exercise.id == SEATED.id
    assert (
        len({led.movements(day)[0].targets[0].ceiling for day in ("usual", "smaller", "flare")})
        == 3
    )


def test_the_signs_are_read_once_a_day() -> None:
    read = Settings(signs_read_on=TODAY)
    assert not signs_due(read, TODAY)
    assert signs_due(Settings(), TODAY)
    days = for_anyone_led(Wish((STANDING,)), Settings(), library(), whole=True).days
    assert "signs" not in whole_practice(days, read).plan.parts


def test_the_settings_say_how_one_arrives_and_how_much_is_said() -> None:
    settings = Settings(grounding="none")
    led = for_anyone_led(Wish((STANDING,)), settings, library(), whole=True)
    arc, seen = led.begin(settings)(0.0), set()
    for t in range(8):
        seen.add(arc.step(Intent.NEXT, arms(float(t), 20), float(t)).kind)
    assert "seeing" in seen
    assert "grounding" not in seen


def test_the_chair_is_as_small_as_the_day_and_as_eased_as_the_movement(clinic: Clinic) -> None:
    wish = Wish((STANDING,))
    with clinic.store() as store:
        store.people.add(person())
        led = led_for(store, usual(store, wish), wish, library(), Settings())
        ways = {
            day: led.today(day).lighter[STANDING.id].exercise
            for day in led.days
            if day != "two-minutes"
        }
        assert ways["smaller"].targets[0].ceiling < ways["usual"].targets[0].ceiling
        assert ways["flare"].targets[0].ceiling < ways["usual"].targets[0].ceiling
        assert ways["flare"].minutes < ways["usual"].minutes
        whole = specimens.practice()
        standing = replace(whole.movements[0], exercise_id=STANDING.id)
        too_much = Felt(exercise_id=STANDING.id, too_much=True, times_too_much=1)
        practised = specimens.kept_practice(
            began_at=datetime.now(UTC),
            record=replace(whole, movements=(standing,)),
            ratings=Ratings(felt=(too_much,)),
        )
        store.practices.add(CODE, practised)
        eased = usual(store, wish).lighter[STANDING.id].exercise
    assert eased.targets[0].ceiling == pytest.approx(0.8 * ways["usual"].targets[0].ceiling)
    anyone = for_anyone_led(wish, Settings(), library(), whole=True)
    small = anyone.today("smaller").lighter[STANDING.id].exercise
    assert small.targets[0].ceiling < SEATED.targets[0].ceiling
