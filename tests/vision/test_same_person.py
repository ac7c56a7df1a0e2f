"""One person is followed, whoever crosses before them, and however they move themselves."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from exercises.easing import ease
from figure.body import BODIES
from figure.joint_angles import NEUTRAL, SEATED, blend
from tests.people import seconds
from tests.vision.room import pose_in_room
from vision.same_person import HELD_AFTER_S, NEW_AFTER_S, RESTS_AFTER_S, Follows, SamePerson
from vision.skeleton import LANDMARK_COUNT, Landmark

RATES = (5, 15, 30, 120)
Points = NDArray[np.float64]
Course = Callable[[float], Points | None]


def points(**standing: object) -> Points:
    return pose_in_room(**standing).image[:, :2]  # type: ignore[arg-type]


def raising(t: float) -> Points:
    """Return somebody who floats their arms up and down."""
    high = 8 + 45 * (1 - np.cos(2 * np.pi * t / 8))
    return points(
        angles=replace(NEUTRAL, left_shoulder_elevation=high, right_shoulder_elevation=high)
    )


def passing(t: float, *, away_m: float = 2.2) -> Points:
    """Return somebody who walks by, nearer to the camera, and is in the middle at 4 s."""
    step = 25 * np.sin(2 * np.pi * t / 1.1)
    angles = replace(NEUTRAL, left_hip_flexion=step, right_hip_flexion=-step)
    return points(angles=angles, body=BODIES[1], turn_deg=90, aside_m=1.2 * (t - 4), away_m=away_m)


def course(body: Course, until_s: float, fps: float = 30) -> list[Follows]:
    """Return what each frame is found to be."""
    person = SamePerson()
    return [person.step(seen, t) for t in seconds(until_s, fps) if (seen := body(t)) is not None]


def moved(points_: Points, x: float, y: float = 0.0) -> Points:
    shifted: Points = points_ + np.array([x, y])
    return shifted


@pytest.mark.parametrize("fps", RATES)
def test_while_the_landmarks_are_on_a_passer_by_nothing_is_believed(fps: float) -> None:
    found = course(lambda t: passing(t) if 3.6 <= t < 4.4 else raising(t), 8, fps)
    jumped = [3.6 <= t < 4.4 for t in seconds(8, fps)]
    assert [one is Follows.OTHER for one in found] == jumped
    assert all(one is Follows.SAME for one, off in zip(found, jumped, strict=True) if not off)


def test_a_passer_by_who_walks_through_the_whole_picture_is_nobody_new() -> None:
    found = course(lambda t: raising(t) if t < 2 else passing(t), 6)
    assert set(found[60:]) == {Follows.OTHER}


def test_the_person_is_found_again_after_long() -> None:
    found = course(lambda t: passing(t) if 2 <= t < 5.5 else raising(t), 8)
    assert set(found[round(5.5 * 30) + 1 :]) == {Follows.SAME}


def test_who_stays_in_their_place_is_met_as_somebody_new() -> None:
    other = points(body=BODIES[3], turn_deg=10, aside_m=0.1, away_m=2.2)
    found = course(lambda t: raising(t) if t < 3 else other, 7)
    met = found.index(Follows.NEW)
    assert met / 30 == pytest.approx(3 + NEW_AFTER_S, abs=0.1)
    assert set(found[90:met]) == {Follows.OTHER}
    assert set(found[met + 1 :]) == {Follows.SAME}


def about(points_: Points, scale: float) -> Points:
    """Return a body larger by so much about the middle of its own trunk."""
    middle = points_[[11, 12, 23, 24]].mean(axis=0)
    larger: Points = middle + (points_ - middle) * scale
    return larger


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda t: about(raising(t), 1.3), id="larger"),
        pytest.param(lambda t: about(raising(t), 0.75), id="smaller"),
    ],
)
def test_who_stands_in_the_very_place_of_the_person_is_not_taken_for_them(other: Course) -> None:
    def model(t: float) -> Points | None:
        return raising(t) if t < 2 else passing(t) if t < 4 else other(t)

    found = course(model, 5.5)
    assert set(found[60:]) == {Follows.OTHER}


def test_who_was_pulled_aside_before_a_passer_by_is_known_by_the_second_before_it() -> None:
    trunk = float(np.diff(raising(0)[[Landmark.LEFT_SHOULDER, Landmark.LEFT_HIP], 1])[0])

    def model(t: float) -> Points:
        if 1.5 <= t < 2.1:
            return moved(raising(t), 1.2 * trunk * (t - 1.5))
        return passing(t + 1.8) if 2.1 <= t < 2.4 else raising(t)

    found = course(model, 3)
    assert set(found[:63]) == {Follows.SAME}
    assert set(found[72:]) == {Follows.SAME}


def test_nobody_is_back_in_another_posture_than_they_can_have_taken_since() -> None:
    def model(t: float) -> Points | None:
        return raising(t) if t < 2 else passing(t + 1.8) if t < 2.4 else points(turn_deg=90)

    assert set(course(model, 2.8)[60:]) == {Follows.OTHER}


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("scale", [1.5, 0.6])
def test_who_is_all_at_once_much_nearer_or_farther_is_somebody_else(scale: float, fps: int) -> None:
    found = course(lambda t: raising(t) if t < 2 else about(raising(t), scale), 3, fps)
    assert set(found[2 * fps :]) == {Follows.OTHER}


def test_landmarks_that_are_scattered_are_nobody() -> None:
    scatter = np.random.default_rng(5)

    def model(t: float) -> Points:
        off = scatter.normal(0, 25, (LANDMARK_COUNT, 2)) if 2 <= t < 2.3 else 0.0
        off = off - np.mean(off, axis=0) if 2 <= t < 2.3 else off
        return raising(t) + off

    found = course(model, 4)
    assert set(found[60:69]) == {Follows.OTHER}
    assert set(found[70:]) == {Follows.SAME}


def test_who_stays_but_is_lost_in_between_is_waited_for_anew() -> None:
    other = points(body=BODIES[3], aside_m=0.1, away_m=2.0)
    lost = course(
        lambda t: raising(t) if t < 3 else None if 4 <= t < 4.6 else other, 3 + NEW_AFTER_S + 0.5
    )
    assert Follows.NEW not in lost


def test_somebody_just_met_is_not_held_on_to() -> None:
    other = points(body=BODIES[3], aside_m=0.6, away_m=2.0)
    found = course(lambda t: raising(t) if t < 0.5 else other, 2)
    assert found.count(Follows.NEW) == 1
    assert Follows.OTHER not in found
    assert HELD_AFTER_S > 0.5


def sitting_down_and_up(t: float) -> Points:
    way = ease(min(max(t - 1, 0) / 1.3, 1)) - ease(min(max(t - 3, 0) / 1.3, 1))
    lean = 35 * np.sin(np.pi * way)
    return points(
        angles=replace(blend(NEUTRAL, SEATED, way), trunk_forward_lean=lean),
        turn_deg=70,
    )


def squatting(t: float) -> Points:
    bend = 90 * (1 - np.cos(2 * np.pi * t / 2.5)) / 2
    sides = {f"{side}_knee_flexion": bend for side in ("left", "right")}
    sides |= {f"{side}_hip_flexion": bend for side in ("left", "right")}
    angles = replace(NEUTRAL, trunk_forward_lean=bend / 3, **sides)
    return points(angles=angles, turn_deg=45)


def reaching_ahead(t: float) -> Points:
    high = 8 + 41 * (1 - np.cos(2 * np.pi * t / 4))
    sides = {f"{side}_shoulder_elevation": high for side in ("left", "right")}
    sides |= {f"{side}_shoulder_plane": 90.0 for side in ("left", "right")}
    return points(angles=replace(NEUTRAL, **sides))


OWN_MOVEMENTS: dict[str, Course] = {
    "sits down and gets up": sitting_down_and_up,
    "steps aside": lambda t: points(aside_m=0.6 * ease(min(max(t - 1, 0) / 0.8, 1))),
    "walks toward the camera": lambda t: points(away_m=4.5 - 1.2 * min(t, 2.2)),
    "walks away": lambda t: points(away_m=1.8 + 1.2 * min(t, 2.2)),
    "squats": squatting,
    "reaches toward the camera": reaching_ahead,
    "turns round": lambda t: points(turn_deg=180 * ease(min(max(t - 1, 0) / 1.5, 1))),
    "bends to the side": lambda t: points(
        angles=replace(NEUTRAL, trunk_side_lean=25 * np.sin(2 * np.pi * t / 2))
    ),
}


@pytest.mark.parametrize("fps", RATES)
@pytest.mark.parametrize("name", OWN_MOVEMENTS)
def test_nobody_is_taken_for_another_because_of_how_they_move(name: str, fps: float) -> None:
    found = course(OWN_MOVEMENTS[name], 5, fps)
    assert set(found) <= {Follows.SAME, Follows.SLIP}
    # Near its narrowest, a body that turns quickly has widths that change by more than bones do.
    assert found.count(Follows.SLIP) <= (0.08 * len(found) if name == "turns round" else 0)


def test_after_half_a_second_in_which_nobody_was_found_the_person_goes_on() -> None:
    def walks_on(t: float) -> Points | None:
        return None if 2 <= t < 2.5 else points(aside_m=0.8 * (t - 2))

    assert set(course(walks_on, 4)) == {Follows.SAME}


@pytest.mark.parametrize("fps", [15, 30, 60])
def test_when_the_camera_is_bumped_nothing_is_believed_until_it_has_rested(fps: float) -> None:
    def bumped(t: float) -> Points:
        return moved(raising(t), 0 if t < 3 else -130, 0 if t < 3 else 40)

    found = course(bumped, 5, fps)
    assert set(found) == {Follows.SAME, Follows.BUMPED}
    assert found.index(Follows.BUMPED) == 3 * fps
    assert found.count(Follows.BUMPED) / fps == pytest.approx(RESTS_AFTER_S, abs=1.01 / fps)
    assert set(found[-round(1.6 * fps) :]) == {Follows.SAME}


def test_a_camera_that_swings_is_waited_for_until_it_rests() -> None:
    def swinging(t: float) -> Points:
        return moved(raising(t), 150 * (-1) ** int(t * 10) if 3 <= t < 4 else 0)

    found = course(swinging, 6)
    assert set(found[90 : round(4.2 * 30)]) == {Follows.BUMPED}
    assert set(found[round((4 + RESTS_AFTER_S) * 30) + 1 :]) == {Follows.SAME}


def test_a_broken_forearm_is_a_slip_and_the_next_whole_one_is_believed() -> None:
    def breaking(t: float) -> Points:
        body = raising(t)
        if 2 <= t < 2.05:
            body[Landmark.LEFT_WRIST] = body[Landmark.LEFT_ELBOW] + 10
            body[Landmark.RIGHT_WRIST] += 60
        return body

    found = course(breaking, 3)
    assert {i / 30 for i, one in enumerate(found) if one is Follows.SLIP} == {2.0, 61 / 30}
    assert set(found) == {Follows.SAME, Follows.SLIP}


def test_a_bone_that_stays_as_it_became_is_believed_in_the_end() -> None:
    def shorter(t: float) -> Points:
        body = raising(t)
        if t >= 2:
            body[Landmark.LEFT_WRIST] += 0.4 * (
                body[Landmark.LEFT_ELBOW] - body[Landmark.LEFT_WRIST]
            )
        return body

    found = course(shorter, 3)
    assert 2 <= found.count(Follows.SLIP) <= 6
    assert set(found[67:]) == {Follows.SAME}


def test_with_only_head_and_arms_in_the_picture_a_jump_is_noticed_all_the_same() -> None:
    def cut_off(body: Points) -> Points:
        body = body.copy()
        body[Landmark.LEFT_HIP :] = np.nan
        return body

    found = course(lambda t: cut_off(passing(t) if 3.8 <= t < 4.2 else raising(t)), 6)
    assert {i for i, one in enumerate(found) if one is Follows.OTHER} == set(range(114, 126))


def test_a_clock_set_back_begins_anew() -> None:
    person = SamePerson()
    for t in seconds(3):
        person.step(raising(t), t)
    assert person.step(passing(0.0), 0.0) is Follows.SAME


def test_nothing_seen_at_all_is_no_other_person() -> None:
    nowhere = np.full((LANDMARK_COUNT, 2), np.nan)
    found = course(lambda t: nowhere if 2 <= t < 3 else raising(t), 5)
    assert set(found) == {Follows.SAME}
