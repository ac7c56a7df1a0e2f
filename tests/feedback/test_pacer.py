import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.library import find_exercise, library
from feedback.pacer import breath_at, ramp

PACED = [exercise for exercise in library().values() if exercise.pace == "breath"]
STEP_S = 0.02


@pytest.mark.parametrize("exercise", PACED, ids=lambda exercise: exercise.id)
def test_breath_fills_and_empties_without_a_jump(exercise: Exercise) -> None:
    moments = [index * STEP_S for index in range(round(2 * exercise.cycle_s / STEP_S))]
    breaths = [breath_at(exercise, guide_at(exercise, t)) for t in moments]
    fullness = [breath.fullness for breath in breaths]
    assert min(fullness) == pytest.approx(0, abs=0.01)
    assert max(fullness) == pytest.approx(1, abs=0.01)
    for before, after in itertools.pairwise(breaths):
        change = after.fullness - before.fullness
        assert abs(change) < 0.05
        if before.breath == after.breath == "in":
            assert change >= 0
        if before.breath == after.breath == "out":
            assert change <= 0
        if before.breath == after.breath == "rest":
            assert change == 0


def test_default_cycle_is_four_in_and_six_out() -> None:
    sunrise = find_exercise("sunrise-arms-seated")
    assert breath_at(sunrise, guide_at(sunrise, 2)).fullness == pytest.approx(0.5)
    assert breath_at(sunrise, guide_at(sunrise, 4)).fullness == pytest.approx(1)
    assert breath_at(sunrise, guide_at(sunrise, 7)).fullness == pytest.approx(0.5)
    assert breath_at(sunrise, guide_at(sunrise, 10)).cycle == 1


def test_in_a_movement_at_ones_own_breath_nothing_is_paced() -> None:
    arriving = find_exercise("arriving-breath")
    breaths = {breath_at(arriving, guide_at(arriving, t)) for t in range(60)}
    assert {breath.breath for breath in breaths} == {"natural"}
    assert len({breath.fullness for breath in breaths}) == 1


@given(elapsed_s=st.floats(0, 1800), step_s=st.floats(0.001, 0.05))
@settings(max_examples=100)
def test_ramp_is_continuous(elapsed_s: float, step_s: float) -> None:
    before, after = ramp(elapsed_s), ramp(elapsed_s + step_s)
    assert abs(after.fullness - before.fullness) < 0.05 + step_s
    assert 0 <= after.progress <= 1
    assert after.cycle - before.cycle in (0, 1)


def test_ramp_slows_by_a_breath_each_minute_down_to_its_floor() -> None:
    def breaths_in_minute(minute: int) -> int:
        return ramp(60.0 * (minute + 1)).cycle - ramp(60.0 * minute).cycle

    assert breaths_in_minute(0) in (11, 12)
    assert breaths_in_minute(3) in (8, 9)
    assert [breaths_in_minute(minute) for minute in (6, 10, 29)] == [6, 6, 6]


def test_ramp_under_its_floor_keeps_its_own_rate() -> None:
    assert ramp(600, start=5).cycle == 50


def test_ramp_breathes_out_longer_than_in() -> None:
    phases = [ramp(600 + index / 10).breath for index in range(100)]
    assert phases.count("in") == pytest.approx(40, abs=1)
    assert phases.count("out") == pytest.approx(60, abs=1)
