"""A person's own ranges within a movement's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.library import library
from exercises.ranges import SafeRange, target_for
from tests.exercises.definitions import plain, plain_data
from vision.measures import MEASURES, Side

SUNRISE = library()["sunrise-arms-standing"]
BEND = library()["side-bend-standing"]
RISE = library()["sit-to-stand"]


def numbers(target: Target) -> tuple[float, float, float, float]:
    return target.rest, target.low, target.high, target.ceiling


def test_without_a_range_of_their_own_a_person_has_the_movements() -> None:
    assert target_for(SUNRISE, SUNRISE.targets[0], "left") == SUNRISE.targets[0]


def test_a_tender_shoulder_has_its_own_range_and_the_other_the_movements() -> None:
    tender = [SafeRange("shoulder_abduction_left", 30, 60, 80)]
    arms = SUNRISE.targets[0]
    assert numbers(target_for(SUNRISE, arms, "left", tender)) == (0, 30, 60, 80)
    assert target_for(SUNRISE, arms, "right", tender) == arms


def test_a_supple_person_still_has_the_movements_ceiling() -> None:
    supple = [SafeRange("shoulder_abduction_left", 100, 170, 178)]
    own = target_for(SUNRISE, SUNRISE.targets[0], "left", supple)
    assert numbers(own) == (0, 100, 150, 150)


def test_a_range_wholly_past_the_ceiling_leaves_the_movements_own() -> None:
    past = [SafeRange("shoulder_abduction_left", 160, 170, 178)]
    assert target_for(SUNRISE, SUNRISE.targets[0], "left", past) == SUNRISE.targets[0]


def test_a_range_wholly_before_rest_leaves_a_sliver_under_its_own_ceiling() -> None:
    closing = library()["closing-hands-on-belly"]
    stiff = [SafeRange("elbow_flexion_left", 0, 5, 8)]
    own = target_for(closing, closing.targets[0], "left", stiff)
    assert numbers(own) == pytest.approx((10, 10, 10, 8), abs=0.01)
    assert own.rising


def test_a_falling_measure_is_held_from_below() -> None:
    knee = RISE.targets[0]
    soft = [SafeRange("knee_flexion_left", 20, 40, 10)]
    assert numbers(target_for(RISE, knee, "left", soft)) == (90, 20, 40, 10)


def test_a_range_of_the_other_direction_is_passed_over() -> None:
    bending = [SafeRange("knee_flexion_left", 20, 40, 60)]
    assert target_for(RISE, RISE.targets[0], "left", bending) == RISE.targets[0]


def test_a_midline_target_has_its_sign_exchanged_on_the_right() -> None:
    assert numbers(target_for(BEND, BEND.targets[0], "left")) == (0, 10, 20, 30)
    assert numbers(target_for(BEND, BEND.targets[0], "right")) == (0, -20, -10, -30)


def test_each_side_of_a_bend_has_its_own_range() -> None:
    ranges = [SafeRange("trunk_side_lean", 5, 12, 18), SafeRange("trunk_side_lean", -9, -4, -14)]
    assert numbers(target_for(BEND, BEND.targets[0], "left", ranges)) == (0, 5, 12, 18)
    assert numbers(target_for(BEND, BEND.targets[0], "right", ranges)) == (0, -9, -4, -14)


@pytest.mark.parametrize("ceiling", [12, -12])
def test_a_steady_measure_takes_the_nearer_ceiling_on_both_sides(ceiling: float) -> None:
    own = target_for(
        SUNRISE, SUNRISE.targets[1], None, [SafeRange("trunk_side_lean", -6, 7, ceiling)]
    )
    assert numbers(own) == (0, -6, 7, 12)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_ranges_for_one_measure_the_nearer_ceiling_holds(order: int) -> None:
    both = [
        SafeRange("shoulder_abduction_left", 40, 90, 140),
        SafeRange("shoulder_abduction_left", 30, 60, 80),
    ][::order]
    assert numbers(target_for(SUNRISE, SUNRISE.targets[0], "left", both)) == (0, 30, 60, 80)


@pytest.mark.parametrize("order", [1, -1])
def test_a_steady_measure_is_held_by_the_ranges_of_both_its_sides(order: int) -> None:
    bends = [SafeRange("trunk_side_lean", 5, 12, 18), SafeRange("trunk_side_lean", -9, -4, -14)]
    own = target_for(SUNRISE, SUNRISE.targets[1], None, bends[::order])
    assert numbers(own) == (0, -9, 12, 14)


REASON = "a dancer, cleared by the surgeon"


def test_a_ceiling_signed_with_a_reason_goes_beyond_the_movements_in_that_movement_alone() -> None:
    supple = SafeRange("shoulder_abduction_left", 120, 160, 170, SUNRISE.id, REASON)
    arms = SUNRISE.targets[0]
    assert numbers(target_for(SUNRISE, arms, "left", [supple])) == (0, 120, 160, 170)
    assert target_for(SUNRISE, arms, "right", [supple]) == arms
    seated = library()["sunrise-arms-seated"]
    assert target_for(seated, seated.targets[0], "left", [supple]) == seated.targets[0]


def test_a_range_of_one_movement_says_nothing_of_another() -> None:
    tender = SafeRange("shoulder_abduction_left", 30, 60, 80, "sunrise-arms-seated")
    assert target_for(SUNRISE, SUNRISE.targets[0], "left", [tender]) == SUNRISE.targets[0]
    everywhere = SafeRange("shoulder_abduction_left", 30, 60, 80)
    assert target_for(SUNRISE, SUNRISE.targets[0], "left", [everywhere]).ceiling == 80


@pytest.mark.parametrize("order", [1, -1])
def test_a_nearer_ceiling_holds_whatever_reason_another_gives(order: int) -> None:
    both = [
        SafeRange("shoulder_abduction_left", 120, 160, 170, SUNRISE.id, REASON),
        SafeRange("shoulder_abduction_left", 30, 60, 80),
    ][::order]
    assert target_for(SUNRISE, SUNRISE.targets[0], "left", both).ceiling == 80


def test_a_reason_lets_a_steady_measure_wander_farther_only_where_all_its_ranges_give_one() -> None:
    wide = SafeRange("trunk_side_lean", -14, 14, 30, SUNRISE.id, REASON)
    steady = SUNRISE.targets[1]
    assert numbers(target_for(SUNRISE, steady, None, [wide])) == (0, -14, 14, 30)
    plain = SafeRange("trunk_side_lean", -14, 14, 30)
    assert target_for(SUNRISE, steady, None, [wide, plain]).ceiling == steady.ceiling


@pytest.mark.parametrize(("exercise_id", "reason"), [(None, REASON), (SUNRISE.id, "  because  ")])
def test_an_override_names_its_movement_and_its_reason(
    exercise_id: str | None, reason: str
) -> None:
    with pytest.raises(ValueError, match="needs that movement and a reason"):
        SafeRange("shoulder_abduction_left", 120, 160, 170, exercise_id, reason)


def test_a_forward_lean_is_the_same_whichever_side_is_done() -> None:
    changes = {"view": "side", "sides": "alternating", "targets.0.measure": "shoulder_flexion"}
    lean = {"measure": "trunk_forward_lean", "role": "steady", "rest": 0, "low": -5, "high": 15}
    data = plain_data(changes)
    data["targets"].append({**lean, "ceiling": 25})
    movement = Exercise.model_validate(data)
    assert numbers(target_for(movement, movement.targets[1], "right")) == (0, -5, 15, 25)


@pytest.mark.parametrize(
    ("key", "low", "high", "ceiling", "said"),
    [
        ("shoulder_abduction", 10, 20, 30, "unknown measure"),
        ("trunk_side_lean", 20, 10, 30, "reversed range"),
        ("trunk_side_lean", 10, 20, 15, "ceiling 15 is inside"),
        ("trunk_side_lean", 10, 20, float("inf"), "a range needs numbers"),
        ("trunk_side_lean", float("nan"), 20, 30, "a range needs numbers"),
    ],
)
def test_a_range_that_makes_no_sense_is_refused(
    key: str, low: float, high: float, ceiling: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        SafeRange(key, low, high, ceiling)


@st.composite
def safe_ranges(draw: st.DrawFn) -> SafeRange:
    key = draw(st.sampled_from([measure.key for measure in MEASURES]))
    low = draw(st.floats(-90, 170))
    high = low + draw(st.floats(0.5, 90))
    beyond = draw(st.floats(0.5, 60))
    return SafeRange(key, low, high, draw(st.sampled_from([high + beyond, low - beyond])))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([plain(), *library().values()]),
    st.sampled_from(["left", "right"]),
    st.lists(safe_ranges(), max_size=8),
)
def test_no_range_ever_widens_a_ceiling(
    movement: Exercise, side: Side, ranges: list[SafeRange]
) -> None:
    for target in movement.targets:
        default = target_for(movement, target, side)
        own = target_for(movement, target, side, ranges)
        outward = 1 if default.ceiling > default.rest else -1
        assert outward * own.ceiling <= outward * default.ceiling
        assert own.low <= own.high
        assert own.rising == default.rising or own.role == "steady"
        if outward * own.ceiling > outward * own.rest:
            assert outward * (own.high if outward > 0 else own.low) <= outward * own.ceiling + 0.01
        assert own.rest == default.rest
