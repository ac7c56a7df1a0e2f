"""How far a repetition departed from the movement as it is defined."""

from collections.abc import Callable
from dataclasses import replace
from math import isnan, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.library import find_exercise
from feedback.departure import Departed
from feedback.departures import Departures
from tests.people import arms, seconds, sight, swing
from vision.measures import INDEX, Measures, Withheld
from vision.sight import Sight

ARMS = find_exercise("sunrise-arms-standing")
SINK = find_exercise("soft-knee-sink")
TOP, CYCLE_S = 90.0, 10.0


def done(person: Callable[[float], Sight], *, error: float = 0.0) -> Departed:
    """Return how one repetition of the arms' sunrise departed."""
    departures = Departures(ARMS)
    for t in seconds(CYCLE_S):
        measures = person(t).measures
        measures.error[np.isfinite(measures.values)] = error
        departures.take(measures, t)
    return departures.of(0.0, CYCLE_S)


def raised(top: float, *, right: float | None = None, lean: float = 0.0) -> Departed:
    """Return how arms raised so far departed, the trunk leaning by `lean` at the top."""
    return done(
        lambda t: arms(
            t,
            swing(t, 0, top),
            swing(t, 0, top if right is None else right),
            lean=swing(t, 0, lean),
        )
    )


def of(found: Departed, key: str) -> float:
    """Return what one measure adds, `off` and `short` together."""
    return next(d.off + d.short for d in found.measures if d.measure.key == key)


def hidden(seen: Sight, key: str, *, course: bool) -> Sight:
    """Return the same sight with one measure withheld, and unseen unless it keeps its course."""
    measures: Measures = seen.measures
    row = INDEX[key]
    measures.values[row] = nan
    measures.withheld[row] = Withheld.FORESHORTENED if course else Withheld.UNSEEN
    if not course:
        measures.course[row] = nan
    return replace(seen, measures=measures)


def test_a_repetition_just_as_the_guide_shows_departs_by_nothing() -> None:
    found = raised(TOP)
    assert found.departure == 0
    assert all(d.past_s == d.past_ceiling_s == d.past == d.short == 0 for d in found.measures)
    assert found.apart == {"shoulder_abduction": 0}


@given(st.floats(60, 119))
@settings(max_examples=25)
def test_anywhere_inside_the_comfortable_range_is_as_the_movement_asks(top: float) -> None:
    assert raised(top).departure == 0


@given(st.floats(62, 170), st.floats(1, 60))
@settings(max_examples=25)
@pytest.mark.endurance
def test_the_farther_past_the_range_the_more_it_departs(top: float, more: float) -> None:
    assert raised(top + more).departure >= raised(top).departure
    assert raised(max(top, 122) + more).departure > raised(max(top, 122)).departure


@given(st.floats(5, 59), st.floats(1, 40))
@settings(max_examples=25)
@pytest.mark.endurance
def test_the_less_of_the_way_was_come_the_more_it_departs(top: float, less: float) -> None:
    assert raised(max(top - less, 0)).departure > raised(top).departure > 0


def test_a_leaning_trunk_is_named_with_how_far_and_how_long() -> None:
    lean = next(d for d in raised(TOP, lean=18).measures if d.measure.key == "trunk_side_lean")
    assert lean.past == pytest.approx(8, abs=0.2)
    assert lean.off == pytest.approx(0.8, abs=0.02)
    assert 2 < lean.past_s < 6
    assert lean.past_ceiling_s == 0
    assert lean.short == 0


def test_a_trunk_leaning_to_either_side_departs_alike() -> None:
    assert raised(TOP, lean=16).departure == pytest.approx(raised(TOP, lean=-16).departure)


def test_time_past_the_ceiling_is_told_whatever_the_error() -> None:
    found = done(lambda t: arms(t, swing(t, 0, 160)), error=60)
    assert found.measures[0].past_ceiling_s > 1
    assert found.measures[0].past_s == 0


