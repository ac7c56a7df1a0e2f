"""The movements that come with the program."""

from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

import exercises
from exercises.exercise import Exercise
from exercises.flags import FLAGS, NO_HOLDS, NO_PROGRESSION, Flag
from exercises.guide import guide_at
from exercises.library import UnknownMovement, find_exercise, library
from exercises.offer import offered
from exercises.relation_checks import relation_faults
from exercises.spoken import spoken_of
from figure.kinematics import skeleton
from vision.skeleton import Landmark
from words.wording import forbidden_in

FOLDER = Path(exercises.__file__).parent / "library"
NUMBERS = set(range(1, 31))
# The first twelve, on whose ids recordings and benchmarks rest.
FIRST = {
    "arriving-breath",
    "side-bend-seated",
    "side-bend-standing",
    "sunrise-arms-seated",
    "sunrise-arms-standing",
    "open-heart-seated",
    "open-heart-standing",
    "sit-to-stand",
    "commencing-form",
    "two-hands-hold-up-heavens",
    "soft-knee-sink",
    "closing-hands-on-belly",
}
movements = pytest.mark.parametrize(
    "movement", library().values(), ids=lambda movement: movement.id
)


def shown(movement_id: str, t: float) -> dict[str, np.ndarray]:
    """Return the guide's landmarks `t` seconds in, (3,) metres each, by name."""
    points = skeleton(guide_at(find_exercise(movement_id), t).angles)
    return {landmark.name: points[landmark] for landmark in Landmark}


def test_the_library_holds_all_thirty_movements_by_number_then_name() -> None:
    places = [(movement.number, movement.id) for movement in library().values()]
    assert places == sorted(places)
    assert {number for number, _ in places} == NUMBERS
    assert list(library()) == [movement.id for movement in library().values()]
    assert set(library()) >= FIRST


def test_every_file_is_named_by_its_movement() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(library())


def test_the_library_is_read_once_and_cannot_be_changed() -> None:
    assert library() is library()
    with pytest.raises(TypeError):
        library()["mine"] = library()["sit-to-stand"]  # type: ignore[index]


def test_an_unknown_movement_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownMovement, match="did you mean sunrise-arms-seated"):
        find_exercise("sunrise-arm-seated")
    with pytest.raises(UnknownMovement, match=r"no movement is called 'polka'$"):
        find_exercise("polka")


@movements
def test_a_movement_agrees_with_those_it_names(movement: Exercise) -> None:
    assert list(relation_faults(movement, library())) == []


def test_movements_of_one_number_are_each_others_equals() -> None:
    for number in NUMBERS:
        equals = [movement for movement in library().values() if movement.number == number]
        for movement in equals:
            others = {other.id for other in equals if other is not movement}
            assert set(movement.variants) == others


def test_what_lies_or_is_not_measured_says_so_to_the_person() -> None:
    for movement in library().values():
        told = "measures nothing" in movement.camera
        assert told == (not movement.seen) == (movement.view == "any")
        assert movement.seen or not movement.repetitions


def test_every_flag_changes_something() -> None:
    cautioned = {caution.flag for movement in library().values() for caution in movement.cautions}
    by_itself = NO_HOLDS | NO_PROGRESSION
    assert cautioned | by_itself == set(FLAGS)


@pytest.mark.parametrize(
    ("flag", "number"),
    [
        ("osteoporosis", 6),
        ("back-or-rib-surgery", 7),
        ("wrist-flare", 14),
        ("hip-precautions", 15),
        ("clot-symptoms", 17),
        ("pregnancy", 29),
        ("neck-acute", 3),
    ],
)
def test_what_is_not_for_somebody_is_hidden(flag: Flag, number: int) -> None:
    (movement, *_) = (m for m in library().values() if m.number == number)
    assert any(c.flag == flag and c.effect == "hide" for c in movement.cautions)


def test_something_is_left_for_everybody() -> None:
    for flag in FLAGS:
        left = [m for m in library().values() if not offered(m, [flag]).hidden]
        assert len({m.number for m in left}) >= 20, flag


@movements
def test_a_led_breath_is_slow_and_longer_out_than_in(movement: Exercise) -> None:
    seconds = {
        breath: sum(phase.seconds for phase in movement.phases if phase.breath == breath)
        for breath in ("in", "out")
    }
    breaths = [key for key, _ in groupby(phase.breath for phase in movement.phases)]
    if movement.pace == "breath":
        assert seconds["out"] > seconds["in"]
        assert movement.cycle_s / breaths.count("in") >= 8


@movements
def test_what_a_person_reads_is_an_invitation(movement: Exercise) -> None:
    assert [word for text in spoken_of(movement) for word in forbidden_in(text)] == []


def test_sunrise_arms_reach_shoulder_height_out_to_the_sides() -> None:
    top = shown("sunrise-arms-standing", 4)
    assert top["LEFT_WRIST"][1] > top["LEFT_SHOULDER"][1]
    assert top["LEFT_WRIST"][0] - top["LEFT_SHOULDER"][0] > 0.45


def test_two_hands_meet_before_the_belly_and_above_the_head() -> None:
    low, middle, top = (shown("two-hands-hold-up-heavens", t) for t in (0, 2, 4))
    for moment in (low, top):
        assert abs(moment["LEFT_INDEX"][0] - moment["RIGHT_INDEX"][0]) < 0.2
    assert low["LEFT_WRIST"][1] < low["LEFT_SHOULDER"][1] - 0.3
    assert middle["LEFT_WRIST"][2] > middle["LEFT_SHOULDER"][2] + 0.3
    assert top["LEFT_INDEX"][1] > top["NOSE"][1] + 0.1


