"""Exact bodies that perform a movement, as a pose model without any error would see them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from app.performance import Moment, Performance
from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import guide_at
from figure.joint_angles import NEUTRAL, JointAngles, blend
from tests.vision.exact_body import SIZE, pose_seen
from vision.pose import Pose
from vision.skeleton import of_side

FPS = 6.0
STILL_S = 2.5
TURNED = {"front": 4.0, "side": 86.0, "any": 0.0}
Posture = Callable[[float], JointAngles]


def seen(
    posture: Posture,
    seconds: float,
    *,
    turn_deg: float = 4.0,
    across_px: Callable[[float], float] = lambda t: 0.0,
    fps: float = FPS,
) -> Performance:
    """Return a performance of `posture`, which tells the joint angles at a moment.

    `across_px` tells how far to the right of the middle the body stands.
    """
    moments = []
    for frame in range(round(seconds * fps)):
        t = frame / fps
        pose = pose_seen(posture(t), turn_deg=turn_deg)
        moments.append(Moment(t, _hidden(_moved(pose, across_px(t)), turn_deg), False))
    return Performance(tuple(moments), SIZE)


def guided(exercise: Exercise, cycles: int, *, turn_deg: float = 0.0) -> Performance:
    """Return who performs a movement of the library as its guide does, still before and after."""
    performed_s = cycles * exercise.cycle_s

    def posture(t: float) -> JointAngles:
        return guide_at(exercise, min(max(t - STILL_S, 0.0), performed_s)).angles

    return seen(posture, performed_s + 2 * STILL_S, turn_deg=TURNED[exercise.view] + turn_deg)


def swings(
    top: JointAngles,
    rest: JointAngles = NEUTRAL,
    *,
    times: int = 3,
    out_s: float = 3.0,
    stay_s: float = 0.0,
    back_s: float = 3.0,
) -> tuple[Posture, float]:
    """Return who goes from `rest` to `top` and back, still before and after, and for how long."""
    cycle_s = out_s + stay_s + back_s

    def posture(t: float) -> JointAngles:
        cycle, within = divmod(t - STILL_S, cycle_s)
        if not 0 <= cycle < times:
            return rest
        if within < out_s:
            return blend(rest, top, ease(within / out_s))
        if within < out_s + stay_s:
            return top
        return blend(top, rest, ease((within - out_s - stay_s) / back_s))

    return posture, times * cycle_s + 2 * STILL_S


def _moved(pose: Pose, across_px: float) -> Pose:
    image = pose.image.copy()
    image[:, 0] += across_px
    return replace(pose, image=image)


def _hidden(pose: Pose, turn_deg: float) -> Pose:
    """Hide the far arm and leg of one who stands with a side to the camera."""
    if abs(abs(turn_deg) - 90) > 20:
        return pose
    far = "left" if turn_deg > 0 else "right"
    image = pose.image.copy()
    for name in ("elbow", "wrist", "knee", "ankle", "heel", "toe"):
        image[of_side(name, far), 3] = 0.2
    return replace(pose, image=np.ascontiguousarray(image))
