"""The guides of the library, measured as a camera would: whoever follows them is comfortable."""

from functools import cache
from itertools import accumulate

import numpy as np
import pytest
from numpy.typing import NDArray

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.keyframes import plain_posture
from exercises.library import library
from exercises.ranges import target_for
from figure.joint_angles import JointAngles
from figure.kinematics import skeleton
from vision.measures import MEASURES, Measures, unseen
from vision.measuring import measure_all
from vision.neutral import Neutral, proportions_now

movements = pytest.mark.parametrize(
    "movement",
    [movement for movement in library().values() if movement.seen],
    ids=lambda movement: movement.id,
)
# Share of the way to the range at which a movement counts as come back.
BACK = 0.35


def image_of(movement: Exercise, angles: JointAngles) -> NDArray[np.float64]:
    """Return where the landmarks (33, 2) of a posture lie, seen from far off."""
    x, y, z = skeleton(angles).T
    return np.column_stack([x if movement.view == "front" else z, -y]) * 300


@cache
def neutral_of(movement: Exercise) -> Neutral:
    """Return how somebody at rest is known."""
    return proportions_now(image_of(movement, plain_posture(movement)))


def seen_by_a_camera(movement: Exercise, t: float) -> Measures:
    """Return the measures of the guide `t` seconds in, of somebody known at rest."""
    image = image_of(movement, guide_at(movement, t).angles)
    found = unseen()
    seen = np.ones(len(image), dtype=bool)
    found.values[:] = measure_all(image, seen, movement.view, neutral_of(movement))
    return found


def way(target: Target, value: float) -> float:
    """Return how far `value` is on the way from rest (0) to the near end of the range (1)."""
    return (value - target.rest) / (target.near - target.rest)


def phase_ends(movement: Exercise) -> list[tuple[float, float]]:
    """Return the moment each phase ends, just before the next begins, and its travel."""
    ends = accumulate(phase.seconds for phase in movement.phases)
    return [(end - 1e-6, phase.travel) for end, phase in zip(ends, movement.phases, strict=True)]


@movements
def test_the_guide_arrives_inside_the_range_and_comes_back_from_it(movement: Exercise) -> None:
    cycles = (0, 1) if movement.sides == "alternating" else (0,)
    for cycle in cycles:
        for end, travel in phase_ends(movement):
            t = cycle * movement.cycle_s + end
            measures = seen_by_a_camera(movement, t)
            side = guide_at(movement, t).side
            for target in (target for target in movement.targets if target.role == "lead"):
                for measure in (m for m in MEASURES if m.name == target.measure):
                    if side is not None and measure.side not in (None, side):
                        continue  # the other side rests
                    own = target_for(movement, target, measure.side or side)
                    value = measures[measure.key]
                    if travel == 1:
                        assert own.low <= value <= own.high, (end, measure.key)
                    elif travel == 0:
                        assert way(own, value) <= BACK, (end, measure.key)


@movements
def test_what_follows_comes_along_and_what_is_steady_stays(movement: Exercise) -> None:
    moments = np.arange(0, 2 * movement.cycle_s, 0.25)
    for target in (target for target in movement.targets if target.role != "lead"):
        keys = [measure.key for measure in MEASURES if measure.name == target.measure]
        values = [seen_by_a_camera(movement, float(t))[key] for t in moments for key in keys]
        if target.role == "steady":
            assert min(values) >= target.low
            assert max(values) <= target.high
        else:
            assert target.low <= max(values) <= target.high


@movements
def test_the_guide_never_passes_a_ceiling(movement: Exercise) -> None:
    for t in np.arange(0, 2 * movement.cycle_s, 0.25):
        moment = guide_at(movement, float(t))
        measures = seen_by_a_camera(movement, float(t))
        for target in movement.targets:
            own = target_for(movement, target, moment.side)
            outward = 1 if own.ceiling > own.rest else -1
            for measure in (m for m in MEASURES if m.name == target.measure):
                assert outward * measures[measure.key] <= outward * own.ceiling
