"""Somebody who walks across the picture, and comes again."""

from dataclasses import dataclass

import numpy as np

from figure.actor import Actor
from figure.body import Body
from figure.camera import Camera
from figure.joint_angles import JointAngles
from figure.painter import HIPS
from figure.walking import stride_m, walking

# How long it takes from one edge of the picture to the other, where the pace allows.
SHORTEST_S, LONGEST_S, PACE_M_S = 5.0, 7.0, 1.15
# Of a short loop, at most so much.
LONGEST_SHARE = 0.45
# How far beyond the edge nothing of a walking body is seen, metres.
BEYOND_M = 0.75


@dataclass(frozen=True, slots=True)
class Passer:
    """One who walks along the rows, across the whole picture, once in every loop.

    Attributes
    ----------
    body
        Who.
    z
        Metres toward the camera of the line they walk on.
    begin, end
        The x of the hips, metres, where they come and where they go, out of the picture.
    starts_s, seconds
        When they set out in the loop, and how long they take.
    loop_s
        How long the loop lasts.
    """

    body: Body
    z: float
    begin: float
    end: float
    starts_s: float
    seconds: float
    loop_s: float

    def at(self, time_s: float) -> tuple[Actor, JointAngles] | None:
        """Return place and posture `time_s` into the loop; `None` while they are away."""
        gone_s = (time_s - self.starts_s) % self.loop_s
        if gone_s > self.seconds:
            return None
        came = (self.end - self.begin) * gone_s / self.seconds
        angles = walking(abs(came) / stride_m(self.body))
        turned = Actor(self.body, turn_deg=90.0 if self.end > self.begin else -90.0)
        # Feet stand, hips go evenly: the place of the feet follows from where the hips are.
        hips = turned.posed(angles).points[list(HIPS)].mean(axis=0)
        x, z = self.begin + came - float(hips[0]), self.z - float(hips[2])
        return Actor(self.body, x=x, z=z, turn_deg=turned.turn_deg), angles


def passer(
    body: Body, camera: Camera, z: float, starts: float, loop_s: float, *, rightward: bool
) -> Passer:
    """Return one who crosses what `camera` sees at `z`, setting out at a share of the loop."""
    _, depth = camera.seen(np.array((0.0, 1.0, z)))
    half = float(depth) * camera.width / 2 / camera.focal_px + BEYOND_M
    begin = -half if rightward else half
    seconds = min(max(2 * half / PACE_M_S, SHORTEST_S), LONGEST_S, LONGEST_SHARE * loop_s)
    return Passer(body, z, begin, -begin, starts * loop_s, seconds, loop_s)
