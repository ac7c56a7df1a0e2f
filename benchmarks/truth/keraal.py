"""KERAAL: one real person's arms by the pose model and by motion capture of the same movement.

A healthy seated person, facing the camera, who raises both arms before the face (Nguyen and others,
IJCNN 2024, arXiv:2407.00521; the movement called CTK). The optical targets sit on the skin, in the
middle of segments and behind the shoulders, so that the line from one to the next is no bone: it
rises by some 30 degrees less than the arm does. Shoulder and elbow are found as the
points about which targets that carry an orientation turn (Ehrig and others, Journal of Biomechanics
2006, 39:2798), and the arm's elevation is that of the line between them against the trunk, seen
along the person's own front. Where the trunk's upper end and its hips lie under the skin is not
known: an offset is left, and so course and excursion are compared, not single angles.

The landmarks are of another run of the model, which kept no visibility; all count as seen. Its
metres are wanting too and are taken from the picture's depth. The two recordings are aligned from
their beginnings to their ends.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.measures import INDEX, SIDES, Side
from vision.pose import Pose
from vision.seeing import Seeing
from vision.skeleton import LANDMARK_COUNT

Floats = NDArray[np.float64]

WIDTH, HEIGHT = 960, 544
FPS = 30.0
LANDMARKS = "G3-BP-CTK-P1T1-Unknown-C-0.json"
CAPTURE = "G3-Vicon-CTK-P1T1-Unknown-C-0.txt"
CHEST, HIPS = 4, 13
SHOULDERS: dict[Side, int] = {"left": 8, "right": 7}
ARMS: dict[Side, int] = {"left": 3, "right": 2}
FOREARMS: dict[Side, int] = {"left": 1, "right": 0}
# An arm seen foreshortened has no true angle in the picture's plane either.
IN_PLANE = 0.8
# A trunk of half a metre.
PX_PER_METRE = 260.0


@dataclass(frozen=True)
class Arm:
    """One arm by both.

    Attributes
    ----------
    side
        Which.
    frames, given
        How many there are, and the share (0–1) in which there was a number.
    course_r
        Correlation of the numbers given with motion capture.
    excursion, captured
        From rest to the top, in degrees, by ours and by motion capture, in the same frames.
    spread
        90% quantile of the difference once its median is taken off, degrees.
    """

    side: Side
    frames: int
    given: float
    course_r: float
    excursion: float
    captured: float
    spread: float


def arms(data: Path) -> list[Arm]:
    """Return both arms, from the folder that holds ``keraal``."""
    ours, targets = given(data / "keraal" / LANDMARKS), _targets(data / "keraal" / CAPTURE)
    return [_compared(side, ours[side], elevation(targets, side)) for side in SIDES]


def _compared(side: Side, ours: Floats, captured: Floats) -> Arm:
    moments, of_capture = (np.linspace(0, 1, len(course)) for course in (ours, captured))
    known = np.isfinite(captured)
    there = np.interp(moments, of_capture[known], captured[known])
    both = np.isfinite(ours)
    ours_there, capture_there = ours[both], there[both]
    apart = ours_there - capture_there
    return Arm(
        side,
        len(ours),
        float(both.mean()),
        float(np.corrcoef(ours_there, capture_there)[0, 1]),
        excursion(ours_there),
        excursion(capture_there),
        float(np.quantile(np.abs(apart - np.median(apart)), 0.9)),
    )


def excursion(course: Floats) -> float:
    """Return the way from rest to the top: between the 5% and the 95% quantile."""
    low, high = np.quantile(course, [0.05, 0.95])
    return float(high - low)


def given(path: Path) -> dict[Side, Floats]:
    """Return the arms' elevations as the program gives them; NaN where it does not."""
    seeing, rows = Seeing("front", ()), []
    for number, points in enumerate(_landmarks(path)):
        image = np.column_stack([points * [WIDTH, HEIGHT, WIDTH], np.ones(LANDMARK_COUNT)])
        world = np.column_stack([image[:, :3] / PX_PER_METRE, np.ones(LANDMARK_COUNT)])
        sight = seeing.step(Pose(image, world), number / FPS, (WIDTH, HEIGHT))
        rows.append(sight.measures.values)
    values = np.array(rows)
    return {side: values[:, INDEX[f"shoulder_abduction_{side}"]] for side in SIDES}


def _landmarks(path: Path) -> Floats:
    """Return (T, 33, 3) in parts of the picture: the file names them in the model's own order."""
    frames = json.loads(path.read_text(encoding="utf-8"))["positions"].values()
    return np.array([list(frame.values()) for frame in frames], np.float64)


def _targets(path: Path) -> Floats:
    """Return (T, 17, 7): place in millimetres, z up, and orientation as x, y, z, w."""
    return np.loadtxt(path).reshape(-1, 17, 7)


def elevation(targets: Floats, side: Side) -> Floats:
    """Return the upper arm's elevation (T,) in the person's frontal plane; NaN out of it."""
    shoulder = pivot(targets[:, CHEST], targets[:, ARMS[side]])
    elbow = pivot(targets[:, ARMS[side]], targets[:, FOREARMS[side]])
    left_shoulder, right_shoulder = (targets[:, SHOULDERS[one], :3] for one in SIDES)
    across = (left_shoulder - right_shoulder) * [1, 1, 0]
    left = across / np.linalg.norm(across, axis=-1, keepdims=True)
    arm = elbow - shoulder
    down = targets[:, HIPS, :3] - (left_shoulder + right_shoulder) / 2
    seen, hanging = (np.stack([(line * left).sum(-1), line[:, 2]], axis=-1) for line in (arm, down))
    lengths = np.linalg.norm(seen, axis=-1)
    cosine = (seen * hanging).sum(-1) / lengths / np.linalg.norm(hanging, axis=-1)
    shown = lengths / np.linalg.norm(arm, axis=-1)
    return np.where(shown >= IN_PLANE, np.degrees(np.arccos(np.clip(cosine, -1, 1))), np.nan)


def pivot(one: Floats, other: Floats) -> Floats:
    """Return the point (T, 3) about which two targets (T, 7) turn against one another.

    The point that lies still in the frames of both, by least squares; the middle of the two.
    """
    turns = [rotations(target[:, 3:]) for target in (one, other)]
    unknown = np.concatenate([turns[0], -turns[1]], axis=-1).reshape(-1, 6)
    apart = (other[:, :3] - one[:, :3]).reshape(-1)
    still = np.linalg.lstsq(unknown, apart, rcond=None)[0]
    first: Floats = one[:, :3] + turns[0] @ still[:3]
    second: Floats = other[:, :3] + turns[1] @ still[3:]
    return (first + second) / 2


def rotations(quaternions: Floats) -> Floats:
    """Return the rotations (T, 3, 3) of quaternions (T, 4): x, y, z, w."""
    x, y, z, w = (quaternions / np.linalg.norm(quaternions, axis=-1, keepdims=True)).T
    rows = (
        (1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)),
        (2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)),
        (2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)),
    )
    return np.stack([np.stack(row, axis=-1) for row in rows], axis=-2)
