"""The guides of the library as bodies: nothing goes through anything, and all the right way."""

import numpy as np
import pytest
from numpy.typing import NDArray

from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.library import find_exercise, library
from figure.kinematics import pose
from figure.lying import lie
from figure.posed import Posed
from vision.skeleton import Landmark

movements = pytest.mark.parametrize(
    "movement", library().values(), ids=lambda movement: movement.id
)
# Half the width and depth of the drawn trunk, metres, a little within its cloth.
TRUNK = np.array((0.155, 0.105))


def body(movement: Exercise, t: float) -> Posed:
    angles = guide_at(movement, t).angles
    return lie(angles) if movement.posture == "lying" else pose(angles)


def at(movement_id: str, t: float) -> dict[str, NDArray[np.float64]]:
    """Return the guide's landmarks (3,) by name, `t` seconds in: left, up, ahead, in metres."""
    points = body(find_exercise(movement_id), t).points
    return {landmark.name: points[landmark] for landmark in Landmark}


def moments(movement: Exercise) -> NDArray[np.float64]:
    cycles = 2 if movement.sides == "alternating" else 1
    return np.arange(0, cycles * movement.cycle_s, 0.5)


@movements
def test_no_guide_goes_through_the_floor(movement: Exercise) -> None:
    assert min(body(movement, t).points[:, 1].min() for t in moments(movement)) > -0.005


@movements
def test_no_arm_goes_through_the_trunk(movement: Exercise) -> None:
    for t in moments(movement):
        posed = body(movement, t)
        chest, pelvis = posed.segments["chest"], posed.segments["pelvis"]
        length = float(np.linalg.norm(chest.origin - pelvis.origin))
        for side in ("LEFT", "RIGHT"):
            for joint in ("ELBOW", "WRIST", "INDEX"):
                x, y, z = (posed.points[Landmark[f"{side}_{joint}"]] - chest.origin) @ chest.axes
                if 0.05 < -y / length < 1.0:
                    assert np.hypot(*((x, z) / TRUNK)) > 1.1, (t, side, joint)


@movements
def test_a_seated_guide_stays_on_its_seat(movement: Exercise) -> None:
    if movement.posture != "seated" or movement.id == "sit-to-stand":
        return
    heights = [body(movement, t).segments["pelvis"].origin[1] for t in moments(movement)]
    assert np.ptp(heights) < 0.02


def test_shoulders_draw_a_backward_circle() -> None:
    rest, up, back = (at("shoulder-rolls-standing", t)["LEFT_SHOULDER"] for t in (0, 4, 7))
    forward = at("shoulder-rolls-standing", 2)["LEFT_SHOULDER"]
    assert up[1] > rest[1] + 0.04
    assert forward[2] > rest[2] + 0.015
    assert back[2] < rest[2] - 0.02


def test_the_ear_drifts_to_its_own_shoulder_first_left_then_right() -> None:
    for t, side, sign in ((6, "LEFT", 1), (16, "RIGHT", -1)):
        now, rest = at("neck-side-bend-seated", t), at("neck-side-bend-seated", 0)
        assert sign * now["NOSE"][0] > 0.03

        def gap(body: dict[str, NDArray[np.float64]], side: str = side) -> float:
            return float(np.linalg.norm(body[f"{side}_EAR"] - body[f"{side}_SHOULDER"]))

        assert gap(now) < gap(rest) - 0.02


@pytest.mark.parametrize("movement", ["neck-turn-seated", "neck-turn-standing"])
def test_the_head_turns_left_first_and_the_shoulders_stay(movement: str) -> None:
    assert at(movement, 6)["NOSE"][0] > 0.05
    assert at(movement, 16)["NOSE"][0] < -0.05
    assert at(movement, 6)["LEFT_SHOULDER"] == pytest.approx(at(movement, 0)["LEFT_SHOULDER"])


def test_the_back_rounds_with_the_head_low_and_opens_with_the_chest_high() -> None:
    open_, round_ = at("cat-cow-seated", 0), at("cat-cow-seated", 6)
    assert round_["NOSE"][1] < open_["NOSE"][1] - 0.1
    for t in (0, 3, 6, 8):
        now = at("cat-cow-seated", t)
        assert now["LEFT_WRIST"] == pytest.approx(at("cat-cow-seated", 0)["LEFT_WRIST"], abs=0.06)


def test_a_twist_turns_the_shoulders_over_still_hips() -> None:
    turned = at("twist-seated", 6)
    shoulders = turned["LEFT_SHOULDER"] - turned["RIGHT_SHOULDER"]
    hips = turned["LEFT_HIP"] - turned["RIGHT_HIP"]
    assert shoulders[2] < -0.1  # the left one goes back: to the left
    assert hips[2] == pytest.approx(0, abs=1e-9)
    assert np.linalg.norm(turned["LEFT_WRIST"] - turned["RIGHT_WRIST"]) < 0.12


@pytest.mark.parametrize("movement", ["hip-hinge-seated", "hip-hinge-standing"])
def test_a_hinge_leans_with_a_long_back_and_hands_on_the_thighs(movement: str) -> None:
    for t in (0, 6):
        now = at(movement, t)
        thigh, hand = now["LEFT_KNEE"] - now["LEFT_HIP"], now["LEFT_WRIST"] - now["LEFT_HIP"]
        along = float(hand @ thigh / (thigh @ thigh))
        off = hand - along * thigh
        assert 0 < along < 1
        assert float(np.linalg.norm(off)) < 0.2
    assert guide_at(find_exercise(movement), 6).angles.trunk_flexion == 0


