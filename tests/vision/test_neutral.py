"""How a person's neutral posture is learned."""

from collections.abc import Callable
from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from tests.vision.stick_body import FRONT_NEUTRAL, front_body, side_body
from vision.neutral import LOOK_EVERY_S, STILL_S, Learning, Neutral, learn, proportions_now
from vision.skeleton import Landmark

Body = NDArray[np.float64]


def after(
    seconds: float, body_at: Callable[[float], Body], fps: float = 30, start_s: float = 0.0
) -> Neutral:
    """Return what is known after watching `body_at` (seconds to a (33, 4) body) for a while."""
    learning = Learning()
    for frame in range(round(seconds * fps) + 1):
        time_s = start_s + frame / fps
        learning = learn(learning, body_at(time_s - start_s)[:, :2], time_s)
    return learning.neutral


def test_nothing_is_known_before_two_seconds() -> None:
    assert np.isnan(after(1.5, lambda _: front_body()).torso)


@pytest.mark.parametrize("fps", [5, 12, 30, 60])
def test_two_still_seconds_are_enough_at_any_rate(fps: float) -> None:
    neutral = after(2.0, lambda _: front_body(), fps)
    assert neutral.ear_gap_left == pytest.approx(FRONT_NEUTRAL.ear_gap_left)
    assert neutral.ear_gap_right == pytest.approx(FRONT_NEUTRAL.ear_gap_right)
    assert neutral.torso == pytest.approx(FRONT_NEUTRAL.torso)
    assert neutral.nose == pytest.approx(0)


def test_jitter_does_not_spoil_stillness() -> None:
    random = np.random.default_rng(3)

    def jittering(_: float) -> Body:
        body = front_body()
        body[:, :2] += random.normal(0, 0.7, (33, 2))
        return body

    neutral = after(4.0, jittering)
    assert neutral.torso == pytest.approx(2 / 3, abs=0.01)
    assert neutral.ear_gap_left == pytest.approx(1 / 3, abs=0.01)


def test_shoulders_on_their_way_up_are_not_taken_for_rest() -> None:
    def rising_then_still(seconds: float) -> Body:
        lift = 10 * min(seconds, 3.0)
        return front_body(left_shoulder=(450, 200 - lift), right_shoulder=(350, 200 - lift))

    assert np.isnan(after(3.0, rising_then_still).ear_gap_left)
    assert after(5.5, rising_then_still).ear_gap_left == pytest.approx(70 / 300)


def test_what_is_known_stays_when_the_person_moves() -> None:
    def still_then_lifted(seconds: float) -> Body:
        return front_body(left_shoulder=(450, 200 if seconds < 3 else 170))

    assert after(8.0, still_then_lifted).ear_gap_left == pytest.approx(1 / 3)


def test_each_part_is_learned_by_itself() -> None:
    def without_feet(_: float) -> Body:
        body = side_body()
        body[27:, :] = np.nan
        return body

    neutral = after(2.5, without_feet)
    assert np.isfinite(neutral.torso)
    assert np.isnan([neutral.heel_left, neutral.heel_right]).all()
    assert after(2.5, lambda _: side_body()).heel_left == pytest.approx(0)


def test_a_clock_that_steps_back_starts_again() -> None:
    learning = Learning()
    for time_s in (10.0, 10.5, 11.0, 11.5, 3.0, 3.5):
        learning = learn(learning, front_body()[:, :2], time_s)
    assert np.isnan(learning.neutral.torso)
    assert learning.times_s.tolist() == [3.0, 3.5]


def test_the_samples_kept_are_few_however_long_something_stays_unseen() -> None:
    body = front_body()[:, :2].copy()
    body[Landmark.LEFT_HEEL :] = np.nan
    learning = Learning()
    looks = 0
    for frame in range(1200):
        before, learning = learning, learn(learning, body, frame / 120)
        looks += learning is not before
    assert np.isfinite(learning.neutral.torso)
    assert np.isnan([learning.neutral.heel_left, learning.neutral.heel_right]).all()
    assert len(learning.times_s) == len(learning.samples) <= STILL_S / LOOK_EVERY_S + 1
    assert looks <= 10 / LOOK_EVERY_S + 1


def test_nothing_is_kept_once_all_is_known() -> None:
    learning = Learning()
    for frame in range(90):
        learning = learn(learning, front_body()[:, :2], frame / 30)
    assert learning.neutral.known
    assert learn(learning, side_body()[:, :2], 10.0) is learning


def test_the_parts_are_what_they_are_called() -> None:
    body = front_body(nose=(408, 104), left_shoulder=(450, 170), left_heel=(430, 700))
    # Trunk 215 of ears 300 over the hips; gaps 70 and 100; the nose a fifth of the ear span over.
    now = proportions_now(body[:, :2])
    assert now.torso == pytest.approx(215 / 300)
    assert (now.ear_gap_left, now.ear_gap_right) == pytest.approx((70 / 300, 100 / 300))
    assert now.nose == pytest.approx(0.2)
    assert now.heel_left == pytest.approx(30 / np.hypot(6, 30))
    assert now.heel_right == pytest.approx(15 / np.hypot(6, 15))


@settings(max_examples=25, deadline=None)
@given(
    shake=arrays(np.float64, (33, 2), elements=st.floats(-8, 8, width=32)),
    scale=st.floats(0.3, 4),
    shift=st.floats(-800, 800),
)
def test_coming_nearer_and_stepping_aside_change_no_part(
    shake: Body, scale: float, shift: float
) -> None:
    points = front_body()[:, :2] + shake
    np.testing.assert_allclose(
        astuple(proportions_now(points * scale + shift)),
        astuple(proportions_now(points)),
        atol=1e-7,
    )
