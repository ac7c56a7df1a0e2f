from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.finding import Counted
from feedback.repetition import Repetition
from feedback.symmetry import symmetry_of


def of(side: Counted, peak_s: float, reach: float) -> Repetition:
    return Repetition(side, peak_s - 2, peak_s, peak_s + 3, reach + 10, range=reach)


def test_the_smaller_of_two_ranges_is_told_as_a_share_of_the_larger() -> None:
    done = [of("left", 3, 90), of("right", 3.1, 60), of("left", 13, 80), of("right", 13, 60)]
    assert symmetry_of(done) == pytest.approx((60 / 90 + 60 / 80) / 2)


def test_sides_in_turn_are_paired_as_they_follow() -> None:
    done = [of("left", 3, 20), of("right", 13, 10), of("left", 23, 10), of("right", 33, 20)]
    assert symmetry_of(done) == 0.5


def test_a_repetition_of_one_side_alone_is_left_out() -> None:
    done = [of("left", 3, 90), of("right", 3, 90), of("left", 13, 20)]
    assert symmetry_of(done) == 1.0


@pytest.mark.parametrize(
    "done",
    [
        [],
        [of("both", 3, 40)],
        [of("left", 3, 40), of("left", 9, 41)],
        [of("left", 3, nan), of("right", 3, 40)],
        [of("left", 3, 0.0), of("right", 3, 0.0)],
    ],
)
def test_without_a_pair_of_known_ranges_there_is_none(done: list[Repetition]) -> None:
    assert isnan(symmetry_of(done))


@given(
    ranges=st.lists(st.tuples(st.floats(1, 150), st.floats(1, 150)), min_size=1, max_size=6),
    turned=st.booleans(),
)
def test_it_is_a_share_and_the_same_with_sides_exchanged(
    ranges: list[tuple[float, float]], turned: bool
) -> None:
    sides: list[Counted] = ["right", "left"] if turned else ["left", "right"]
    done = [
        of(side, 10 * n, reach)
        for n, pair in enumerate(ranges)
        for side, reach in zip(sides, pair, strict=True)
    ]
    exchanged = [of("left" if r.side == "right" else "right", r.peak_s, r.range) for r in done]
    assert 0 < symmetry_of(done) <= 1
    assert symmetry_of(exchanged) == pytest.approx(symmetry_of(done))
