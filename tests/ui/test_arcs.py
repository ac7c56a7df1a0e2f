"""A band lies where its limb really points."""

from dataclasses import replace
from math import atan2, pi

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figure.joint_angles import NEUTRAL, SEATED, JointAngles
from tests.ui.scene import FRAME, pose_of
from ui import body
from ui.arcs import ArcFrame, arc_frame
from vision.measures import INDEX, MEASURES

PANEL = pygame.Rect(30, 70, 960, 540)
WHOLE = (0.0, 0.0, float(FRAME[0]), float(FRAME[1]))


def frame_of(key: str, angles: JointAngles, view: str = "front") -> ArcFrame:
    seen = body.seen_body(pose_of(angles, view), WHOLE, PANEL)
    facing = None if view == "front" else float(np.sign(body.facing(seen)))
    frame = arc_frame(MEASURES[INDEX[key]], seen.placed, facing)
    assert frame is not None
    return frame


def off_by(frame: ArcFrame, degrees: float) -> float:
    """Return how far the limb points from where `degrees` lie, in degrees."""
    limb = frame.limb[1] - frame.centre
    angle, _ = frame.angle(degrees)
    apart = atan2(limb[1], limb[0]) - angle
    return abs(float(np.degrees((apart + pi) % (2 * pi) - pi)))


@settings(max_examples=25, deadline=None)
@given(st.floats(5, 170), st.sampled_from(["left", "right"]))
def test_a_raised_arm_points_at_its_degrees_on_the_band(lift: float, side: str) -> None:
    angles = replace(NEUTRAL, **{f"{side}_shoulder_elevation": lift, f"{side}_shoulder_plane": 0})
    assert off_by(frame_of(f"shoulder_abduction_{side}", angles), lift) < 1


@settings(max_examples=25, deadline=None)
@given(st.floats(10, 110))
def test_a_bent_knee_points_at_its_degrees_on_the_band(bend: float) -> None:
    angles = replace(SEATED, left_knee_flexion=bend, right_knee_flexion=bend)
    assert off_by(frame_of("knee_flexion_left", angles, "side"), bend) < 4


@pytest.mark.parametrize("lean", [-20.0, -8.0, 8.0, 20.0])
def test_a_leaning_trunk_points_at_its_degrees_on_the_band(lean: float) -> None:
    angles = replace(NEUTRAL, trunk_side_lean=lean)
    frame = frame_of("trunk_side_lean", angles)
    assert off_by(frame, lean) < 1
    # Toward the person's left is toward the left of a mirror.
    assert frame.toward[0] < 0


def test_a_trunk_that_leans_forward_leans_where_the_person_looks() -> None:
    frame = frame_of("trunk_forward_lean", replace(NEUTRAL, trunk_forward_lean=30.0), "side")
    assert frame.toward[0] > 0
    assert off_by(frame, 30.0) < 1


@settings(max_examples=20, deadline=None)
@given(st.floats(0, 120), st.floats(1, 60))
def test_degrees_grow_in_one_direction_along_the_band(start: float, more: float) -> None:
    frame = frame_of("shoulder_abduction_left", NEUTRAL)
    a, sense = frame.angle(start)
    b, _ = frame.angle(start + more)
    assert (sense * (b - a)) % (2 * pi) == pytest.approx(np.radians(more), abs=1e-6)


def test_what_is_not_an_angle_has_no_arc() -> None:
    seen = body.seen_body(pose_of(NEUTRAL), WHOLE, PANEL)
    assert arc_frame(MEASURES[INDEX["wrist_span_shoulder_widths"]], seen.placed, None) is None
