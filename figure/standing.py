"""How the legs carry the body: feet on the floor, and the pelvis where they put it."""

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

import numpy as np

from figure.body import PROPORTIONS, Body
from figure.feet import Foot, foot_of, hanging_share, pitch_for_rise
from figure.joint_angles import NEUTRAL, JointAngles
from figure.legs import Leg, pose_leg, tilted
from figure.posed import Segment
from figure.rotations import Matrix, Vector, about_x, about_y, about_z, columns, cross

SIDES = ("left", "right")
TOES_OUT_DEG = 8.0
# A foot whose ankle is this much too high to stand on no longer says where the body stands.
UNLOADED_M = 0.003


def stand(
    angles: JointAngles, body: Body, hips: Matrix
) -> tuple[Vector, dict[str, Segment], dict[str, Vector]]:
    """Return the pelvis on its legs.

    Parameters
    ----------
    hips
        (2, 3) metres about their middle, left then right.

    Returns
    -------
    root
        (3,) the middle of the hips in the room. The lowest foot rests on the floor, y = 0, and
        the middle of the standing ankles is at x = z = 0; so rising from a seat keeps the feet
        where they are and brings the pelvis over them.
    segments, points
        ``left_thigh`` … and ``LEFT_KNEE`` …, in the room.
    """
    foot = foot_of(body.height_m)
    legs = _shifted([pose_leg(angles, body, side) for side in SIDES], angles.pelvis_shift, hips)
    reach = [hip + leg.ankle for hip, leg in zip(hips, legs, strict=True)]
    pitches = [_floor_pitch(angles, side, leg) for side, leg in zip(SIDES, legs, strict=True)]
    resting = [foot.ankle_height(pitch) for pitch in pitches]
    height = max(r - float(a[1]) for r, a in zip(resting, reach, strict=True))
    lifts = [height + float(a[1]) - r for r, a in zip(resting, reach, strict=True)]
    root = _standing_root(body, reach, lifts)
    root[1] = height
    segments: dict[str, Segment] = {}
    points: dict[str, Vector] = {}
    for i, side in enumerate(SIDES):
        hip = root + hips[i]
        axes = _foot_axes(angles, side, legs[i], foot, pitches[i], lifts[i], body.height_m)
        place_leg(side, hip, legs[i], axes, foot, segments, points)
    return root, segments, points


def _shifted(legs: list[Leg], percent: float, hips: Matrix) -> list[Leg]:
    """Tilt both legs alike, so that the pelvis comes over one foot by `percent` of the stance."""
    if percent == 0:
        return legs
    x, y, _ = ((legs[0].ankle + legs[1].ankle) / 2).tolist()
    radius, rest = hypot(x, y), atan2(x, -y)
    apart = legs[0].ankle - legs[1].ankle
    hip_width = float(hips[0, 0] - hips[1, 0])
    tilt = 0.0
    for _ in range(3):  # the stance narrows a little as the legs tilt; this settles to 1e-6
        stance = abs(hip_width + cos(tilt) * float(apart[0]) - sin(tilt) * float(apart[1]))
        tilt = asin(max(-1.0, min(1.0, (x - percent / 100 * stance) / radius))) - rest
    turn = about_z(degrees(tilt))
    return [tilted(leg, turn) for leg in legs]


def _floor_pitch(angles: JointAngles, side: str, leg: Leg) -> float:
    """Return the pitch, degrees toes up, of a foot that stands.

    A standing foot is flat while the ankle asked for lies between zero and what the shank's own
    tilt gives; only what goes beyond lifts the toes (or, where negative, the heel).
    """
    asked: float = getattr(angles, f"{side}_ankle_dorsiflexion")
    tilt = degrees(atan2(-float(leg.shank[2]), -float(leg.shank[1])))
    beyond = asked - max(min(0.0, tilt), min(max(0.0, tilt), asked))
    return beyond + pitch_for_rise(getattr(angles, f"{side}_heel_rise"))


def _standing_root(body: Body, reach: list[Vector], lifts: list[float]) -> Vector:
    """Return the pelvis's place on the floor, led by the feet that carry it."""
    neutral = radians(NEUTRAL.left_hip_abduction)
    leg = (PROPORTIONS.thigh + PROPORTIONS.shank) * body.height_m
    home = PROPORTIONS.half_hips * body.height_m * body.hip_width + leg * sin(neutral)
    root = np.zeros(3)
    total = 0.0
    for sign, ankle, lift in zip((1, -1), reach, lifts, strict=True):
        weight = max(0.0, 1 - lift / UNLOADED_M) ** 3
        root += weight * (np.array((sign * home, 0.0, 0.0)) - ankle)
        total += weight
    return root / total


def _foot_axes(
    angles: JointAngles,
    side: str,
    leg: Leg,
    foot: Foot,
    pitch: float,
    lift: float,
    height_m: float,
) -> Matrix:
    """Return the foot's axes: standing, reaching for the floor, or hanging from the shank."""
    sign = 1 if side == "left" else -1
    heading = degrees(atan2(float(leg.front[0]), max(float(leg.front[2]), 0.2)))
    if lift > 0:
        # The toes stay on the floor, unless the heel is lifted farther than that takes.
        reaching = foot.pitch_reaching(foot.ankle + lift)
        pitch = pitch + reaching if pitch >= 0 else min(pitch, reaching)
    standing = about_y(heading + sign * TOES_OUT_DEG) @ about_x(-pitch)
    share = hanging_share(lift, height_m)
    if share == 0:
        return standing
    hanging = hanging_axes(angles, side, leg)
    front = _unit((1 - share) * standing[:, 2] + share * hanging[:, 2])
    up = (1 - share) * standing[:, 1] + share * hanging[:, 1]
    up = _unit(up - float(up @ front) * front)
    return columns(cross(up, front), up, front)


def hanging_axes(angles: JointAngles, side: str, leg: Leg) -> Matrix:
    """Return the axes of a foot that hangs from its shank, bent by the ankle alone."""
    d = radians(getattr(angles, f"{side}_ankle_dorsiflexion"))
    front = cos(d) * leg.front - sin(d) * leg.shank
    up = -cos(d) * leg.shank - sin(d) * leg.front
    return columns(cross(up, front), up, front)


def _unit(vector: Vector) -> Vector:
    return vector / sqrt(float(vector @ vector))


def place_leg(
    side: str,
    hip: Vector,
    leg: Leg,
    foot_axes: Matrix,
    foot: Foot,
    segments: dict[str, Segment],
    points: dict[str, Vector],
) -> None:
    """Add the segments and landmarks of a leg that begins at `hip`, its foot turned as told."""
    knee, ankle = hip + leg.knee, hip + leg.ankle
    across = cross(leg.front, leg.shank)
    thigh_front = cross(across, -leg.thigh)
    segments[f"{side}_thigh"] = Segment(hip, columns(across, -leg.thigh, thigh_front))
    segments[f"{side}_shank"] = Segment(knee, columns(across, -leg.shank, leg.front))
    segments[f"{side}_foot"] = Segment(ankle, foot_axes)
    drop = foot_axes[:, 1] * (foot.sole - foot.ankle)
    name = side.upper()
    points[f"{name}_HIP"], points[f"{name}_KNEE"], points[f"{name}_ANKLE"] = hip, knee, ankle
    points[f"{name}_HEEL"] = ankle + drop - foot_axes[:, 2] * foot.back
    points[f"{name}_TOE"] = ankle + drop + foot_axes[:, 2] * foot.ahead
