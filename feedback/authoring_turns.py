"""Whether the body takes turns while what leads goes out and back on both sides each time.

One who draws a bow lifts both arms each time, and looks along the left one and the right one in
turn.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from feedback.authoring_lead import Lead
from feedback.authoring_seen import STEP_S, Seen
from vision.measures import SIDES, Side, indices_of

Array = NDArray[np.float64]

# How much each measure differs to the left (positive) at the top to show a side: those without
# sides by their sign, those with sides by how much the left has more than the right. Of an elbow it
# is the straight one that shows it. Defaults of ours, unvalidated.
SHOWS: dict[str, float] = {
    "neck_rotation": 15.0,
    "trunk_side_lean": 6.0,
    "pelvis_shift": 8.0,
    "shoulder_abduction": 20.0,
    "elbow_flexion": -35.0,
}


def taking_turns(seen: Seen, lead: Lead) -> Lead:
    """Return the lead with a side for each way, where the ways are to the left and right in turn.

    Asked of what is seen from the front and does not alternate by itself.
    """
    if seen.view != "front" or lead.sides == "alternating" or len(lead.ways) < len(SIDES):
        return lead
    rows = [
        round(((way.arrived_s + way.departed_s) / 2 - float(seen.times[0])) / STEP_S)
        for _, way in lead.ways
    ]
    shown = [_shown(seen, name, rows) / least for name, least in SHOWS.items()]
    clear = [side for side in shown if np.abs(side).min() >= 1 and np.ptp(np.sign(side)) > 0]
    if not clear:
        return lead
    clearest = max(clear, key=lambda side: float(np.abs(side).min()))
    sides: list[Side] = ["left" if value > 0 else "right" for value in clearest.tolist()]
    ways = tuple((side, way) for side, (_, way) in zip(sides, lead.ways, strict=True))
    return replace(lead, sides="alternating", ways=ways, shown=SIDES)


def _shown(seen: Seen, name: str, rows: list[int]) -> Array:
    """Return how far a measure is to the left at some moments; 0.0 where unseen."""
    found = [seen.course[np.clip(rows, 0, len(seen.times) - 1), row] for row in indices_of(name)]
    left = found[0] if len(found) == 1 else found[0] - found[1]
    return np.asarray(np.nan_to_num(left), np.float64)
