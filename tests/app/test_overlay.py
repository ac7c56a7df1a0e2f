"""The picture of what was measured: numbers at their joints, or none and why."""

from collections.abc import Iterator
from dataclasses import replace
from math import nan
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from app.overlay import Overlay
from app.overlay_angles import rows_of, shown_angles
from app.overlay_body import body_in
from app.overlay_files import OverlayFiles
from app.overlay_panels import Panels
from app.overlay_words import Sentence
from app.stepped import Stepped
from exercises.exercise import Exercise
from exercises.library import find_exercise
from figure.joint_angles import JointAngles
from tests.app.fake_camera import FakeCamera
from tests.vision.exact_body import pose_seen
from ui.theme import CALM
from vision.measures import INDEX, MEASURES, Withheld
from vision.pose import Pose
from vision.seeing import Seeing
from vision.sight import Sight, nobody
from vision.skeleton import Landmark
from vision.video import VideoFile

SUNRISE = find_exercise("sunrise-arms-standing")
KNEES = find_exercise("soft-knee-sink")
LEAN = find_exercise("side-bend-standing")
SIZE = 960, 600
GROUND = 128
Image = NDArray[np.uint8]


def arms_at(degrees: float, **others: float) -> JointAngles:
    return replace(
        JointAngles(),
        left_shoulder_elevation=degrees,
        right_shoulder_elevation=degrees,
        left_shoulder_plane=0.0,
        right_shoulder_plane=0.0,
        left_elbow_flexion=0.0,
        right_elbow_flexion=0.0,
        **others,
    )


def sights(
    exercise: Exercise, pose: Pose, seconds: float = 1.5, size: tuple[int, int] = SIZE
) -> Iterator[Sight]:
    """Yield what is known of somebody who keeps still."""
    seeing = Seeing(exercise.view, tuple(target.measure for target in exercise.targets))
    for index in range(round(seconds * 20)):
        yield seeing.step(pose, index / 20, size)


def ground(size: tuple[int, int] = SIZE) -> Image:
    return np.full((size[1], size[0], 3), GROUND, np.uint8)


def drawn(exercise: Exercise, pose: Pose, size: tuple[int, int] = SIZE) -> tuple[Image, Sight]:
    """Return the last picture of somebody who keeps still, and what is known of them."""
    overlay = Overlay(exercise)
    for sight in sights(exercise, pose, size=size):
        picture = overlay.drawn(ground(size), sight)
    return picture, sight


def panels(picture: Image) -> NDArray[np.bool_]:
    """Return where (H, W) a picture on plain ground is a panel."""
    return np.asarray((np.abs(picture.astype(int) - CALM.panel) < 20).all(axis=2))


def parted(picture: Image) -> tuple[int, int]:
    """Return how many pixels of panels lie at the foot of the picture, and how many above it."""
    found, foot = panels(picture), round(0.86 * len(picture))
    return int(found[foot:].sum()), int(found[:foot].sum())


def test_in_a_valid_view_a_number_stands_by_each_joint_and_nothing_at_the_foot() -> None:
    pose = pose_seen(arms_at(90))
    picture, sight = drawn(SUNRISE, pose)
    foot, above = parted(picture)
    assert foot == 0
    assert above > 1000
    for side in ("LEFT", "RIGHT"):
        x, y = pose.image[Landmark[f"{side}_SHOULDER"], :2].astype(int)
        near = panels(picture)[max(y - 150, 0) : y + 150, max(x - 150, 0) : x + 150]
        assert near.sum() > 500, side
    assert sight.measures["shoulder_abduction_left"] == pytest.approx(90, abs=5)


@pytest.mark.parametrize("turn_deg", [45.0, -50.0, 90.0, 180.0])
def test_turned_there_is_no_number_and_the_foot_says_why(turn_deg: float) -> None:
    picture, sight = drawn(SUNRISE, pose_seen(arms_at(90), turn_deg=turn_deg))
    foot, above = parted(picture)
    assert above == 0, "no panel but the one at the foot"
    assert foot > 1000
    assert sight.measures.withheld[INDEX["shoulder_abduction_left"]] == Withheld.TURNED


def test_the_skeleton_is_drawn_whether_or_not_there_are_numbers() -> None:
    for turn_deg in (0.0, 45.0):
        pose = pose_seen(arms_at(60), turn_deg=turn_deg)
        picture, _ = drawn(SUNRISE, pose)
        knee, hip = (pose.image[row, :2] for row in (Landmark.LEFT_KNEE, Landmark.LEFT_HIP))
        x, y = np.rint((knee + hip) / 2).astype(int)
        assert abs(int(picture[y, x].mean()) - GROUND) > 30


