"""The angles asked for are the angles had, measured back from the 33 points alone."""

from dataclasses import replace
from math import atan2, degrees, hypot

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from figure.body import BODIES, PROPORTIONS, Body
from figure.joint_angles import NEUTRAL, SEATED, JointAngles, blend, mirrored
from figure.kinematics import LANDMARKS, skeleton
from vision.skeleton import Landmark

Array = NDArray[np.float64]
EXACT_DEG = 0.01
SIDES = ("left", "right")
MIDLINE = {
    "trunk_side_lean": (-25, 25),
    "trunk_forward_lean": (-10, 40),
    "trunk_flexion": (-15, 30),
    "trunk_twist": (-40, 40),
    "neck_side_bend": (-30, 30),
    "neck_rotation": (-60, 60),
    "neck_flexion": (-20, 30),
    "pelvis_shift": (-12, 12),
}
PAIRED = {
    "shoulder_elevation": (0, 175),
    "shoulder_plane": (-10, 100),
    "elbow_flexion": (0, 140),
    "elbow_fold": (-90, 180),
    "shoulder_hike": (-5, 18),
    "hip_flexion": (-10, 100),
    "hip_abduction": (0, 30),
    "knee_flexion": (0, 110),
    "ankle_dorsiflexion": (-20, 15),
    "heel_rise": (0, 40),
}
RANGES = MIDLINE | {f"{side}_{name}": r for name, r in PAIRED.items() for side in SIDES}
POSTURES = st.fixed_dictionaries(
    {name: st.floats(low, high) for name, (low, high) in RANGES.items()}
).map(lambda changed: replace(NEUTRAL, **changed))
BODY = st.sampled_from(BODIES)


def at(points: Array, name: str, side: str = "") -> Array:
    return np.asarray(points[Landmark[f"{side}_{name}".strip("_").upper()]])


def middle(points: Array, name: str) -> Array:
    return np.asarray((at(points, name, "left") + at(points, name, "right")) / 2)


def angle(a: Array, b: Array) -> float:
    """Return the angle between two vectors, degrees, exact near 0 and 180 too."""
    return degrees(atan2(float(np.linalg.norm(np.cross(a, b))), float(a @ b)))


def bend(points: Array, side: str, first: str, joint: str, last: str) -> float:
    centre = at(points, joint, side)
    return angle(centre - at(points, first, side), at(points, last, side) - centre)


def test_landmarks_are_in_the_order_of_the_pose_model() -> None:
    assert tuple(landmark.name for landmark in Landmark) == LANDMARKS


@given(angles=POSTURES, body=BODY, side=st.sampled_from(SIDES))
@settings(max_examples=60, deadline=None)
def test_shoulder_elbow_and_knee_have_the_angles_asked_for(
    angles: JointAngles, body: Body, side: str
) -> None:
    points = skeleton(angles, body)
    down = middle(points, "hip") - middle(points, "shoulder")
    measured = {
        "shoulder_elevation": angle(down, at(points, "elbow", side) - at(points, "shoulder", side)),
        "elbow_flexion": bend(points, side, "shoulder", "elbow", "wrist"),
        "knee_flexion": bend(points, side, "hip", "knee", "ankle"),
    }
    for name, value in measured.items():
        assert value == pytest.approx(getattr(angles, f"{side}_{name}"), abs=EXACT_DEG), name


@given(lean=st.floats(-30, 30), flexion=st.floats(-15, 30), body=BODY)
@settings(max_examples=30, deadline=None)
def test_side_lean_is_exact_before_the_camera(lean: float, flexion: float, body: Body) -> None:
    points = skeleton(replace(NEUTRAL, trunk_side_lean=lean), body)
    x, y, _ = middle(points, "shoulder") - middle(points, "hip")
    assert degrees(atan2(x, y)) == pytest.approx(lean, abs=EXACT_DEG)
    rounded = skeleton(replace(NEUTRAL, trunk_flexion=flexion), body)
    _, up, ahead = middle(rounded, "shoulder") - middle(rounded, "hip")
    assert degrees(atan2(ahead, up)) == pytest.approx(flexion / 2, abs=EXACT_DEG)


@given(lean=st.floats(-10, 45), hip=st.floats(-10, 110), abduction=st.floats(0, 30), body=BODY)
@settings(max_examples=30, deadline=None)
def test_forward_lean_leaves_the_legs_and_adds_to_hip_flexion(
    lean: float, hip: float, abduction: float, body: Body
) -> None:
    angles = replace(
        NEUTRAL, trunk_forward_lean=lean, left_hip_flexion=hip, left_hip_abduction=abduction
    )
    points = skeleton(angles, body)
    trunk = middle(points, "shoulder") - middle(points, "hip")
    assert degrees(atan2(trunk[2], trunk[1])) == pytest.approx(lean, abs=EXACT_DEG)
    thigh = at(points, "knee", "left") - at(points, "hip", "left")
    upright = degrees(atan2(thigh[2], -thigh[1]))
    assert upright == pytest.approx(hip, abs=EXACT_DEG)
    clinical = 180 - angle(np.append(trunk[1:], 0), np.append(thigh[1:], 0))
    assert clinical == pytest.approx(abs(hip + lean), abs=EXACT_DEG)


