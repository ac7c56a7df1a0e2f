from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from numpy.typing import NDArray

from figure.joint_angles import NEUTRAL
from tests.people import seconds
from tests.vision.exact_body import PX_PER_METRE, pose_seen
from vision.pose import Pose
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.viewing import FORGET_AFTER_S, Viewing
from vision.viewpoint import Viewpoint

ALL_SEEN = np.ones(LANDMARK_COUNT, dtype=np.bool_)


def look(viewing: Viewing, pose: Pose, t: float, seen: NDArray[np.bool_] = ALL_SEEN) -> Viewpoint:
    points = np.where(seen[:, None], pose.image[:, :2], np.nan)
    return viewing.step(pose, seen, points, t)


def watched(viewing: Viewing, pose: Pose, until_s: float, start_s: float = 0.0) -> Viewpoint:
    for t in seconds(until_s, start_s=start_s):
        look(viewing, pose, t)
    return viewing.viewpoint


def test_nothing_is_known_before_the_first_sight() -> None:
    viewpoint = Viewing().viewpoint
    assert viewpoint.seen == "unknown"
    assert isnan(viewpoint.body_px)
    assert not viewpoint.levelled


@pytest.mark.parametrize(
    ("turn", "seen"), [(0, "front"), (-20, "front"), (45, "turned"), (88, "side")]
)
def test_the_first_sight_tells_the_view(turn: float, seen: str) -> None:
    viewpoint = look(Viewing(), pose_seen(turn_deg=turn), 7.0)
    assert viewpoint.turn_deg == pytest.approx(turn, abs=3.0)
    assert viewpoint.seen == seen


def test_who_turns_is_followed_within_two_seconds() -> None:
    viewing = Viewing()
    watched(viewing, pose_seen(), 3)
    soon = watched(viewing, pose_seen(turn_deg=60), 3.1, start_s=3)
    assert soon.turn_deg < 40
    assert watched(viewing, pose_seen(turn_deg=60), 5, start_s=3.1).turn_deg == pytest.approx(
        60, abs=3
    )


def test_one_frame_that_says_otherwise_hardly_changes_it() -> None:
    viewing = Viewing()
    watched(viewing, pose_seen(), 2)
    assert look(viewing, pose_seen(turn_deg=90), 2.0).turn_deg < 10


def test_who_comes_back_after_a_while_is_looked_at_anew() -> None:
    viewing = Viewing()
    watched(viewing, pose_seen(), 2)
    later = 2 + FORGET_AFTER_S + 0.1
    assert look(viewing, pose_seen(turn_deg=90), later).turn_deg == pytest.approx(93, abs=3)


def test_a_clock_that_steps_back_begins_anew() -> None:
    viewing = Viewing()
    watched(viewing, pose_seen(), 2)
    assert look(viewing, pose_seen(turn_deg=90), -50.0).turn_deg == pytest.approx(93, abs=3)


def test_the_body_is_larger_when_it_is_nearer() -> None:
    far, near = Viewing(), Viewing()
    small = look(far, pose_seen(), 0.0).body_px
    large = look(near, pose_seen(px_per_metre=2 * PX_PER_METRE), 0.0).body_px
    assert large == pytest.approx(2 * small)
    hidden = ALL_SEEN.copy()
    hidden[Landmark.LEFT_HIP] = False
    assert look(near, pose_seen(), 0.1, hidden).body_px == pytest.approx(large)


def test_a_rolled_camera_is_found_from_the_front_and_not_while_turned() -> None:
    front, turned = Viewing(), Viewing()
    assert watched(front, pose_seen(roll_deg=6), 4).roll_deg == pytest.approx(6, abs=0.3)
    assert front.viewpoint.levelled
    assert not watched(turned, pose_seen(roll_deg=6, turn_deg=40), 4).levelled


def test_a_camera_that_was_moved_is_to_be_levelled_again() -> None:
    viewing = Viewing()
    watched(viewing, pose_seen(roll_deg=6), 4)
    viewing.moved()
    assert viewing.viewpoint == Viewing().viewpoint
    assert watched(viewing, pose_seen(roll_deg=-2), 8, start_s=4).roll_deg == pytest.approx(
        -2, abs=0.3
    )


def test_the_persons_word_is_taken_for_level_in_any_view() -> None:
    viewing = Viewing()
    assert not viewing.say_upright()
    watched(viewing, pose_seen(replace(NEUTRAL), roll_deg=5, turn_deg=90), 2)
    assert viewing.say_upright()
    assert viewing.viewpoint.roll_deg == pytest.approx(5, abs=1.5)
