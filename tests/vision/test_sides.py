"""What the model exchanges is exchanged back, and what moves by itself is left alone."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure.joint_angles import NEUTRAL
from tests.people import seconds
from tests.vision.room import pose_in_room
from tests.vision.stick_body import front_body, mirrored, pose_of
from vision.pose import Pose
from vision.sides import BELIEVED_AFTER_S, SOONER, Sides
from vision.skeleton import LANDMARK_COUNT, Landmark, of_side

RATES = (5, 15, 30, 120)
Course = Callable[[float], Pose]

ARMS = ("shoulder", "elbow", "wrist", "pinky", "index", "thumb")
LEGS = ("hip", "knee", "ankle", "heel", "toe")
FACE = ("eye_inner", "eye", "eye_outer", "ear")
EXCHANGES = {"arms": ARMS, "legs": LEGS, "face": FACE, "all of it": (*ARMS, *LEGS, *FACE)}


def exchanged(pose: Pose, names: tuple[str, ...]) -> Pose:
    """Return the pose with left and right of the named landmarks exchanged, wherever they are."""
    rows = np.arange(LANDMARK_COUNT)
    pairs = [(of_side(name, "left"), of_side(name, "right")) for name in names]
    if "ear" in names:
        pairs.append((Landmark.MOUTH_LEFT, Landmark.MOUTH_RIGHT))
    for left, right in pairs:
        rows[[left, right]] = right, left
    return Pose(pose.image[rows], pose.world[rows], pose.smoothed)


def course(body: Course, until_s: float, fps: float = 30) -> list[Pose]:
    """Return each pose after mending, all of them believed."""
    sides, result = Sides(), []
    for t in seconds(until_s, fps):
        result.append(sides.mended(body(t), t))
        sides.believe(result[-1], t)
    return result


def worst_px(found: list[Pose], true: Course, fps: float) -> float:
    """Return how far the worst landmark is from where it truly is."""
    pairs = zip(found, seconds(len(found) / fps, fps), strict=True)
    return float(max(np.abs(one.image - true(t).image).max() for one, t in pairs))


def one_arm_up(t: float) -> Pose:
    """Return somebody before the camera, one arm floating up and down, the other hanging."""
    high = 60 + 50 * np.sin(2 * np.pi * t / 8)
    return pose_in_room(replace(NEUTRAL, left_shoulder_elevation=high), turn_deg=15)


def stepping(t: float) -> Pose:
    """Return somebody seen from the side who carries one leg slowly ahead and back."""
    step = 25 * np.sin(2 * np.pi * t / 4)
    angles = replace(NEUTRAL, left_hip_flexion=step, right_hip_flexion=-step)
    return pose_in_room(angles, turn_deg=90)


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("what", EXCHANGES)
def test_what_is_exchanged_for_a_while_is_mended_for_as_long(what: str, fps: float) -> None:
    def model(t: float) -> Pose:
        return exchanged(one_arm_up(t), EXCHANGES[what]) if 1 <= t < 4 else one_arm_up(t)

    assert worst_px(course(model, 5, fps), one_arm_up, fps) == 0


@pytest.mark.parametrize("fps", [15, 30, 60])
@pytest.mark.parametrize("what", ["legs", "all of it"])
def test_so_it_is_from_the_side_where_the_legs_are_apart(what: str, fps: float) -> None:
    def model(t: float) -> Pose:
        return exchanged(stepping(t), EXCHANGES[what]) if 2.8 <= t < 3.2 else stepping(t)

    assert worst_px(course(model, 5, fps), stepping, fps) == 0


@settings(max_examples=30, deadline=None)
@given(
    spans=st.lists(st.tuples(st.integers(1, 90), st.integers(1, 60)), max_size=3),
    what=st.sampled_from(list(EXCHANGES)),
    turn=st.floats(-40, 40),
)
def test_whichever_frames_are_exchanged_the_body_is_the_same(
    spans: list[tuple[int, int]], what: str, turn: float
) -> None:
    def true(t: float) -> Pose:
        high = 60 + 50 * np.sin(2 * np.pi * t / 8)
        return pose_in_room(replace(NEUTRAL, right_shoulder_elevation=high), turn_deg=turn)

    def model(t: float) -> Pose:
        frame = round(t * 30)
        off = any(first <= frame < first + count for first, count in spans)
        return exchanged(true(t), EXCHANGES[what]) if off else true(t)

    found = course(model, 5)
    assert worst_px(found, true, 30) == 0
    # And what is mended needs no mending.
    again = course(lambda t: found[round(t * 30)], 5)
    assert all(one is two for one, two in zip(found, again, strict=True))


def test_a_pose_with_nothing_exchanged_is_handed_on_as_it_is() -> None:
    sides, pose = Sides(), one_arm_up(0.0)
    for t in seconds(1):
        assert sides.mended(pose, t) is pose
        sides.believe(pose, t)


def test_what_goes_with_a_landmark_goes_with_it() -> None:
    def model(t: float) -> Pose:
        pose = one_arm_up(t)
        pose.image[Landmark.LEFT_WRIST, 3] = 0.5
        return replace(exchanged(pose, ARMS), smoothed=False) if t >= 1 else pose

    last = course(model, 1.5)[-1]
    assert last.image[Landmark.LEFT_WRIST, 3] == 0.5
    true = one_arm_up(44 / 30).world
    np.testing.assert_array_equal(last.world, true)
    assert not last.smoothed


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("seconds_", [1.0, 1.5])
def test_somebody_who_turns_round_is_not_turned_back(seconds_: float, fps: float) -> None:
    def turning(t: float) -> Pose:
        return pose_in_room(turn_deg=180 * min(max(t - 1, 0) / seconds_, 1))

    assert worst_px(course(turning, seconds_ + 2, fps), turning, fps) == 0


@pytest.mark.parametrize("fps", RATES)
def test_legs_that_pass_one_another_are_not_exchanged(fps: float) -> None:
    assert worst_px(course(stepping, 4, fps), stepping, fps) == 0


@pytest.mark.parametrize("fps", RATES)
def test_hands_that_cross_before_the_chest_are_not_exchanged(fps: float) -> None:
    def hugging(t: float) -> Pose:
        fold = 60 + 60 * np.sin(2 * np.pi * t / 5)
        sides = {f"{side}_shoulder_elevation": 80.0 for side in ("left", "right")}
        sides |= {f"{side}_shoulder_plane": 20 + 0.9 * fold for side in ("left", "right")}
        sides |= {f"{side}_elbow_flexion": 60.0 for side in ("left", "right")}
        return pose_in_room(replace(NEUTRAL, **sides))

    found = course(hugging, 5, fps)
    wrists = [pose.image[[15, 16], 0] for pose in found]
    assert (
        min(left - right for left, right in wrists)
        < 0
        < max(left - right for left, right in wrists)
    )
    assert worst_px(found, hugging, fps) == 0


def test_a_far_leg_that_jumps_onto_the_near_one_is_not_exchanged() -> None:
    def model(t: float) -> Pose:
        pose = stepping(1.0)
        if 1 <= t < 2:
            left, right = ([of_side(name, side) for name in LEGS] for side in ("left", "right"))
            pose.image[left, :2] = pose.image[right, :2]
        return pose

    assert worst_px(course(model, 3), model, 30) == 0


def test_a_video_mirrored_from_its_start_stays_as_it_is() -> None:
    def model(t: float) -> Pose:
        pose = one_arm_up(t)
        return Pose(mirrored(pose.image, 960), mirrored(pose.world, 0))

    assert worst_px(course(model, 4), model, 30) == 0


def test_so_does_a_body_whose_sides_were_exchanged_from_the_start() -> None:
    def model(t: float) -> Pose:
        return exchanged(one_arm_up(t), EXCHANGES["all of it"])

    assert worst_px(course(model, 4), model, 30) == 0


def believed_after_s(model: Course, start_s: float) -> float:
    """Return how long after `start_s` the pose is handed on as the model gives it."""
    sides = Sides()
    for t in seconds(start_s + 5):
        pose = model(t)
        mended = sides.mended(pose, t)
        sides.believe(mended, t)
        if t > start_s and mended is pose:
            return t - start_s
    return np.inf


def test_without_depth_an_exchange_that_lasts_is_believed_in_the_end() -> None:
    flat = front_body(left_elbow=(550, 200), left_wrist=(640, 200))

    def model(t: float) -> Pose:
        return exchanged(pose_of(flat), EXCHANGES["all of it"]) if t >= 1 else pose_of(flat)

    assert believed_after_s(model, 1.0) == pytest.approx(BELIEVED_AFTER_S, abs=0.1)


def test_a_front_that_is_taken_for_a_back_toes_and_all_is_believed_sooner() -> None:
    def model(t: float) -> Pose:
        pose = one_arm_up(t)
        if t < 1:
            return pose
        # Seen as a mirror lying behind the body shows it: its depth and its sides exchanged.
        back = exchanged(pose, EXCHANGES["all of it"])
        back.image[:, 2] *= -1
        back.world[:, 2] *= -1
        return back

    assert believed_after_s(model, 1.0) == pytest.approx(BELIEVED_AFTER_S / SOONER, abs=0.1)


def test_a_model_that_comes_right_is_believed_sooner() -> None:
    def model(t: float) -> Pose:
        return exchanged(one_arm_up(t), EXCHANGES["all of it"]) if t < 1 else one_arm_up(t)

    assert believed_after_s(model, 1.0) == pytest.approx(BELIEVED_AFTER_S / SOONER, abs=0.1)


def test_names_that_are_believed_stay_so_where_the_body_is_not_believed_for_a_moment() -> None:
    """As while a bone seems to change its length, for it was held against the other names."""
    sides, handed_on = Sides(), []
    for t in seconds(4.0, 10):
        pose = exchanged(one_arm_up(t), ("shoulder",)) if t < 1 else one_arm_up(t)
        mended = sides.mended(pose, t)
        handed_on.append(mended is pose)
        if t < 1 or not 0 < sum(handed_on[10:]) <= 3:
            sides.believe(mended, t)
    assert not handed_on[10]
    assert all(handed_on[handed_on.index(True, 10) :])


@pytest.mark.parametrize("start_s", [0.0, 1e4])
def test_an_exchange_in_the_second_frame_of_all_is_mended_too(start_s: float) -> None:
    sides, pose = Sides(), one_arm_up(0.0)
    sides.believe(sides.mended(pose, start_s), start_s)
    slipped = exchanged(pose, LEGS)
    # The model's metres are as they were: they speak for the new names, but not for long yet.
    slipped = replace(slipped, world=pose.world)
    mended = sides.mended(slipped, start_s + 1 / 30)
    np.testing.assert_array_equal(mended.image, pose.image)


def test_a_moment_told_twice_is_no_exchange_but_may_be_mended() -> None:
    sides, pose = Sides(), one_arm_up(0.0)
    sides.believe(sides.mended(pose, 2.0), 2.0)
    assert sides.mended(pose, 2.0) is pose
    sides.believe(pose, 2.0)
    np.testing.assert_array_equal(sides.mended(exchanged(pose, ARMS), 2.0).image, pose.image)


def test_after_a_gap_the_model_is_taken_at_its_word() -> None:
    sides, pose = Sides(), one_arm_up(0.0)
    sides.believe(sides.mended(pose, 0.0), 0.0)
    slipped = exchanged(pose, ARMS)
    assert sides.mended(slipped, 0.3) is not slipped
    assert sides.mended(slipped, 1.0) is slipped


def test_limbs_that_are_hidden_are_not_exchanged() -> None:
    def model(t: float) -> Pose:
        pose = one_arm_up(t)
        pose.image[Landmark.LEFT_HIP :, 3] = 0.2
        return exchanged(pose, LEGS) if 1 <= t < 2 else pose

    assert worst_px(course(model, 3), model, 30) == 0


def test_limbs_that_were_exchanged_are_taken_as_they_come_once_they_were_hidden() -> None:
    def model(t: float) -> Pose:
        pose = one_arm_up(t)
        if 1.5 <= t < 2.2:
            pose.image[Landmark.LEFT_HIP :, 3] = 0.2
        return exchanged(pose, LEGS) if 1 <= t < 2 else pose

    found = course(model, 3)
    np.testing.assert_array_equal(found[40].image, one_arm_up(40 / 30).image)
    for frame in range(66, 90):
        np.testing.assert_array_equal(found[frame].image, one_arm_up(frame / 30).image)


def test_a_clock_set_back_begins_anew() -> None:
    sides, pose = Sides(), one_arm_up(0.0)
    sides.believe(sides.mended(pose, 5.0), 5.0)
    slipped = exchanged(pose, ARMS)
    assert sides.mended(slipped, 4.0) is slipped
