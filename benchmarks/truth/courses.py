"""What the drawn figures do: slow in-plane movements, each joint through its usual range."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from exercises.easing import ease
from figure.joint_angles import NEUTRAL, SEATED, JointAngles, blend

Keys = dict[str, float]
STILL_S = 1.6


@dataclass(frozen=True)
class Course:
    """One figure's way through its postures.

    Attributes
    ----------
    name
        What it is called in the table.
    view
        Where a camera must stand to see it in its plane.
    seated
        Whether there is a chair.
    measures
        Names of the measures that it moves in their own plane.
    stops
        (seconds to get there, posture), the first at once and still.
    """

    name: str
    view: Literal["front", "side"]
    seated: bool
    measures: tuple[str, ...]
    stops: tuple[tuple[float, JointAngles], ...]

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return STILL_S + sum(seconds for seconds, _ in self.stops[1:])

    def posture(self, t: float) -> JointAngles:
        """Return the posture `t` seconds in: still at first, then from stop to stop."""
        t -= STILL_S
        for (_, before), (seconds, after) in pairwise(self.stops):
            if t < seconds:
                return blend(before, after, ease(max(t, 0.0) / seconds))
            t -= seconds
        return self.stops[-1][1]


def both(**angles: float) -> Keys:
    """Return the angles of both sides, for names without one."""
    return {f"{side}_{name}": value for name, value in angles.items() for side in ("left", "right")}


def _course(
    name: str,
    view: Literal["front", "side"],
    measures: str,
    *stops: tuple[float, Keys],
    seated: bool = False,
    stance: Keys | None = None,
) -> Course:
    base = replace(SEATED if seated else NEUTRAL, **(stance or {}))
    postures = tuple((seconds, replace(base, **keys)) for seconds, keys in stops)
    return Course(
        f"{name}, {'seated' if seated else 'standing'}",
        view,
        seated,
        tuple(measures.split()),
        ((0.0, base), *postures, (2.0, base)),
    )


def _arms_out(seated: bool) -> Course:
    return _course(
        "arms out",
        "front",
        "shoulder_abduction",
        (3.2, both(shoulder_elevation=105)),
        (1.8, both(shoulder_elevation=150)),
        (2.2, both(shoulder_elevation=60)),
        seated=seated,
    )


def _lean_and_neck(seated: bool) -> Course:
    return _course(
        "side lean and neck",
        "front",
        "trunk_side_lean neck_side_bend",
        (1.8, {"trunk_side_lean": 18}),
        (2.6, {"trunk_side_lean": -16}),
        (1.8, {"neck_side_bend": 22}),
        (2.2, {"neck_side_bend": -20}),
        seated=seated,
    )


def _head_and_shoulders(seated: bool) -> Course:
    return _course(
        "head and shoulders",
        "front",
        "neck_rotation shoulder_hike",
        (1.8, {"neck_rotation": 40}),
        (2.6, {"neck_rotation": -35}),
        (1.6, both(shoulder_hike=14)),
        (1.0, both(shoulder_hike=4)),
        seated=seated,
    )


def _arms_ahead(seated: bool) -> Course:
    return _course(
        "arms ahead",
        "side",
        "shoulder_flexion",
        (3.2, both(shoulder_elevation=100)),
        (1.8, both(shoulder_elevation=150)),
        (2.2, both(shoulder_elevation=60)),
        seated=seated,
        stance=both(shoulder_plane=90),
    )


def _bow(seated: bool) -> Course:
    return _course(
        "bow",
        "side",
        "trunk_forward_lean hip_flexion",
        (2.4, {"trunk_forward_lean": 36}),
        (2.0, {"trunk_forward_lean": 8}),
        (1.6, {"trunk_forward_lean": 22}),
        seated=seated,
        stance=both(shoulder_plane=90),
    )


def _bent_arms(seated: bool) -> Course:
    return _course(
        "bent arms",
        "side",
        "elbow_flexion",
        (2.6, both(elbow_flexion=125)),
        (1.8, both(elbow_flexion=60)),
        seated=seated,
        stance=both(shoulder_plane=90, shoulder_elevation=14),
    )


COURSES: tuple[Course, ...] = (
    *(
        make(seated)
        for make in (_arms_out, _lean_and_neck, _head_and_shoulders)
        for seated in (False, True)
    ),
    _course(
        "forearms up",
        "front",
        "elbow_flexion wrist_span",
        (2.4, both(elbow_flexion=110)),
        (1.8, both(elbow_flexion=45)),
        (1.6, both(elbow_flexion=85)),
        stance=both(shoulder_elevation=78, elbow_fold=90),
    ),
    _course(
        "leg out",
        "front",
        "hip_abduction pelvis_shift",
        (1.8, {"left_hip_abduction": 26}),
        (2.0, {"right_hip_abduction": 24}),
        (1.4, {}),
        (1.4, {"pelvis_shift": 12}),
        (2.0, {"pelvis_shift": -11}),
    ),
    *(make(seated) for make in (_arms_ahead, _bow, _bent_arms) for seated in (False, True)),
    _course(
        "knee bend",
        "side",
        "knee_flexion hip_flexion",
        (2.4, both(knee_flexion=62, hip_flexion=40, ankle_dorsiflexion=22)),
        (1.8, both(knee_flexion=22, hip_flexion=14, ankle_dorsiflexion=8)),
        (1.6, both(knee_flexion=40, hip_flexion=26, ankle_dorsiflexion=14)),
    ),
    _course(
        "heels",
        "side",
        "heel_height ankle_dorsiflexion",
        (2.0, both(heel_rise=24)),
        (1.6, both(heel_rise=8)),
        (1.6, both(heel_rise=18)),
    ),
    _course(
        "march",
        "side",
        "hip_flexion",
        (1.6, {"left_hip_flexion": 112}),
        (1.6, {}),
        (1.6, {"right_hip_flexion": 112}),
        seated=True,
    ),
    _course(
        "knees unfold",
        "side",
        "knee_flexion",
        (2.2, {"left_knee_flexion": 25}),
        (1.8, {}),
        (2.2, {"right_knee_flexion": 25}),
        seated=True,
    ),
    _course(
        "ankle pumps",
        "side",
        "ankle_dorsiflexion",
        (1.6, both(ankle_dorsiflexion=12)),
        (2.0, both(ankle_dorsiflexion=-14)),
        seated=True,
    ),
)
