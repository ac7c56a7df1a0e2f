"""A foot on the floor: how it is pitched, and how high its ankle then is."""

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin

from figure.body import PROPORTIONS

# Ankle heights above that of a standing foot, as fractions of the body's height, between which a
# foot passes from keeping its toes on the floor to hanging from the shank: our own choice.
TOES_LEAVE = 0.02
FOOT_HANGS = 0.07


@dataclass(frozen=True, slots=True)
class Foot:
    """The side view of a foot, metres, heel and toe landmarks at the same height when flat."""

    ankle: float
    sole: float
    back: float
    ahead: float

    def ankle_height(self, pitch: float) -> float:
        """Return the ankle's height with the foot at `pitch` and heel or toe on the floor."""
        angle = abs(radians(pitch))
        arm = self.back if pitch > 0 else self.ahead
        return self.sole + (self.ankle - self.sole) * cos(angle) + arm * sin(angle)

    def pitch_reaching(self, height: float) -> float:
        """Return the pitch that keeps the toes on the floor under an ankle at `height`.

        At most the foot standing on its toe tip; 0 where the ankle is no higher than standing.
        """
        radius = hypot(self.ankle - self.sole, self.ahead)
        rest = atan2(self.ankle - self.sole, self.ahead)
        reach = asin(max(-1.0, min(1.0, (height - self.sole) / radius)))
        return -max(0.0, degrees(reach - rest))


def pitch_for_rise(percent: float) -> float:
    """Return the pitch, degrees (toes down is negative), that lifts the heel by `percent`.

    Percent of the distance from the heel landmark to the toe landmark, about which it turns.
    """
    return -degrees(asin(max(-1.0, min(1.0, percent / 100))))


def foot_of(height_m: float) -> Foot:
    """Return the foot of a body `height_m` tall."""
    p = PROPORTIONS
    return Foot(
        ankle=p.ankle * height_m,
        sole=p.foot_landmark * height_m,
        back=p.heel_back * height_m,
        ahead=p.toe_ahead * height_m,
    )


def hanging_share(lift: float, height_m: float) -> float:
    """Return 0–1: how far a foot, its ankle `lift` metres too high to stand, hangs freely."""
    t = (lift / height_m - TOES_LEAVE) / (FOOT_HANGS - TOES_LEAVE)
    t = max(0.0, min(1.0, t))
    return t * t * (3 - 2 * t)
