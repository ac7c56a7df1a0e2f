"""Joint centres from targets that carry an orientation."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.recorded import Array, of_truth

keraal = of_truth("keraal")


def turning(axes: Array, degrees: Array) -> Array:
    """Return quaternions (T, 4), x, y, z, w, of turns about unit axes (T, 3)."""
    half = np.radians(degrees)[:, None] / 2
    return np.concatenate([axes * np.sin(half), np.cos(half)], axis=1)


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_the_pivot_of_two_targets_is_found_wherever_they_sit_on_their_segments(seed: int) -> None:
    random = np.random.default_rng(seed)
    count = 60
    joint = random.normal(size=(count, 3)).cumsum(axis=0) * 5 + 500
    targets = []
    for sits in random.normal(size=(2, 3)) * 100:
        axes = random.normal(size=(count, 3))
        axes /= np.linalg.norm(axes, axis=1, keepdims=True)
        quaternions = turning(axes, random.uniform(20, 120, count))
        places = joint + keraal.rotations(quaternions) @ sits
        targets.append(np.concatenate([places, quaternions], axis=1))
    np.testing.assert_allclose(keraal.pivot(*targets), joint, atol=1e-6)


@given(st.floats(0, 360))
def test_a_rotation_keeps_lengths_and_turns_by_its_angle(degrees: float) -> None:
    turn = keraal.rotations(turning(np.array([[0.0, 0.0, 1.0]]), np.array([degrees])))[0]
    np.testing.assert_allclose(turn @ turn.T, np.eye(3), atol=1e-9)
    angle = np.radians(degrees)
    np.testing.assert_allclose(turn[:, 0], [np.cos(angle), np.sin(angle), 0], atol=1e-9)


def test_excursion_is_from_rest_to_the_top_without_the_last_twitch() -> None:
    course = np.concatenate([np.full(50, 10.0), np.full(50, 95.0), [180.0]])
    assert keraal.excursion(course) == 85.0
