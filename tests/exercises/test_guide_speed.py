"""How fast a guide may move."""

from itertools import pairwise
from math import pi

import pytest

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.guide_speed import ARM_LIMIT_DEG_S, TRUNK_LIMIT_DEG_S, peak_speeds
from exercises.library import library
from tests.exercises.definitions import PLAIN, lines_of_text, plain

ARMS = ("shoulder_elevation", "elbow_flexion")


@pytest.mark.parametrize("movement", library().values(), ids=lambda movement: movement.id)
def test_no_guide_of_the_library_hurries(movement: Exercise) -> None:
    tick = 0.02
    limits = {f"left_{name}": ARM_LIMIT_DEG_S for name in ARMS}
    limits |= {"trunk_side_lean": TRUNK_LIMIT_DEG_S, "trunk_forward_lean": TRUNK_LIMIT_DEG_S}
    poses = [guide_at(movement, i * tick).angles for i in range(int(2 * movement.cycle_s / tick))]
    for name, limit in limits.items():
        speeds = [abs(getattr(b, name) - getattr(a, name)) / tick for a, b in pairwise(poses)]
        assert max(speeds) <= limit


def test_the_peak_is_that_of_the_eased_way() -> None:
    speeds = {(row, name): speed for row, name, speed in peak_speeds(plain())}
    assert speeds[0, "shoulder_elevation"] == pytest.approx(pi / 2 * (100 - 8) / 4)
    assert speeds[1, "shoulder_elevation"] == pytest.approx(pi / 2 * (100 - 8) / 6)
    assert speeds[0, "trunk_side_lean"] == 0


def test_the_plane_of_a_hanging_arm_may_change_at_once() -> None:
    hanging = {"phases.0.guide": {"shoulder_elevation": 0, "shoulder_plane": 90}}
    moved = {"stance": {"shoulder_elevation": 0}, **hanging}
    speeds = {name: speed for row, name, speed in peak_speeds(plain(moved)) if row == 0}
    assert speeds["shoulder_plane"] == 0


def test_one_side_that_hurries_is_enough() -> None:
    one = PLAIN.replace("{ shoulder_elevation = 100", "{ right_shoulder_elevation = 175")
    one = one.replace("seconds = 4", "seconds = 3")
    (line,) = lines_of_text(one)
    assert line == (
        "mine.toml: phases[0].guide.shoulder_elevation: the guide moves at up to 87 degrees a "
        "second; at most 65: give the phase more seconds, or less travel"
    )


def test_the_trunk_has_its_own_slower_limit() -> None:
    lean = PLAIN.replace("guide = {}", "guide = { trunk_side_lean = 60 }")
    lines = lines_of_text(lean.replace("seconds = 6", "seconds = 2"))
    # Into the second phase, and out of it into the first.
    assert [line.split(": ")[1] for line in lines if "trunk" in line] == [
        "phases[1].guide.trunk_side_lean"
    ]


def test_changing_sides_counts_as_movement() -> None:
    turn = plain().model_dump()
    turn["sides"] = "alternating"
    turn["phases"][1]["guide"] = {"trunk_side_lean": 20}
    movement = Exercise.model_validate(turn)
    into_left = next(
        s for row, name, s in peak_speeds(movement) if (row, name) == (0, "trunk_side_lean")
    )
    assert into_left == pytest.approx(pi / 2 * 20 / 4)
