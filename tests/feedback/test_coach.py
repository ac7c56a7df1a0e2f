from dataclasses import replace
from math import nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.library import find_exercise, library
from feedback.coach import Coach, Summary
from feedback.verdict import Standing
from tests.people import Person, arms, live, mirrored, seconds, sight, swing
from vision.measures import MEASURES
from vision.sight import Sight, nobody

SUNRISE = find_exercise("sunrise-arms-standing")
RANGE_CUES = {"within", "steady", "slower", "evenness", "comfort"}
# A restless person: every so often each arm, the trunk, or what is seen of them changes.
RESTLESS = st.lists(
    st.tuples(st.floats(0, 180), st.floats(0, 180), st.floats(-25, 25), st.booleans()),
    min_size=1,
    max_size=12,
)
Restless = list[tuple[float, float, float, bool]]
OTHER: dict[Any, Any] = {"left": "right", "right": "left", "both": "both", None: None}


def restless(moves: Restless, t: float) -> Sight:
    left, right, lean, present = moves[int(t / 2) % len(moves)]
    return arms(t, left, right, lean=lean) if present else nobody(t)


def test_the_display_may_ask_again_and_again() -> None:
    often, once = Coach(SUNRISE), Coach(SUNRISE)
    for t in seconds(12):
        seen = arms(t, swing(t, 10, 95))
        once.step(seen, t)
        for late in (0.0, 0.01, 0.02):
            often.step(seen, t + late)
    assert often.summary(12).repetitions == once.summary(12).repetitions
    assert often.summary(12).seen_fraction == 1.0


def test_an_older_sight_that_comes_late_is_not_counted() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: arms(t, swing(t, 10, 95)), 12)
    before = coach.summary(12)
    coach.step(arms(3.0, 10), 12.1)
    assert coach.summary(12) == before


def test_seen_fraction_is_the_share_of_sights_in_which_someone_is_followed() -> None:
    coach = Coach(SUNRISE)
    assert coach.summary(0) == Summary((), 0, 0, (), 0.0)
    live(coach, lambda t: arms(t, 12) if t < 3 else nobody(t), 4)
    assert coach.summary(4).seen_fraction == pytest.approx(0.75)


def test_summary_changes_nothing() -> None:
    coach, other = Coach(SUNRISE), Coach(SUNRISE)
    for t in seconds(16):
        seen = arms(t, swing(t, 10, 95))
        coach.summary(t)
        assert coach.step(seen, t) == other.step(seen, t)


def test_an_absent_or_stale_person_has_no_verdicts() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: arms(t, 90), 1)
    for answer in (coach.step(nobody(1.0), 1.0), coach.step(arms(1.1, 90), 1.7)):
        assert not answer.seen
        assert {verdict.standing for verdict in answer.verdicts} == {Standing.UNSEEN}


def test_a_guide_begins_when_the_movement_does() -> None:
    answer = Coach(SUNRISE, start_s=100.0).step(nobody(102.0), 102.0)
    assert answer.guide == guide_at(SUNRISE, 2.0).angles


@pytest.mark.parametrize("exercise", library().values(), ids=lambda exercise: exercise.id)
def test_every_movement_is_coached_whatever_is_seen(exercise: Exercise) -> None:
    coach = Coach(exercise)
    for t in seconds(2 * exercise.cycle_s, fps=10):
        wave = {m.key: swing(t, 0, 60) if int(t) % 3 else nan for m in MEASURES}
        answer = coach.step(sight(t, **wave), t)
        assert answer.breath.fullness == pytest.approx(0.5, abs=0.5)
        assert (answer.side is not None) == (exercise.sides == "alternating")


def test_a_breath_only_movement_is_paced_only_where_asked_for() -> None:
    arriving = find_exercise("arriving-breath")
    natural = live(Coach(arriving), nobody, 20)
    paced = live(Coach(arriving, slow_breath=True), nobody, 20)
    assert {answer.breath.breath for answer in natural} == {"natural"}
    assert {answer.breath.breath for answer in paced} == {"in", "out"}
    moving = live(Coach(SUNRISE, slow_breath=True), nobody, 12)
    assert [a.breath for a in moving] == [a.breath for a in live(Coach(SUNRISE), nobody, 12)]