@given(
    abduction=st.floats(0, 40), bend_deg=st.floats(-30, 30), turned=st.floats(-40, 40), body=BODY
)
@settings(max_examples=30, deadline=None)
def test_hip_abduction_and_neck_bend_are_exact_from_the_front(
    abduction: float, bend_deg: float, turned: float, body: Body
) -> None:
    angles = replace(
        NEUTRAL, right_hip_abduction=abduction, neck_side_bend=bend_deg, neck_rotation=turned
    )
    points = skeleton(angles, body)
    x, y, _ = at(points, "knee", "right") - at(points, "hip", "right")
    assert degrees(atan2(-x, -y)) == pytest.approx(abduction, abs=EXACT_DEG)
    x, y, _ = at(points, "ear", "left") - at(points, "ear", "right")
    assert degrees(atan2(-y, x)) == pytest.approx(bend_deg, abs=EXACT_DEG)


@given(shift=st.floats(-15, 15), body=BODY)
@settings(max_examples=30, deadline=None)
def test_pelvis_is_carried_by_the_percent_of_the_stance(shift: float, body: Body) -> None:
    points = skeleton(replace(NEUTRAL, pelvis_shift=shift), body)
    stance = at(points, "ankle", "left")[0] - at(points, "ankle", "right")[0]
    carried = (middle(points, "hip") - middle(points, "ankle"))[0]
    assert 100 * carried / stance == pytest.approx(shift, abs=0.01)
    soles = [at(points, name, side)[1] for name in ("heel", "toe") for side in SIDES]
    assert min(soles) == pytest.approx(PROPORTIONS.foot_landmark * body.height_m, abs=1e-6)
    # The foot that carries less keeps at least its toes on the floor.
    assert max(at(points, "toe", side)[1] for side in SIDES) < 0.03


@given(rise=st.floats(0, 45), body=BODY)
@settings(max_examples=20, deadline=None)
def test_heels_rise_by_the_percent_of_the_foot_with_the_toes_on_the_floor(
    rise: float, body: Body
) -> None:
    flat = skeleton(NEUTRAL, body)
    points = skeleton(replace(NEUTRAL, left_heel_rise=rise, right_heel_rise=rise), body)
    for side in SIDES:
        foot = float(np.linalg.norm(at(flat, "toe", side) - at(flat, "heel", side)))
        lifted = at(points, "heel", side)[1] - at(flat, "heel", side)[1]
        assert 100 * lifted / foot == pytest.approx(rise, abs=0.01)
        assert at(points, "toe", side)[1] == pytest.approx(at(flat, "toe", side)[1], abs=1e-9)


@given(hike=st.floats(-5, 20))
@settings(max_examples=10, deadline=None)
def test_a_hiked_shoulder_comes_nearer_the_ear_by_the_percent_of_the_trunk(hike: float) -> None:
    flat, points = skeleton(NEUTRAL), skeleton(replace(NEUTRAL, left_shoulder_hike=hike))
    trunk = float(np.linalg.norm(middle(flat, "shoulder") - middle(flat, "hip")))
    before, after = ((at(p, "ear", "left") - at(p, "shoulder", "left"))[1] for p in (flat, points))
    assert 100 * (before - after) / trunk == pytest.approx(hike, abs=0.01)
    assert at(points, "shoulder", "right") == pytest.approx(at(flat, "shoulder", "right"))


@given(dorsiflexion=st.floats(-20, 20))
@settings(max_examples=10, deadline=None)
def test_seated_ankle_pumps_lift_toes_or_heels(dorsiflexion: float) -> None:
    points = skeleton(replace(SEATED, left_ankle_dorsiflexion=dorsiflexion))
    shank = at(points, "ankle", "left") - at(points, "knee", "left")
    foot = at(points, "toe", "left") - at(points, "heel", "left")
    assert angle(shank, foot) - 90 == pytest.approx(dorsiflexion, abs=EXACT_DEG)


@given(angles=POSTURES, body=BODY)
@settings(max_examples=40, deadline=None)
def test_a_mirrored_posture_gives_a_mirrored_skeleton(angles: JointAngles, body: Body) -> None:
    swapped = [
        LANDMARKS.index(name.replace("LEFT", "?").replace("RIGHT", "LEFT").replace("?", "RIGHT"))
        for name in LANDMARKS
    ]
    mirror = skeleton(mirrored(angles), body)[swapped] * (-1, 1, 1)
    assert mirror == pytest.approx(skeleton(angles, body), abs=1e-9)


