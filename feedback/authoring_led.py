"""From which view a performance was done, and what led in it."""

from collections.abc import Callable, Sequence
from math import isnan
from typing import Literal

import numpy as np

from feedback.authoring_lead import Lead, leads
from feedback.authoring_place import stays_in_place
from feedback.authoring_seen import Seen, seen_of
from vision.measures import SIDES
from vision.sight import Sight
from vision.skeleton import of_side
from vision.viewpoint import SQUARE_DEG

View = Literal["front", "side"]
Look = Callable[[View], Sequence[Sight]]
Why = Literal["nobody", "away", "still", "legs"]

# Legs that come such a share of a long way lead, of one who stands between front and side; and
# from the front, ankles that come nearer to the shoulders by so much (in lengths of the trunk) show
# that the legs moved, whose angles are seen from the side alone. Defaults of ours, unvalidated.
LEGS_LEAD = 0.2
LEGS_MOVED = 0.25
_LEGS = ("knee_flexion", "hip_flexion")


class NothingToProposeError(Exception):
    """Nothing moved that could be seen.

    Attributes
    ----------
    why
        ``nobody``: nobody stays before the camera. ``away``: they face away from it. ``still``:
        nothing went far enough, out from rest and back. ``legs``: only the legs did, seen from the
        front, where they have no angles.
    """

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def led(look: Look) -> tuple[Seen, Lead]:
    """Return what was seen, measured for the view it was done in, and what led.

    Parameters
    ----------
    look
        Gives what was seen of the performance, measured for a view.

    Raises
    ------
    NothingToProposeError
        Where nothing moved that could be seen.
    """
    front = look("front")
    stays = stays_in_place(front)
    if stays is None:
        raise NothingToProposeError("nobody")
    seen = seen_of("front", front, *stays)
    turn = turned(seen)
    if turn > 90 + SQUARE_DEG:
        raise NothingToProposeError("away")
    from_front = leads(seen) if turn < 90 - SQUARE_DEG else []
    if turn <= SQUARE_DEG:
        if not from_front:
            raise NothingToProposeError("legs" if _legs_moved(seen) else "still")
        return seen, from_front[0]
    aside = seen_of("side", look("side"), *stays)
    from_side = leads(aside)
    legs = any(lead.measure in _LEGS and lead.share >= LEGS_LEAD for lead in from_side)
    # Between front and side arms are about as well seen from either, and legs from the side alone.
    if from_front and not legs and (turn < 45 or not from_side):
        return seen, from_front[0]
    if not from_side:
        raise NothingToProposeError("still")
    return aside, from_side[0]


def turned(seen: Seen) -> float:
    """Return how far the person is turned from facing the camera, 0–180; 0.0 where not known."""
    return 0.0 if isnan(seen.turn_deg) else abs(seen.turn_deg)


def off_square(seen: Seen) -> float:
    """Return how far the person is turned from the view, in degrees."""
    return turned(seen) if seen.view == "front" else abs(turned(seen) - 90)


def _legs_moved(seen: Seen) -> bool:
    ankles = [of_side("ankle", side) for side in SIDES]
    below = seen.body[:, ankles, 1].mean(axis=1)
    known = below[np.isfinite(below) & (seen.visible[:, ankles].min(axis=1) >= 0.5)]
    return known.size > 0 and bool(np.ptp(np.quantile(known, (0.03, 0.97))) >= LEGS_MOVED)
