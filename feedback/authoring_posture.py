"""From a usual repetition to the joint angles of a figure that does the same."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from feedback.authoring_arms import arm_angles
from feedback.authoring_cycle import Cycle
from feedback.authoring_lead import Lead
from feedback.authoring_seen import Seen
from vision.measures import SIDES, Side, indices_of
from vision.skeleton import Landmark, of_side
from vision.viewpoint import SQUARE_DEG

Array = NDArray[np.float64]

# What the proxy of a turned head reads of a figure, in percent, and the degrees it is turned by
# (see `vision.measuring.FULL_TURN`).
FEET = ("heel_height", "ankle_dorsiflexion")
TURN_READS = (-132.0, -89.0, -43.0, 0.0, 43.0, 89.0, 132.0)
TURN_DEG = (-70.0, -50.0, -30.0, 0.0, 30.0, 50.0, 70.0)


def postures(cycle: Cycle, seen: Seen, lead: Lead, *, seated: bool) -> dict[str, Array]:
    """Return the figure's joint angles over a repetition, (n,) each by name.

    What the view does not show is left out. From the side the near limbs alone are drawn as they
    were; the far ones do the same, or rest where sides alternate.
    """
    sides: tuple[Side, ...] = SIDES
    if seen.view == "side":
        # Of a movement that alternates, the repetition is that of the left.
        sides = (SIDES[0] if lead.sides == "alternating" else seen.near_side,)
    if seen.view == "front":
        found = _trunk_from_front(cycle, lead, seated=seated)
    else:
        found = _from_side(cycle, sides[0], lead, seated=seated)
    leaning = _upright(found)
    for side in sides:
        arm = arm_angles(cycle.body, side, _plane(seen), leaning)
        for joint, angles in zip(("shoulder", "shoulder", "elbow", "elbow"), arm, strict=True):
            found[f"{side}_{joint}_{angles}"] = arm[angles]
    seen_ones = {name: angles for name, angles in found.items() if np.isfinite(angles).any()}
    return _both_sides(seen_ones, alike=lead.sides != "alternating")


def _plane(seen: Seen) -> str:
    off = abs(abs(seen.turn_deg) - (90 if seen.view == "side" else 0))
    return seen.view if off <= SQUARE_DEG else "turned"


def _measure(cycle: Cycle, name: str, side: Side | None = None) -> Array:
    rows = indices_of(name)
    return cycle.measures[:, rows[0] if side is None else rows[SIDES.index(side)]]


def _trunk_from_front(cycle: Cycle, lead: Lead, *, seated: bool) -> dict[str, Array]:
    found = {
        "trunk_side_lean": _measure(cycle, "trunk_side_lean"),
        "neck_side_bend": _measure(cycle, "neck_side_bend"),
        "neck_rotation": np.interp(_measure(cycle, "neck_rotation"), TURN_READS, TURN_DEG),
    }
    if not seated and lead.measure != "hip_abduction":
        # A leg that is lifted aside is no foot to stand over.
        found["pelvis_shift"] = _measure(cycle, "pelvis_shift")
    for side in SIDES:
        if not seated:
            apart = _measure(cycle, "hip_abduction", side)
            stands = lead.measure != "hip_abduction" and np.isfinite(apart).any()
            found[f"{side}_hip_abduction"] = apart * 0 + np.nanmedian(apart) if stands else apart
        if lead.measure == "shoulder_hike":
            found[f"{side}_shoulder_hike"] = _measure(cycle, "shoulder_hike", side)
    return found


def _from_side(cycle: Cycle, side: Side, lead: Lead, *, seated: bool) -> dict[str, Array]:
    lean = _measure(cycle, "trunk_forward_lean")
    nod = _nod(cycle, side) - lean
    # The figure's thigh is held against the vertical, and the measure against the trunk.
    hip = _measure(cycle, "hip_flexion", side) - np.nan_to_num(lean)
    knee = _measure(cycle, "knee_flexion", side)
    found = {"trunk_forward_lean": lean, "neck_flexion": nod - nod[0]}
    found[f"{side}_hip_flexion"], found[f"{side}_knee_flexion"] = hip, knee
    if lead.measure in FEET:
        found[f"{side}_ankle_dorsiflexion"] = _measure(cycle, "ankle_dorsiflexion", side)
        heel = _measure(cycle, "heel_height", side)
        found[f"{side}_heel_rise"] = np.maximum(heel - heel[[0, -1]].mean(), 0)
    elif not seated:
        found[f"{side}_ankle_dorsiflexion"] = knee - hip  # the foot lies flat on the floor
    return found


def _nod(cycle: Cycle, side: Side) -> Array:
    """Return how far the line from ear to nose points down, in degrees."""
    face = cycle.body[:, Landmark.NOSE] - cycle.body[:, of_side("ear", side)]
    return np.degrees(np.arctan2(-face[:, 1], face[:, 2]))


def _upright(found: Mapping[str, Array]) -> Array:
    """Return (n, 3, 3) what carries the body's own frame into that of the leaning trunk."""
    aside = np.radians(np.nan_to_num(found.get("trunk_side_lean", np.zeros(1))))
    ahead = np.radians(np.nan_to_num(found.get("trunk_forward_lean", np.zeros(1))))
    n = max(len(aside), len(ahead))
    turned = np.broadcast_to(np.eye(3), (n, 3, 3)).copy()
    for lean, axis in ((aside, 0), (ahead, 2)):
        turn = np.broadcast_to(np.eye(3), (n, 3, 3)).copy()
        turn[:, axis, axis], turn[:, 1, 1] = np.cos(lean), np.cos(lean)
        turn[:, axis, 1], turn[:, 1, axis] = -np.sin(lean), np.sin(lean)
        turned = turn @ turned
    return turned


def _both_sides(found: Mapping[str, Array], *, alike: bool) -> dict[str, Array]:
    """Return the angles with those of a side that is not there.

    As they are on the other side, where the sides do `alike`; else resting as that one rests.
    """
    whole = dict(found)
    for name, angles in found.items():
        for one, other in (("left_", "right_"), ("right_", "left_")):
            if name.startswith(one):
                still = np.full(len(angles), angles[np.isfinite(angles)][0])
                whole.setdefault(name.replace(one, other, 1), angles if alike else still)
    return whole
