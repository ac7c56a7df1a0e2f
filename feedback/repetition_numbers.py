"""The numbers of one repetition, from the samples of its excursion."""

from math import isnan, nan
from typing import Literal

import numpy as np

from feedback.excursion import AT_REST, AT_TOP, Excursion
from feedback.own_range import OwnRange
from feedback.repetition import Repetition
from feedback.samples import Array, Samples
from feedback.smoothness import smoothness_of

# Moving: faster than this share of the height a second (2°/s of 40°), over at least so long.
MOVING_PER_S = 0.05
SPEED_OVER_S = 0.2
# A top, or a rest, of which less than this share was given has no number.
FEWEST_GIVEN = 0.5
# Smoothness is told of a height that is at least this many times the jitter of its samples: below,
# it would be the smoothness of the jitter. Defaults of ours, unvalidated.
OVER_JITTER = 20.0
FEWEST_SAMPLES = 5
# Of the second differences of white noise the median is so many times its standard deviation:
# 0.6745 times the root of 1 + 4 + 1.
MEDIAN_OF_DIFFERENCES = 1.652


def repetition_of(
    side: Literal["left", "right", "both"], samples: Samples, whole: Excursion, own: OwnRange
) -> Repetition:
    """Return the excursion `whole` of `side` as a repetition.

    Speed and smoothness are those of the course; they are told where the range is.
    """
    height = whole.top - own.rest
    within = (samples.times >= whole.start_s) & (samples.times <= whole.end_s)
    at_top = within & (samples.distances >= whole.top - AT_TOP * height)
    at_rest = samples.distances <= own.rest + AT_REST * height
    top = whole.top + _usual(samples.off[at_top])
    reach = max(top - own.rest - _usual(samples.off[at_rest]), 0.0)
    times, along = samples.times[within], samples.distances[within]
    told = not isnan(reach)
    clear = told and _clear(samples.raw[within], height)
    return Repetition(
        side,
        whole.start_s,
        whole.peak_s,
        whole.end_s,
        _known(own.value(top)),
        peak_error=_usual(samples.errors[at_top]),
        range=_known(reach),
        hold_s=whole.departed_s - whole.arrived_s,
        out_s=whole.arrived_s - whole.start_s,
        back_s=whole.end_s - whole.departed_s,
        speed=_known(_speed(times, along, height) * reach / height) if told else nan,
        smoothness=_smoothness(times, along, whole) if clear else nan,
    )


def _known(value: float) -> float:
    """Return `value`, or the one NaN of all that is not known, so that records compare equal."""
    return nan if isnan(value) else float(value)


def _usual(values: Array) -> float:
    """Return the median of what is not NaN; NaN where that is too little."""
    known = values[np.isfinite(values)]
    if not known.size or known.size < FEWEST_GIVEN * values.size:
        return nan
    return float(np.median(known))


def _speed(times: Array, along: Array, height: float) -> float:
    """Return the median speed while moving; NaN where nothing moved."""
    later = np.searchsorted(times, times + SPEED_OVER_S)
    first = np.flatnonzero(later < len(times))
    last = later[first]
    speeds = np.abs(along[last] - along[first]) / (times[last] - times[first])
    moving = speeds[speeds >= MOVING_PER_S * height]
    return float(np.median(moving)) if moving.size else nan


def _clear(raw: Array, height: float) -> bool:
    """Return whether the height stands out from the jitter of the samples (N,)."""
    if len(raw) < FEWEST_SAMPLES:
        return False
    jitter = float(np.median(np.abs(np.diff(raw, 2)))) / MEDIAN_OF_DIFFERENCES
    return height >= OVER_JITTER * jitter


def _smoothness(times: Array, along: Array, whole: Excursion) -> float:
    """Return the mean smoothness of the way out and the way back."""
    out, back = times <= whole.arrived_s, times >= whole.departed_s
    return _known(sum(smoothness_of(times[part], along[part]) for part in (out, back)) / 2)
