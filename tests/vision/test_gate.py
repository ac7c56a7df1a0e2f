"""When a landmark counts."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.vision.stick_body import front_body
from vision.gate import inside, seen_landmarks
from vision.skeleton import LANDMARK_COUNT, Landmark


def course(visibilities: list[float]) -> list[bool]:
    """Return whether one landmark counts, as its visibility goes through a course."""
    seen = np.zeros(LANDMARK_COUNT, dtype=np.bool_)
    counted = []
    for visibility in visibilities:
        seen = seen_landmarks(np.full(LANDMARK_COUNT, visibility), seen)
        counted.append(bool(seen[Landmark.LEFT_WRIST]))
    return counted


def test_counts_from_six_tenths_and_is_lost_under_four() -> None:
    assert course([0.59, 0.6, 0.41, 0.4, 0.39, 0.59, 0.61]) == [
        *(False, True, True, True),
        *(False, False, True),
    ]


def test_an_unknown_visibility_is_unseen() -> None:
    assert course([0.9, np.nan, 0.5]) == [True, False, False]


@given(st.lists(st.floats(0.4, 0.59), max_size=20), st.booleans())
def test_between_the_two_nothing_changes(between: list[float], before: bool) -> None:
    counted = course([0.9 if before else 0.1, *between])
    assert set(counted) == {before}


def test_what_lies_beyond_the_edge_is_outside_but_for_a_little() -> None:
    body = front_body(left_wrist=(806, 300), right_wrist=(812, 300), left_toe=(430, 1020))
    within = inside(body, 0, 0, 800, 1000)
    assert within[Landmark.LEFT_WRIST]  # 1% of 800 is 8
    assert not within[Landmark.RIGHT_WRIST]
    assert not within[Landmark.LEFT_TOE]
    assert within[Landmark.NOSE]
