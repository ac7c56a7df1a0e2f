"""One way out from rest and back, and the three moments of it that are kept."""

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


def excursion_of(samples: list[tuple[float, float]], rest: float) -> Excursion:
    """Return when the excursion in `samples` left rest, was at its top, and was back.

    Parameters
    ----------
    samples
        (time_s, distance) in order of time, at least one, from rest before to rest after.
    rest
        The distance at which the person rests.

    Returns
    -------
    Excursion
        `peak_s` is the middle of a plateau; where the trace begins or ends away from rest,
        `start_s` and `end_s` are its ends.
    """
    times, distances = np.array(samples, dtype=float).T
    highest = int(np.argmax(distances))
    top = float(distances[highest])
    height = top - rest
    calm = np.flatnonzero(distances <= rest + AT_REST * height)
    before, after = calm[calm < highest], calm[calm > highest]
    plateau = times[distances >= top - AT_TOP * height]
    return Excursion(
        start_s=float(times[before[-1] if before.size else 0]),
        peak_s=float((plateau[0] + plateau[-1]) / 2),
        end_s=float(times[after[0] if after.size else -1]),
        top=top,
    )