@given(moves=RESTLESS)
@settings(max_examples=12, deadline=None)
def test_a_mirrored_person_gets_the_mirrored_answer(moves: Restless) -> None:
    coach, mirror = Coach(SUNRISE), Coach(SUNRISE)
    for t in seconds(2.0 * len(moves) + 2, fps=10):
        seen = restless(moves, t)
        answer, image = coach.step(seen, t), mirror.step(mirrored(seen), t)
        assert (answer.cue is None) == (image.cue is None)
        if answer.cue is not None and image.cue is not None:
            assert image.cue == replace(answer.cue, side=OTHER[answer.cue.side])
    here, there = coach.summary(99).repetitions, mirror.summary(99).repetitions
    swapped = [replace(r, side=OTHER[r.side]) for r in here]
    assert sorted(swapped, key=str) == sorted(there, key=str)


@given(moves=RESTLESS)
@settings(max_examples=12, deadline=None)
def test_passing_the_ceiling_is_told_at_once_under_any_history(moves: Restless) -> None:
    coach = Coach(SUNRISE)
    for t in seconds(2.0 * len(moves), fps=10):
        seen = restless(moves, t)
        answer = coach.step(seen, t)
        past = (
            seen.present
            and max(
                seen.measures["shoulder_abduction_left"], seen.measures["shoulder_abduction_right"]
            )
            > 150
        )
        if past:
            assert answer.cue is not None
            assert answer.cue.protective


@given(moves=RESTLESS)
@settings(max_examples=12, deadline=None)
def test_what_is_not_measured_is_never_spoken_of(moves: Restless) -> None:
    coach = Coach(SUNRISE)
    for t in seconds(2.0 * len(moves), fps=10):
        answer = coach.step(replace(restless(moves, t), measures=sight(t).measures), t)
        assert answer.cue is None or answer.cue.id not in {*RANGE_CUES, "soften-back", "rest"}


def test_little_seen_speaks_of_the_camera_and_not_of_the_range() -> None:
    def person(t: float) -> Sight:
        return replace(arms(t, 140), quality=0.3)

    answers = live(Coach(SUNRISE), person, 6)
    assert {answer.cue.id for answer in answers if answer.cue is not None} == {"step-back"}


def test_from_the_side_the_arm_in_sight_guards_both() -> None:
    def person(t: float) -> Sight:
        return sight(t, shoulder_flexion_left=20.0, knee_flexion_left=5.0)

    answers = live(Coach(find_exercise("commencing-form")), person, 6)
    assert all(answer.cue is None for answer in answers)
    lost = live(Coach(find_exercise("commencing-form")), sight, 6)
    assert lost[-1].cue is not None
    assert lost[-1].cue.id == "cannot-see-joint"


def test_before_the_first_sight_there_is_time_to_wake() -> None:
    answers = live(Coach(SUNRISE), nobody, 5)
    assert all(answer.cue is None for answer in answers if answer.time_s < 3)
    assert answers[-1].cue is not None


def test_one_arm_that_lags_is_spoken_of_once_both_are_known() -> None:
    def person(t: float) -> Sight:
        left = swing(t, 10, 95)
        return arms(t, left, left if t < 30 else 12)

    said = {cue for _, cue in _said(Coach(SUNRISE), person, 45)}
    assert "evenness" in said


def test_one_arm_that_always_comes_less_far_is_not_uneven() -> None:
    def person(t: float) -> Sight:
        return arms(t, swing(t, 10, 60), swing(t, 10, 110))

    assert "evenness" not in {cue for _, cue in _said(Coach(SUNRISE), person, 60)}


def _said(coach: Coach, person: Person, until_s: float) -> tuple[tuple[float, str], ...]:
    live(coach, person, until_s)
    return coach.summary(until_s).cues
