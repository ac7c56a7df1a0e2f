"""Movements done with one side alone."""

from dataclasses import asdict

import pytest

from exercises.guide import guide_at
from exercises.library import library
from exercises.one_sided import kept_side, one_sided
from exercises.own_targets import own_targets
from exercises.ranges import SafeRange
from feedback.coach import Coach
from figure.joint_angles import mirrored
from tests.people import arms, live, sight, swing
from vision.measures import SIDES, Side

LIBRARY = library()
SUNRISE = LIBRARY["sunrise-arms-seated"]
BEND = LIBRARY["side-bend-seated"]


@pytest.mark.parametrize("side", SIDES)
def test_of_two_arms_one_is_asked_for_and_the_guides_other_stays(side: Side) -> None:
    alone = one_sided(SUNRISE, side)
    assert alone is not None
    assert kept_side(alone) == side
    keys = [own.measure.key for own in own_targets(alone)]
    assert keys == [f"shoulder_abduction_{side}", "trunk_side_lean"]
    at_rest, at_top = (asdict(guide_at(alone, t).angles) for t in (0.0, 4.0))
    other = "right" if side == "left" else "left"
    assert at_top[f"{side}_shoulder_elevation"] > at_rest[f"{side}_shoulder_elevation"] + 60
    assert at_top[f"{other}_shoulder_elevation"] == at_rest[f"{other}_shoulder_elevation"]


def test_an_arm_alone_is_counted_for_itself_whatever_the_other_does() -> None:
    alone = one_sided(SUNRISE, "right")
    assert alone is not None
    answers = live(Coach(alone), lambda t: arms(t, 170, swing(t, 10, 95)), 30)
    assert [repetition.side for repetition in answers[-1].repetitions] == ["right"] * 3
    assert {verdict.measure.side for verdict in answers[-1].verdicts} == {"right", None}


@pytest.mark.parametrize(("other", "is_told"), [(100, False), (170, True)])
def test_an_arm_that_is_left_out_has_its_ceiling_all_the_same(other: float, is_told: bool) -> None:
    alone = one_sided(SUNRISE, "right")
    assert alone is not None
    answers = live(Coach(alone), lambda t: arms(t, other, swing(t, 10, 95)), 12)
    assert any(answer.cue and answer.cue.protective for answer in answers) is is_told


def test_of_an_arm_that_is_left_out_the_persons_own_ceiling_holds() -> None:
    alone = one_sided(SUNRISE, "right")
    assert alone is not None
    own = SafeRange("shoulder_abduction_left", 20, 60, 70, exercise_id=SUNRISE.id)
    answers = live(Coach(alone, (own,)), lambda t: arms(t, 90, swing(t, 10, 95)), 12)
    assert any(answer.cue and answer.cue.protective for answer in answers)


@pytest.mark.parametrize("side", SIDES)
def test_a_bend_to_one_side_goes_there_every_time(side: Side) -> None:
    alone = one_sided(BEND, side)
    assert alone is not None
    sign = 1 if side == "left" else -1
    assert [own.target.ceiling for own in own_targets(alone)] == [sign * 30]
    for cycle in (0, 1):
        shown = guide_at(alone, alone.cycle_s * cycle + 6.0).angles
        written = guide_at(BEND, 6.0).angles
        assert shown == (written if side == "left" else mirrored(written))
    answers = live(
        Coach(alone), lambda t: sight(t, trunk_side_lean=sign * swing(t, 0, 16, rising=0.6)), 40
    )
    assert [repetition.side for repetition in answers[-1].repetitions] == [side] * 4


def test_one_leg_of_a_march_is_lifted_every_time() -> None:
    march = one_sided(LIBRARY["march-seated"], "right")
    assert march is not None
    assert [own.measure.key for own in own_targets(march) if own.target.role == "lead"] == [
        "hip_flexion_right"
    ]


@pytest.mark.parametrize("name", ["sit-to-stand", "soft-knee-sink", "open-heart-seated"])
def test_what_both_sides_do_together_is_not_done_with_one(name: str) -> None:
    assert one_sided(LIBRARY[name], "left") is None


def test_one_side_of_one_side_is_that_side_or_nothing() -> None:
    alone = one_sided(SUNRISE, "left")
    assert alone is not None
    assert one_sided(alone, "left") is alone
    assert one_sided(alone, "right") is None


@pytest.mark.parametrize("name", sorted(LIBRARY))
@pytest.mark.parametrize("side", SIDES)
def test_every_movement_of_the_library_has_one_side_or_none(name: str, side: Side) -> None:
    alone = one_sided(LIBRARY[name], side)
    if LIBRARY[name].sides == "alternating":
        assert alone is not None
    if alone is not None:
        leads = [own for own in own_targets(alone) if own.target.role == "lead"]
        assert all(own.measure.side in (side, None) for own in leads)
