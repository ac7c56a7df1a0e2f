"""Whether a body can have come from where it was a moment ago.

Bones keep their length and left stays left. A frame that says otherwise is a slip of the model,
and no number is taken from it. Each frame is held against the last one believed, and only for as
long as the windows below, so a change that stays is believed in the end.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.geometry import Floats, length
from vision.measures import Side
from vision.posture import of, trunk_up
from vision.skeleton import BONES

# Adjacent frames are at most this far apart; over a longer time a bone may turn toward the camera.
BONE_WINDOW_S = 0.05
BONE_CHANGE = 0.20
# Shorter bones, as a share of the trunk's length, are either pointing at the camera, where a
# degree changes their length much, or so few pixels long that jitter does.
SHORTEST_BONE = 0.25

# Long enough to reach the frame before at 5 frames a second.
SWAP_WINDOW_S = 0.25
# Exchanged labels lie nearer to the other side's last place than to their own: less than this
# share of the distance, and a distance (of the trunk's length) that no slow movement covers.
SWAP_GAIN = 0.5
SWAP_DISTANCE = 0.10
# All of these figures but the 20% and 50 ms are defaults of ours, unvalidated.

_LIMBS = (("shoulder", "elbow", "wrist"), ("hip", "knee", "ankle"))
_ENDS = np.array(BONES)


@dataclass(frozen=True, slots=True, eq=False)
class Believed:
    """The last frame from which numbers were taken: (33, 2) pixels, NaN where unseen."""

    points: Floats
    time_s: float


def follows(believed: Believed | None, points: Floats, time_s: float) -> bool:
    """Return whether `points` (33, 2), NaN where unseen, can follow what was believed."""
    if believed is None:
        return True
    elapsed_s = time_s - believed.time_s
    if 0 < elapsed_s <= BONE_WINDOW_S + 1e-9 and bones_changed(believed.points, points):
        return False
    return not (0 < elapsed_s <= SWAP_WINDOW_S and sides_exchanged(believed.points, points))


def bones_changed(before: Floats, now: Floats) -> bool:
    """Return whether a bone well seen in both frames changed its length by over `BONE_CHANGE`.

    False where the trunk, against which bones are long or short, is not seen in both.
    """
    was, is_now = _bone_lengths(before), _bone_lengths(now)
    long_enough = was >= SHORTEST_BONE * length(trunk_up(before))
    long_enough &= is_now >= SHORTEST_BONE * length(trunk_up(now))
    changed = np.abs(is_now - was) > BONE_CHANGE * was
    return bool((changed & long_enough).any())


def _bone_lengths(points: Floats) -> Floats:
    return length(points[_ENDS[:, 1]] - points[_ENDS[:, 0]])


def sides_exchanged(before: Floats, now: Floats) -> bool:
    """Return whether the arms or the legs have changed their labels between two frames."""
    trunk = length(trunk_up(before))
    return any(_limb_exchanged(before, now, names, trunk) for names in _LIMBS)


def _limb_exchanged(before: Floats, now: Floats, names: tuple[str, ...], trunk: Floats) -> bool:
    kept = _paired_distances(before, now, names, "left", "left")
    kept += _paired_distances(before, now, names, "right", "right")
    crossed = _paired_distances(before, now, names, "left", "right")
    crossed += _paired_distances(before, now, names, "right", "left")
    seen = np.isfinite(kept) & np.isfinite(crossed)
    if not seen.any():
        return False
    moved = kept[seen].mean() / 2
    return bool(moved > SWAP_DISTANCE * trunk and crossed[seen].mean() / 2 < SWAP_GAIN * moved)


def _paired_distances(
    before: Floats, now: Floats, names: tuple[str, ...], side: Side, other: Side
) -> NDArray[np.float64]:
    """Return how far each landmark of `side` was from where `other`'s is now, in pixels."""
    steps = [of(now, name, other) - of(before, name, side) for name in names]
    step = np.stack(steps)
    distances: NDArray[np.float64] = np.hypot(step[:, 0], step[:, 1])
    return distances
