"""What stays about as quiet as in the guide while a measure leads, or it is another movement."""

from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Quiet:
    """How far one measure may be from what the guide does with it, in the measure's unit.

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
    other
        Whether it is asked of the side alone that is not counted, where that comes along.
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
    other: bool = False
    standing: bool = False


# So a hand that is waved, or brought to the nose, raises an arm and is no arm raise. People bend
# their elbows a little, bow over a knee bend, hold their arms out for balance: these are generous
# bounds, all of them defaults of ours, unvalidated. What a movement lets follow is not asked here.
QUIET: dict[str, tuple[Quiet, ...]] = {
    "shoulder_abduction": (
        Quiet("elbow_flexion", less=90, more=60, in_all=90, under=100, over=60),
        # The other arm does the same, or what it likes beside the body; it draws no bow.
        Quiet("elbow_flexion", less=70, more=60, under=90, other=True),
    ),
    "shoulder_flexion": (
        Quiet("elbow_flexion", less=90, more=60, in_all=90, under=100, over=60),
        # The arms of one who bows hang away from the trunk.
        Quiet("trunk_forward_lean", less=25, more=25),
        # Knees that straighten while the arms float up belong to the commencing form.
        Quiet("knee_flexion", less=8, more=25),
    ),
    "elbow_flexion": (
        # Hands that lie on the thighs bend the elbows of one who leans.
        Quiet("trunk_forward_lean", less=7, more=7),
        Quiet("shoulder_flexion", less=25, more=25, under=30, over=30),
    ),
    "wrist_span": (
        Quiet("shoulder_abduction", less=45, more=45, in_all=45),
        # Arms that open a little while the head turns.
        Quiet("neck_rotation", less=25, more=25),
    ),
    "trunk_side_lean": (
        Quiet("shoulder_abduction", more=45, either=True),
        # One who steps aside leans, and opens a leg.
        Quiet("hip_abduction", less=10, more=10, either=True, standing=True),
    ),
    "trunk_forward_lean": (
        # One who rises, sits down, squats or picks something up leans as well.
        Quiet("knee_flexion", less=25, more=25, in_all=35, under=50, over=50),
    ),
    "neck_side_bend": (
        Quiet("trunk_side_lean", less=8, more=8, in_all=10, under=10, over=10),
        Quiet("shoulder_abduction", less=30, more=30, either=True),
    ),
    "neck_rotation": (Quiet("shoulder_abduction", less=10, more=10, in_all=12, either=True),),
    "shoulder_hike": (
        # An ear that comes to its shoulder is no lifted shoulder.
        Quiet("neck_side_bend", less=13, more=13, in_all=17, under=14, over=14),
        Quiet("trunk_side_lean", less=8, more=8, in_all=12),
        Quiet("shoulder_abduction", less=30, more=30, either=True),
    ),
    "pelvis_shift": (
        # A leg that goes aside carries the pelvis away from the middle of the feet.
        Quiet("hip_abduction", less=6, more=6, either=True),
        Quiet("shoulder_abduction", less=25, more=25, either=True),
    ),
    "hip_abduction": (
        # Only a leg that goes aside carries the middle of the feet away from under the pelvis.
        Quiet("pelvis_shift", under=10, over=10),
        Quiet("trunk_side_lean", less=8, more=8),
        Quiet("shoulder_abduction", less=30, more=30, either=True),
    ),
    "knee_flexion": (
        # Arms that sink while the knees bend float up and sink: that is another movement.
        Quiet("shoulder_flexion", less=45),
        # Picking something up from the floor.
        Quiet("trunk_forward_lean", more=55),
        # One who walks straightens the knees as well, and does not sit.
        Quiet("hip_flexion", under=50),
    ),
    "hip_flexion": (Quiet("trunk_forward_lean", less=12, more=6, in_all=12),),
    "ankle_dorsiflexion": (
        # The foot of a leg that is lifted or unfolded.
        Quiet("knee_flexion", less=20, more=20, in_all=25, under=45, over=45),
        Quiet("hip_flexion", less=12, more=12, in_all=15),
    ),
    "heel_height": (Quiet("knee_flexion", less=20, more=20, in_all=30, under=40, over=40),),
}
# Besides going out and back once, and besides what the guide does, the lead and what is quiet may
# go to and fro by so many degrees, and so many more each second: nobody holds still.
TO_AND_FRO = 15.0
TO_AND_FRO_PER_S = 3.0
