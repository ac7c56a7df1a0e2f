"""The range that is proposed from the tops a person showed."""

from math import nan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exercises.definition import Target
from exercises.library import library
from exercises.ranges import mirrored
from feedback.grid import MANY, STEP
from feedback.proposal import Proposed, lower_quartile, proposed
from vision.measures import Unit

ARMS = library()["sunrise-arms-seated"].targets[0]
KNEE = library()["sit-to-stand"].targets[0]
BEND = library()["side-bend-seated"].targets[0]
UNITS: tuple[Unit, ...] = ("degrees", "percent", "shoulder_widths")


def test_a_shoulder_that_stops_at_95_is_proposed_85_to_95_and_a_ceiling_under_110() -> None:
    assert proposed([96.5, 96.9, 96.6], 4.8, ARMS, "degrees") == Proposed(86, 91, 100)


def test_between_three_tops_the_lower_quartile_lies_in_the_middle_of_the_lower_two() -> None:
    assert lower_quartile([60.0]) == 60
    assert lower_quartile([60.0, 80.0, 100.0]) == 70
    assert lower_quartile([60.0, 64.0, 70.0, 80.0, 90.0]) == 64


def test_a_much_smaller_top_holds_the_range_back() -> None:
    found = proposed([62.0, 95.0, 97.0], 4.0, ARMS, "degrees")
    assert found is not None
    assert found.far == 62


def test_a_supple_person_is_proposed_no_more_than_the_movements_ceiling() -> None:
    assert proposed([171.0, 173.0, 174.0], 5.0, ARMS, "degrees") == Proposed(140, 145, 150)


def test_a_falling_measure_is_proposed_from_above() -> None:
    found = proposed([8.0, 9.0, 12.0], 5.0, KNEE, "degrees")
    assert found == Proposed(21, 16, 9)
    assert (found.low, found.high) == (16, 21)


def test_tops_that_cannot_be_told_from_rest_propose_nothing() -> None:
    assert proposed([3.0, 4.0, 4.0], 4.0, ARMS, "degrees") is None
    assert proposed([21.0, 22.0, 22.0], 4.0, ARMS, "degrees", neutral=18.0) is None
    assert proposed([-5.0, 30.0, 30.0], 1.0, ARMS, "degrees") is None


def test_where_a_person_rests_the_comfortable_range_does_not_begin_before() -> None:
    found = proposed([30.0, 30.0, 30.0], 2.0, ARMS, "degrees", neutral=20.4)
    assert found is not None
    assert found.near >= 20.4


@pytest.mark.parametrize(("tops", "error"), [([], 3.0), ([90.0, nan], 3.0), ([90.0], nan)])
def test_without_tops_and_their_error_nothing_is_proposed(tops: list[float], error: float) -> None:
    with pytest.raises(ValueError, match="tops with a known error"):
        proposed(tops, error, ARMS, "degrees")


ways = st.lists(st.floats(0.5, 175), min_size=1, max_size=6)
errors = st.floats(0, 25)


def target_of(rising: bool, rest: float, room: float) -> Target:
    sign = 1 if rising else -1
    low, high = sorted((rest + sign * room / 3, rest + sign * room / 2))
    return Target(
        measure="trunk_side_lean", rest=rest, low=low, high=high, ceiling=rest + sign * room
    )


targets = st.builds(
    target_of, rising=st.booleans(), rest=st.floats(-20, 90), room=st.floats(10, 180)
)


@given(ways, errors, targets, st.sampled_from(UNITS))
def test_a_proposal_lies_between_rest_the_least_top_and_the_ceiling(
    ways: list[float], error: float, target: Target, unit: Unit
) -> None:
    sign = 1 if target.rising else -1
    found = proposed([target.rest + sign * way for way in ways], error, target, unit)
    assume(found is not None)
    assert found is not None
    near, far, ceiling = (
        sign * (end - target.rest) for end in (found.near, found.far, found.ceiling)
    )
    assert 0 <= near < far < ceiling
    assert far <= min(ways) + 1e-6
    assert far <= lower_quartile(sorted(ways)) - error + 1e-6
    assert ceiling <= abs(target.ceiling - target.rest) + 1e-6
    assert ceiling <= far + max(0.1 * far, MANY * STEP[unit]) + 1e-6


@given(ways, errors, st.floats(0, 10), targets, st.sampled_from(UNITS))
def test_the_less_is_known_the_narrower_it_is(
    ways: list[float], error: float, more: float, target: Target, unit: Unit
) -> None:
    sign = 1 if target.rising else -1
    tops = [target.rest + sign * way for way in ways]
    sure, unsure = proposed(tops, error, target, unit), proposed(tops, error + more, target, unit)
    if sure is None:
        assert unsure is None
    elif unsure is not None:
        for end in ("far", "ceiling"):
            assert sign * (getattr(unsure, end) - getattr(sure, end)) <= 1e-6


@given(ways, errors, st.floats(0, 8), st.sampled_from(UNITS))
def test_the_other_side_is_proposed_the_mirror_image(
    ways: list[float], error: float, neutral: float, unit: Unit
) -> None:
    left = proposed(ways, error, BEND, unit, neutral)
    right = proposed([-way for way in ways], error, mirrored(BEND), unit, -neutral)
    if left is None or right is None:
        assert left is right
    else:
        assert (right.near, right.far, right.ceiling) == (-left.near, -left.far, -left.ceiling)