def test_the_hands_come_to_the_heart() -> None:
    now = at("hand-to-heart-seated", 4)
    chest = (now["LEFT_SHOULDER"] + now["RIGHT_SHOULDER"]) / 2
    for side in ("LEFT", "RIGHT"):
        across, up, ahead = now[f"{side}_INDEX"] - chest
        assert abs(across) < 0.06
        assert -0.25 < up < -0.1
        assert 0.1 < ahead < 0.2


def test_the_wrists_circle_and_the_forearms_stay() -> None:
    seen = [at("wrist-circles-seated", t) for t in np.arange(0, 8, 0.25)]
    wrists = np.array([now["LEFT_WRIST"] for now in seen])
    tips = np.array([now["LEFT_INDEX"] for now in seen])
    assert np.ptp(wrists, axis=0).max() < 1e-6
    off = tips - tips.mean(axis=0)
    sizes = np.linalg.norm(off, axis=1)
    assert sizes.min() > 0.4 * sizes.max()  # round the middle, never through it


def test_one_knee_is_lifted_then_the_other() -> None:
    rest, left, right = (at("march-seated", t) for t in (0, 6, 16))
    for now, moved, still in ((left, "LEFT", "RIGHT"), (right, "RIGHT", "LEFT")):
        assert now[f"{moved}_KNEE"][1] > rest[f"{moved}_KNEE"][1] + 0.1
        assert now[f"{still}_KNEE"] == pytest.approx(rest[f"{still}_KNEE"], abs=1e-3)


def test_one_knee_unfolds_with_the_foot_off_the_floor() -> None:
    rest, left = at("knee-extension-seated", 0), at("knee-extension-seated", 6)
    assert left["LEFT_ANKLE"][2] > rest["LEFT_ANKLE"][2] + 0.25
    assert left["LEFT_ANKLE"][1] > rest["LEFT_ANKLE"][1] + 0.1
    assert left["LEFT_KNEE"] == pytest.approx(rest["LEFT_KNEE"], abs=0.01)


def test_toes_lift_then_heels_over_a_still_seat() -> None:
    heels, toes = at("ankle-pumps-seated", 0), at("ankle-pumps-seated", 4)
    assert heels["LEFT_HEEL"][1] > heels["LEFT_TOE"][1] + 0.02
    assert toes["LEFT_TOE"][1] > toes["LEFT_HEEL"][1] + 0.01


def test_the_bow_is_held_to_the_left_first_and_drawn_to_the_right() -> None:
    now = at("drawing-the-bow-standing", 4)
    assert now["LEFT_WRIST"][0] - now["LEFT_SHOULDER"][0] > 0.5
    assert now["NOSE"][0] > 0.04
    assert abs(now["RIGHT_WRIST"][0] - now["RIGHT_SHOULDER"][0]) < 0.2
    assert now["RIGHT_WRIST"][2] > now["RIGHT_SHOULDER"][2]


def test_one_palm_rises_over_the_head_while_the_other_sinks_beside_the_hip() -> None:
    now = at("single-arm-raise-seated", 4)
    assert now["LEFT_WRIST"][1] > now["NOSE"][1]
    assert now["RIGHT_WRIST"][1] < now["RIGHT_HIP"][1] + 0.15
    rest = at("single-arm-raise-seated", 0)
    assert abs(rest["LEFT_INDEX"][0] - rest["RIGHT_INDEX"][0]) < 0.1


def test_clouds_pass_one_palm_high_and_one_low_while_the_weight_goes_over() -> None:
    left, right = (at("wave-hands-like-clouds-standing", t) for t in (5, 10.999))
    for now, high, low, sign in ((left, "LEFT", "RIGHT", 1), (right, "RIGHT", "LEFT", -1)):
        assert now[f"{high}_WRIST"][1] > now[f"{low}_WRIST"][1] + 0.2
        feet = (now["LEFT_ANKLE"] + now["RIGHT_ANKLE"]) / 2
        hips = (now["LEFT_HIP"] + now["RIGHT_HIP"]) / 2
        assert sign * (hips - feet)[0] > 0.02


def test_the_heels_rise_with_the_toes_and_the_hands_where_they_were() -> None:
    low, high = at("heel-raise-standing", 0), at("heel-raise-standing", 4)
    assert high["LEFT_HEEL"][1] > low["LEFT_HEEL"][1] + 0.025
    assert high["LEFT_TOE"] == pytest.approx(low["LEFT_TOE"], abs=0.015)
    assert high["LEFT_WRIST"] == pytest.approx(low["LEFT_WRIST"], abs=0.03)


def test_one_leg_drifts_outward_and_the_other_stands() -> None:
    rest, out = at("leg-to-side-standing", 0), at("leg-to-side-standing", 6)
    assert out["LEFT_ANKLE"][0] > rest["LEFT_ANKLE"][0] + 0.15
    assert out["RIGHT_ANKLE"] == pytest.approx(rest["RIGHT_ANKLE"], abs=1e-3)
    hips = (out["LEFT_HIP"] + out["RIGHT_HIP"]) / 2
    assert abs(hips[0] - out["RIGHT_ANKLE"][0]) < 0.12  # over the foot that stands


def test_the_knees_sway_together_over_still_shoulders_and_feet() -> None:
    rest, left, right = (at("knee-rocks-lying", t) for t in (0, 6, 16))
    for now, sign in ((left, 1), (right, -1)):
        for side in ("LEFT", "RIGHT"):
            assert sign * (now[f"{side}_KNEE"] - rest[f"{side}_KNEE"])[0] > 0.1
            assert now[f"{side}_ANKLE"] == pytest.approx(rest[f"{side}_ANKLE"], abs=0.06)
            assert now[f"{side}_SHOULDER"] == pytest.approx(rest[f"{side}_SHOULDER"], abs=1e-9)
