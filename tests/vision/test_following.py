"""What counts of each frame of one person."""

import numpy as np
import pytest

from figure.body import BODIES
from tests.people import seconds
from tests.vision.room import SIZE, pose_in_room
from vision.following import FORGET_AFTER_S, LATE_S, Followed, Following
from vision.measures import Withheld
from vision.pose import Pose
from vision.same_person import NEW_AFTER_S
from vision.skeleton import Landmark, of_side

WITHIN = (0, 0, *SIZE)
LEGS = ("hip", "knee", "ankle", "heel", "toe")


def look(
    following: Following, t: float, pose: Pose | None = None, *, moved: bool = False
) -> Followed:
    return following.step(pose or pose_in_room(), t, WITHIN, camera_moved=moved)


def known(until_s: float = 3.0) -> Following:
    """Return the following of somebody who has been seen since 0 s."""
    following = Following()
    for t in seconds(until_s):
        look(following, t)
    return following


def test_the_first_frame_is_that_of_somebody_new_and_believed() -> None:
    first = look(Following(), 0.0)
    assert first.new
    assert first.doubt is Withheld.GIVEN
    assert first.seen.all()
    np.testing.assert_array_equal(first.points, first.pose.image[:, :2])


def test_what_does_not_count_has_no_place() -> None:
    pose = pose_in_room()
    pose.image[Landmark.LEFT_WRIST, 3] = 0.3
    pose.image[Landmark.RIGHT_WRIST, 0] = -50
    found = look(Following(), 0.0, pose)
    wrists = [Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST]
    assert not found.seen[wrists].any()
    assert np.isnan(found.points[wrists]).all()
    assert found.seen.sum() == 31


def test_exchanged_legs_count_as_they_were() -> None:
    following, pose = known(1.0), pose_in_room()
    left, right = ([of_side(name, side) for name in LEGS] for side in ("left", "right"))
    pose.image[left + right] = pose.image[right + left]
    found = look(following, 1.0, pose)
    assert found.doubt is Withheld.GIVEN
    np.testing.assert_array_equal(found.points, pose_in_room().image[:, :2])


def test_nobody_for_a_while_is_followed_by_the_same_person_and_for_long_by_somebody_new() -> None:
    following = known()
    following.lost(3.0)
    assert not look(following, 2.9 + FORGET_AFTER_S).new
    assert look(following, 3.1 + 2 * FORGET_AFTER_S).new


def test_what_was_hardly_seen_still_counts_after_but_not_when_the_person_was_lost() -> None:
    faint = pose_in_room()
    faint.image[Landmark.LEFT_WRIST, 3] = 0.5
    following = known()
    assert look(following, 3.0, faint).seen[Landmark.LEFT_WRIST]
    following.lost(3.1)
    assert not look(following, 3.2, faint).seen[Landmark.LEFT_WRIST]


def test_a_late_frame_is_rejected_and_what_counts_stays() -> None:
    following, faint = known(), pose_in_room()
    faint.image[:, 3] = 0.1
    late = look(following, 3 - LATE_S / 2, faint)
    assert late.doubt is Withheld.REJECTED
    assert not late.new
    following.lost(2.5)
    faint.image[:, 3] = 0.5
    assert look(following, 3.0, faint).seen.all()


def test_a_landmark_that_slipped_does_not_count_and_the_others_do() -> None:
    following, pose = known(), pose_in_room()
    pose.image[Landmark.LEFT_WRIST, 1] += 40
    found = look(following, 3.0, pose)
    assert found.doubt is Withheld.GIVEN
    assert list(found.slipped) == [Landmark.LEFT_WRIST]
    assert np.flatnonzero(~found.seen).tolist() == [Landmark.LEFT_WRIST]
    assert np.isnan(found.points[Landmark.LEFT_WRIST]).all()
    whole = look(following, 3.05)
    assert not whole.slipped
    assert whole.seen.all()


def test_a_shoulder_that_slipped_takes_its_line_with_it() -> None:
    following, pose = known(), pose_in_room()
    pose.image[Landmark.LEFT_SHOULDER, 0] += 35
    found = look(following, 3.0, pose)
    assert {Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER} <= set(found.slipped)
    assert found.seen[[Landmark.LEFT_HIP, Landmark.RIGHT_KNEE]].all()


@pytest.mark.parametrize("step_s", [-LATE_S - 0.2, -1e6, FORGET_AFTER_S + 0.2, 1e6])
def test_a_clock_that_jumps_brings_somebody_new(step_s: float) -> None:
    found = look(known(), 3 + step_s)
    assert found.new
    assert found.doubt is Withheld.GIVEN


def test_somebody_elses_frames_are_rejected_until_they_have_come_to_stay() -> None:
    following = known()
    other = pose_in_room(body=BODIES[3], turn_deg=15, aside_m=0.4, away_m=2.0)
    frames = [look(following, t, other) for t in seconds(6, start_s=3)]
    met = [frame.new for frame in frames].index(True)
    assert met / 30 == pytest.approx(NEW_AFTER_S, abs=0.1)
    assert {frame.doubt for frame in frames[: met + 1]} == {Withheld.REJECTED}
    assert {frame.doubt for frame in frames[met + 1 :]} == {Withheld.GIVEN}
    assert sum(frame.new for frame in frames) == 1


def test_after_the_camera_moved_the_person_is_the_same_wherever_they_are_now() -> None:
    following = known()
    assert look(following, 3.0, moved=True).doubt is Withheld.MOVED
    found = look(following, 3.1, pose_in_room(aside_m=-0.8, away_m=2.0))
    assert found.doubt is Withheld.GIVEN
    assert not found.new
