"""KIMORE controls: repetitions found beside those labelled, by ours and by a plain counter.

Both are given the same traces, scaled alike: rest is the 10th percentile of the trace and the near
end of the range its 90th (the other way round where it falls), as a calibration would. Both are
scored alike: exact where as many repetitions are counted as are labelled. Repetitions that were
not clean are not labelled, so 100% is not the mark: some did one more than is labelled.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from exercises.definition import Target
from feedback.own_range import OwnRange
from feedback.repetitions import RepetitionCounter

Array = NDArray[np.float64]

FPS = 30.0
RANGE = (0.1, 0.9)
# The plain way: over the upper threshold it has begun, under the lower it is over, and it has to
# have been under it before. Those of the domain's own defaults, in shares of the range.
UPPER, LOWER = 0.70, 0.35
# Labels are set by hand; a top this far outside of a squat's still belongs to it.
MARGIN_S = 0.5


@dataclass(frozen=True)
class Trace:
    """One person's trace of one exercise: as a share of its range, and what is labelled of it.

    Attributes
    ----------
    expert
        Whether they are of the group of experts.
    scaled
        (frames,) 0 at rest, 1 at the near end of the range; NaN where unknown.
    labelled
        Of each labelled repetition, start and end in seconds.
    """

    expert: bool
    scaled: Array
    labelled: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Found:
    """How a counter did.

    Attributes
    ----------
    people, exact
        How many people, and in how many of them as many were counted as are labelled.
    labelled, found
        How many repetitions are labelled, and of how many a top was found between start and end.
    """

    people: int
    exact: int
    labelled: int
    found: int


def arm_lifts(data: Path) -> list[Trace]:
    """Return the traces of Es1; its labels are boundaries between one repetition and the next."""
    pairs = _read(data, "Es1")
    return [
        Trace(expert, _scaled(values, rising=True), tuple(pairwise(b)))
        for expert, values, b in pairs
    ]


def squats(data: Path) -> list[Trace]:
    """Return the traces of Es5; its labels are a start and an end of each repetition."""
    pairs = _read(data, "Es5")
    return [
        Trace(
            expert,
            _scaled(values, rising=False),
            tuple((s - MARGIN_S, e + MARGIN_S) for s, e in zip(b[::2], b[1::2], strict=True)),
        )
        for expert, values, b in pairs
    ]


def scored(traces: list[Trace], counter: Callable[[Array], list[float]]) -> Found:
    """Return how `counter` did, which takes a scaled trace and returns the seconds of the tops."""
    exact = labelled = found = 0
    for trace in traces:
        tops = counter(trace.scaled)
        exact += len(tops) == len(trace.labelled)
        labelled += len(trace.labelled)
        found += sum(any(s < top < e for top in tops) for s, e in trace.labelled)
    return Found(len(traces), exact, labelled, found)


def ours(scaled: Array) -> list[float]:
    """Return the tops that the program counts, told as little as the plain way is."""
    target = Target(measure="share", rest=0.0, low=1.0, high=2.0, ceiling=3.0)
    counter = RepetitionCounter("both", OwnRange(target), from_rest=True)
    for row, value in enumerate(scaled.tolist()):
        counter.add(row / FPS, value)
    return [repetition.peak_s for repetition in counter.count().repetitions]


def plain(scaled: Array, upper: float = UPPER, lower: float = LOWER) -> list[float]:
    """Return the tops that plain hysteresis counts."""
    tops: list[float] = []
    low_before, top = False, None
    for row, value in enumerate(scaled.tolist()):
        if value <= lower:
            low_before = True
            if top is not None:
                tops.append(top[1] / FPS)
                top = None
        elif low_before and value >= upper and (top is None or value > top[0]):
            top = (value, row)
    return tops


def _read(data: Path, name: str) -> Iterator[tuple[bool, Array, list[float]]]:
    folder = data / "kimore"
    labels = _rows(folder / f"{name}_labels.csv")
    for (person, values), (_, frames) in zip(
        _rows(folder / f"dists_{name}.csv"), labels, strict=True
    ):
        yield person.split("/")[1] == "Expert", values, (frames[frames > 0] / FPS).tolist()


def _rows(path: Path) -> list[tuple[str, Array]]:
    with path.open(newline="") as file:
        return [(row[0], np.array([float(x) for x in row[1:] if x])) for row in csv.reader(file)]


def _scaled(values: Array, *, rising: bool) -> Array:
    low, high = np.nanquantile(values, RANGE)
    share = (values - low) / (high - low)
    return np.asarray(share if rising else 1 - share, np.float64)
