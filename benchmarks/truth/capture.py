"""UI-PRMD: repetitions by motion capture, and what a camera and a plain feature make of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.measures import MEASURES, SIDES
from vision.measuring import View
from vision.skeleton import LANDMARK_COUNT, Landmark, of_side

Array = NDArray[np.float64]

FPS = 100 / 3
PX_PER_METRE = 400.0
"""A trunk of some 200 pixels. Nothing depends on it: every measure is an angle or a share."""
SHORTEST = 0.85
"""A segment seen shorter than this share of its length gives no number, as live."""
SEGMENTS = {
    "shoulder_flexion": (("shoulder", "elbow"), ("shoulder", "hip")),
    "shoulder_abduction": (("shoulder", "elbow"), ("shoulder", "hip")),
    "elbow_flexion": (("shoulder", "elbow"), ("elbow", "wrist")),
    "hip_flexion": (("shoulder", "hip"), ("hip", "knee")),
    "hip_abduction": (("hip", "knee"),),
    "knee_flexion": (("hip", "knee"), ("knee", "ankle")),
    "trunk_side_lean": (("shoulder", "hip"),),
    "trunk_forward_lean": (("shoulder", "hip"),),
}
LIMBS = (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))


@dataclass(frozen=True)
class Repetition:
    """One repetition: whose, as what it was recorded, its joints (frames, 3) in metres.

    `believed` (frames) leaves out those in which the skeleton is torn: bones do not change length.
    """

    subject: int
    correct: bool
    joints: dict[str, Array]
    believed: NDArray[np.bool_]


def repetitions(path: Path) -> Iterator[Repetition]:
    """Yield the repetitions of one file."""
    with np.load(path) as stored:
        xyz, names, meta = stored["xyz"], [str(name) for name in stored["joints"]], stored["meta"]
    whole = {name: np.asarray(xyz[:, column], np.float64) for column, name in enumerate(names)}
    believed = unbroken(whole)
    for subject, _, correct, start, count in meta.tolist():
        frames = slice(start, start + count)
        joints = {name: positions[frames] for name, positions in whole.items()}
        yield Repetition(subject, bool(correct), joints, believed[frames])


def unbroken(joints: dict[str, Array]) -> NDArray[np.bool_]:
    """Return in which frames no bone of the limbs is off its usual length by over a fifth."""
    good = np.ones(len(joints["head"]), np.bool_)
    for side in SIDES:
        for one, other in LIMBS:
            bone = np.linalg.norm(joints[f"{side}_{one}"] - joints[f"{side}_{other}"], axis=-1)
            good &= np.abs(bone / np.median(bone) - 1) <= 0.2
    return good


def landmarks(repetition: Repetition, view: View) -> Array:
    """Return landmarks (frames, 33, 4) as a distant level camera sees them, NaN for unknown ones.

    The camera stands before the person, or at their right, square to the line of their hips as it
    mostly is during the repetition. The one point of the head stands for both ears, which lie on
    a line through it: height over the shoulders is known of it, its tilt is not.
    """
    joints = repetition.joints
    hips = np.median(joints["left_hip"] - joints["right_hip"], axis=0)
    left = np.array([hips[0], hips[1], 0.0]) / np.hypot(hips[0], hips[1])
    ahead = np.cross(left, [0.0, 0.0, 1.0])
    across = left if view == "front" else ahead
    image = np.full((len(joints["head"]), LANDMARK_COUNT, 4), nan)
    for name, positions in joints.items():
        for landmark in _landmarks_called(name):
            image[:, landmark, 0] = PX_PER_METRE * positions @ across
            image[:, landmark, 1] = -PX_PER_METRE * positions[:, 2]
            image[:, landmark, 3] = 1.0
    image[~repetition.believed] = nan
    return image


def _landmarks_called(joint: str) -> tuple[Landmark, ...]:
    if joint == "head":
        return (Landmark.LEFT_EAR, Landmark.RIGHT_EAR)
    side, _, name = joint.partition("_")
    if side not in SIDES:
        return ()
    return (of_side({"foot_index": "toe"}.get(name, name), side),)


def in_plane(joints: dict[str, Array], image: Array) -> NDArray[np.bool_]:
    """Return which measures (frames, M) have no segment that points toward or away from the camera.

    As live, where a segment's length in the picture is held against its own; here that is known.
    """
    kept = np.ones((len(image), len(MEASURES)), np.bool_)
    for column, measure in enumerate(MEASURES):
        for side in SIDES if measure.side is None else (measure.side,):
            for one, other in SEGMENTS.get(measure.name, ()):
                ends = [f"{side}_{one}", f"{side}_{other}"]
                whole = np.linalg.norm(joints[ends[0]] - joints[ends[1]], axis=-1) * PX_PER_METRE
                first, second = (image[:, _landmarks_called(end)[0], :2] for end in ends)
                kept[:, column] &= np.linalg.norm(first - second, axis=-1) >= SHORTEST * whole
    return kept


def raw_features(repetition: Repetition) -> dict[str, float]:
    """Return the largest trunk lean, knee flexion and arm elevation, in degrees, in space."""
    joints = {name: at[repetition.believed] for name, at in repetition.joints.items()}
    middle = {
        name: (joints[f"left_{name}"] + joints[f"right_{name}"]) / 2 for name in ("shoulder", "hip")
    }
    trunk = middle["shoulder"] - middle["hip"]
    leans = between(trunk, np.array([0.0, 0.0, 1.0]))
    knees = [
        180
        - between(
            joints[f"{s}_hip"] - joints[f"{s}_knee"], joints[f"{s}_ankle"] - joints[f"{s}_knee"]
        )
        for s in SIDES
    ]
    arms = [between(-trunk, joints[f"{s}_elbow"] - joints[f"{s}_shoulder"]) for s in SIDES]
    return {
        "largest trunk lean": float(leans.max()),
        "largest knee flexion": float(np.max(knees)),
        "largest arm elevation": float(np.max(arms)),
    }


def between(u: Array, v: Array) -> Array:
    """Return the angle between vectors (frames, 3), degrees."""
    along = (u * v).sum(-1) / np.linalg.norm(u, axis=-1) / np.linalg.norm(v, axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(along, -1, 1))), np.float64)
