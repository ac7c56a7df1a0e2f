"""Traces to export: of known numbers, not evenly sampled, and with gaps."""

import numpy as np

from feedback.angle_trace import AngleTrace
from vision.measures import MEASURES, Withheld

LEFT, RIGHT = "shoulder_abduction_left", "shoulder_abduction_right"
SPAN = "wrist_span_shoulder_widths"
KEYS = tuple(measure.key for measure in MEASURES)


def trace(moments: int = 30, movement: str = "sunrise-arms-seated") -> AngleTrace:
    """Return three seconds of two arms rising and a span; the right arm is unseen for a while."""
    rng = np.random.default_rng(7)
    times = np.cumsum(rng.uniform(0.08, 0.12, moments))
    values = np.full((moments, len(KEYS)), np.nan)
    withheld = np.full((moments, len(KEYS)), Withheld.NOT_ASKED, np.int8)
    for key, rise in ((LEFT, 30.0), (RIGHT, 28.0), (SPAN, 0.2)):
        column = KEYS.index(key)
        values[:, column] = rise * times
        withheld[:, column] = Withheld.GIVEN
    hidden = slice(5, 12)
    values[hidden, KEYS.index(RIGHT)] = np.nan
    withheld[hidden, KEYS.index(RIGHT)] = Withheld.UNSEEN
    landmarks = np.full((moments, 33, 2), np.nan)
    landmarks[:, 11] = np.column_stack((300 + 10 * times, 200 - 20 * times))
    landmarks[:, 12] = np.column_stack((400 + 10 * times, 210 + 0 * times))
    landmarks[10:20, 12] = np.nan
    return AngleTrace(
        measures=KEYS,
        times_s=times,
        exercise_ids=(movement,) * moments,
        values=values,
        errors=np.where(np.isfinite(values), 4.0, np.nan),
        withheld=withheld,
        quality=np.full(moments, 0.9),
        landmarks=landmarks,
        picture_px=(1280, 720),
    )


def empty() -> AngleTrace:
    """Return a trace of a practice in which nothing was seen."""
    return AngleTrace(
        measures=KEYS,
        times_s=np.empty(0),
        exercise_ids=(),
        values=np.empty((0, len(KEYS))),
        errors=np.empty((0, len(KEYS))),
        withheld=np.empty((0, len(KEYS)), np.int8),
        quality=np.empty(0),
        landmarks=np.empty((0, 33, 2)),
    )
