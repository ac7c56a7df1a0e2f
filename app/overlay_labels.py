"""Where numbers stand in a picture: near their joint, off the body, and without hopping about."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

# So many directions around a joint are tried, each at two distances.
DIRECTIONS = 16
NEAR, FAR = 0.5, 1.15
# A better place is taken where it is better by this, for a label that jumps disturbs more than
# one that touches a limb; and it is gone to in about this time. Defaults of ours.
BETTER_BY = 1.5
FOLLOWS_S = 0.25
_LEAVES_PICTURE, _COVERS_LABEL, _FAR_OFF, _LOW = 50.0, 40.0, 0.8, 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A label that wants a place.

    Attributes
    ----------
    name
        Under which its place is remembered.
    at
        (2,) pixels: its joint.
    radius
        How far from the joint there is something to keep clear of.
    size
        (2,) its width and height in pixels.
    """

    name: str
    at: Points
    radius: float
    size: Points


@dataclass(slots=True, eq=False)
class _Place:
    candidate: int
    offset: Points
    time_s: float


class Labels:
    """Finds places and remembers them from one picture to the next."""

    def __init__(self) -> None:
        self._places: dict[str, _Place] = {}

    def placed(
        self, labels: Sequence[Label], avoid: Points, room: Points, margin: float, t: float
    ) -> list[Points]:
        """Return the middle (2,) of each label.

        Parameters
        ----------
        labels
            What to place; a label left out is forgotten.
        avoid
            (N, 3) x, y and weight of points that are better not covered.
        room
            (4,) left, top, right and bottom within which labels stay.
        margin
            Pixels that a label is better away from what it avoids.
        t
            Seconds.
        """
        known = self._places
        self._places = {label.name: known[label.name] for label in labels if label.name in known}
        middles: list[Points] = []
        taken: list[tuple[Points, Points]] = []
        for label in labels:
            offsets = _offsets(label)
            costs = _costs(label, label.at + offsets, avoid, room, margin, taken)
            offset = self._gone_to(label.name, offsets, costs, t)
            half = label.size / 2
            middle = np.clip(label.at + offset, room[:2] + half, np.maximum(room[2:] - half, 0))
            middles.append(middle)
            taken.append((middle, label.size))
        return middles

    def _gone_to(self, name: str, offsets: Points, costs: Points, t: float) -> Points:
        """Return where the label is on its way to its place."""
        best = int(np.argmin(costs))
        place = self._places.get(name)
        if place is None or t < place.time_s:
            self._places[name] = _Place(best, offsets[best], t)
            return self._places[name].offset
        if costs[best] < costs[place.candidate] - BETTER_BY:
            place.candidate = best
        share = 1 - exp(-(t - place.time_s) / FOLLOWS_S)
        place.offset = place.offset + (offsets[place.candidate] - place.offset) * share
        place.time_s = t
        return place.offset


def _offsets(label: Label) -> Points:
    """Return the offsets (2 · DIRECTIONS, 2) from the joint that are tried."""
    turns = 2 * np.pi * np.arange(DIRECTIONS) / DIRECTIONS
    ways = np.column_stack([np.cos(turns), np.sin(turns)])
    # So far out that the label's near edge is at the distance wanted.
    half = np.min(label.size / 2 / np.maximum(np.abs(ways), 1e-6), axis=1, keepdims=True)
    return np.concatenate([ways * (label.radius * reach + half) for reach in (NEAR, FAR)])


def _costs(
    label: Label,
    middles: Points,
    avoid: Points,
    room: Points,
    margin: float,
    taken: Sequence[tuple[Points, Points]],
) -> Points:
    half = label.size / 2
    beyond = np.abs(avoid[None, :, :2] - middles[:, None]) - half
    apart = np.hypot(*np.moveaxis(np.maximum(beyond, 0), 2, 0))
    costs = (avoid[:, 2] * np.clip(1 - apart / margin, 0, 1)).sum(axis=1)
    over = np.maximum(room[:2] - (middles - half), 0) + np.maximum(middles + half - room[2:], 0)
    costs += _LEAVES_PICTURE * over.sum(axis=1) / margin
    for middle, size in taken:
        gap = np.abs(middles - middle) - (half + size / 2)
        costs += _COVERS_LABEL * np.clip(1 - gap.max(axis=1) / margin, 0, 1)
    off = middles - label.at
    away = np.hypot(*off.T)
    costs += _FAR_OFF * away / max(label.radius, 1.0) + _LOW * off[:, 1] / np.maximum(away, 1.0)
    return np.asarray(costs)
