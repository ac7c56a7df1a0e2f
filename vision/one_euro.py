"""The One Euro filter: steady at rest, quick to follow a movement (Casiez, Roussel, Vogel 2012).

For measures of poses that the model did not smooth itself. Of those it did, nothing is smoothed
again: two filters lag twice.
"""

import numpy as np
from numpy.typing import NDArray

from vision.measures import MEASURES, Unit

Floats = NDArray[np.float64]

# At rest what trembles faster than the first is kept out, and the cut-off rises by so much for
# every degree a second: on degrees at 30 frames a second 80–95 ms of lag, and 0.4 degrees left of 1
# degree of noise (DOMAIN, smoothing). The speed itself is smoothed at 1 Hz, as in the paper.
REST_HZ = 1.5
HZ_PER_DEG_S = 0.02
SPEED_HZ = 1.0
# After so long without a value the next one is taken as it is: where it came from is too long ago
# (a default of ours, unvalidated; two frames at 5 a second).
FORGET_AFTER_S = 0.5
# How much of a unit is as much of a movement as one degree: arms that open from 1 to 2.5 shoulder
# widths, or shoulders that lift by 30%, have gone as far as an arm has in 90 degrees (defaults of
# ours, unvalidated).
DEGREES_PER: dict[Unit, float] = {"degrees": 1.0, "percent": 3.0, "shoulder_widths": 60.0}

_DEGREES = np.array([DEGREES_PER[measure.unit] for measure in MEASURES])


class OneEuro:
    """Smooths values one after another, each on its own.

    Parameters
    ----------
    degrees_per
        (M,) how many degrees each value's unit counts as; by default those of the measures.
    """

    def __init__(self, degrees_per: Floats = _DEGREES) -> None:
        self._rise = HZ_PER_DEG_S * degrees_per
        self._values = np.full(len(degrees_per), np.nan)
        self._times_s = np.full(len(degrees_per), np.nan)
        self._speeds = np.zeros(len(degrees_per))

    def step(self, values: Floats, time_s: float) -> Floats:
        """Return the values (M,) smoothed.

        Parameters
        ----------
        values
            (M,); one that is not finite comes back as NaN and is forgotten.
        time_s
            When. At a moment already told, the answer of that moment stays. After a gap of
            `FORGET_AFTER_S`, or a step back in time, each value begins anew.
        """
        seen = np.isfinite(values)
        elapsed_s = time_s - self._times_s
        goes_on = (elapsed_s > 0) & (elapsed_s <= FORGET_AFTER_S)
        told = seen & (elapsed_s == 0)
        step = np.where(seen & goes_on, values - self._values, 0.0)
        elapsed_s = np.where(goes_on, elapsed_s, 1.0)
        before = np.where(goes_on, self._speeds, 0.0)
        speed = before + _share(SPEED_HZ, elapsed_s) * (step / elapsed_s - before)
        share = np.where(goes_on, _share(REST_HZ + self._rise * np.abs(speed), elapsed_s), 1.0)
        start = np.where(goes_on, self._values, values)
        smooth = np.where(told, self._values, start + share * step)
        new = seen & ~told
        np.copyto(self._values, smooth, where=new)
        np.copyto(self._speeds, speed, where=new)
        self._times_s[new] = time_s
        return np.where(seen, smooth, np.nan)


def _share(cutoff_hz: Floats | float, elapsed_s: Floats) -> Floats:
    """Return how much of what is new a first-order filter takes."""
    turn: Floats = 2 * np.pi * cutoff_hz * elapsed_s
    return turn / (turn + 1)
