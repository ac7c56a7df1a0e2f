"""What stays about as quiet as in the guide while a measure leads, or it is another movement."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Quiet:
    """How far one measure may be from what the guide does with it, in degrees.

    Attributes
    ----------
    measure
        Its name.
    less, more
        How much less and more it may change on the way to the top than the guide's does.
    in_all
        How much more it may move in all.
    under, over
        How much less and more than the guide's it may be at the top, for a guide that has come
        as far.
    either
        Whether it is asked of both sides, whichever is counted.
    standing
        Whether it is asked in standing only: from the front, a seated thigh has no angle.
    """

    measure: str
    less: float = inf
    more: float = inf
    in_all: float = inf
    under: float = inf
    over: float = inf
    either: bool = False
    standing: bool = False


# So a hand that is waved, or brought to the nose, raises an arm and is no arm raise. People bend
# their elbows a little, bow over a knee bend, hold their arms out for balance: these are generous
# bounds, all of them defaults of ours, unvalidated.
QUIET: dict[str, tuple[Quiet, ...]] = {
    "shoulder_abduction": (
        Quiet("elbow_flexion", less=90, more=60, in_all=90, under=100, over=60),
    ),
    "shoulder_flexion": (
        Quiet("elbow_flexion", less=90, more=60, in_all=90, under=100, over=60),
        # The arms of one who bows hang away from the trunk.
        Quiet("trunk_forward_lean", less=25, more=25),
    ),
    "wrist_span": (Quiet("shoulder_abduction", less=45, more=45, in_all=45),),
    "trunk_side_lean": (
        Quiet("shoulder_abduction", more=45, either=True),
        # One who steps aside leans, and opens a leg.
        Quiet("hip_abduction", less=10, more=10, either=True, standing=True),
    ),
    "knee_flexion": (
        # Arms that sink while the knees bend float up and sink: that is another movement.
        Quiet("shoulder_flexion", less=45),
        # Picking something up from the floor.
        Quiet("trunk_forward_lean", more=55),
    ),
    "hip_flexion": (Quiet("trunk_forward_lean", less=25, more=25),),
}
# Besides going out and back once, and besides what the guide does, the lead and what is quiet may
# go to and fro by so many degrees, and so many more each second: nobody holds still.
TO_AND_FRO = 15.0
TO_AND_FRO_PER_S = 3.0
