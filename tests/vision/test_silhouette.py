import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vision.painted_room import SEEN, seen
from vision.pose import Pose
from vision.silhouette import silhouette

SMALL = 128, 72


def test_nobody_takes_up_nothing() -> None:
    covered = silhouette(None, SEEN, SMALL)
    assert covered.shape == (72, 128)
    assert not covered.any()


def test_all_of_the_person_is_covered_and_what_is_between_their_limbs_is_not() -> None:
    pose = seen(100)[1]
    covered = silhouette(pose, SEEN, SMALL)
    for x, y in pose.image[:, :2] * 0.2:
        assert covered[int(y), int(x)]
    (left, top), (right, bottom) = (
        (pose.image[:, :2] * 0.2).min(axis=0).astype(int),
        (pose.image[:, :2] * 0.2).max(axis=0).astype(int),
    )
    assert covered[top:bottom, left:right].mean() < 0.6


def test_raised_arms_are_covered_where_the_picture_shows_them() -> None:
    down, _ = seen(0)
    raised, pose = seen(100)
    changed = np.abs(raised.astype(int) - down).max(axis=2) > 60
    covered = silhouette(pose, SEEN, SEEN) | silhouette(seen(0)[1], SEEN, SEEN)
    assert changed.sum() > 2000
    assert (changed & covered).sum() > 0.9 * changed.sum()


@given(
    value=st.one_of(st.just(np.nan), st.just(np.inf), st.floats(-1e12, 1e12)),
    row=st.integers(0, 32),
)
def test_a_landmark_anywhere_or_nowhere_does_no_harm(value: float, row: int) -> None:
    landmarks = seen()[1].image.copy()
    landmarks[row, 0] = value
    assert silhouette(Pose(landmarks, landmarks), SEEN, SMALL).any()


def test_a_body_at_a_single_point_is_a_spot() -> None:
    point = np.full((33, 4), 100.0)
    assert 0 < silhouette(Pose(point, point), SEEN, SMALL).sum() < 120


@pytest.mark.parametrize("size", [(8, 8), (72, 128)])
def test_it_is_drawn_in_any_small_picture(size: tuple[int, int]) -> None:
    assert silhouette(seen()[1], SEEN, size).shape == size[::-1]
