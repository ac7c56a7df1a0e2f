"""How long angles, gates, expected error and repetitions take for one frame.

Processor time of the thread, beside a sort of the same numbers again and again, whose time tells
how fast the machine is just now. The pose model's own time is not in it; the judgement, the guide
and the cues of the whole coach stand beside it.
"""

import statistics
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from exercises.library import find_exercise
from feedback.coach import Coach
from feedback.counting import Counting
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
    seeing, counting
        Medians: from landmarks to measures with their gates and errors; from there to repetitions.
    both, slowest
        Median and 99% quantile of the two together.
    coaching
        Median of all that is worked out of the measures, the repetitions among it.
    reference
        Median of sorting `SORTED` numbers.
    """

    frames: int
    seeing: float
    counting: float
    both: float
    slowest: float
    coaching: float
    reference: float


def pace(recordings: list[Recording]) -> Pace:
    """Go through recordings frame by frame, as a practice does, and time each."""
    random = np.random.default_rng(0)
    spent: list[list[float]] = []
    for recording in recordings:
        spent += _through(recording, random.normal(size=SORTED))[WARM_UP:]
    seeing, counting, coaching, reference = zip(*spent, strict=True)
    both = np.add(seeing, counting)
    return Pace(
        len(spent),
        statistics.median(seeing),
        statistics.median(counting),
        float(np.median(both)),
        float(np.quantile(both, 0.99)),
        statistics.median(coaching),
        statistics.median(reference),
    )


def _through(recording: Recording, numbers: NDArray[np.float64]) -> list[list[float]]:
    exercise = find_exercise(MOVEMENTS[recording.scene.course.view])
    seeing = Seeing(exercise.view, tuple(target.measure for target in exercise.targets))
    counting, coach, place = Counting(exercise), Coach(exercise), recording.scene.place
    spent: list[list[float]] = []
    for t, pose in recording.poses():
        stamps = [time.thread_time_ns()]
        sight = seeing.step(pose, t, (place.width, place.height))
        stamps.append(time.thread_time_ns())
        counting.add(sight.time_s, sight.measures)
        counting.done()
        stamps.append(time.thread_time_ns())
        coach.step(sight, t)
        stamps.append(time.thread_time_ns())
        np.sort(numbers)
        stamps.append(time.thread_time_ns())
        spent.append((np.diff(stamps) / 1000).tolist())
    return spent
