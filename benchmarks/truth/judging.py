"""Whether the judge tells repetitions done as described from those done otherwise, in UI-PRMD.

Motion capture of healthy people who did each movement rightly, and then deliberately otherwise
(Vakanski and others, Data 2018, 3(1):2). The skeleton is projected as a level camera at a distance
sees it, square to the person, and measured, judged and added up by the program itself, with the
movements of ``benchmarks/uiprmd``, whose page says how they came about. No label is looked at
before repetitions are ranked.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from itertools import groupby
from math import nan
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.loading import load
from feedback.departure import Departed
from feedback.departures import Departures
from truth.capture import FPS, Array, Repetition, in_plane, landmarks, raw_features, repetitions
from vision.measures import INDEX, MEASURES, SIDES, Measures, Side, unseen
from vision.measuring import measure_all
from vision.neutral import Neutral, proportions_now

DEFINITIONS = Path(__file__).parents[1] / "uiprmd"
REST_FRAMES = 5
MOTION_CAPTURE_DEG = 2.0
"""Error of an angle by motion capture within one recording, zeroed: an assumption of ours. Between
sessions it is 2 to 5, most of it from placing markers anew (McGinley, Gait & Posture 2009)."""
ZEROED = np.isin(
    [measure.name for measure in MEASURES],
    ["hip_flexion", "knee_flexion"],
)
IN_DEGREES = np.array([measure.unit == "degrees" for measure in MEASURES])


@dataclass(frozen=True)
class Movement:
    """One movement of the data: its file, the definition it is judged by, and the AUC wanted."""

    file: str
    definition: str
    wanted: float | None


MOVEMENTS = (
    Movement("m01_deep_squat", "deep-squat", 0.90),
    Movement("m05_sit_to_stand", "rise-from-chair", 0.90),
    Movement("m07_shoulder_abduction", "shoulder-abduction", 0.90),
    Movement("m08_shoulder_extension", "shoulder-extension", None),
    Movement("m10_shoulder_scaption", "shoulder-scaption", 0.80),
)


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
    ours = np.array([each.departure for each in judged(exercise, done)])
    raw = [raw_features(repetition) for repetition in done]
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


def judged(exercise: Exercise, done: Sequence[Repetition]) -> list[Departed]:
    """Return how each repetition departed from a movement, as the program sees and judges it.

    The neutral is found anew in each recording, which is a run of repetitions of one subject, as
    at the beginning of each practice.
    """
    found = []
    for _, run in groupby(done, key=lambda repetition: repetition.subject):
        recording = list(run)
        ease = at_ease(exercise, recording)
        found += [departed(exercise, repetition, *ease) for repetition in recording]
    return found


def at_ease(exercise: Exercise, recording: Sequence[Repetition]) -> tuple[Neutral, Array]:
    """Return the subject's own neutral, and what their hips and knees read in it, (M,).

    Zero is the neutral posture, and markers are never put on twice alike. The median over the
    beginnings of the repetitions; 0 for all other measures: leans are taken from the vertical, and
    a hanging arm is not held straight.
    """
    images = [landmarks(each, exercise.view) for each in recording]
    first = np.concatenate([im[np.isfinite(im).any((1, 2))][:REST_FRAMES] for im in images])
    proportions = [astuple(proportions_now(points[:, :2])) for points in first]
    neutral = Neutral(*np.median(proportions, axis=0).tolist())
    standing = np.median(measured(exercise, first, neutral), axis=0)
    return neutral, np.where(ZEROED, standing, 0.0)


def measured(exercise: Exercise, image: Array, neutral: Neutral) -> Array:
    """Return the measures (frames, M) of landmarks (frames, 33, 4), NaN where unseen."""
    seen = np.isfinite(image[..., 0])
    return measure_all(image, seen, exercise.view, neutral, whole_arm=0.0)


def departed(
    exercise: Exercise, repetition: Repetition, neutral: Neutral, zeros: Array
) -> Departed:
    """Return how one repetition departed."""
    image = landmarks(repetition, exercise.view)
    course = measured(exercise, image, neutral) - zeros
    kept = in_plane(repetition.joints, image)
    values = np.where(kept, course, nan)
    side = moving_side(exercise, course) if exercise.sides == "alternating" else None
    departures = Departures(exercise, side=side)
    for row in range(len(course)):
        departures.take(_measured(values[row], course[row]), row / FPS)
    return departures.of(0.0, len(values) / FPS)


def _measured(values: Array, course: Array) -> Measures:
    error = np.where(np.isfinite(values) & IN_DEGREES, MOTION_CAPTURE_DEG, nan)
    return replace(unseen(), values=values, course=course, error=error)


def moving_side(exercise: Exercise, values: Array) -> Side:
    """Return the side whose lead measure travels through the longer way."""
    lead = next(target.measure for target in exercise.targets if target.role == "lead")
    courses = {side: values[:, INDEX[f"{lead}_{side}"]] for side in SIDES}
    return max(SIDES, key=lambda side: float(np.nanmax(courses[side]) - np.nanmin(courses[side])))


def area_under_curve(scores: Array, positive: NDArray[np.bool_]) -> float:
    """Return the chance that a positive scores above another, ties by half; NaN without both."""
    above, below = scores[positive][:, None], scores[~positive][None, :]
    if not above.size or not below.size:
        return nan
    return float(np.mean((above > below) + 0.5 * (above == below)))
