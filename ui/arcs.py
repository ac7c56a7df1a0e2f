"""Where the comfortable band of a measure lies: around the joint where it is felt."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ui.flat_body import Placed
from vision.measures import Measure

Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ArcFrame:
    """How degrees lie around a joint on the screen.

    Attributes
    ----------
    centre
        (2,) pixels: the joint.
    zero, toward
        (2,) unit vectors at right angles: where 0 degrees points, and where it grows to.
    radius
        Pixels from the joint to the band.
    limb
        (N, 2) pixels: the joints of the limb that moves, from the trunk outward.
    """

    centre: Points
    zero: Points
    toward: Points
    radius: float
    limb: Points

    def angle(self, degrees: float) -> tuple[float, float]:
        """Return the screen angle of `degrees`, and the sense (1 or -1) in which it grows.

        Radians from the right, growing clockwise.
        """
        direction = np.cos(np.radians(degrees)) * self.zero
        direction = direction + np.sin(np.radians(degrees)) * self.toward
        sense = self.zero[0] * self.toward[1] - self.zero[1] * self.toward[0]
        return float(np.arctan2(direction[1], direction[0])), 1.0 if sense > 0 else -1.0


def _unit(vector: Points) -> Points:
    length = float(np.hypot(*vector))
    return vector / length if length > 1e-6 else np.array((0.0, 1.0))


def _square_to(vector: Points, hint: Points) -> Points:
    """Return the unit vector at right angles to `vector` on the side of `hint`."""
    square = np.array((-vector[1], vector[0]))
    return square if float(square @ hint) >= 0 else -square


def _shoulder(body: Placed, side: str, facing: float | None) -> ArcFrame:
    down = _unit(body.middle("hip") - body.middle("shoulder"))
    shoulder = body.at("shoulder", side)
    hint = shoulder - body.middle("shoulder") if facing is None else np.array((facing, 0.0))
    limb = np.array([body.at(name, side) for name in ("shoulder", "elbow", "wrist")])
    return ArcFrame(shoulder, down, _square_to(down, hint), 0.50 * body.scale, limb)


def _elbow(body: Placed, side: str, facing: float | None) -> ArcFrame:
    limb = np.array([body.at(name, side) for name in ("elbow", "wrist")])
    along = _unit(limb[0] - body.at("shoulder", side))
    return ArcFrame(limb[0], along, _square_to(along, limb[1] - limb[0]), 0.26 * body.scale, limb)


def _hip(body: Placed, side: str, facing: float | None) -> ArcFrame:
    limb = np.array([body.at(name, side) for name in ("hip", "knee")])
    if facing is None:
        across = _unit(body.at("hip", "left") - body.at("hip", "right"))
        zero = _square_to(across, np.array((0.0, 1.0)))
        hint = limb[0] - body.middle("hip")
    else:
        zero = _unit(limb[0] - body.at("shoulder", side))
        hint = np.array((facing, 0.0))
    return ArcFrame(limb[0], zero, _square_to(zero, hint), 0.42 * body.scale, limb)


def _knee(body: Placed, side: str, facing: float | None) -> ArcFrame:
    limb = np.array([body.at(name, side) for name in ("knee", "ankle")])
    along = _unit(limb[0] - body.at("hip", side))
    hint = limb[1] - limb[0] if facing is None else np.array((-facing, 0.0))
    return ArcFrame(limb[0], along, _square_to(along, hint), 0.40 * body.scale, limb)


def _side_lean(body: Placed, side: str, facing: float | None) -> ArcFrame:
    across = _unit(body.at("hip", "left") - body.at("hip", "right"))
    limb = np.array([body.middle("hip"), body.middle("shoulder")])
    up = _square_to(across, limb[1] - limb[0])
    return ArcFrame(limb[0], up, across, 0.84 * body.scale, limb)


def _forward_lean(body: Placed, side: str, facing: float | None) -> ArcFrame:
    limb = np.array([body.middle("hip"), body.middle("shoulder")])
    ahead = np.array((facing or 1.0, 0.0))
    return ArcFrame(limb[0], np.array((0.0, -1.0)), ahead, 0.84 * body.scale, limb)


def _neck_bend(body: Placed, side: str, facing: float | None) -> ArcFrame:
    across = _unit(body.at("shoulder", "left") - body.at("shoulder", "right"))
    limb = np.array([body.middle("shoulder"), body.middle("ear")])
    up = _square_to(across, limb[1] - limb[0])
    return ArcFrame(limb[0], up, across, 0.42 * body.scale, limb)


_FRAMES: dict[str, Callable[[Placed, str, float | None], ArcFrame]] = {
    "shoulder_abduction": _shoulder,
    "shoulder_flexion": _shoulder,
    "elbow_flexion": _elbow,
    "hip_flexion": _hip,
    "hip_abduction": _hip,
    "knee_flexion": _knee,
    "trunk_side_lean": _side_lean,
    "trunk_forward_lean": _forward_lean,
    "neck_side_bend": _neck_bend,
}


def arc_frame(measure: Measure, body: Placed, facing: float | None) -> ArcFrame | None:
    """Return how the degrees of `measure` lie on the screen; `None` where they have no arc.

    Parameters
    ----------
    measure
        What is shown.
    body
        Where the joints are on the screen, as in a mirror.
    facing
        In a side view, 1 where the person looks to the right of the screen and -1 to the left;
        `None` in a front view.
    """
    build = _FRAMES.get(measure.name)
    return None if build is None else build(body, measure.side or "left", facing)
