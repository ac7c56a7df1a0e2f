"""How smooth one sweep of a measure is: the spectral arc length of its speed.

SPARC of Balasubramanian, Melendez-Calderon, Roby-Brami and Burdet, J NeuroEng Rehabil 12:112
(2015): the length of the curve that the amplitude spectrum of the speed draws, taken negative. It
depends on neither the size nor the duration of a movement, and bears noise better than measures
of jerk. For slow angles from pictures the spectrum is looked at up to 3 Hz and down to a tenth of
its peak (the paper has 10 Hz and a twentieth, for hands measured at 100 Hz): defaults of ours.
"""

from math import ceil, log2, nan

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HIGHEST_HZ = 3.0
SMALLEST_SHARE = 0.1
STEP_S = 0.05
# The speed is taken over this many steps, and the spectrum drawn this many times as finely.
WINDOW_STEPS = 5
FINER = 4
FEWEST_STEPS = 8


def smoothness_of(times: Array, distances: Array) -> float:
    """Return the spectral arc length of the speed of one sweep from one place to another.

    Parameters
    ----------
    times
        (N,) seconds, in order, from leaving the one place to reaching the other.
    distances
        (N,) how far along, in any unit.

    Returns
    -------
    float
        Never positive: -1.37 for an even (minimum jerk) sweep, -2 and lower for one with stops,
        lower for each more. NaN for a sweep under 0.4 s, and for none at all.
    """
    if len(times) < 2 or times[-1] - times[0] < FEWEST_STEPS * STEP_S:
        return nan
    even = np.arange(times[0], times[-1], STEP_S)
    along = np.pad(np.interp(even, times, distances), WINDOW_STEPS // 2, mode="edge")
    along = np.convolve(along, np.ones(WINDOW_STEPS) / WINDOW_STEPS, mode="valid")
    speed = np.abs(np.gradient(along, STEP_S))
    size = 2 ** (ceil(log2(len(speed))) + FINER)
    amplitude = np.abs(np.fft.rfft(speed, size))
    hertz = np.fft.rfftfreq(size, STEP_S)
    if amplitude[0] <= 0:
        return nan
    shape = (amplitude / amplitude[0])[hertz <= HIGHEST_HZ]
    last = int(np.flatnonzero(shape >= SMALLEST_SHARE)[-1])
    if last == 0:
        return nan
    across = 1.0 / last
    return -float(np.hypot(across, np.diff(shape[: last + 1])).sum())
