"""Whether a performance is done sitting, and whether it rises from the seat."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from feedback.authoring_cycle import TOP, Cycle
from feedback.authoring_seen import Seen
from feedback.sitting import sits
from vision.measures import SIDES, indices_of
from vision.skeleton import of_side

# From the front, the knees of one who sits are less than this below the hips, in lengths of the
# trunk: on drawn bodies 0.68 and more in standing, and mostly under 0.35 in sitting. A knee counts
# that is seen so well. Defaults of ours, unvalidated.
KNEES_BELOW = 0.55
KNEE_SEEN = 0.5


@dataclass(frozen=True, slots=True)
class Seat:
    """How a movement is sat or stood in.

    Attributes
    ----------
    sits
        Whether the body sits at rest.
    rises
        Whether it stands at the top.
    known
        Whether the legs were seen; without them it is taken to sit, as at a desk.
    """

    sits: bool
    rises: bool
    known: bool

    @property
    def posture(self) -> Literal["seated", "standing"]:
        """The word for it in a definition."""
        return "seated" if self.sits else "standing"


def seat_of(cycle: Cycle, seen: Seen) -> Seat:
    """Return how the body is carried over a usual repetition."""
    if seen.view == "side":
        knee, hip, lean = (
            cycle.measures[:, _near(name, seen)]
            for name in ("knee_flexion", "hip_flexion", "trunk_forward_lean")
        )
        if not np.isfinite(knee[[0, TOP]]).all():
            return Seat(sits=True, rises=False, known=False)
        seated = sits(knee, hip, lean)
        return Seat(bool(seated[0]), bool(seated[0] and not seated[TOP]), known=True)
    visible = seen.visible[:, [of_side("knee", side) for side in SIDES]]
    if float(np.median(visible)) < KNEE_SEEN:
        return Seat(sits=True, rises=False, known=False)
    hips, knees = (
        np.mean([cycle.body[:, of_side(name, side), 1] for side in SIDES], axis=0)
        for name in ("hip", "knee")
    )
    seated = hips - knees < KNEES_BELOW
    return Seat(bool(seated[0]), bool(seated[0] and not seated[TOP]), known=True)


def _near(name: str, seen: Seen) -> int:
    rows = indices_of(name)
    return rows[0] if len(rows) == 1 else rows[SIDES.index(seen.near_side)]