@given(angles=POSTURES, body=BODY)
@settings(max_examples=40, deadline=None)
def test_bones_keep_their_length_and_the_lowest_foot_is_on_the_floor(
    angles: JointAngles, body: Body
) -> None:
    points, neutral = skeleton(angles, body), skeleton(NEUTRAL, body)
    for side in SIDES:
        for a, b in (
            ("shoulder", "elbow"),
            ("elbow", "wrist"),
            ("wrist", "index"),
            ("hip", "knee"),
            ("knee", "ankle"),
            ("ankle", "heel"),
            ("heel", "toe"),
            ("eye", "ear"),
        ):
            now, then = (
                float(np.linalg.norm(at(p, a, side) - at(p, b, side))) for p in (points, neutral)
            )
            assert now == pytest.approx(then, abs=1e-9), (side, a, b)
    feet = [at(points, name, side)[1] for name in ("heel", "toe") for side in SIDES]
    assert min(feet) == pytest.approx(PROPORTIONS.foot_landmark * body.height_m, abs=0.012)


@given(start=POSTURES, end=POSTURES, share=st.floats(0, 1))
@settings(max_examples=30, deadline=None)
def test_a_small_change_of_posture_moves_no_joint_far(
    start: JointAngles, end: JointAngles, share: float
) -> None:
    here, beside = (skeleton(blend(start, end, share + step)) for step in (0.0, 1e-5))
    assert np.abs(here - beside).max() < 0.002


def test_sitting_down_keeps_the_feet_and_brings_the_pelvis_back_and_down() -> None:
    heights, depths, feet = [], [], []
    for share in np.linspace(0, 1, 21):
        lean = 35 * np.sin(np.pi * share)
        points = skeleton(replace(blend(NEUTRAL, SEATED, share), trunk_forward_lean=float(lean)))
        heights.append(middle(points, "hip")[1])
        depths.append(middle(points, "hip")[2])
        feet.append(middle(points, "ankle"))
    assert np.all(np.diff(heights) < 0)
    assert np.all(np.diff(depths) < 0)
    assert np.ptp(np.array(feet), axis=0) == pytest.approx((0, 0, 0), abs=0.003)
    assert heights[-1] == pytest.approx((PROPORTIONS.shank + PROPORTIONS.ankle) * 1.75, abs=1e-6)


def test_lifting_one_knee_leaves_the_body_where_it_sits() -> None:
    sitting = skeleton(SEATED)
    for lift in (5.0, 15.0, 25.0):
        lifted = skeleton(replace(SEATED, left_hip_flexion=90 + lift))
        assert middle(lifted, "hip") == pytest.approx(middle(sitting, "hip"), abs=0.03)
        assert at(lifted, "ankle", "right") == pytest.approx(
            at(sitting, "ankle", "right"), abs=0.03
        )
        assert at(lifted, "knee", "left")[1] > at(sitting, "knee", "left")[1]


def test_bodies_differ_in_height_and_in_breadth() -> None:
    sizes = {
        (round(hypot(*(p[11] - p[12])[:2]), 3), round(float(p[0, 1]), 3))
        for p in (skeleton(NEUTRAL, body) for body in BODIES)
    }
    assert len(sizes) == len(BODIES) >= 6


@given(flexion=st.floats(-60, 60), deviation=st.floats(-30, 25), angles=POSTURES)
@settings(max_examples=30, deadline=None)
def test_a_hand_bends_at_its_wrist_and_nothing_else_moves(
    flexion: float, deviation: float, angles: JointAngles
) -> None:
    plain = skeleton(angles)
    bent = skeleton(replace(angles, left_wrist_flexion=flexion, left_wrist_deviation=deviation))
    hand = [Landmark.LEFT_PINKY, Landmark.LEFT_INDEX, Landmark.LEFT_THUMB]
    others = [row for row in range(33) if row not in hand]
    assert bent[others] == pytest.approx(plain[others], abs=1e-12)
    for row in hand:
        reach = [np.linalg.norm(p[row] - at(p, "wrist", "left")) for p in (plain, bent)]
        assert reach[0] == pytest.approx(reach[1])


def test_a_wrist_bends_to_the_palm_and_the_thumb() -> None:
    for side, inward in (("left", -1), ("right", 1)):
        rest = at(skeleton(NEUTRAL), "index", side)
        palm = at(skeleton(replace(NEUTRAL, **{f"{side}_wrist_flexion": 30.0})), "index", side)
        thumb = at(skeleton(replace(NEUTRAL, **{f"{side}_wrist_deviation": 20.0})), "index", side)
        assert inward * (palm - rest)[0] > 0.03  # of a hanging arm, toward the body
        assert (thumb - rest)[2] > 0.02


@given(forward=st.floats(-10, 10), body=BODY)
@settings(max_examples=20, deadline=None)
def test_a_shoulder_comes_forward_by_the_percent_of_the_trunk(forward: float, body: Body) -> None:
    rest = skeleton(NEUTRAL, body)
    points = skeleton(replace(NEUTRAL, left_shoulder_forward=forward), body)
    came = (at(points, "shoulder", "left") - at(rest, "shoulder", "left"))[2]
    assert came == pytest.approx(forward / 100 * PROPORTIONS.torso * body.height_m)
    assert at(points, "shoulder", "right") == pytest.approx(at(rest, "shoulder", "right"))
