"""How long angles, gates, expected error, repetitions and judgement take for one frame.

Processor time of the thread, beside a sort of the same numbers again and again, whose time tells
how fast the machine is just now. The pose model's own time is not in it.
"""

import statistics
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from exercises.library import find_exercise
from feedback.coach import Coach
from truth.recordings import Recording
from vision.seeing import Seeing

# A movement of the library for each view that a recording may be asked for.
MOVEMENTS = {"front": "sunrise-arms-standing", "side": "soft-knee-sink"}
SORTED = 10_000
# The first frames of a clip, in which everything is met for the first time.
WARM_UP = 15


@dataclass(frozen=True)
class Pace:
    """Microseconds of processor time a frame.

    Attributes
    ----------
    frames
        How many were timed.
    seeing, coaching
        Medians: from landmarks to measures with their gates and errors; from there to repetitions
        and feedback.
    both, slowest
        Median and 99% quantile of the two together.
    reference
        Median of sorting `SORTED` numbers.
    """

    frames: int
    seeing: float
    coaching: float
    both: float
    slowest: float
    reference: float


def pace(recordings: list[Recording]) -> Pace:
    """Go through recordings frame by frame, as a practice does, and time each."""
    random = np.random.default_rng(0)
    spent: list[tuple[float, float, float]] = []
    for recording in recordings:
        spent += _through(recording, random.normal(size=SORTED))[WARM_UP:]
    seeing, coaching, reference = zip(*spent, strict=True)
    both = np.add(seeing, coaching)
    return Pace(
        len(spent),
        statistics.median(seeing),
        statistics.median(coaching),
        float(np.median(both)),
        float(np.quantile(both, 0.99)),
        statistics.median(reference),
    )


def _through(
    recording: Recording, numbers: NDArray[np.float64]
) -> list[tuple[float, float, float]]:
    exercise = find_exercise(MOVEMENTS[recording.scene.course.view])
    seeing = Seeing(exercise.view, tuple(target.measure for target in exercise.targets))
    coach, place = Coach(exercise), recording.scene.place
    spent = []
    for t, pose in recording.poses():
        stamps = [time.thread_time_ns()]
        sight = seeing.step(pose, t, (place.width, place.height))
        stamps.append(time.thread_time_ns())
        coach.step(sight, t)
        stamps.append(time.thread_time_ns())
        np.sort(numbers)
        stamps.append(time.thread_time_ns())
        one, two, three = (np.diff(stamps) / 1000).tolist()
        spent.append((one, two, three))
    return spent
