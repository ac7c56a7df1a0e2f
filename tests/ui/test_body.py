"""Where the person lies on the screen."""

from dataclasses import replace as changed

import numpy as np
import pygame
import pytest

from exercises.library import find_exercise
from figure.joint_angles import NEUTRAL
from tests.ui.scene import FRAME, plain_picture, pose_of, view_of
from ui import body
from ui.mirror import shown_part, to_screen
from vision.skeleton import Landmark

PANEL = pygame.Rect(30, 70, 640, 360)
WHOLE = (0.0, 0.0, float(FRAME[0]), float(FRAME[1]))


def test_the_frame_is_shown_as_in_a_mirror() -> None:
    corners = np.array([[0.0, 0.0], [1280.0, 720.0]])
    left_top, right_bottom = to_screen(corners, WHOLE, PANEL)
    assert tuple(left_top) == (PANEL.right, PANEL.top)
    assert tuple(right_bottom) == (PANEL.left, PANEL.bottom)


def test_without_a_picture_the_whole_height_of_the_frame_is_shown_undistorted() -> None:
    view = view_of(find_exercise("soft-knee-sink"), 1.0)
    for panel in (pygame.Rect(0, 0, 400, 400), pygame.Rect(0, 0, 900, 300)):
        left, top, right, bottom = shown_part(view, panel)
        assert (right - left) / (bottom - top) == pytest.approx(panel.width / panel.height)
        assert left + right == pytest.approx(FRAME[0])
        assert (top, bottom) == (0.0, FRAME[1])


def test_with_a_picture_its_own_part_of_the_frame_is_shown() -> None:
    picture = plain_picture((300, 300))
    view = changed(view_of(find_exercise("soft-knee-sink"), 1.0), picture=picture)
    assert shown_part(view, PANEL) == (picture.left, picture.top, picture.right, picture.bottom)


def test_the_scale_is_the_bodys_own() -> None:
    seen = body.seen_body(pose_of(NEUTRAL), WHOLE, PANEL)
    shoulders = seen.placed.at("shoulder", "left") - seen.placed.at("shoulder", "right")
    assert np.hypot(*shoulders) / seen.placed.scale == pytest.approx(2 * 0.108 * 1.75, rel=0.02)


def test_a_person_seen_from_the_side_looks_where_they_look_in_a_mirror() -> None:
    assert body.facing(body.seen_body(pose_of(NEUTRAL, "side"), WHOLE, PANEL)) > 0.6
    assert abs(body.facing(body.seen_body(pose_of(NEUTRAL), WHOLE, PANEL))) < 0.1


def test_a_joint_that_is_hardly_seen_fades_rather_than_blinks() -> None:
    pose = pose_of(NEUTRAL)
    sure = []
    for visibility in (0.2, 0.35, 0.45, 0.9):
        pose.image[Landmark.LEFT_WRIST, 3] = visibility
        sure.append(body.seen_body(pose, WHOLE, PANEL).presence[Landmark.LEFT_WRIST])
    assert sure[0] == 0.0
    assert sure[-1] == 1.0
    assert 0 < sure[1] < sure[2] < 1
