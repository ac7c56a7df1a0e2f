"""Who stands where in the room."""

from dataclasses import dataclass

import numpy as np

from figure.body import BODIES, Body
from figure.joint_angles import JointAngles
from figure.kinematics import pose
from figure.lying import lie
from figure.posed import Posed, Segment
from figure.rotations import about_y


@dataclass(frozen=True, slots=True)
class Actor:
    """One figure's body and place.

    Attributes
    ----------
    body
        Who.
    x, z
        Metres in the room of the middle of the feet.
    turn_deg
        Turned to the figure's own left; at 0 it faces +Z, where the camera stands.
    chair
        Whether there is a chair of the right height to sit on.
    support
        Whether there is a chair before them to hold on to.
    lying
        Whether they lie on their back, on a mat: the head then points to -Z at 0.
    """

    body: Body = BODIES[0]
    x: float = 0.0
    z: float = 0.0
    turn_deg: float = 0.0
    chair: bool = False
    support: bool = False
    lying: bool = False

    @property
    def stand(self) -> Segment:
        """The actor's own frame in the room."""
        return Segment(np.array((self.x, 0.0, self.z)), about_y(self.turn_deg))

    def posed(self, angles: JointAngles) -> Posed:
        """Return the actor's body in the posture `angles`, where the actor stands or lies."""
        return self.placed(lie(angles, self.body) if self.lying else pose(angles, self.body))

    def placed(self, posed: Posed) -> Posed:
        """Return a posed body where the actor stands."""
        stand = self.stand
        segments = {
            name: Segment(stand.place(part.origin), stand.axes @ part.axes)
            for name, part in posed.segments.items()
        }
        return Posed(stand.place(posed.points), segments)
