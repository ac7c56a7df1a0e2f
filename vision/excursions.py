"""How far a body is from its own neutral posture, in percent.

Each function takes ``points`` (..., 33, 2) in pixels with NaN where unseen and the person's
`Neutral`, and gives (...): NaN where a landmark is unseen or the neutral is not yet known.
"""

from vision import proportions
from vision.geometry import Floats
from vision.measures import Side
from vision.neutral import Neutral

# Nose offset, in ear spans, that counts as the whole of a person's turn to one side while their
# own is not measured: roughly a head turned by 50° (a default of ours, unvalidated).
FULL_TURN = 1.0


def shoulder_hike(points: Floats, side: Side, neutral: Neutral) -> Floats:
    """Return how far the shoulder has come toward the ear, percent of torso length.

    Neutral gap of ear and shoulder less the gap now, each measured along the trunk and against
    the height of the ears over the hips, so that coming nearer to the camera changes nothing.
    """
    resting = neutral.ear_gap_left if side == "left" else neutral.ear_gap_right
    return 100 * (resting - proportions.ear_gap(points, side)) / neutral.torso


def heel_height(points: Floats, side: Side, neutral: Neutral) -> Floats:
    """Return the heel's height above its resting height, percent of foot length.

    Heights are taken from the toes of the same foot, so a step or a moved camera changes nothing.
    """
    resting = neutral.heel_left if side == "left" else neutral.heel_right
    return 100 * (proportions.heel_over_toe(points, side) - resting)


def neck_rotation(points: Floats, neutral: Neutral) -> Floats:
    """Return how far the head is turned, percent of a whole turn to that side, left positive.

    A proxy and never degrees: the nose's offset from the middle of the ears, less its offset at
    rest, of the `FULL_TURN` that stands for the person's own range. It grows faster than the
    angle does: where the nose stands three quarters of the ear span before the ears, a turn of
    30° reads 43 and one of 50° reads 89.
    """
    return 100 * (proportions.nose_offset(points) - neutral.nose) / FULL_TURN
