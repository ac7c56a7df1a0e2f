"""What is known now of one person."""

from dataclasses import dataclass

from vision import measures
from vision.measures import Measures
from vision.pose import Pose
from vision.viewpoint import UNKNOWN, Viewpoint


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """What was seen of one person in the frame taken at `time_s`.

    Attributes
    ----------
    time_s
        When the light was read, on the same clock as the `t` handed to the Coach.
    present
        Whether a body is followed at all.
    pose
        The landmarks, for drawing; `None` where nobody is seen.
    measures
        What is measured, already NaN where unseen, gated or not valid in the declared view.
    quality
        0–1: the share of the landmarks needed by the movement that are seen now.
    viewpoint
        How the person stands to the camera.
    camera_moved
        Whether the camera has just been moved, so that nothing is measured until it rests.
    """

    time_s: float
    present: bool
    pose: Pose | None
    measures: Measures
    quality: float
    viewpoint: Viewpoint = UNKNOWN
    camera_moved: bool = False


def nobody(time_s: float) -> Sight:
    """Return the sight of an empty place."""
    return Sight(time_s, present=False, pose=None, measures=measures.unseen(), quality=0.0)
