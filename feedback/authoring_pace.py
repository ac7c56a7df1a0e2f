"""How long the phases last and how they are breathed, from how long the ways took."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from feedback.authoring_ways import Way

Breath = Literal["in", "out", "natural"]

# Times are written to half seconds. A breath in takes at least the first and a breath out at least
# the second, so that whoever is guided can breathe with it; the library takes 4 and 6. Defaults of
# ours, as all figures here are: unvalidated.
STEP_S = 0.5
LEAST_IN_S, LEAST_OUT_S = 3.0, 4.0
LONGEST_WAY_S = 10.0
# A stay at the top, or a rest between, is one from so long on, and is written no longer than the
# second and the third. What is stayed for longer than the last is no holding of the breath: the
# breath is then the person's own.
STAYS_S = 1.5
LONGEST_STAY_S, LONGEST_REST_S = 6.0, 3.0
OWN_BREATH_S = 2.5


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of the way out, the stay at the top, the way back and the rest; 0.0 for none."""

    out_s: float
    stay_s: float
    back_s: float
    rest_s: float


def took(ways: Sequence[Way], *, in_turn: bool = False) -> Pace:
    """Return how long the parts of the ways usually took.

    `in_turn` is whether they are those of one side of two that take turns: the time between them
    is no rest then, but may be the other side's.
    """
    gaps = [after.start_s - before.end_s for before, after in pairwise(ways)]
    return Pace(
        median(way.arrived_s - way.start_s for way in ways),
        median(way.departed_s - way.arrived_s for way in ways),
        median(way.end_s - way.departed_s for way in ways),
        max(median(gaps), 0.0) if gaps and not in_turn else 0.0,
    )


def unhurried(pace: Pace, *, rises_in: bool) -> Pace:
    """Return a pace for a guide: rounded, and no way shorter than a breath.

    Parameters
    ----------
    pace
        How long it took.
    rises_in
        Whether the way out is breathed in, and the way back out.
    """
    stays = pace.stay_s >= STAYS_S
    short_s = 0.0 if stays else pace.stay_s / 2  # too short to stay for: part of both ways
    least_out, least_back = (LEAST_IN_S, LEAST_OUT_S) if rises_in else (LEAST_OUT_S, LEAST_IN_S)
    return Pace(
        out_s=_way(pace.out_s + short_s, least_out),
        stay_s=min(rounded(pace.stay_s), LONGEST_STAY_S) if stays else 0.0,
        back_s=_way(pace.back_s + short_s, least_back),
        rest_s=min(rounded(pace.rest_s), LONGEST_REST_S) if pace.rest_s >= STAYS_S else 0.0,
    )


def _way(seconds: float, least: float) -> float:
    return min(max(rounded(seconds), least), LONGEST_WAY_S)


def rounded(seconds: float) -> float:
    """Return `seconds` as they are written."""
    return round(seconds / STEP_S) * STEP_S
