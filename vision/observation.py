"""A frame together with what the pose model found in it, so a skeleton never lags its picture."""

from dataclasses import dataclass

from vision.frames import Frame
from vision.pose import Pose


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """One frame and its poses.

    Attributes
    ----------
    frame
        The frame looked at.
    poses
        One per zone, `None` where nobody was found.
    camera_moved
        Whether the camera is being moved, or was just now.
    """

    frame: Frame
    poses: tuple[Pose | None, ...]
    camera_moved: bool = False
