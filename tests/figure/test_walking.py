"""A plain walk: feet alternate and do not slide, arms go with the other side's leg."""

import numpy as np
import pytest
from numpy.typing import NDArray

from figure.body import BODIES
from figure.kinematics import LANDMARKS, skeleton
from figure.walking import ARM_DEG, STANDS, stride_m, walking

STEPS = np.linspace(0, 1, 60, endpoint=False)
BODY = BODIES[1]


def row(name: str) -> int:
    return LANDMARKS.index(name)


@pytest.fixture(scope="module")
def walk() -> NDArray[np.float64]:
    """Return (60, 33, 3) metres over one stride, carried ahead with even hips."""
    points = np.stack([skeleton(walking(step), BODY) for step in STEPS])
    hips = points[:, [row("LEFT_HIP"), row("RIGHT_HIP")]].mean(axis=1)
    points[..., 2] -= hips[:, None, 2]
    points[..., 2] += (STEPS * stride_m(BODY))[:, None]
    return points


def test_a_stride_is_as_long_as_people_take_them() -> None:
    assert 0.9 < stride_m(BODY) < 1.4


def test_the_foot_that_stands_does_not_slide(walk: NDArray[np.float64]) -> None:
    standing = STEPS < STANDS - 0.02
    ankle = walk[standing, row("LEFT_ANKLE"), 2]
    assert np.ptp(ankle) < 0.02


def test_one_foot_is_on_the_floor_and_the_other_is_carried_ahead(
    walk: NDArray[np.float64],
) -> None:
    ankles = walk[:, [row("LEFT_ANKLE"), row("RIGHT_ANKLE")], 1]
    assert np.ptp(ankles.min(axis=1)) < 0.06
    assert (ankles[:, 0] > ankles[:, 1] + 0.05).any()
    assert (ankles[:, 1] > ankles[:, 0] + 0.05).any()
    assert walk[..., 1].min() > 0


def test_nothing_jumps_also_where_strides_meet(walk: NDArray[np.float64]) -> None:
    again = walk[0].copy()
    again[:, 2] += stride_m(BODY)
    moved = np.linalg.norm(np.diff(np.concatenate([walk, again[None]]), axis=0), axis=2)
    assert moved.max() < 5 * stride_m(BODY) / len(STEPS)


def test_arms_swing_lightly_with_the_other_sides_leg() -> None:
    comes_down = walking(0.0)
    assert comes_down.left_hip_flexion > 10 > comes_down.right_hip_flexion
    # The left leg is ahead, so the right arm is: its plane is ahead, the left one's behind.
    assert comes_down.right_shoulder_plane > 40
    assert comes_down.left_shoulder_plane < -40
    assert comes_down.right_shoulder_elevation < ARM_DEG + 5
