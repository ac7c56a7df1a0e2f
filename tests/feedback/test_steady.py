from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.definition import Target
from feedback.steady import DWELL_S, Steady, steadied
from feedback.verdict import Standing

TARGET = Target(measure="shoulder_abduction", rest=0, low=60, high=120, ceiling=150)
FPS = 30


def course(values: Sequence[float], target: Target = TARGET) -> list[Standing]:
    held: Steady | None = None
    standings = []
    for index, value in enumerate(values):
        held = steadied(held, target, value, index / FPS)
        standings.append(held.standing)
    return standings


def test_trembling_on_the_edge_changes_nothing() -> None:
    trembling = [60 + (2 if index % 2 else -2) for index in range(60)]
    assert set(course(trembling)) == {Standing.TRAVELLING}


def test_a_change_counts_once_it_has_lasted() -> None:
    standings = course([40.0] * 10 + [80.0] * 20)
    changed = standings.index(Standing.COMFORTABLE)
    assert DWELL_S * FPS <= changed - 10 <= DWELL_S * FPS + 1


def test_a_narrow_range_of_ones_own_is_entered_well_inside_it_and_left_well_outside() -> None:
    own = Target(measure="shoulder_abduction", rest=0, low=87, high=92, ceiling=101)
    assert course([60.0] * 10 + [89.5] * 20, own)[-1] is Standing.COMFORTABLE
    assert course([89.5] * 10 + [93.0] * 20, own)[-1] is Standing.COMFORTABLE
    assert course([89.5] * 10 + [94.0] * 20, own)[-1] is Standing.BEYOND
    trembling = [87 + (1 if index % 2 else -1) for index in range(60)]
    assert set(course([60.0, *trembling], own)) == {Standing.TRAVELLING}


def test_a_brief_dip_is_passed_over() -> None:
    assert set(course([80.0] * 10 + [30.0] * 3 + [80.0] * 10)) == {Standing.COMFORTABLE}


@given(before=st.lists(st.floats(0, 149), min_size=1, max_size=40))
@settings(max_examples=50)
def test_passing_the_ceiling_counts_at_once_after_any_course(before: list[float]) -> None:
    assert course([*before, 151.0])[-1] is Standing.PAST_CEILING


@given(before=st.lists(st.floats(0, 180), min_size=1, max_size=40))
@settings(max_examples=50)
def test_losing_sight_counts_at_once_after_any_course(before: list[float]) -> None:
    assert course([*before, float("nan")])[-1] is Standing.UNSEEN


def test_the_way_back_under_the_ceiling_is_waited_for() -> None:
    standings = course([151.0] + [130.0] * 30)
    assert standings[10] is Standing.PAST_CEILING
    assert standings[-1] is Standing.BEYOND


@given(values=st.lists(st.floats(0, 149), min_size=2, max_size=90))
@settings(max_examples=50)
def test_standings_under_the_ceiling_never_toggle_faster_than_the_dwell(
    values: list[float],
) -> None:
    standings = course(values)
    changes = [i for i in range(1, len(standings)) if standings[i] is not standings[i - 1]]
    gaps = [b - a for a, b in pairwise(changes)]
    assert all(gap >= DWELL_S * FPS - 1e-6 for gap in gaps)
