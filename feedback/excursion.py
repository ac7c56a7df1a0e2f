"""One way out from rest and back, and the moments of it that are kept."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# Within this share of the height from rest counts as at rest, and from the top as at the top
# (defaults of ours, unvalidated).
AT_REST = 0.1
AT_TOP = 0.05
# What lasts less is jitter (a default of ours, unvalidated).
LASTS_S = 0.3
# Who stayed where they set out from for so long has begun there (a default of ours, unvalidated).
RESTED_S = 0.5


@dataclass(frozen=True, slots=True)
class Excursion:
    """An excursion from rest.

    Attributes
    ----------
    start_s, end_s
        When it left rest and was back. Where rest was not seen before, `start_s` is the lowest
        moment; where it was not seen after, `end_s` is the last.
    arrived_s, departed_s
        The first and the last moment at the top.
    lowest
        The lowest distance that was seen before the top.
    top
        The farthest distance.
    reached
        The farthest that it came to for `LASTS_S` in all, so that no jitter has a say in it.
    """

    start_s: float
    arrived_s: float
    departed_s: float
    end_s: float
    lowest: float
    top: float
    reached: float

    @property
    def peak_s(self) -> float:
        """The middle of the time at the top."""
        return (self.arrived_s + self.departed_s) / 2

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.end_s - self.start_s


def excursion_of(times: Array, distances: Array, rest: float, left_s: float) -> Excursion:
    """Return when an excursion left rest, was at its top, and was back.

    Parameters
    ----------
    times, distances
        (N,) seconds in order, and how far from the definition's rest, from before the excursion
        until after it.
    rest
        The distance at which the person rests.
    left_s
        When the excursion was noticed; the top is not looked for before.

    Raises
    ------
    ValueError
        Where no sample is as late as `left_s`.
    """
    away = np.flatnonzero(times >= left_s)
    highest = int(away[np.argmax(distances[away])])
    top = float(distances[highest])
    calm = distances <= rest + AT_REST * (top - rest)
    before, after = np.flatnonzero(calm[:highest]), np.flatnonzero(calm[highest:])
    plateau = times[away][distances[away] >= top - AT_TOP * (top - rest)]
    return Excursion(
        start_s=float(times[before[-1] if before.size else np.argmin(distances[: highest + 1])]),
        arrived_s=float(plateau[0]),
        departed_s=float(plateau[-1]),
        end_s=float(times[highest + after[0] if after.size else -1]),
        lowest=float(distances[: highest + 1].min()),
        top=top,
        reached=_lasting(times[away], distances[away]),
    )


def _lasting(times: Array, distances: Array) -> float:
    """Return the distance that is come to for `LASTS_S` in all; the least where that is all."""
    lasts = np.diff(times, append=times[-1])
    farthest_first = np.argsort(-distances)
    long = np.flatnonzero(np.cumsum(lasts[farthest_first]) >= LASTS_S)
    return float(distances[farthest_first[long[0] if long.size else -1]])


def seen_to_begin(
    times: Array, distances: Array, whole: Excursion, rest: float, share: float
) -> bool:
    """Return whether the excursion `whole` was seen to begin at rest.

    Asked of someone only just seen, who may have been in the middle of it: one who sets out from
    more than `share` of the height above `rest`, and had not stayed there. `rest` is the lowest
    that is known of where they rest, before it or after.
    """
    step = share * (whole.top - rest)
    if whole.lowest - rest <= step:
        return True
    near = times[(times < whole.arrived_s) & (distances <= whole.lowest + step)]
    return near.size > 0 and bool(near[-1] - near[0] >= RESTED_S)
