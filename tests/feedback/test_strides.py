import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.strides import LEAST_STRIDE, strides, to_and_fro, way


def test_one_way_out_and_back_has_nothing_besides() -> None:
    course = np.array([0.0, 30, 70, 95, 100, 90, 40, 5])
    assert strides(course) == pytest.approx(100 + 95)
    assert to_and_fro(course) == 0.0


def test_each_swing_more_adds_its_size() -> None:
    course = np.array([0.0, 100, 60, 100, 60, 100, 0])
    assert to_and_fro(course) == pytest.approx(80)


@given(st.lists(st.floats(-LEAST_STRIDE / 2, LEAST_STRIDE / 2), max_size=50))
def test_jitter_of_less_than_a_stride_goes_nowhere(jitter: list[float]) -> None:
    inside = np.array(jitter) * 0.99
    assert strides(inside) == 0.0


@given(st.lists(st.floats(-180, 180), max_size=40))
def test_it_does_not_depend_on_which_way_is_up(course: list[float]) -> None:
    assert to_and_fro(-np.array(course)) == pytest.approx(to_and_fro(np.array(course)), abs=1e-6)


def test_what_is_unseen_is_passed_over() -> None:
    gaps = np.array([0.0, np.nan, 60, np.nan, np.nan, 100, 0])
    assert strides(gaps) == 200
    assert way(gaps) == 100
    assert strides(np.full(4, np.nan)) == way(np.full(4, np.nan)) == to_and_fro(np.empty(0)) == 0.0
