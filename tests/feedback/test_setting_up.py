"""Can it see me? One thing said at a time, until somebody stands well."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.library import find_exercise, library
from feedback.setting_up import READY_AFTER_S, Advice, Hint, SettingUp, outline_of
from figure.joint_angles import SEATED
from tests.people import arms, seconds
from tests.vision.exact_body import pose_seen
from vision.pose import Pose
from vision.sight import Sight, nobody
from vision.skeleton import Landmark
from vision.viewpoint import Viewpoint

SIZE = 960, 600
SUNRISE = find_exercise("sunrise-arms-seated")
SINK = find_exercise("soft-knee-sink")
LEGS = [landmark for landmark in Landmark if landmark >= Landmark.LEFT_KNEE]
FRONT = Viewpoint(turn_deg=0.0)


def placed(
    *, x: float = 0.5, y: float = 0.5, size: float = 1.0, hidden: tuple[Landmark, ...] = ()
) -> Pose:
    """Return a seated body about this place in the picture, of this size."""
    pose = pose_seen(SEATED, px_per_metre=300 * size)
    pose.image[:, :2] += (x * SIZE[0], y * SIZE[1]) - pose.image[:, :2].mean(axis=0)
    pose.image[list(hidden), 3] = 0.1
    return pose


def seen(pose: Pose, t: float, viewpoint: Viewpoint = FRONT) -> Sight:
    return replace(arms(t, 20), pose=pose, viewpoint=viewpoint)


def advised(
    pose: Pose | None,
    until_s: float = 4.0,
    exercise: Exercise = SUNRISE,
    luma: float = 120.0,
    viewpoint: Viewpoint = FRONT,
) -> list[Advice]:
    setting_up = SettingUp([exercise])
    return [
        setting_up.step(nobody(t) if pose is None else seen(pose, t, viewpoint), SIZE, luma, t)
        for t in seconds(until_s, 15)
    ]


@pytest.mark.parametrize(
    ("pose", "hint"),
    [
        (None, "nobody"),
        (placed(size=2.2, y=0.75), "step-back"),
        (placed(size=0.3), "come-nearer"),
        (placed(y=0.26), "tilt-back"),
        (placed(y=0.95), "tilt-forward"),
        (placed(x=0.2), "move-left"),
        (placed(x=0.8), "move-right"),
        (placed(hidden=(Landmark.LEFT_HIP, Landmark.RIGHT_HIP)), "hips"),
        (placed(), "ready"),
        (placed(hidden=tuple(LEGS)), "ready-legs-hidden"),
    ],
)
def test_what_would_help_is_said(pose: Pose | None, hint: Hint) -> None:
    assert advised(pose)[-1].hint == hint


def test_a_dim_room_is_told_whether_or_not_anybody_is_found_in_it() -> None:
    assert advised(None, luma=20)[-1].hint == "dark"
    assert advised(placed(), luma=20)[-1].hint == "dark"


def test_turned_away_is_told_toward_what_the_movement_asks_for() -> None:
    assert advised(placed(), viewpoint=Viewpoint(turn_deg=60.0))[-1].hint == "turn-front"
    assert advised(placed(), exercise=SINK)[-1].hint == "turn-side"


def test_legs_are_missed_only_where_the_movement_needs_them() -> None:
    hidden = placed(hidden=tuple(LEGS))
    side = Viewpoint(turn_deg=90.0)
    assert advised(hidden, exercise=SINK, viewpoint=side)[-1].hint == "legs"
    far = placed(hidden=tuple(each for each in LEGS if "LEFT" in each.name))
    assert advised(far, exercise=SINK, viewpoint=side)[-1].hint == "ready"


def test_it_is_ready_after_two_seconds_of_standing_well_and_not_before() -> None:
    answers = advised(placed(), until_s=READY_AFTER_S + 1)
    ready = next(i for i, each in enumerate(answers) if each.done)
    assert ready / 15 == pytest.approx(READY_AFTER_S, abs=0.1)
    assert answers[ready // 2].hint == "hold-still"
    assert 0 < answers[ready // 2].ready < 1


def test_somebody_who_moves_about_is_not_ready() -> None:
    setting_up = SettingUp([SUNRISE])
    answers = [
        setting_up.step(seen(placed(x=0.5 + 0.05 * np.sin(4 * t)), t), SIZE, 120, t)
        for t in seconds(8, 15)
    ]
    assert not any(each.done for each in answers)


def test_a_hint_stays_long_enough_to_be_read() -> None:
    setting_up = SettingUp([SUNRISE])
    hints = []
    for t in seconds(12, 15):
        pose = placed(x=0.27 if int(t * 5) % 2 else 0.29)
        hints.append(setting_up.step(seen(pose, t), SIZE, 120, t).hint)
    changes = [i for i in range(1, len(hints)) if hints[i] != hints[i - 1]]
    assert all(b - a >= 1.4 * 15 for a, b in pairwise(changes))


def test_without_anything_for_the_camera_to_see_being_there_is_enough() -> None:
    setting_up = SettingUp([library()["ankle-pumps-lying"]])
    turned = [
        setting_up.step(seen(placed(hidden=tuple(LEGS)), t, Viewpoint()), SIZE, 120, t)
        for t in seconds(4, 15)
    ]
    assert turned[-1].done


@given(
    arrays=st.integers(0, 2**32 - 1),
    luma=st.floats(0, 255) | st.just(float("nan")),
    scale=st.floats(0.1, 3000),
)
def test_whatever_is_seen_something_is_said(arrays: int, luma: float, scale: float) -> None:
    random = np.random.default_rng(arrays)
    image = random.normal(scale / 2, scale, (33, 4))
    image[:, 3] = random.uniform(0, 1, 33)
    image[random.random(33) < 0.2] = np.nan
    setting_up = SettingUp([SUNRISE])
    advice = setting_up.step(seen(Pose(image, image), 0.0), SIZE, luma, 0.0)
    assert 0 <= advice.ready <= 1
    assert advice.hint


def test_the_outline_is_where_somebody_is() -> None:
    outline = outline_of(placed(x=0.4).image, SIZE)
    assert outline is not None
    assert outline.x == pytest.approx(0.4, abs=0.02)
    alike = outline_of(placed(x=0.4, hidden=(Landmark.LEFT_HIP, Landmark.RIGHT_HIP)).image, SIZE)
    assert alike is not None
    assert alike.trunk == pytest.approx(outline.trunk, rel=0.25)
    assert outline_of(np.zeros((33, 4)), SIZE) is None
