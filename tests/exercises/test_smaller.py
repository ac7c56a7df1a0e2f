"""Movements made smaller, paced, without holds; the dial."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.dial import SMALLEST, smaller_today, turned
from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.guide_speed import guide_speed_faults
from exercises.holds import without_holds
from exercises.library import library
from exercises.own_targets import own_targets
from exercises.pace import paced
from exercises.phase_checks import LONGEST_CYCLE_S, SHORTEST_CYCLE_S
from exercises.ranges import SafeRange
from exercises.rebuilt import rebuilt
from exercises.smaller import smaller
from tests.exercises.definitions import plain
from vision.measures import MEASURES

LIBRARY = library()
movements = st.sampled_from(sorted(LIBRARY)).map(LIBRARY.__getitem__)


def test_half_of_a_movement_is_half_of_its_ranges_and_of_its_guide() -> None:
    half = smaller(plain(), 0.5)
    target = half.targets[0]
    assert (target.rest, target.low, target.high, target.ceiling) == (0, 30, 60, 75)
    assert guide_at(half, 4.0).angles.left_shoulder_elevation == pytest.approx(54)
    assert guide_at(half, 0.0).angles == guide_at(plain(), 0.0).angles


@pytest.mark.parametrize("share", [0.0, -0.5, 1.0001, 2.0, float("nan")])
def test_a_share_that_would_widen_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="does not make a movement smaller"):
        smaller(plain(), share)


def test_only_what_is_named_is_cut() -> None:
    flow = LIBRARY["commencing-form"]
    knees = smaller(flow, 0.5, {"knee_flexion"})
    assert knees.targets[0] == flow.targets[0]
    assert knees.targets[1].ceiling == pytest.approx(5 + 0.5 * (flow.targets[1].ceiling - 5))
    assert knees.phases == flow.phases
    assert smaller(flow, 0.5, {"neck_rotation"}) is flow


@settings(max_examples=40, deadline=None)
@given(movements, st.floats(SMALLEST, 1))
def test_every_movement_can_be_made_smaller_and_still_holds_together(
    movement: Exercise, share: float
) -> None:
    less = smaller(movement, share)
    assert less.cycle_s == movement.cycle_s
    for own, before in zip(own_targets(less), own_targets(movement), strict=True):
        far, was = abs(own.target.far - own.target.rest), abs(before.target.far - own.target.rest)
        assert far <= was + 1e-9


def test_the_dial_goes_down_in_steps_and_never_past_its_ends() -> None:
    assert turned(1.0, -1) == 0.9
    assert turned(1.0, 5) == 1.0
    assert turned(0.4, -7) == SMALLEST
    assert turned(turned(0.6, 2), -2) == 0.6


@st.composite
def own_ranges(draw: st.DrawFn) -> SafeRange:
    key = draw(st.sampled_from([measure.key for measure in MEASURES]))
    low = draw(st.floats(-90, 170))
    high = low + draw(st.floats(0.5, 90))
    beyond = draw(st.floats(0.5, 60))
    ceiling = draw(st.sampled_from([high + beyond, low - beyond]))
    return SafeRange(key, low, high, ceiling)


@settings(max_examples=60, deadline=None)
@given(
    movements, st.lists(own_ranges(), max_size=5), st.floats(SMALLEST, 1), st.floats(SMALLEST, 1)
)
def test_smaller_today_only_ever_narrows(
    movement: Exercise, ranges: list[SafeRange], share: float, again: float
) -> None:
    before = own_targets(movement, ranges)
    less, own = smaller_today(movement, ranges, share)
    least, least_own = smaller_today(less, own, again)
    for small, smallest, was in zip(
        own_targets(less, own), own_targets(least, least_own), before, strict=True
    ):
        for now, then in ((small, was), (smallest, small)):
            rest = then.target.rest
            assert abs(now.target.ceiling - rest) <= abs(then.target.ceiling - rest) + 1e-6
            assert abs(now.target.far - rest) <= abs(then.target.far - rest) + 2e-3


def test_a_persons_own_range_is_turned_down_by_the_same_share() -> None:
    sunrise = LIBRARY["sunrise-arms-seated"]
    signed = SafeRange("shoulder_abduction_left", 80, 90, 100, sunrise.id)
    less, own = smaller_today(sunrise, [signed], 0.5)
    left, right = own_targets(less, own)[:2]
    assert (left.target.low, left.target.high, left.target.ceiling) == (40, 45, 50)
    assert (right.target.low, right.target.high, right.target.ceiling) == (30, 60, 75)


def test_half_the_tempo_takes_twice_as_long() -> None:
    assert paced(plain(), 0.5).cycle_s == 20
    assert paced(plain(), 1.0) is not None
    assert paced(plain(), 1.0) == plain()


def test_a_longer_breath_out_lengthens_only_what_is_breathed_out() -> None:
    slower = paced(plain(), 1.0, exhale_s=2.0)
    assert [phase.seconds for phase in slower.phases] == [4, 8]
    natural = LIBRARY["arriving-breath"]
    assert paced(natural, 1.0, exhale_s=2.0) == natural


@settings(max_examples=50, deadline=None)
@given(movements, st.floats(0.25, 2.25), st.floats(0, 6))
def test_whatever_pace_is_asked_it_stays_calm(movement: Exercise, tempo: float, out: float) -> None:
    own = paced(movement, tempo, out)
    assert SHORTEST_CYCLE_S <= own.cycle_s <= LONGEST_CYCLE_S
    assert not list(guide_speed_faults(own))


def test_a_movement_that_holds_the_breath_while_it_moves_lets_it_out() -> None:
    rise, lower = plain().phases
    moving = lower.model_copy(update={"id": "on", "breath": "rest"})
    last = lower.model_copy(update={"id": "last"})
    flowing = without_holds(rebuilt(plain(), phases=(rise, moving, last)))
    assert [phase.breath for phase in flowing.phases] == ["in", "out", "out"]
    assert flowing.cycle_s == 16


def test_what_is_left_of_a_cycle_without_its_hold_is_long_enough_to_breathe_with() -> None:
    rise, lower = plain().phases
    short = [
        rise.model_copy(update={"seconds": 1.5, "guide": {"shoulder_elevation": 20}}),
        rise.model_copy(
            update={"id": "hold", "breath": "rest", "guide": {"shoulder_elevation": 20}}
        ),
        lower.model_copy(update={"seconds": 1.5}),
    ]
    flowing = without_holds(rebuilt(plain(), phases=tuple(short)))
    assert len(flowing.phases) == 2
    assert flowing.cycle_s == pytest.approx(SHORTEST_CYCLE_S)


def test_a_posture_that_is_all_rest_is_left_to_the_persons_own_breath() -> None:
    kept = LIBRARY["arriving-breath"]
    phases = tuple(phase.model_copy(update={"breath": "rest"}) for phase in kept.phases)
    flowing = without_holds(rebuilt(kept, phases=phases))
    assert {phase.breath for phase in flowing.phases} == {"natural"}


def test_what_has_to_be_arrived_at_is_never_made_smaller() -> None:
    rise = LIBRARY["sit-to-stand"]
    standing = SafeRange("knee_flexion_left", 0, 12, -8, exercise_id=rise.id)
    assert smaller(rise, 0.5) is rise
    assert smaller_today(rise, (standing,), 0.5) == (rise, (standing,))
