"""What somebody does over time: a movement of the library, exactly or in their own way."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import guide_at
from figure.joint_angles import JointAngles, blend

Posture = Callable[[float], JointAngles]


@dataclass(frozen=True)
class Doing:
    """What somebody does, for how many seconds, and whether they sit to begin with."""

    name: str
    posture: Posture
    seconds: float = 60.0
    seated: bool = False


def both(base: JointAngles, **angles: float) -> JointAngles:
    """Return a posture with angles of both sides, named without one."""
    sides = {f"{side}_{name}": v for name, v in angles.items() for side in ("left", "right")}
    return replace(base, **sides)


def stops(*way: tuple[float, JointAngles]) -> Posture:
    """Return the way through (second, posture) stops, eased between them."""

    def posture(t: float) -> JointAngles:
        before_s, before = way[0]
        for at_s, after in way[1:]:
            if t < at_s:
                return blend(before, after, ease(max(t - before_s, 0.0) / (at_s - before_s)))
            before_s, before = at_s, after
        return before

    return posture


def guided(exercise: Exercise) -> Doing:
    """Return somebody who follows the guide of a movement, over and over."""
    return Doing(
        exercise.id, lambda t: guide_at(exercise, t).angles, seated=exercise.posture == "seated"
    )


@dataclass(frozen=True)
class Way:
    """How somebody does a movement.

    Attributes
    ----------
    name
        What it is called in a table.
    repetitions
        How many, of each side where they alternate.
    tempo, reach
        How fast and how far, 1 as the guide.
    top_s, rest_s, way_s
        Seconds of stopping at the top, at rest, and on the way out.
    arms
        How far the left and the right arm go along.
    more
        Joint angles in degrees more than the guide's throughout.
    """

    name: str
    repetitions: int = 5
    tempo: float = 1.0
    reach: float = 1.0
    top_s: float = 0.0
    rest_s: float = 0.5
    way_s: float = 0.0
    arms: tuple[float, float] = (1.0, 1.0)
    more: dict[str, float] = field(default_factory=dict)


WAYS: tuple[Way, ...] = (
    Way("as the guide"),
    Way("half as fast", repetitions=3, tempo=0.5),
    Way("twice as fast", tempo=2.0),
    Way("three times as fast", tempo=3.0),
    Way("without a rest", rest_s=0.0),
    Way("two thirds as far", reach=0.67),
    Way("a quarter farther", reach=1.25),
    Way("resting between", repetitions=3, rest_s=6.0),
    Way("stopping at the top", repetitions=3, top_s=6.0),
    Way("staying at the top", repetitions=2, top_s=25.0),
    Way("stopping on the way", repetitions=4, way_s=4.0),
    Way("bent elbows", more={"left_elbow_flexion": 25.0, "right_elbow_flexion": 25.0}),
    Way("leaning", more={"trunk_side_lean": 3.0, "trunk_forward_lean": 5.0}),
    Way("arms ahead", more={"left_shoulder_plane": 20.0, "right_shoulder_plane": 20.0}),
)
ONE_ARMED: tuple[Way, ...] = (
    Way("left arm alone", arms=(1.0, 0.0)),
    Way("right arm alone", arms=(0.0, 1.0)),
    Way("right arm less far", arms=(1.0, 0.6)),
)
"""Ways of a movement whose sides are counted apart."""
STILL_S = 2.0
# What an arm that stays behind does not do.
ARM_JOINTS = (
    "shoulder_elevation",
    "shoulder_plane",
    "shoulder_hike",
    "shoulder_forward",
    "elbow_flexion",
    "elbow_fold",
)


def own_way(exercise: Exercise, way: Way) -> Doing:
    """Return somebody who does a movement in their own way, still before and after it."""
    moments, guide_s = _course(exercise, way)
    rest = guide_at(exercise, 0.0).angles

    def posture(t: float) -> JointAngles:
        there = guide_at(exercise, float(np.interp(t, moments, guide_s))).angles
        moved = _with_arms(blend(rest, there, way.reach), rest, way.arms)
        return replace(moved, **{name: getattr(moved, name) + v for name, v in way.more.items()})

    name = f"{exercise.id}, {way.name}"
    return Doing(name, posture, moments[-1], seated=exercise.posture == "seated")


def expected(exercise: Exercise, way: Way) -> dict[str, int]:
    """Return how many repetitions of each side that is."""
    count = way.repetitions
    if exercise.sides == "each":
        moved = zip(("left", "right"), way.arms, strict=True)
        return {side: count for side, share in moved if share > 0}
    if exercise.sides == "alternating":
        return {"left": count, "right": count}
    return {"both": count}


def _course(exercise: Exercise, way: Way) -> tuple[list[float], list[float]]:
    """Return corresponding seconds of the doing and of the guide."""
    top_s = _top_s(exercise)
    cycles = way.repetitions * (2 if exercise.sides == "alternating" else 1)
    moments, guide_s = [0.0, STILL_S], [0.0, 0.0]

    def on(seconds: float, to_s: float) -> None:
        moments.append(moments[-1] + seconds)
        guide_s.append(to_s)

    for cycle in range(cycles):
        start_s = cycle * exercise.cycle_s
        half_s = start_s + top_s / 2
        on(top_s / 2 / way.tempo, half_s)
        on(way.way_s, half_s)
        on(top_s / 2 / way.tempo, start_s + top_s)
        on(way.top_s, start_s + top_s)
        # Just before the next cycle begins: where sides alternate, that is the other one's.
        end_s = start_s + exercise.cycle_s - 1e-6
        on((exercise.cycle_s - top_s) / way.tempo, end_s)
        on(way.rest_s, end_s)
    on(STILL_S, guide_s[-1])
    return moments, guide_s


def _top_s(exercise: Exercise) -> float:
    """Return when the guide first comes to the end of its way."""
    ends = np.cumsum([phase.seconds for phase in exercise.phases])
    return float(ends[int(np.argmax([phase.travel for phase in exercise.phases]))])


def _with_arms(there: JointAngles, rest: JointAngles, arms: tuple[float, float]) -> JointAngles:
    """Return a posture whose arms have come only a share of their way from rest."""
    moved = {}
    for side, share in zip(("left", "right"), arms, strict=True):
        part = blend(rest, there, share)
        for joint in ARM_JOINTS:
            moved[f"{side}_{joint}"] = getattr(part, f"{side}_{joint}")
    return replace(there, **moved)