def test_what_the_error_explains_is_not_said_to_be_past() -> None:
    person = lambda t: arms(t, swing(t, 0, 128))  # noqa: E731
    assert done(person).measures[0].past_s > 0.5
    assert done(person, error=9).measures[0].past_s == 0


def test_one_frame_of_nonsense_is_no_departure() -> None:
    found = done(lambda t: arms(t, 170 if abs(t - 4) < 0.01 else swing(t, 0, TOP)))
    assert found.measures[0].off == 0


def test_sides_that_part_are_told_beyond_their_errors() -> None:
    assert raised(TOP, right=70).apart["shoulder_abduction"] == pytest.approx(20 / 30, abs=0.05)
    together = done(lambda t: arms(t, swing(t, 0, 80), swing(t, 0, 70)), error=8)
    assert together.apart["shoulder_abduction"] == 0


def test_two_sides_of_one_measure_weigh_as_one() -> None:
    both, sink = raised(130), Departures(SINK)
    assert both.departure == pytest.approx(of(both, "shoulder_abduction_left"))
    for t in seconds(CYCLE_S):
        sink.take(sight(t, error=0, knee_flexion_left=swing(t, 5, 50)).measures, t)
    assert sink.of(0, CYCLE_S).departure == pytest.approx(1, abs=0.02)


def test_what_is_never_seen_is_not_spoken_of() -> None:
    assert isnan(done(lambda t: sight(t)).departure)
    assert done(lambda t: sight(t)).measures == ()
    unseen_arm = done(
        lambda t: hidden(arms(t, 150, swing(t, 0, TOP)), "shoulder_abduction_left", course=False)
    )
    assert unseen_arm.departure == 0
    assert unseen_arm.apart == {}


def test_moments_unseen_count_neither_for_nor_against() -> None:
    def blinking(t: float) -> Sight:
        seen = arms(t, swing(t, 0, 130))
        gone = int(t * 30) % 3 == 0
        return hidden(seen, "shoulder_abduction_left", course=False) if gone else seen

    assert of(done(blinking), "shoulder_abduction_left") == pytest.approx(
        of(raised(130), "shoulder_abduction_left"), abs=0.03
    )


def test_a_top_without_a_number_is_not_said_to_be_short() -> None:
    def turned_at_the_top(t: float) -> Sight:
        seen = arms(t, swing(t, 0, TOP))
        away = swing(t, 0, TOP) > 50
        return hidden(seen, "shoulder_abduction_left", course=True) if away else seen

    assert of(done(turned_at_the_top), "shoulder_abduction_left") == 0


def test_a_way_seen_for_less_than_half_the_time_is_not_judged_short() -> None:
    def mostly_gone(t: float) -> Sight:
        seen = arms(t, swing(t, 0, 30))
        return hidden(seen, "shoulder_abduction_left", course=True) if t > 4 else seen

    assert of(done(mostly_gone), "shoulder_abduction_left") == 0


def test_only_the_span_asked_for_is_looked_at() -> None:
    departures = Departures(ARMS)
    for t in seconds(3 * CYCLE_S):
        top = 145 if CYCLE_S <= t < 2 * CYCLE_S else TOP
        departures.take(arms(t, swing(t, 0, top)).measures, t)
    cycles = [departures.of(n * CYCLE_S, (n + 1) * CYCLE_S - 0.01).departure for n in range(3)]
    assert cycles[0] == cycles[2] == 0 < cycles[1]


def test_time_that_stands_or_runs_back_is_passed_over() -> None:
    departures = Departures(ARMS)
    departures.take(arms(1.0, 90).measures, 1.0)
    departures.take(arms(1.0, 170).measures, 1.0)
    departures.take(arms(0.5, 170).measures, 0.5)
    assert departures.of(0, 2).departure == 0
    assert isnan(departures.of(5, 6).departure)
