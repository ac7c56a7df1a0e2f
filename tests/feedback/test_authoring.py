"""A movement proposed from who performs it: exact bodies, and what comes of them."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from app.performance import Performance
from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.guide import guide_at
from exercises.guide_speed import ARM_LIMIT_DEG_S, peak_speeds
from exercises.library import find_exercise
from exercises.loading import parse
from exercises.writing import written
from feedback.authoring import Proposal, propose
from feedback.authoring_led import NothingToProposeError
from feedback.guide_course import guide_course
from figure.joint_angles import NEUTRAL, SEATED, JointAngles
from tests.feedback.performers import guided, seen, swings
from vision.measures import indices_of
from words.wording import forbidden_in

# The library's movements of each kind: arms, trunk, neck, legs, alternating, from front and side.
PERFORMED = [
    "sunrise-arms-standing",
    "side-bend-seated",
    "sit-to-stand",
    "two-hands-hold-up-heavens",
    *(
        pytest.param(name, marks=pytest.mark.endurance)
        for name in (
            "sunrise-arms-seated",
            "open-heart-standing",
            "neck-side-bend-seated",
            "commencing-form",
            "arm-float-seated",
            "hip-hinge-standing",
            "soft-knee-sink",
            "single-arm-raise-standing",
            "leg-to-side-standing",
        )
    ),
]


def proposed(performance: Performance, **named: str) -> Proposal:
    return propose(
        performance.sights,
        movement_id=named.get("movement_id"),
        title=named.get("title"),
        number=101,
    )


@cache
def found_again(movement_id: str) -> Proposal:
    """Return what is proposed of who performs a movement of the library."""
    movement = find_exercise(movement_id)
    return proposed(guided(movement, 4 if movement.sides == "alternating" else 2))


def lead(exercise: Exercise) -> Target:
    return next(target for target in exercise.targets if target.role == "lead")


def arm_raise(top_deg: float, **how: float) -> Performance:
    top = replace(NEUTRAL, left_shoulder_elevation=top_deg, right_shoulder_elevation=top_deg)
    posture, seconds = swings(top, **how)  # type: ignore[arg-type]
    return seen(posture, seconds)


def nothing(performance: Performance) -> str:
    with pytest.raises(NothingToProposeError) as caught:
        proposed(performance)
    return caught.value.why


@pytest.mark.parametrize("movement_id", PERFORMED)
def test_a_movement_of_the_library_is_found_again_in_who_performs_it(movement_id: str) -> None:
    movement = find_exercise(movement_id)
    found = found_again(movement_id)
    own, theirs = lead(found.exercise), lead(movement)
    assert own.measure == theirs.measure
    assert found.exercise.view == movement.view
    assert found.exercise.posture == movement.posture
    assert found.exercise.sides == movement.sides
    # What was shown lies within what the library calls comfortable, or a few degrees beside it.
    beside = 6.0 if abs(theirs.far) > 5 else 0.3
    middle = (own.low + own.high) / 2
    assert theirs.low - beside <= middle <= theirs.high + beside
    assert own.rising == theirs.rising
    assert sum(found.counted.values()) >= len(found.lead.ways)


@pytest.mark.parametrize("movement_id", PERFORMED)
def test_its_guide_moves_as_the_performer_did_seen_from_the_view(movement_id: str) -> None:
    movement = find_exercise(movement_id)
    found = found_again(movement_id).exercise
    name = lead(movement).measure
    true, own = guide_course(movement), guide_course(found)
    scale = 0.05 if name == "wrist_span" else 1.0
    for row in indices_of(name):
        for extreme in (np.nanmin, np.nanmax):
            assert extreme(own[:, row]) == pytest.approx(extreme(true[:, row]), abs=9 * scale)


@pytest.mark.parametrize("movement_id", PERFORMED)
def test_what_is_proposed_passes_check_and_keeps_its_own_ranges(movement_id: str) -> None:
    found = found_again(movement_id).exercise
    assert parse(written(found).encode(), "own.toml") == found
    course = guide_course(found)
    for target in found.targets:
        values = course[:, list(indices_of(target.measure))]
        outward = 1 if target.ceiling > target.rest else -1
        assert np.nanmax(outward * values) <= outward * target.ceiling
        if target.role == "steady":
            assert target.low <= np.nanmin(values) <= np.nanmax(values) <= target.high


@pytest.mark.parametrize("movement_id", PERFORMED)
def test_its_texts_are_invitations(movement_id: str) -> None:
    found = found_again(movement_id).exercise
    texts = [found.title, found.camera, found.prompt, found.how, *found.care, found.helps]
    texts += [phase.words for phase in found.phases]
    assert [word for text in texts for word in forbidden_in(text)] == []


@pytest.mark.endurance
def test_each_time_out_and_back_is_seen_and_the_times_are_rounded_kindly() -> None:
    found = proposed(arm_raise(90, times=4, out_s=4.2, back_s=5.9))
    assert len(found.lead.ways) == 4
    seconds = [phase.seconds for phase in found.exercise.phases]
    assert seconds == pytest.approx([4.2, 5.9], abs=0.5)
    assert [second % 0.5 for second in seconds] == [0.0, 0.0]
    assert [phase.breath for phase in found.exercise.phases] == ["in", "out"]
    assert found.counted == {"left": 4, "right": 4}


def test_a_performer_in_a_hurry_gets_a_guide_that_is_calm() -> None:
    found = proposed(arm_raise(160, times=4, out_s=1.2, back_s=1.2))
    assert found.took.out_s == pytest.approx(1.2, abs=0.3)
    arms = [
        speed for _, joint, speed in peak_speeds(found.exercise) if joint == "shoulder_elevation"
    ]
    assert max(arms) <= ARM_LIMIT_DEG_S
    assert min(phase.seconds for phase in found.exercise.phases) >= 3.0


@pytest.mark.endurance
def test_a_long_stay_at_the_top_is_kept_and_nobody_holds_their_breath() -> None:
    found = proposed(arm_raise(90, stay_s=4.0)).exercise
    assert [phase.id for phase in found.phases] == ["away", "stay", "home"]
    assert found.phases[1].seconds == pytest.approx(4.0, abs=0.5)
    assert {phase.breath for phase in found.phases} == {"natural"}


def test_who_leans_before_they_rise_is_guided_to_lean_and_to_breathe_with_each_part() -> None:
    found = found_again("sit-to-stand").exercise
    ids = [phase.id for phase in found.phases]
    assert ids[:4] == ["set-out", "away", "stay", "home"]
    assert [phase.breath for phase in found.phases][:4] == ["in", "out", "in", "out"]
    assert found.phases[0].guide["trunk_forward_lean"] > 25
    assert found.title == "Rise and sit, seated"


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.endurance
def test_one_arm_alone_is_offered_to_both_sides_in_turn_and_written_for_the_left(
    side: str,
) -> None:
    top = replace(NEUTRAL, **{f"{side}_shoulder_elevation": 85.0})
    posture, seconds = swings(top)
    found = proposed(seen(posture, seconds))
    assert found.exercise.sides == "alternating"
    assert found.lead.shown == (side,)
    assert dict(found.counted) == {side: 3}
    away = guide_at(found.exercise, found.exercise.phases[0].seconds - 1e-6).angles
    assert away.left_shoulder_elevation == pytest.approx(85, abs=8)
    assert away.right_shoulder_elevation < 20


@pytest.mark.endurance
def test_from_the_side_an_arm_that_rests_behind_the_body_does_not_take_part() -> None:
    one = replace(NEUTRAL, right_shoulder_elevation=90.0, right_shoulder_plane=88.0)
    both = replace(one, left_shoulder_elevation=90.0, left_shoulder_plane=88.0)
    alone = proposed(seen(*swings(one), turn_deg=88.0)).exercise
    together = proposed(seen(*swings(both), turn_deg=88.0)).exercise
    assert (alone.view, alone.sides) == ("side", "alternating")
    assert (together.view, together.sides) == ("side", "each")
    assert lead(alone).measure == lead(together).measure == "shoulder_flexion"


@pytest.mark.endurance
def test_who_walks_in_and_out_is_asked_only_about_what_they_do_in_between() -> None:
    posture, performed_s = swings(
        replace(NEUTRAL, left_shoulder_elevation=95.0, right_shoulder_elevation=95.0), times=4
    )

    def walks(t: float) -> JointAngles:
        swing = 25 * np.sin(2 * np.pi * t)
        return replace(
            NEUTRAL,
            left_hip_flexion=swing,
            right_hip_flexion=-swing,
            left_knee_flexion=20 + swing / 2,
            right_knee_flexion=20 - swing / 2,
            left_shoulder_elevation=abs(swing),
            right_shoulder_elevation=abs(swing),
        )

    begins, ends = 4.0, 4.0 + performed_s

    def across_px(t: float) -> float:
        return 100.0 * (min(t - begins, 0.0) + max(t - ends, 0.0))

    def both(t: float) -> JointAngles:
        return posture(t - begins) if begins <= t < ends else walks(t)

    found = proposed(seen(both, ends + 4.0, across_px=across_px))
    assert (found.exercise.sides, lead(found.exercise).measure) == ("each", "shoulder_abduction")
    assert len(found.lead.ways) == 4
    assert found.start_s >= begins - 2.2
    assert found.end_s <= ends + 2.2


def test_who_does_nothing_is_told_so() -> None:
    def trembles(t: float) -> JointAngles:
        return replace(NEUTRAL, left_shoulder_elevation=10 + 2 * np.sin(7 * t))

    assert nothing(seen(trembles, 12.0)) == "still"


def test_who_only_moves_once_and_not_back_has_shown_no_movement() -> None:
    raised = replace(NEUTRAL, left_shoulder_elevation=90.0, right_shoulder_elevation=90.0)
    assert nothing(seen(lambda t: NEUTRAL if t < 5 else raised, 12.0)) == "still"


@pytest.mark.endurance
def test_who_bends_the_knees_before_the_camera_is_asked_to_turn_a_side_to_it() -> None:
    bent = dict.fromkeys(("left_knee_flexion", "right_knee_flexion"), 80.0)
    bent |= dict.fromkeys(("left_hip_flexion", "right_hip_flexion"), 70.0)
    posture, seconds = swings(replace(NEUTRAL, **bent))
    assert nothing(seen(posture, seconds)) == "legs"
    assert lead(proposed(seen(posture, seconds, turn_deg=85.0)).exercise).measure == "knee_flexion"


@pytest.mark.endurance
def test_who_faces_away_or_is_not_there_is_told_so() -> None:
    posture, seconds = swings(replace(NEUTRAL, left_shoulder_elevation=90.0))
    assert nothing(seen(posture, seconds, turn_deg=178.0)) == "away"
    assert nothing(Performance((), (640, 480))) == "nobody"
    empty = seen(posture, seconds)
    gone = Performance(tuple(replace(moment, pose=None) for moment in empty.moments), empty.size)
    assert nothing(gone) == "nobody"


@pytest.mark.endurance
def test_between_front_and_side_it_says_that_the_numbers_are_rough() -> None:
    bent = dict.fromkeys(("left_knee_flexion", "right_knee_flexion"), 80.0)
    bent |= dict.fromkeys(("left_hip_flexion", "right_hip_flexion"), 60.0)
    found = proposed(seen(*swings(replace(NEUTRAL, **bent)), turn_deg=45.0))
    assert not found.square
    assert (found.exercise.view, lead(found.exercise).measure) == ("side", "knee_flexion")
    assert proposed(arm_raise(90)).square


def test_who_sits_is_guided_sitting() -> None:
    top = replace(SEATED, left_shoulder_elevation=80.0, right_shoulder_elevation=80.0)
    posture, seconds = swings(top, SEATED)
    found = proposed(seen(posture, seconds))
    assert found.seat.sits
    assert found.exercise.posture == "seated"
    assert "Sit" in found.exercise.camera


def test_it_is_called_as_it_is_asked_to_be() -> None:
    found = proposed(arm_raise(90), movement_id="evening-arms", title="Evening arms")
    assert (found.exercise.id, found.exercise.title) == ("evening-arms", "Evening arms")
    assert found.called("other-arms").exercise.id == "other-arms"
    assert found.exercise.number == 101


def test_a_range_is_modest_and_about_what_was_shown() -> None:
    own = lead(proposed(arm_raise(90)).exercise)
    assert own.rest <= 10
    assert own.low < 90 < own.high
    assert own.high - own.low <= 40
    assert own.high < own.ceiling <= own.high + 25
