"""One way out from rest and back, and the three moments of it that are kept."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Within this share of the height from rest counts as at rest, and from the top as at the top
# (defaults of ours, unvalidated).
AT_REST = 0.1
AT_TOP = 0.05


@dataclass(frozen=True, slots=True)
class Excursion:
    """An excursion from rest; times in seconds, `top` a distance from the definition's rest."""

    start_s: float
    peak_s: float
    end_s: float
    top: float


def excursion_of(samples: Sequence[tuple[float, float]], rest: float, left_s: float) -> Excursion:
    """Return when the excursion in `samples` left rest, was at its top, and was back.

    Parameters
    ----------
    samples
        (time_s, distance) in order of time, from before the excursion until after it.
    rest
        The distance at which the person rests.
    left_s
        When the excursion was noticed; the top is not looked for before.

    Returns
    -------
    Excursion
        `peak_s` is the middle of a plateau. Where rest was not seen before, `start_s` is the
        lowest moment; where it was not seen after, `end_s` is the last.

    Raises
    ------
    ValueError
        Where no sample is as late as `left_s`.
    """
    times, distances = np.array(samples, dtype=float).T
    away = np.flatnonzero(times >= left_s)
    highest = int(away[np.argmax(distances[away])])
    top = float(distances[highest])
    calm = distances <= rest + AT_REST * (top - rest)
    before, after = np.flatnonzero(calm[:highest]), np.flatnonzero(calm[highest:])
    plateau = times[away][distances[away] >= top - AT_TOP * (top - rest)]
    return Excursion(
        start_s=float(times[before[-1] if before.size else np.argmin(distances[: highest + 1])]),
        peak_s=float((plateau[0] + plateau[-1]) / 2),
        end_s=float(times[highest + after[0] if after.size else -1]),
        top=top,
    )
