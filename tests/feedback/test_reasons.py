"""What there is reason to say, and what is never said inside the doubt."""

from dataclasses import replace
from math import hypot, isnan, nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.library import find_exercise
from feedback.aims import Aim, aims
from feedback.coach import Coach
from feedback.counting import Counting
from feedback.doubt import BAND_DEG, band_of
from feedback.judge import distance_of, excess_of
from tests.people import arms, live, seconds, sight, swing
from vision.measures import INDEX, MEASURES, Withheld
from vision.sight import Sight
from vision.viewpoint import Viewpoint

SUNRISE, SINK = find_exercise("sunrise-arms-standing"), find_exercise("soft-knee-sink")
BREATH = find_exercise("arriving-breath")
LEFT, RIGHT = INDEX["shoulder_abduction_left"], INDEX["shoulder_abduction_right"]
ERRORS = st.one_of(st.just(nan), st.floats(0.5, 60))


def turned(t: float, turn_deg: float, **course: float) -> Sight:
    """Return someone whose numbers are withheld because of how they are turned."""
    seen = sight(t, **course)
    seen.measures.values[:] = nan
    seen.measures.withheld[seen.measures.withheld == Withheld.GIVEN] = Withheld.TURNED
    return replace(seen, viewpoint=Viewpoint(turn_deg=turn_deg))


def said(exercise: str, turn_deg: float, until_s: float = 4.0, **course: float) -> set[object]:
    answers = live(Coach(find_exercise(exercise)), lambda t: turned(t, turn_deg, **course), until_s)
    return {(answer.cue.id, answer.cue.side) for answer in answers if answer.cue is not None}


ARMS = {"shoulder_abduction_left": 30.0, "shoulder_abduction_right": 30.0}
KNEES = {"knee_flexion_left": 20.0, "knee_flexion_right": 20.0}


@pytest.mark.parametrize("turn_deg", [40, -70, 120, 180])
@pytest.mark.parametrize("exercise", ["sunrise-arms-standing", "sunrise-arms-seated"])
def test_turned_away_from_a_front_view_the_way_is_toward_the_camera(
    exercise: str, turn_deg: float
) -> None:
    assert said(exercise, turn_deg, **ARMS) == {("stand-front", None)}


@pytest.mark.parametrize(
    ("turn_deg", "side"),
    [(5, None), (-15, None), (40, "right"), (-40, "left"), (130, "right"), (175, None)],
)
def test_for_a_side_view_it_is_the_side_that_is_nearer_to_the_camera_already(
    turn_deg: float, side: str | None
) -> None:
    assert said("soft-knee-sink", turn_deg, **KNEES) == {("stand-side", side)}


def test_where_it_is_not_known_how_they_are_turned_nobody_is_asked_to_turn() -> None:
    assert said("sunrise-arms-standing", nan, **ARMS) == {("cannot-see-joint", None)}


def test_a_posture_that_is_kept_has_no_joint_to_guard_and_yet_asks_to_be_seen() -> None:
    for_s = 20.0
    assert said(BREATH.id, 50, for_s, trunk_side_lean=1.0) == {("stand-front", None)}


def band(aim: Aim, seen: Sight) -> float:
    return band_of(aim, float(seen.measures.error[aim.row]))


@given(
    left=st.floats(0, 180),
    right=st.floats(0, 180),
    lean=st.floats(-40, 40),
    errors=st.tuples(ERRORS, ERRORS, ERRORS),
)
@settings(max_examples=60, deadline=None)
def test_no_alignment_cue_inside_the_error_and_the_protective_one_whatever_it_is(
    left: float, right: float, lean: float, errors: tuple[float, float, float]
) -> None:
    def person(t: float) -> Sight:
        seen = arms(t, left, right, lean=lean)
        for row, error in zip((LEFT, RIGHT, INDEX["trunk_side_lean"]), errors, strict=True):
            seen.measures.error[row] = error
        return seen

    still = person(0.0)
    found = [(aim, float(still.measures.values[aim.row])) for aim in aims(SUNRISE, (), None)]
    surely = {
        aim.target.role == "steady"
        for aim, value in found
        if excess_of(aim.target, value) > band(aim, still)
    }
    past = any(
        distance_of(aim.target, value) > distance_of(aim.target, aim.target.ceiling)
        for aim, value in found
    )
    answers = live(Coach(SUNRISE), person, 4, fps=10)
    for answer in answers:
        cue = answer.cue
        assert not past or (cue is not None and cue.protective)
        if cue is not None and cue.id in ("within", "steady"):
            assert (cue.id == "steady") in surely


def practised() -> Counting:
    """Return a counter that knows the range of both arms: 10 to 95 degrees."""
    counting = Counting(SUNRISE)
    for t in seconds(32, fps=10):
        counting.add(t, arms(t, swing(t, 10, 95)).measures)
    return counting


@given(left=st.floats(0, 120), right=st.floats(0, 120), errors=st.tuples(ERRORS, ERRORS))
@settings(max_examples=100, deadline=None)
def test_sides_whose_errors_explain_how_far_they_are_apart_are_not_apart(
    left: float, right: float, errors: tuple[float, float]
) -> None:
    seen = arms(40.0, left, right).measures
    seen.error[[LEFT, RIGHT]] = errors
    doubt = hypot(*(BAND_DEG if isnan(error) else error for error in errors))
    apart = COUNTED.apart(seen)
    if abs(left - right) <= doubt:
        assert apart == 0
    else:
        assert apart == pytest.approx((abs(left - right) - doubt) / 85, rel=0.05, abs=1e-6)


COUNTED = practised()


def test_an_arm_that_is_not_seen_is_neither_apart_nor_level() -> None:
    assert isnan(COUNTED.apart(arms(40.0, nan, 50.0).measures))


@pytest.mark.parametrize(("error", "expected"), [(3.0, True), (40.0, False)])
def test_unlike_sides_are_spoken_of_only_beyond_their_errors(error: float, expected: bool) -> None:
    def person(t: float) -> Sight:
        left = swing(t, 10, 95)
        seen = arms(t, left, left if t < 30 else 12.0)
        return replace(seen, measures=replace(seen.measures, error=np.full(len(MEASURES), error)))

    answers = live(Coach(SUNRISE), person, 45, fps=10)
    assert expected == any(a.cue is not None and a.cue.id == "evenness" for a in answers)