def test_the_heart_opens_within_its_range_and_closes_to_a_hug() -> None:
    def span(t: float) -> float:
        at = shown("open-heart-standing", t)
        wrists = at["LEFT_WRIST"] - at["RIGHT_WRIST"]
        return float(wrists[0] / (at["LEFT_SHOULDER"] - at["RIGHT_SHOULDER"])[0])

    assert 2 < span(4) < 2.5
    assert 0 < span(10) < 1


def test_commencing_arms_float_up_ahead_at_shoulder_width_and_the_knees_soften_below() -> None:
    top, low = shown("commencing-form", 4), shown("commencing-form", 9.999)
    width = top["LEFT_SHOULDER"][0] - top["RIGHT_SHOULDER"][0]
    assert top["LEFT_WRIST"][0] - top["RIGHT_WRIST"][0] == pytest.approx(width, rel=0.2)
    assert top["LEFT_WRIST"][2] - top["LEFT_SHOULDER"][2] > 0.45
    assert low["LEFT_HIP"][1] < top["LEFT_HIP"][1] - 0.005
    assert guide_at(find_exercise("commencing-form"), 9.999).angles.left_knee_flexion > 19


def test_sitting_to_standing_keeps_the_feet_and_leans_before_it_rises() -> None:
    sit, lean, up, down = (shown("sit-to-stand", t) for t in (0, 3, 8, 15.999))
    assert lean["NOSE"][2] > sit["NOSE"][2] + 0.2
    assert lean["LEFT_HIP"][1] == pytest.approx(sit["LEFT_HIP"][1], abs=0.01)
    assert up["LEFT_HIP"][1] > sit["LEFT_HIP"][1] + 0.3
    assert up["LEFT_ANKLE"] == pytest.approx(sit["LEFT_ANKLE"], abs=0.06)
    assert down["NOSE"] == pytest.approx(sit["NOSE"], abs=0.01)


def test_closing_hands_lie_on_the_belly() -> None:
    still = shown("closing-hands-on-belly", 1)
    hips = (still["LEFT_HIP"] + still["RIGHT_HIP"]) / 2
    for side in ("LEFT", "RIGHT"):
        across, above, ahead = still[f"{side}_INDEX"] - hips
        assert abs(across) < 0.06
        assert 0.08 < above < 0.28
        assert 0.1 < ahead < 0.25


def test_a_side_bend_hangs_both_arms_by_their_weight() -> None:
    bend = shown("side-bend-standing", 6)
    assert bend["NOSE"][0] > 0.1
    for side in ("LEFT", "RIGHT"):
        arm = bend[f"{side}_ELBOW"] - bend[f"{side}_SHOULDER"]
        assert arm[1] < -0.9 * float(np.linalg.norm(arm))


# By number: where it is seen from, what leads it from where to what comfortable range, and the
# breath on the way out, as the starter library was laid down (DOMAIN, section 7).
LAID_DOWN = {
    2: ("front", "shoulder_hike", 0, 8, 15, "in"),
    3: ("front", "shoulder_hike", 0, 8, 15, "in"),
    4: ("front", "neck_side_bend", 0, 15, 25, "out"),
    5: ("front", "neck_rotation", 0, 30, 60, "out"),
    6: ("side", "trunk_forward_lean", -5, 5, 10, "out"),
    7: ("front", "trunk_side_lean", 0, 10, 20, "out"),
    9: ("side", "trunk_forward_lean", 0, 20, 40, "out"),
    10: ("front", "shoulder_abduction", 0, 60, 120, "in"),
    11: ("side", "shoulder_flexion", 0, 60, 100, "in"),
    12: ("front", "wrist_span", 1, 2, 2.5, "in"),
    13: ("side", "elbow_flexion", 10, 90, 130, "in"),
    15: ("side", "hip_flexion", 90, 100, 115, "out"),
    16: ("side", "knee_flexion", 90, 20, 45, "out"),
    17: ("side", "ankle_dorsiflexion", -15, 2, 10, "in"),
    18: ("side", "knee_flexion", 90, 0, 15, "out"),
    19: ("front", "pelvis_shift", 0, 5, 10, "out"),
    20: ("side", "shoulder_flexion", 0, 60, 90, "in"),
    21: ("front", "shoulder_abduction", 0, 120, 160, "in"),
    22: ("front", "shoulder_abduction", 0, 70, 90, "in"),
    23: ("front", "shoulder_abduction", 0, 100, 150, "in"),
    24: ("front", "neck_rotation", 0, 30, 60, "in"),
    25: ("front", "pelvis_shift", -8, 5, 10, "in"),
    26: ("side", "heel_height", 0, 10, 25, "in"),
    27: ("side", "knee_flexion", 5, 20, 40, "out"),
    28: ("front", "hip_abduction", 1, 10, 25, "out"),
}


@pytest.mark.parametrize("number", LAID_DOWN)
def test_what_is_led_how_far_and_on_which_breath_is_as_laid_down(number: int) -> None:
    counted = [e for e in library().values() if e.number == number and e.repetitions and e.targets]
    assert counted
    for exercise in counted:
        lead = next(target for target in exercise.targets if target.role == "lead")
        way_out = next(phase.breath for phase in exercise.phases if phase.travel > 0)
        found = (exercise.view, lead.measure, lead.rest, lead.low, lead.high, way_out)
        assert found == LAID_DOWN[number], exercise.id
