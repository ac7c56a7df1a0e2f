"""The guide: in its box whatever the posture, and moving as the mirror does."""

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.guide import guide_at
from exercises.library import find_exercise, library
from figure.joint_angles import NEUTRAL, JointAngles
from figure.kinematics import skeleton
from ui import guide
from ui.colour import mix
from ui.paint import Drawing
from ui.theme import CALM
from vision.skeleton import Landmark

BOX = pygame.Rect(60, 50, 200, 240)
SUNRISE = "sunrise-arms-standing"


def drawn(movement: str, angles: JointAngles, turn: float = 0.0) -> np.ndarray:
    """Return where (x, y) the guide left ink, as booleans."""
    surface = pygame.Surface((320, 340))
    surface.fill(CALM.panel)
    drawing = Drawing(surface)
    guide.draw(drawing, CALM, BOX, find_exercise(movement), angles, turn)
    drawing.finish()
    return np.asarray((pygame.surfarray.array3d(surface) != CALM.panel).any(axis=2))


def leaves_box(ink: np.ndarray) -> bool:
    ink = ink.copy()
    ink[BOX.left : BOX.right, BOX.top : BOX.bottom] = False
    return bool(ink.any())


@pytest.mark.parametrize("movement", list(library()))
def test_the_guide_of_every_movement_stays_in_its_box(movement: str) -> None:
    exercise = library()[movement]
    turn = 78.0 if exercise.view == "side" else 0.0
    for i in range(6):
        ink = drawn(movement, guide_at(exercise, i * exercise.cycle_s / 5).angles, turn)
        assert ink.any()
        assert not leaves_box(ink)


@settings(max_examples=25, deadline=None)
@given(
    st.floats(-30, 30),
    st.floats(-10, 45),
    st.floats(0, 180),
    st.floats(-20, 130),
    st.floats(0, 140),
    st.floats(-90, 90),
)
def test_no_posture_leaves_the_box(
    side: float, lean: float, lift: float, plane: float, elbow: float, turn: float
) -> None:
    posture = JointAngles(
        trunk_side_lean=side,
        trunk_forward_lean=lean,
        left_shoulder_elevation=lift,
        right_shoulder_elevation=180 - lift,
        left_shoulder_plane=plane,
        left_elbow_flexion=elbow,
    )
    assert not leaves_box(drawn(SUNRISE, posture, turn))


def test_the_figures_left_is_on_the_left_as_in_a_mirror() -> None:
    points, _ = guide.seen_from(skeleton(NEUTRAL), 0.0)
    assert points[Landmark.LEFT_WRIST, 0] < points[Landmark.RIGHT_WRIST, 0]
    raised = drawn(SUNRISE, JointAngles(left_shoulder_elevation=90.0))
    assert np.flatnonzero(raised.any(axis=1)).mean() < BOX.centerx


def test_who_stands_before_one_has_their_left_on_the_right() -> None:
    raised = JointAngles(left_shoulder_elevation=90.0)
    mirrored, facing = (
        guide.posed(BOX, find_exercise(SUNRISE), raised, 0.0, as_in_a_mirror).placed.points
        for as_in_a_mirror in (True, False)
    )
    assert mirrored[Landmark.LEFT_WRIST, 0] < BOX.centerx < facing[Landmark.LEFT_WRIST, 0]
    assert np.allclose(mirrored[:, 0] - BOX.centerx, BOX.centerx - facing[:, 0], atol=1.5)


def test_from_the_side_the_guide_looks_where_it_is_turned() -> None:
    for turn, sign in ((90.0, 1), (-90.0, -1)):
        points, depth = guide.seen_from(skeleton(NEUTRAL), turn)
        assert sign * (points[Landmark.NOSE, 0] - points[Landmark.LEFT_EAR, 0]) > 0.03
        near = depth[Landmark.LEFT_SHOULDER] - depth[Landmark.RIGHT_SHOULDER]
        assert sign * near > 0.2


def test_a_seated_guide_has_a_chair_that_stays_when_it_stands_up() -> None:
    exercise = find_exercise("sit-to-stand")
    seated = drawn("sit-to-stand", guide_at(exercise, 0.0).angles, 78.0)
    standing = drawn("sit-to-stand", NEUTRAL, 78.0)
    behind = np.s_[BOX.left : BOX.left + 90, BOX.bottom - 60 : BOX.bottom]
    assert seated[behind].any()
    assert standing[behind].any()


def test_a_turned_head_is_seen_to_turn() -> None:
    ahead, left, right = (
        drawn_in_colour("neck-turn-standing", JointAngles(neck_rotation=turn))
        for turn in (0.0, 30.0, -30.0)
    )
    for turned, side in ((left, -1), (right, 1)):
        # The hair goes to the other side, and the nose with the face.
        hair = (turned == guide.tones(CALM)["legs"]).all(axis=2)[:, : BOX.top + 40]
        middle = np.flatnonzero(hair.any(axis=1)).mean()
        assert side * (BOX.centerx - middle) > 0.3
    assert (ahead != left).any()


def drawn_in_colour(movement: str, angles: JointAngles) -> np.ndarray:
    surface = pygame.Surface((320, 340))
    surface.fill(CALM.panel)
    drawing = Drawing(surface)
    guide.draw(drawing, CALM, BOX, find_exercise(movement), angles, 0.0)
    drawing.finish()
    return pygame.surfarray.array3d(surface)


def test_a_lying_guide_lies_across_its_box_on_a_mat() -> None:
    exercise = find_exercise("knee-rocks-lying")
    colours = drawn_in_colour("knee-rocks-lying", guide_at(exercise, 0.0).angles)
    ink = (colours != CALM.panel).any(axis=2)
    wide, tall = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    assert np.ptp(wide) > 1.5 * np.ptp(tall)
    skin = (colours == guide.tones(CALM)["skin"]).all(axis=2)
    assert np.flatnonzero(skin.any(axis=1)).min() < BOX.centerx - 40  # the head on the left
    felt = (colours == mix(CALM.panel, CALM.furniture, 0.6)).all(axis=2)
    assert felt.sum() > 2000


def test_what_is_held_on_to_stands_before_the_guide() -> None:
    exercise = find_exercise("heel-raise-standing")
    held = drawn("heel-raise-standing", guide_at(exercise, 0.0).angles, 78.0)
    sunk = find_exercise("soft-knee-sink")
    free = drawn("soft-knee-sink", guide_at(sunk, 0.0).angles, 78.0)
    ahead = np.s_[BOX.right - 60 : BOX.right, BOX.bottom - 80 : BOX.bottom]
    assert held[ahead].any()
    assert not free[ahead].any()