def test_the_picture_that_was_given_is_left_as_it_was() -> None:
    image, overlay = ground(), Overlay(SUNRISE)
    for sight in [*sights(SUNRISE, pose_seen(), 0.2), nobody(1.0)]:
        made = overlay.drawn(image, sight)
        assert made is not image
        assert made.shape == image.shape
        assert (image == GROUND).all()
    image.flags.writeable = False
    overlay.drawn(image, nobody(1.1))


def test_a_number_that_is_withheld_is_gone_at_once_and_fades_in_again() -> None:
    overlay, pose = Overlay(SUNRISE), pose_seen(arms_at(90))
    *_, seen = sights(SUNRISE, pose)
    for step in range(20):
        picture = overlay.drawn(ground(), replace(seen, time_s=step / 20))
    assert parted(picture)[1] > 1000
    measures = seen.measures
    held = replace(
        measures,
        values=np.full_like(measures.values, nan),
        error=np.full_like(measures.error, nan),
        withheld=np.full_like(measures.withheld, Withheld.REJECTED),
    )
    gone = overlay.drawn(ground(), replace(seen, measures=held, time_s=1.05))
    assert parted(gone)[1] == 0
    again = overlay.drawn(ground(), replace(seen, time_s=1.10))
    assert parted(again)[1] == 0, "faded in, not sprung up"


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (480, 270), (160, 120)])
def test_every_text_stays_in_the_picture_whatever_its_shape(size: tuple[int, int]) -> None:
    scale = 0.3 * size[1] / 600
    pose = pose_seen(arms_at(90), px_per_metre=300 * scale)
    middle = np.array(size) / 2 - pose.image[:, :2].mean(axis=0)
    pose.image[:, :2] += middle
    picture, _ = drawn(SUNRISE, pose, size)
    found = panels(picture)
    assert found.any()
    assert not found[:, 0].any()
    assert not found[:, -1].any()
    assert not found[0].any()
    aside, _ = drawn(SUNRISE, pose_seen(turn_deg=60), size)
    assert panels(aside)[-round(0.4 * size[1]) :].any()
    assert not panels(aside)[:, 0].any()
    assert not panels(aside)[-1].any()


def test_landmarks_without_a_place_are_left_out_and_nothing_is_raised() -> None:
    for exercise in (SUNRISE, KNEES, LEAN):
        overlay = Overlay(exercise)
        for number, value in enumerate((nan, np.inf, -1e9, 0.0)):
            pose = pose_seen(arms_at(90))
            pose.image[::3] = value
            pose.world[::4] = value
            *_, sight = sights(exercise, pose, 0.3)
            overlay.drawn(ground(), replace(sight, pose=pose, time_s=float(number)))
        everywhere = Pose(np.full((33, 4), nan), np.full((33, 4), nan))
        *_, sight = sights(exercise, everywhere, 0.1)
        overlay.drawn(ground(), replace(sight, pose=everywhere, time_s=9.0))


def test_a_limb_is_drawn_no_farther_than_it_is_seen() -> None:
    pose = pose_seen(arms_at(90))
    pose.image[[Landmark.LEFT_WRIST, Landmark.LEFT_INDEX, Landmark.LEFT_PINKY], 3] = 0.1
    picture, _ = drawn(SUNRISE, pose)
    points = pose.image[[Landmark.LEFT_ELBOW, Landmark.LEFT_WRIST], :2]
    x, y = np.rint(points[0] * 0.1 + points[1] * 0.9).astype(int)
    assert (picture[y - 8 : y + 8, x - 3 : x + 3] == GROUND).all()
    assert (picture[:20, :20] == GROUND).all(), "nor to where no landmark is"


def test_only_what_the_movement_is_about_is_shown_and_never_what_is_kept_steady() -> None:
    assert {MEASURES[row].name for row in rows_of(SUNRISE)} == {"shoulder_abduction"}
    sit = find_exercise("sit-to-stand")
    assert {MEASURES[row].name for row in rows_of(sit)} == {"knee_flexion", "trunk_forward_lean"}


def test_a_number_is_written_to_five_degrees_with_its_error_rounded_up() -> None:
    pose = pose_seen(arms_at(92))
    *_, sight = sights(SUNRISE, pose)
    left = INDEX["shoulder_abduction_left"]
    sight.measures.values[left], sight.measures.error[left] = 92.4, 6.1
    shown = shown_angles(sight, [left], body_in(pose, 6.0).placed, Stepped(), "en")
    assert [each.text for each in shown] == ["90° ± 7°"]


