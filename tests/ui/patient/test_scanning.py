"""One key for everything: which option is lit, and which is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.intent import Intent
from feedback.said import Rated
from tests.ui.patient.stage import sitting
from ui.patient.scanning import PERIOD_S, Scan, scanned

T = st.floats(0, 10_000)
MANY = st.integers(1, 20)


@given(T, T, MANY, st.integers(0, 19), st.floats(0.2, 10))
def test_exactly_one_of_the_options_is_lit_at_any_time(
    began_s: float, t: float, many: int, first: int, period_s: float
) -> None:
    lit = Scan(began_s, first, period_s).lit(t, many)
    assert lit is not None
    assert 0 <= lit < many


def test_the_first_waits_twice_as_long_as_each_other_in_every_round() -> None:
    scan = Scan(100.0)
    lit = [scan.lit(100.0 + (i + 0.5) * PERIOD_S, 4) for i in range(12)]
    assert lit == [0, 0, 1, 2, 3, 0, 0, 1, 2, 3, 0, 0]


def test_nothing_is_lit_where_there_is_nothing_and_nothing_taken() -> None:
    assert scanned(Scan(0.0), 5.0, 0, pressed=True) == scanned(Scan(0.0), 5.0, 0)


@given(T, MANY)
def test_waiting_takes_nothing_however_long(t: float, many: int) -> None:
    came = scanned(Scan(0.0), t, many)
    assert not came.taken
    assert came.scan == Scan(0.0)


@given(st.floats(0, 1000), MANY)
def test_a_press_takes_what_is_lit_and_the_scan_begins_again_with_the_first(
    t: float, many: int
) -> None:
    came = scanned(Scan(0.0), t, many, pressed=True)
    assert came.taken
    assert came.lit == Scan(0.0).lit(t, many)
    assert came.scan.lit(t, many) == 0
    assert came.scan.lit(t + 1.9 * PERIOD_S, many) == 0


@given(st.floats(0, 1000), MANY)
def test_after_what_is_wanted_several_times_the_scan_stays_on_it(t: float, many: int) -> None:
    came = scanned(Scan(0.0), t, many, pressed=True, stays=True)
    assert came.scan.lit(t, many) == came.scan.lit(t + 1.9 * PERIOD_S, many) == came.lit


def test_where_the_options_become_fewer_one_of_those_left_is_lit() -> None:
    assert Scan(0.0, first=7).lit(0.1, 3) in (0, 1, 2)


def test_a_time_before_the_scan_lights_its_first() -> None:
    assert Scan(10.0, 2).lit(3.0, 5) == 2


@pytest.mark.parametrize("wanted", [0, 4, 10])
def test_a_whole_slider_is_set_with_one_key(wanted: int) -> None:
    at, scan, t = sitting("arrival-new"), Scan(0.0), 0.0
    presses = 0
    for _ in range(1000):
        t += 0.4
        options = at.screen.options(at.view)
        lit = scan.lit(t, len(options))
        assert lit is not None
        said = dict(at.view.moment.said.before).get("pain")
        target = "on" if said == wanted else "pain.more"
        pressed = options[lit].id == target
        came = scanned(scan, t, len(options), pressed=pressed, stays=options[lit].again)
        scan = came.scan
        if came.taken:
            presses += 1
            asked = at.screen.take_option(lit, at.view)
            at.answer(asked)
            if asked is Intent.NEXT:
                break
            assert isinstance(asked, Rated)
    assert dict(at.view.moment.said.before)["pain"] == wanted
    assert presses == wanted + 2
