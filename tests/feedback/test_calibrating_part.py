"""What is found one after another while a movement is calibrated."""

from exercises.library import library
from exercises.one_sided import one_sided
from exercises.ranges import SafeRange
from feedback.calibrating_part import guarding, parts_of

LIBRARY = library()
SUNRISE = LIBRARY["sunrise-arms-seated"]
REASON = "a dancer, cleared by the surgeon"


def test_each_arm_is_found_by_itself_left_before_right() -> None:
    parts = parts_of(SUNRISE)
    assert [(part.side, part.keys) for part in parts] == [
        ("left", ("shoulder_abduction_left",)),
        ("right", ("shoulder_abduction_right",)),
    ]


def test_a_bend_is_found_to_both_sides_and_knees_that_rise_together_as_one() -> None:
    bends = parts_of(LIBRARY["side-bend-seated"])
    assert [(part.side, part.movement.ceiling) for part in bends] == [("left", 30), ("right", -30)]
    (knees,) = parts_of(LIBRARY["sit-to-stand"])
    assert (knees.side, knees.keys) == (None, ("knee_flexion_left", "knee_flexion_right"))


def test_a_side_that_is_left_out_is_not_found() -> None:
    alone = one_sided(SUNRISE, "right")
    assert alone is not None
    assert [part.side for part in parts_of(alone)] == ["right"]


def test_a_posture_that_is_kept_shows_nothing_and_every_repeated_movement_something() -> None:
    for movement in LIBRARY.values():
        assert bool(parts_of(movement)) == (movement.repetitions > 0), movement.id


def test_what_holds_now_is_told_beside_what_the_movement_asks() -> None:
    beyond = SafeRange("shoulder_abduction_left", 120, 160, 170, SUNRISE.id, REASON)
    left, right = parts_of(SUNRISE, [beyond])
    assert (left.movement.ceiling, left.own.ceiling, left.reason) == (150, 170, REASON)
    assert (right.own, right.reason) == (right.movement, None)


def test_of_knees_that_rise_as_one_the_nearer_ceiling_holds() -> None:
    tender = SafeRange("knee_flexion_right", 30, 45, 20, "sit-to-stand")
    (knees,) = parts_of(LIBRARY["sit-to-stand"], [tender])
    assert knees.own.ceiling == 20


def test_alone_all_ones_ranges_guard_and_with_a_therapist_those_signed_beyond() -> None:
    both = [
        SafeRange("shoulder_abduction_right", 40, 60, 80, SUNRISE.id),
        SafeRange("shoulder_abduction_left", 120, 160, 170, SUNRISE.id, REASON),
    ]
    assert guarding(both, locked=True) == tuple(both)
    assert guarding(both, locked=False) == (both[1],)
