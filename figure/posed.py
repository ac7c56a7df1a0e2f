"""A posed body: its 33 landmarks and the frame of every segment, for whoever draws it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Where one segment of the body starts and how it is turned.

    Attributes
    ----------
    origin
        (3,) metres: the joint nearest the trunk.
    axes
        (3, 3), columns: the segment's own left, up (against its length) and front.
    """

    origin: NDArray[np.float64]
    axes: NDArray[np.float64]

    def place(self, local: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points (..., 3) of the segment's own frame as points of the room."""
        return local @ self.axes.T + self.origin


@dataclass(frozen=True, slots=True, eq=False)
class Posed:
    """A body in a posture.

    Attributes
    ----------
    points
        (33, 3) metres, pose-model landmark order; +X the figure's left, +Y up, +Z facing.
    segments
        ``pelvis``, ``chest``, ``ribs`` (the chest, turned as a rounded spine turns it), ``neck``,
        ``head``, and for each side ``left_upper_arm``,
        ``left_forearm``, ``left_hand``, ``left_thigh``, ``left_shank``, ``left_foot``.
    """

    points: NDArray[np.float64]
    segments: dict[str, Segment]
