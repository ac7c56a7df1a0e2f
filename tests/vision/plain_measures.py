"""The measures of one body, one by one, by school geometry with headings and lengths."""

import math

import numpy as np
from numpy.typing import NDArray

from vision.measuring import (
    BENT_DEG,
    CLEARLY_AHEAD,
    FOLDED_DEG,
    FULL_TURN,
    STRAIGHT_DEG,
    WHOLE_ARM,
)
from vision.neutral import Neutral
from vision.skeleton import Landmark, of_side


class Plain:
    """One body, of which `value` gives a measure by its name and side."""

    def __init__(
        self, body: NDArray[np.float64], seen: NDArray[np.bool_], neutral: Neutral, roll: float
    ) -> None:
        nowhere = (math.nan, math.nan)
        self.place = {
            landmark: (float(body[landmark, 0]), float(body[landmark, 1]))
            if seen[landmark]
            else nowhere
            for landmark in Landmark
        }
        self.neutral, self.roll = neutral, roll
        self.hipless = not (seen[Landmark.LEFT_HIP] or seen[Landmark.RIGHT_HIP])

    def at(self, name: str, side: str) -> tuple[float, float]:
        if side == "middle":
            (ax, ay), (bx, by) = self.at(name, "left"), self.at(name, "right")
            return (ax + bx) / 2, (ay + by) / 2
        return self.place[of_side(name, side)]

    @staticmethod
    def heading(start: tuple[float, float], end: tuple[float, float]) -> float:
        x, y = end[0] - start[0], end[1] - start[1]
        return math.degrees(math.atan2(y, x)) if math.hypot(x, y) > 1e-6 else math.nan

    def between(self, *corners: tuple[str, str]) -> float:
        """Return the unsigned angle at the middle one of three places."""
        before, joint, after = (self.at(*corner) for corner in corners)
        return abs(turn(self.heading(joint, before), self.heading(joint, after)))

    def along(self, heading: float, start: tuple[float, float], end: tuple[float, float]) -> float:
        """Return how far `end` is from `start` toward `heading`."""
        angle = math.radians(heading)
        return (end[0] - start[0]) * math.cos(angle) + (end[1] - start[1]) * math.sin(angle)

    def trunk(self) -> float:
        return self.heading(self.at("hip", "middle"), self.at("shoulder", "middle"))

    def elevation(self, side: str) -> float:
        down = self.roll + 90 if self.hipless else self.trunk() + 180
        shoulder = self.at("shoulder", side)
        upper, whole = (
            abs(turn(down, self.heading(shoulder, self.at(end, side))))
            for end in ("elbow", "wrist")
        )
        bend = self.sided("elbow_flexion", side)
        straight = min(max((BENT_DEG - bend) / (BENT_DEG - STRAIGHT_DEG), 0), 1)
        return upper if math.isnan(whole + bend) else upper + WHOLE_ARM * straight * (whole - upper)

    def value(self, name: str, side: str) -> float:
        return self.sided(name, side) if side else self.midline(name)

    def sided(self, name: str, side: str) -> float:
        if name in ("shoulder_flexion", "shoulder_abduction"):
            return self.elevation(side)
        bends = {
            "elbow_flexion": ("shoulder", "elbow", "wrist"),
            "hip_flexion": ("shoulder", "hip", "knee"),
            "knee_flexion": ("hip", "knee", "ankle"),
        }
        if name in bends:
            bend = 180 - self.between(*((joint, side) for joint in bends[name]))
            return -bend if self.beyond_straight(name, side, bend) else bend
        if name == "hip_abduction":
            other = "right" if side == "left" else "left"
            outward = self.heading(self.at("hip", other), self.at("hip", side))
            return 90 - abs(
                turn(outward, self.heading(self.at("hip", side), self.at("knee", side)))
            )
        if name == "ankle_dorsiflexion":
            shin = self.heading(self.at("knee", side), self.at("ankle", side))
            foot = self.heading(self.at("heel", side), self.at("toe", side))
            return abs(turn(shin, foot)) - 90
        if name == "heel_height":
            heel, toe = self.at("heel", side), self.at("toe", side)
            rest = self.neutral.heel_left if side == "left" else self.neutral.heel_right
            return 100 * (divided(toe[1] - heel[1], math.dist(heel, toe)) - rest)
        assert name == "shoulder_hike"
        trunk = self.trunk()
        height = self.along(trunk, self.at("hip", "middle"), self.at("ear", "middle"))
        gap = self.along(trunk, self.at("shoulder", side), self.at("ear", side))
        rest = self.neutral.ear_gap_left if side == "left" else self.neutral.ear_gap_right
        return 100 * (rest - divided(gap, max(height, 0.0))) / self.neutral.torso

    def midline(self, name: str) -> float:
        def line(joint: str) -> float:
            return self.heading(self.at(joint, "right"), self.at(joint, "left"))

        def wide(joint: str) -> float:
            return math.dist(self.at(joint, "right"), self.at(joint, "left"))

        if name == "trunk_side_lean":
            leftward = self.along(self.roll, self.at("hip", "right"), self.at("hip", "left"))
            to_the_right = turn(self.roll - 90, self.trunk())
            return lean_of(to_the_right) * (math.copysign(1, leftward) if leftward else math.nan)
        if name == "trunk_forward_lean":
            return self.looks() * turn(self.roll - 90, self.trunk())
        if name == "neck_side_bend":
            return turn(line("shoulder"), line("ear"))
        if name == "neck_rotation":
            off = self.along(line("ear"), self.at("ear", "middle"), self.place[Landmark.NOSE])
            return 100 * (divided(off, wide("ear")) - self.neutral.nose) / FULL_TURN
        if name == "wrist_span":
            return divided(wide("wrist"), wide("shoulder"))
        assert name == "pelvis_shift"
        stance = self.along(self.roll, self.at("ankle", "right"), self.at("ankle", "left"))
        shift = self.along(self.roll, self.at("ankle", "middle"), self.at("hip", "middle"))
        return 100 * divided(shift, stance)

    def beyond_straight(self, name: str, side: str, bend: float) -> bool:
        """Return whether a hip is drawn back, or a knee gives way backward."""
        if name == "elbow_flexion" or not bend < FOLDED_DEG:
            return False
        upper, joint, lower = (
            self.at(each, side)
            for each in (
                ("shoulder", "hip", "knee") if name == "hip_flexion" else ("hip", "knee", "ankle")
            )
        )
        clockwise = turn(self.heading(upper, joint), self.heading(joint, lower))
        return clockwise * self.looks(CLEARLY_AHEAD) * (1 if name == "hip_flexion" else -1) > 0

    def looks(self, share: float = 0.08) -> float:
        nose = self.place[Landmark.NOSE][0]
        ahead = [nose - self.at("ear", side)[0] for side in ("left", "right")]
        ahead += [self.at("toe", side)[0] - self.at("heel", side)[0] for side in ("left", "right")]
        evidence = sum(step for step in ahead if not math.isnan(step))
        trunk = math.dist(self.at("hip", "middle"), self.at("shoulder", "middle"))
        return math.copysign(1, evidence) if abs(evidence) >= share * trunk else math.nan


def lean_of(heading: float) -> float:
    """Return how far a line is from the perpendicular it is nearest to, whichever way it points."""
    return 90 - abs(turn(90, heading))


def turn(start: float, end: float) -> float:
    return math.remainder(end - start, 360)


def divided(part: float, whole: float) -> float:
    return part / whole if abs(whole) > 1e-6 else math.nan