@pytest.mark.parametrize("turn_deg", [90.0, -90.0])
def test_the_arc_of_a_bent_knee_ends_where_the_shank_lies(turn_deg: float) -> None:
    bent = replace(JointAngles(), left_knee_flexion=40.0, right_knee_flexion=40.0)
    pose = pose_seen(bent, turn_deg=turn_deg)
    *_, sight = sights(KNEES, pose)
    (shown,) = shown_angles(sight, rows_of(KNEES), body_in(pose, 6.0).placed, Stepped(), "en")
    assert shown.frame is not None
    angle, _ = shown.frame.angle(shown.value)
    shank = shown.frame.limb[1] - shown.frame.limb[0]
    off = np.angle(np.exp(1j * (angle - np.arctan2(shank[1], shank[0]))), deg=True)
    assert abs(off) < 8


def test_a_rolled_camera_turns_the_zero_of_a_lean() -> None:
    pose = pose_seen(roll_deg=10.0)
    *_, sight = sights(LEAN, pose, 6.0)
    assert sight.viewpoint.levelled
    shown = shown_angles(sight, rows_of(LEAN), body_in(pose, 6.0).placed, Stepped(), "en")
    assert shown[0].frame is not None
    zero = shown[0].frame.zero
    assert np.degrees(np.arctan2(zero[0], -zero[1])) == pytest.approx(10, abs=1)


def test_a_number_does_not_waver_between_two_steps() -> None:
    stepped = Stepped()
    shown = [stepped.to("arm", 87.5 + wobble, 5) for wobble in (0.2, -0.2, 0.6, -0.6, 0.9)]
    assert len(set(shown)) == 1
    assert stepped.to("arm", 94, 5) == 95
    assert stepped.to("leg", 12, 5) == 10, "each has its own"


def test_the_sentence_gives_way_without_two_being_seen_over_one_another() -> None:
    import pygame

    made = Panels()
    strong = []
    for step in range(20):
        surface = pygame.Surface((640, 360))
        said = Sentence("one", "Out of sight") if step < 8 else Sentence("other", "From behind")
        made.draw_rest(surface, said, step / 20)
        pixels = pygame.surfarray.array3d(surface)
        strong.append(int(pixels.sum()))
    assert strong[0] > 0, "the first is there from the beginning"
    assert min(strong[8:]) < 0.6 * strong[0], "one goes before the other comes"
    assert strong[-1] > 0.6 * strong[0]


def test_a_person_who_turns_on_sees_the_number_change_and_the_sentence_stay() -> None:
    overlay = Overlay(SUNRISE)
    seeing = Seeing(SUNRISE.view, ("shoulder_abduction",))
    for index in range(60):
        pose = pose_seen(arms_at(60), turn_deg=42.0 + index / 3)
        foot, above = parted(overlay.drawn(ground(), seeing.step(pose, index / 20, SIZE)))
        assert foot > 1000
        assert above == 0


def test_the_still_is_of_the_movement_at_its_widest(tmp_path: Path) -> None:
    source = FakeCamera(lambda index: None)
    source.kind, source.size, source.fps = "video", SIZE, 20.0
    seeing = Seeing(SUNRISE.view, ("shoulder_abduction",))
    tops = []
    with OverlayFiles(tmp_path, source, SUNRISE) as files:
        for index in range(60):
            degrees = 15 + 85 * np.sin(np.pi * index / 59)
            pose = pose_seen(arms_at(float(degrees)))
            sight = seeing.step(pose, index / 20, SIZE)
            files.write(ground(), sight)
            tops.append(pose.image[Landmark.LEFT_WRIST, 1])
    still = cv2.imread(str(tmp_path / "overlay.png"))
    assert still is not None
    assert still.shape == (SIZE[1], SIZE[0], 3)
    # The wrist stands as high in the still as it ever does.
    x = round(float(pose_seen(arms_at(100)).image[Landmark.LEFT_WRIST, 0]))
    column = np.abs(still[:, x - 4 : x + 4].astype(int) - GROUND).max(axis=(1, 2)) > 40
    assert int(np.flatnonzero(column)[0]) <= min(tops) + 20
    with VideoFile(tmp_path / "overlay.mp4") as video:
        assert video.frame_count == 60


def test_a_recording_without_a_frame_leaves_no_still(tmp_path: Path) -> None:
    source = FakeCamera(lambda index: None)
    source.kind, source.size, source.fps = "video", SIZE, 20.0
    OverlayFiles(tmp_path, source, SUNRISE).close()
    assert not (tmp_path / "overlay.png").exists()
