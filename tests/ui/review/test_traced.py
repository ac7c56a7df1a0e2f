"""A trace made fit to be drawn: nothing of it is lost, and nothing is drawn where nothing was."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.review.specimens import BEND, GAP_S, LEAN, LEFT, LENGTH_S, RIGHT, SUNRISE, trace
from ui.review.traced import bridged, columns, gaps, nearest, shown_measures, stretches
from vision.measures import Withheld

values = st.lists(st.one_of(st.just(float("nan")), st.floats(-180, 180)), min_size=1, max_size=200)


@given(values, st.integers(1, 60))
def test_the_columns_hold_every_value_and_no_other(several: list[float], count: int) -> None:
    given_ = np.array(several)
    times = np.arange(len(given_), dtype=float)
    low, high = columns(times, given_, 0.0, max(times[-1], 1.0), count)
    known = given_[np.isfinite(given_)]
    if not known.size:
        assert np.isnan(low).all()
        return
    assert (np.nanmin(low), np.nanmax(high)) == (known.min(), known.max())
    assert set(low[np.isfinite(low)]) | set(high[np.isfinite(high)]) <= set(known)
    assert (np.isnan(low) == np.isnan(high)).all()


def test_a_line_goes_on_between_near_places_and_never_over_a_gap() -> None:
    nan = np.nan
    shown = bridged(np.array([nan, 1.0, nan, 3.0, nan, nan, nan, nan, 9.0, nan]), 2)
    assert shown[2] == 2.0
    assert np.isnan(shown[[0, 4, 5, 6, 7, 9]]).all()


def test_a_gap_is_told_with_its_reason_and_a_blink_is_not() -> None:
    whole = trace()
    (first, rest) = gaps(whole.times_s, whole.values[:, 0], whole.withheld[:, 0])
    assert (first.first_s, first.last_s, first.why) == (*GAP_S, Withheld.UNSEEN)
    assert (rest.first_s, rest.why) == (LENGTH_S / 2, Withheld.NOT_ASKED)
    blink = whole.values[:, 1].copy()
    blink[50:55] = np.nan
    assert len(gaps(whole.times_s[:300], blink[:300], whole.withheld[:300, 1])) == 0


def test_movements_measures_and_moments_are_found() -> None:
    whole = trace()
    assert [(s.exercise_id, s.first_s) for s in stretches(whole)] == [(SUNRISE, 0.0), (LEAN, 30.0)]
    assert shown_measures(whole, ("unknown", BEND)) == (BEND, LEFT, RIGHT)
    assert nearest(whole, 5.04) == 50
    assert nearest(whole, LENGTH_S + 5) is None
