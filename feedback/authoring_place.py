"""The stretch of a recording in which a person stays in one place before the camera."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from feedback.authoring_seen import SHOULDERS, body_size_px
from vision.sight import Sight

Array = NDArray[np.float64]

# How far the middle of the shoulders may wander in all, across and down, and how much larger or
# smaller the body may become, while it counts as staying: rising from a chair and a whole squat
# stay, and a step to the side does; walking up to the camera or past it does not. In lengths of the
# trunk, and as a ratio (defaults of ours, unvalidated).
ACROSS, DOWN, LARGER = 1.3, 1.6, 1.35
# Out of sight for longer than this is away.
AWAY_S = 1.0
# It is looked at so often.
LOOK_S = 0.2
# Shorter than this nothing is found in it.
SHORTEST_S = 2.0


def stays_in_place(sights: Sequence[Sight]) -> tuple[float, float] | None:
    """Return from when to when, in seconds, the person stays longest in one place.

    Walking in and walking out are so left aside. `None` where nobody stays for `SHORTEST_S`.
    """
    times, places = _places(sights)
    if not len(times):
        return None
    best: tuple[float, float] | None = None
    begin = 0
    for end in range(len(times)):
        if end and times[end] - times[end - 1] > AWAY_S:
            begin = end
        while not _in_one_place(places[begin : end + 1]):
            begin += 1
        if best is None or times[end] - times[begin] > best[1] - best[0]:
            best = float(times[begin]), float(times[end])
    return best if best is not None and best[1] - best[0] >= SHORTEST_S else None


def _places(sights: Sequence[Sight]) -> tuple[Array, Array]:
    """Return the times (N,), and across, down (in trunks) and the logarithm of the size (N, 3)."""
    times: list[float] = []
    places: list[tuple[float, ...]] = []
    for sight in sights:
        size = body_size_px(sight)
        if sight.pose is None or sight.camera_moved or not size > 0:
            continue
        if times and sight.time_s - times[-1] < LOOK_S:
            continue
        middle = sight.pose.image[SHOULDERS, :2].mean(axis=0)
        if np.isfinite(middle).all():
            times.append(sight.time_s)
            places.append((*(middle / size).tolist(), np.log(size)))
    return np.array(times), np.array(places).reshape(-1, 3)


def _in_one_place(places: Array) -> bool:
    # Places are in lengths of the trunk as it is at the time: of who stays, hardly another.
    spread = places.max(axis=0) - places.min(axis=0)
    return bool((spread <= (ACROSS, DOWN, np.log(LARGER))).all())
