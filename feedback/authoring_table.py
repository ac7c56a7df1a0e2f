"""What is usual of each measure: how far it goes, what is little, and the breath that goes with it.

All figures are defaults of ours, unvalidated, but the limits, which are about those of
``docs/measures.md``.
"""

from dataclasses import dataclass
from typing import Literal

Region = Literal["arms", "elbows", "legs", "feet", "trunk", "neck", "shoulders", "pelvis"]


@dataclass(frozen=True, slots=True)
class Usual:
    """One measure, in its own unit.

    Attributes
    ----------
    whole
        A long way for it: of several measures that move, the one leads that comes the largest
        share of it. What follows from other measures, or is read too small, has a longer one.
    least
        A smaller way is no movement.
    breath
        What goes with its rising; rising and opening is ``in``, folding and turning ``out``.
    lowest, highest
        Where its range ends at the latest.
    step
        Ranges are written to multiples of this.
    widest
        A comfortable range reaches no farther than this to either side of its middle.
    region
        What it belongs to; of one region one measure is enough to follow a movement.
    rises
        Whether it usually rises from rest, as arms do.
    follows
        Whether it may follow another; what is rather its consequence may not.
    own_rest
        Whether it is held against the person's own rest, and so rests at zero.
    """

    whole: float
    least: float
    breath: Literal["in", "out"]
    lowest: float
    highest: float
    step: float
    widest: float
    region: Region
    rises: bool = True
    follows: bool = False
    own_rest: bool = False


USUAL: dict[str, Usual] = {
    "shoulder_flexion": Usual(180, 15, "in", -40, 180, 5, 20, "arms", follows=True),
    "shoulder_abduction": Usual(180, 12, "in", 0, 180, 5, 20, "arms", follows=True),
    "elbow_flexion": Usual(200, 25, "in", 0, 150, 5, 20, "elbows", follows=True),
    "hip_flexion": Usual(200, 12, "out", -20, 125, 5, 15, "legs"),
    "hip_abduction": Usual(60, 7, "out", -10, 45, 1, 8, "legs"),
    "knee_flexion": Usual(135, 12, "out", 0, 140, 5, 20, "legs", rises=False, follows=True),
    "ankle_dorsiflexion": Usual(35, 8, "in", -50, 30, 1, 10, "feet", rises=False),
    "trunk_side_lean": Usual(35, 6, "out", -40, 40, 1, 6, "trunk", rises=False),
    "trunk_forward_lean": Usual(90, 7, "out", -30, 90, 5, 15, "trunk", rises=False, follows=True),
    "neck_side_bend": Usual(45, 6, "out", -45, 45, 1, 8, "neck", rises=False),
    "neck_rotation": Usual(130, 15, "out", -100, 100, 5, 20, "neck", rises=False),
    "shoulder_hike": Usual(40, 5, "in", 0, 40, 1, 6, "shoulders", own_rest=True),
    "wrist_span": Usual(4, 0.5, "in", 0, 5, 0.1, 0.4, "arms"),
    "pelvis_shift": Usual(40, 5, "out", -40, 40, 1, 4, "pelvis", rises=False),
    "heel_height": Usual(60, 7, "in", 0, 60, 1, 10, "feet", own_rest=True),
}
