"""Every measure of every side that a movement asks."""

from exercises.library import library
from exercises.own_targets import own_targets
from exercises.ranges import SafeRange
from feedback.aims import aims
from vision.measures import SIDES

LIBRARY = library()


def test_arms_are_asked_on_both_sides_and_the_trunk_once() -> None:
    found = own_targets(LIBRARY["sunrise-arms-seated"])
    assert [(own.measure.key, own.side) for own in found] == [
        ("shoulder_abduction_left", "left"),
        ("shoulder_abduction_right", "right"),
        ("trunk_side_lean", None),
    ]


def test_a_bend_is_asked_to_both_sides_with_opposite_signs() -> None:
    own = SafeRange("trunk_side_lean", -9, -4, -14)
    found = own_targets(LIBRARY["side-bend-seated"], [own])
    assert [(each.side, each.target.ceiling) for each in found] == [("left", 30), ("right", -14)]


def test_what_is_asked_is_what_the_coach_aims_for() -> None:
    for movement in LIBRARY.values():
        sides = SIDES if movement.sides == "alternating" else (None,)
        aimed = {(aim.row, aim.target) for side in sides for aim in aims(movement, (), side)}
        asked = {(own.row, own.target) for own in own_targets(movement)}
        assert {(row, t) for row, t in aimed if t.role != "steady"} == {
            (row, t) for row, t in asked if t.role != "steady"
        }, movement.id
