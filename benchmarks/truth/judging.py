"""Whether the judge tells repetitions done as described from those done otherwise, in UI-PRMD.

Motion capture of healthy people who did each movement rightly, and then deliberately otherwise
(Vakanski and others, Data 2018, 3(1):2). The skeleton is projected as a level camera at a distance
sees it, square to the person, and measured, judged and added up by the program itself, with the
movements of ``benchmarks/uiprmd``. No label is looked at before the last line of the count.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from math import nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.loading import load
from feedback.departures import Departed, Departures
from vision.measures import INDEX, SIDES, Measures, Side, unseen
from vision.measuring import View, measure_all
from vision.neutral import Neutral, proportions_now
from vision.skeleton import LANDMARK_COUNT, Landmark, of_side

Array = NDArray[np.float64]

DEFINITIONS = Path(__file__).parents[1] / "uiprmd"
FPS = 100 / 3
REST_FRAMES = 5
PX_PER_METRE = 400.0
"""A trunk of some 200 pixels. Nothing depends on it: every measure is an angle or a share."""


@dataclass(frozen=True)
class Movement:
    """One movement of the data: its file, the definition it is judged by, and the AUC wanted."""

    file: str
    definition: str
    wanted: float | None


MOVEMENTS = (
    Movement("m01_deep_squat", "deep-squat", 0.90),
    Movement("m04_side_lunge", "side-lunge", None),
    Movement("m05_sit_to_stand", "rise-from-chair", 0.90),
    Movement("m07_shoulder_abduction", "shoulder-abduction", 0.90),
    Movement("m08_shoulder_extension", "shoulder-extension", None),
    Movement("m10_shoulder_scaption", "shoulder-scaption", 0.80),
)


@dataclass(frozen=True)
class Repetition:
    """One repetition: whose, as what it was recorded, and its joints (frames, 3) in metres."""

    subject: int
    correct: bool
    joints: dict[str, Array]


@dataclass(frozen=True)
class Row:
    """How well right and otherwise are told apart, as areas under the curve.

    Attributes
    ----------
    title
        The movement.
    repetitions
        How many were judged.
    ours
        By the departure from the definition.
    each_subject
        The same within each subject alone.
    raw, raw_name
        The best of the raw features, each in its better direction, and which it is.
    wanted
        The area aimed for, where one is.
    """

    title: str
    repetitions: int
    ours: float
    each_subject: tuple[float, ...]
    raw: float
    raw_name: str
    wanted: float | None


def rows(data: Path) -> list[Row]:
    """Return the table, from the folder that holds ``uiprmd``."""
    return [_row(data / "uiprmd" / f"{movement.file}.npz", movement) for movement in MOVEMENTS]


def _row(path: Path, movement: Movement) -> Row:
    exercise = load(DEFINITIONS / f"{movement.definition}.toml")
    done = list(repetitions(path))
    ours = np.array([departed(exercise, repetition).departure for repetition in done])
    raw = [raw_features(repetition.joints) for repetition in done]
    incorrect = np.array([not repetition.correct for repetition in done])
    subjects = np.array([repetition.subject for repetition in done])
    areas = {}
    for name in raw[0]:
        one_way = area_under_curve(np.array([features[name] for features in raw]), incorrect)
        areas[name] = max(one_way, 1 - one_way)
    best = max(areas, key=lambda name: areas[name])
    return Row(
        title=exercise.title,
        repetitions=len(done),
        ours=area_under_curve(ours, incorrect),
        each_subject=tuple(
            area_under_curve(ours[subjects == one], incorrect[subjects == one])
            for one in np.unique(subjects)
        ),
        raw=areas[best],
        raw_name=best,
        wanted=movement.wanted,
    )


def repetitions(path: Path) -> Iterator[Repetition]:
    """Yield the repetitions of one file."""
    with np.load(path) as stored:
        xyz, names, meta = stored["xyz"], [str(name) for name in stored["joints"]], stored["meta"]
    for subject, _, correct, start, count in meta.tolist():
        frames = np.asarray(xyz[start : start + count], np.float64)
        joints = {name: frames[:, column] for column, name in enumerate(names)}
        yield Repetition(subject, bool(correct), joints)


def departed(exercise: Exercise, repetition: Repetition) -> Departed:
    """Return how a repetition departed from a movement, as the program sees and judges it."""
    image = landmarks(repetition.joints, exercise.view)
    seen = np.isfinite(image[..., 0])
    values = measure_all(image, seen, exercise.view, neutral_of(image))
    side = moving_side(exercise, values) if exercise.sides == "alternating" else None
    departures = Departures(exercise, side=side)
    for row, value in enumerate(values):
        departures.take(_measured(value), row / FPS)
    return departures.of(0.0, len(values) / FPS)


def _measured(values: Array) -> Measures:
    """Return measures whose error is nothing: motion capture is what errors are told by."""
    return replace(
        unseen(), values=values, course=values, error=np.where(np.isfinite(values), 0.0, nan)
    )


def moving_side(exercise: Exercise, values: Array) -> Side:
    """Return the side whose lead measure travels through the longer way."""
    lead = next(target.measure for target in exercise.targets if target.role == "lead")
    return max(SIDES, key=lambda side: float(np.ptp(values[:, INDEX[f"{lead}_{side}"]])))


def landmarks(joints: dict[str, Array], view: View) -> Array:
    """Return landmarks (frames, 33, 4) as a distant level camera sees them, NaN for unknown ones.

    The camera stands before the person, or at their right, square to the line of their hips as it
    mostly is during the repetition. The one point of the head stands for both ears, which lie on
    a line through it: height over the shoulders is known of it, its tilt is not.
    """
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
    return image


def _landmarks_called(joint: str) -> tuple[Landmark, ...]:
    if joint == "head":
        return (Landmark.LEFT_EAR, Landmark.RIGHT_EAR)
    side, _, name = joint.partition("_")
    if side not in SIDES:
        return ()
    return (of_side({"foot_index": "toe"}.get(name, name), side),)


def neutral_of(image: Array) -> Neutral:
    """Return the proportions at the beginning of the repetition, where the person is at rest."""
    first = [astuple(proportions_now(points[:, :2])) for points in image[:REST_FRAMES]]
    return Neutral(*np.median(first, axis=0).tolist())


def raw_features(joints: dict[str, Array]) -> dict[str, float]:
    """Return the largest trunk lean, knee flexion and arm elevation, in degrees, in space."""
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


def area_under_curve(scores: Array, positive: NDArray[np.bool_]) -> float:
    """Return the chance that a positive scores above another, ties by half; NaN without both."""
    above, below = scores[positive][:, None], scores[~positive][None, :]
    if not above.size or not below.size:
        return nan
    return float(np.mean((above > below) + 0.5 * (above == below)))
