"""Forward kinematics of pelvis, spine, shoulders, neck and head, about the middle of the hips."""

from dataclasses import dataclass
from math import radians, sin

import numpy as np

from figure.body import PROPORTIONS, Body
from figure.joint_angles import JointAngles
from figure.posed import Segment
from figure.rotations import Matrix, Vector, about_x, about_y, about_z

# Share of the head's turning that is had by the neck below it; the rest is at the skull's base.
NECK_SHARE = 0.45

# Landmarks of the face about the head's origin (where the skull sits on the neck), in fractions
# of the height: left-hand side; a landmark of the middle has x = 0.
FACE: dict[str, tuple[float, float, float]] = {
    "NOSE": (0.0, 0.0360, 0.0700),
    "EYE_INNER": (0.0105, 0.0534, 0.0555),
    "EYE": (0.0171, 0.0534, 0.0545),
    "EYE_OUTER": (0.0235, 0.0534, 0.0510),
    "EAR": (0.0438, 0.0440, 0.0023),
    "MOUTH": (0.0105, 0.0174, 0.0555),
}


@dataclass(frozen=True, slots=True, eq=False)
class Trunk:
    """The posed trunk.

    Attributes
    ----------
    pelvis, chest, neck, head
        The segments; the chest's origin is the middle of the unlifted shoulders and its up axis
        is the line from the middle of the hips to it.
    ribs
        (3, 3) axes of the rib cage, which differ from the chest's where the spine is rounded.
    shoulders, hips
        (2, 3) metres, left then right.
    """

    pelvis: Segment
    chest: Segment
    neck: Segment
    head: Segment
    ribs: Matrix
    shoulders: Matrix
    hips: Matrix


def pose_trunk(angles: JointAngles, body: Body) -> Trunk:
    """Return the trunk with the middle of the hips at the origin."""
    height = body.height_m
    pelvis = about_x(angles.trunk_forward_lean)
    leaning = pelvis @ about_z(-angles.trunk_side_lean)
    twist = about_y(angles.trunk_twist)
    # A spine rounded by f as an arc of a circle: its chord is tilted by f/2 and shortened.
    half = angles.trunk_flexion / 2
    chord = PROPORTIONS.torso * height
    if abs(half) > 1e-6:
        chord *= sin(radians(half)) / radians(half)
    axes = leaning @ about_x(half) @ twist
    ribs = leaning @ about_x(angles.trunk_flexion) @ twist
    up = axes[:, 1]
    middle = up * chord
    hips = PROPORTIONS.half_hips * height * body.hip_width * pelvis[:, 0]
    across = PROPORTIONS.half_shoulders * height * body.shoulder_width * axes[:, 0]
    shoulders = np.array(
        (
            middle + across + _carried(angles, "left", axes, height),
            middle - across + _carried(angles, "right", axes, height),
        )
    )
    neck, head = _pose_head(angles, height, middle, ribs)
    return Trunk(
        pelvis=Segment(np.zeros(3), pelvis),
        chest=Segment(middle, axes),
        neck=neck,
        head=head,
        ribs=ribs,
        shoulders=shoulders,
        hips=np.array((hips, -hips)),
    )


def _carried(angles: JointAngles, side: str, axes: Matrix, height: float) -> Vector:
    """Return how far a shoulder is lifted and brought forward, (3,) metres."""
    percent = PROPORTIONS.torso * height / 100
    lift, ahead = (getattr(angles, f"{side}_shoulder_{way}") for way in ("hike", "forward"))
    carried: Vector = axes[:, 1] * (percent * lift) + axes[:, 2] * (percent * ahead)
    return carried


def _pose_head(
    angles: JointAngles, height: float, middle: Vector, ribs: Matrix
) -> tuple[Segment, Segment]:
    share = NECK_SHARE
    neck = ribs @ (
        about_z(-angles.neck_side_bend * share)
        @ about_y(angles.neck_rotation * share)
        @ about_x(angles.neck_flexion * share)
    )
    # The side bend comes outermost, so that the ear line rolls by exactly its angle.
    head = ribs @ (
        about_z(-angles.neck_side_bend)
        @ about_y(angles.neck_rotation)
        @ about_x(angles.neck_flexion)
    )
    base = middle + ribs[:, 1] * (0.022 * height) - ribs[:, 2] * (0.006 * height)
    skull = base + neck[:, 1] * (PROPORTIONS.neck * height) + neck[:, 2] * (0.012 * height)
    return Segment(base, neck), Segment(skull, head)


def face_points(head: Segment, height: float) -> dict[str, Vector]:
    """Return the eleven landmarks of the face by `Landmark` name, (3,) metres each."""
    names: list[str] = []
    rows: list[tuple[float, float, float]] = []
    for name, (x, y, z) in FACE.items():
        if x == 0:
            names.append(name)
            rows.append((0.0, y, z))
            continue
        for side, sign in (("LEFT", 1), ("RIGHT", -1)):
            names.append(f"{name}_{side}" if name == "MOUTH" else f"{side}_{name}")
            rows.append((sign * x, y, z))
    return dict(zip(names, head.place(np.array(rows) * height), strict=True))
