"""The line from a frame to a sight: what is remembered of the camera, and for how long."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.pipeline import Eyes, Onlooker
from exercises.library import find_exercise
from tests.people import seconds
from tests.vision.painted_room import seen
from tests.vision.stick_body import front_body, pose_of, tilted
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.measures import Withheld
from vision.observation import Observation
from vision.pose import Pose
from vision.sight import Sight
from vision.video import VideoFile

SUNRISE = find_exercise("sunrise-arms-standing")
BEND = find_exercise("side-bend-standing")
FPS = 10
ROOM = np.zeros((800, 800, 3), np.uint8)
ROLLED_DEG = 6.0
# Clips from cameras that stand still.
FIXED = ["lateral_raise.mp4", "classroom4.mp4", "two_people_headtilt.mp4", "pose_squats.mp4"]


class Sees:
    """Stands in for the pose model: finds in every frame what it is told to."""

    def __init__(self) -> None:
        self.pose: Pose | None = None

    def detect(self, frame: Frame, zone: object) -> Pose | None:
        return self.pose


def onlooker(sees: Sees) -> Onlooker:
    return Onlooker(sees)  # type: ignore[arg-type]


def looked_at(until_s: float, onlooker: Onlooker, sees: Sees) -> list[bool]:
    """Return whether the camera is said to move in each frame of one that is bumped at 3 s."""
    moved = []
    for number, t in enumerate(seconds(until_s, FPS)):
        image, sees.pose = seen(dx=0.06 if t > 3 else 0.0)
        moved.append(onlooker.observe(Frame(image, t, number)).camera_moved)
    return moved


def test_a_bumped_camera_is_told_with_the_pose() -> None:
    sees = Sees()
    moved = looked_at(6, onlooker(sees), sees)
    assert not any(moved[: 3 * FPS])
    assert any(moved[3 * FPS : 4 * FPS])
    assert not any(moved[5 * FPS :])


def test_recorded_landmarks_have_no_camera_that_could_move() -> None:
    looks = onlooker(Sees())
    for number, t in enumerate(seconds(4, FPS)):
        image, pose = seen(dx=0.06 if t > 2 else 0.0)
        found = looks.observe(Frame(image, t, number, recorded=(pose,)))
        assert found.poses == (pose,)
        assert not found.camera_moved


def test_a_source_opened_anew_may_show_another_room() -> None:
    sees = Sees()
    looks = onlooker(sees)
    for number, t in enumerate(seconds(4, FPS)):
        image, sees.pose = seen()
        looks.observe(Frame(image, t, number))
    for number, t in enumerate(seconds(8, FPS, 4.0)):
        image, sees.pose = seen(dx=0.08)
        assert not looks.observe(Frame(image, t, number)).camera_moved


def shown(eyes: Eyes, body: np.ndarray | None, t: float, index: int, **how: object) -> Sight:
    pose = None if body is None else pose_of(body)
    observation = Observation(Frame(ROOM, t, index), (pose,))
    exercise = how.pop("exercise", SUNRISE)
    return eyes.see(replace(observation, **how), exercise)  # type: ignore[arg-type]


def stand(eyes: Eyes, start_s: float, **how: object) -> Sight:
    """Stand for two seconds before a camera that is rolled."""
    body = tilted(front_body(), ROLLED_DEG)
    for t in seconds(start_s + 2, FPS, start_s):
        sight = shown(eyes, body, t, round(t * FPS), **how)
    return sight


def test_what_was_said_to_be_upright_stays_so_from_movement_to_movement() -> None:
    eyes = Eyes()
    assert not eyes.say_upright(), "nobody was seen yet"
    stand(eyes, 0.0)
    assert eyes.say_upright()
    for exercise, start_s in ((SUNRISE, 2.0), (BEND, 4.0)):
        sight = stand(eyes, start_s, exercise=exercise)
        assert sight.viewpoint.levelled
        assert sight.viewpoint.roll_deg == pytest.approx(ROLLED_DEG, abs=0.1)


def test_nobody_in_sight_is_not_taken_for_upright() -> None:
    eyes = Eyes()
    stand(eyes, 0.0)
    shown(eyes, None, 2.0, 20)
    assert not eyes.say_upright()


def test_while_the_camera_is_moved_nothing_is_taken_for_upright_and_all_is_withheld() -> None:
    eyes = Eyes()
    stand(eyes, 0.0)
    assert eyes.say_upright()
    sight = shown(eyes, front_body(), 2.0, 20, camera_moved=True)
    assert sight.camera_moved
    assert set(sight.measures.withheld) == {Withheld.MOVED}
    assert not eyes.say_upright()
    assert not sight.viewpoint.levelled


def test_a_camera_moved_while_nobody_is_seen_is_found_anew_as_well() -> None:
    eyes = Eyes()
    stand(eyes, 0.0)
    assert eyes.say_upright()
    sight = shown(eyes, None, 2.0, 20, camera_moved=True)
    assert (sight.present, sight.camera_moved) == (False, True)
    back = shown(eyes, front_body(), 2.1, 21)
    assert back.viewpoint.roll_deg == 0.0
    assert np.isfinite(back.measures["shoulder_abduction_left"])


def test_another_source_is_another_camera() -> None:
    eyes = Eyes()
    stand(eyes, 1.0)
    assert eyes.say_upright()
    assert not shown(eyes, front_body(), 3.1, 0).viewpoint.levelled


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.endurance
def test_a_camera_that_stands_still_is_never_said_to_move(clips: Path, name: str) -> None:
    with VideoFile(clips / "video" / name) as video, Landmarker("lite") as landmarker:
        looks, next_s = Onlooker(landmarker), 0.0
        while (frame := video.read()) is not None:
            # As often as the watch looks, so that the pose model has less to do.
            if frame.time_s >= next_s:
                assert not looks.observe(frame).camera_moved, frame.time_s
                next_s = frame.time_s + 0.12
