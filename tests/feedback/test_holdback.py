from math import nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.guide import guide_at
from exercises.library import find_exercise
from feedback.holdback import GuideTime, advanced, behind_guide

SUNRISE = find_exercise("sunrise-arms-seated")


@given(
    steps=st.lists(
        st.tuples(st.floats(0, 0.5), st.floats(0, 1) | st.just(nan)), min_size=1, max_size=200
    )
)
@settings(max_examples=60)
def test_time_never_runs_back_and_is_never_held_for_more_than_a_cycle(
    steps: list[tuple[float, float]],
) -> None:
    time = GuideTime(allowance_s=10)
    total_s = 0.0
    for by_s, behind in steps:
        after = advanced(time, by_s, behind)
        total_s += by_s
        assert -1e-9 <= after.elapsed_s - time.elapsed_s <= by_s + 1e-9
        assert after.waited_s <= 10
        assert after.elapsed_s + after.waited_s == pytest.approx(total_s)
        time = after


def test_who_is_level_or_unseen_is_not_waited_for() -> None:
    for behind in (0.0, 0.05, nan):
        assert advanced(GuideTime(10), 1.0, behind).elapsed_s == pytest.approx(1.0)


def test_the_guide_slows_and_then_stands_without_a_jerk() -> None:
    time, rates = GuideTime(10), []
    for _ in range(60):
        time = advanced(time, 1 / 30, 0.5)
        rates.append(time.rate)
    assert rates == sorted(rates, reverse=True)
    assert rates[0] > 0.85
    assert rates[-1] < 0.01


def test_the_guide_lets_go_and_goes_on() -> None:
    time = GuideTime(1.0)
    for _ in range(90):
        time = advanced(time, 1 / 30, 1.0)
    assert time.let_go
    assert time.elapsed_s == pytest.approx(2.0)
    assert time.rate > 0.9


@pytest.mark.parametrize(
    ("guide_s", "travelled", "per_second", "behind"),
    [
        (3.9, 0.5, 0.2, 0.5),
        (3.9, 0.5, 0.0, 0.0),
        (3.9, 0.5, -0.2, 0.0),
        (2.0, 0.9, 0.2, 0.0),
        (9.9, 0.6, -0.2, 0.6),
        (9.9, 0.6, 0.2, 0.0),
        (3.9, nan, nan, 0.0),
    ],
)
def test_only_who_moves_the_guide_s_way_is_behind(
    guide_s: float, travelled: float, per_second: float, behind: float
) -> None:
    moment = guide_at(SUNRISE, guide_s)
    assert behind_guide(SUNRISE, moment, travelled, per_second) == pytest.approx(behind, abs=0.02)


def test_a_kept_posture_waits_for_nobody() -> None:
    kept = find_exercise("arriving-breath")
    assert behind_guide(kept, guide_at(kept, 3), 0.2, 0.1) == 0
