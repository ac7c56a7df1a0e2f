"""Stories of a person's own range being found, over synthetic seconds."""

from collections.abc import Callable
from dataclasses import replace
from math import nan

import pytest

from exercises.library import library
from exercises.range_draft import RangeDraft
from exercises.ranges import SafeRange
from feedback.calibrating import MOST_S, Calibrating
from feedback.calibrating_intent import Ask, CalibratingIntent, Override, SetTo
from feedback.calibrating_step import CalibratingStep
from feedback.proposal import Proposed
from tests.people import Person, seconds, sight, swing
from vision.measures import Withheld
from vision.sight import Sight, nobody
from vision.viewpoint import Viewpoint

LIBRARY = library()
SUNRISE = LIBRARY["sunrise-arms-seated"]
FPS = 15.0
REASON = "a dancer, cleared by the surgeon"
Asks = Callable[[CalibratingStep], CalibratingIntent | None]


def arms(t: float, left: float, right: float, error: float = 5.0) -> Sight:
    both = {"shoulder_abduction_left": left, "shoulder_abduction_right": right}
    return sight(t, error=error, trunk_side_lean=0.0, **both)


def shows(t: float, rest: float, top: float) -> float:
    """Return where an arm is that is still for three seconds and then rises and comes back."""
    return rest if t % 13 < 3 else swing(t % 13 - 3, rest, top)


def limited(t: float) -> Sight:
    """Return a person whose left shoulder stops at 97 and whose right goes to 128."""
    return arms(t, shows(t, 9, 97), shows(t, 8, 128))


def going_on(step: CalibratingStep) -> CalibratingIntent | None:
    return Ask.ON if step.kind in ("adjust", "sign") else None


def nothing(step: CalibratingStep) -> CalibratingIntent | None:
    del step
    return None


def story(
    calibrating: Calibrating, person: Person, until_s: float, asks: Asks = going_on
) -> list[CalibratingStep]:
    steps: list[CalibratingStep] = []
    for t in seconds(until_s, FPS):
        steps.append(calibrating.step(asks(steps[-1]) if steps else None, person(t), t))
    return steps


def kinds(steps: list[CalibratingStep]) -> list[tuple[str, int]]:
    """Return what was gone through, with the part it was about."""
    gone = [(step.kind, step.index) for step in steps]
    return [now for now, then in zip(gone, [None, *gone], strict=False) if now != then]


def numbers(draft: RangeDraft) -> tuple[str, float, float, float]:
    return draft.measure_key, draft.low, draft.high, draft.ceiling


def test_a_therapist_and_a_person_find_two_unlike_shoulders_in_three_minutes() -> None:
    steps = story(Calibrating(SUNRISE), limited, 100)
    assert kinds(steps) == [
        ("neutral", 0),
        ("show", 0),
        ("adjust", 0),
        ("neutral", 1),
        ("show", 1),
        ("adjust", 1),
        ("sign", 1),
        ("finished", 1),
    ]
    assert [numbers(draft) for draft in steps[-1].drafts] == [
        ("shoulder_abduction_left", 86, 91, 100),
        ("shoulder_abduction_right", 117, 122, 134),
    ]
    left = steps[-1].drafts[0]
    assert (left.view, left.error, left.override_reason) == ("front", 5.0, None)
    assert [round(top) for top in left.tops] == [97, 97, 97]
    assert not any(step.cue for step in steps)


def test_what_is_measured_is_shown_live_with_its_error() -> None:
    steps = story(Calibrating(SUNRISE), limited, 9)
    rising = [step for step in steps if step.kind == "show" and step.value > 90]
    assert rising
    assert all(step.error == 5.0 and step.measuring for step in rising)
    still = [step.still for step in steps if step.kind == "neutral"]
    assert still == sorted(still)
    assert steps[-1].neutral == pytest.approx(9)
    assert (steps[-1].wanted, len(steps[-1].tops)) == (3, 0)


def test_turned_away_nothing_is_measured_and_it_is_said_kindly() -> None:
    def turning(t: float) -> Sight:
        seen = limited(t)
        if t < 16:
            return seen
        seen = arms(t, nan, nan)
        seen.measures.withheld[:] = Withheld.TURNED
        return replace(seen, viewpoint=Viewpoint(turn_deg=60.0))

    steps = story(Calibrating(SUNRISE), turning, 40)
    assert len(steps[-1].tops) == 1
    assert not steps[-1].measuring
    said = {step.cue.id for step in steps if step.cue}
    assert said == {"stand-front", "cannot-see-joint"}


def test_from_the_side_the_hidden_limb_is_asked_to_face_the_camera() -> None:
    floating = LIBRARY["arm-float-seated"]

    def from_the_right(t: float) -> Sight:
        seen = sight(t, error=4.0, shoulder_flexion_right=10.0, trunk_forward_lean=0.0)
        return replace(seen, viewpoint=Viewpoint(turn_deg=90.0))

    steps = story(Calibrating(floating), from_the_right, 6)
    cues = [step.cue for step in steps if step.cue]
    assert {(cue.id, cue.side) for cue in cues} == {("stand-side", "left")}
    assert steps[-1].kind == "neutral"


def test_an_unsure_top_is_not_taken() -> None:
    steps = story(Calibrating(SUNRISE), lambda t: arms(t, shows(t, 9, 97), 9, error=nan), 20)
    assert steps[-1].tops == ()
    assert steps[-1].last_untaken == "unsure"


def test_nobody_there_is_waited_for_and_then_nothing_is_proposed() -> None:
    steps = story(Calibrating(SUNRISE), nobody, MOST_S + 2)
    assert [step.kind for step in steps if step.index == 0][-1] == "adjust"
    assert steps[-1].kind == "finished"
    assert steps[-1].drafts == ()
    assert {step.cue.id for step in steps if step.cue} == {"cannot-see"}


def test_one_movement_is_measured_for_three_minutes_at_most() -> None:
    def slow(t: float) -> Sight:
        return arms(t, swing(t, 9, 97, cycle_s=40), swing(t, 8, 120, cycle_s=40))

    calibrating = Calibrating(SUNRISE)
    measured = [step for step in story(calibrating, slow, 200) if step.kind in ("neutral", "show")]
    assert len(measured) / FPS <= MOST_S + 3 / FPS
    assert len(calibrating.drafts) == 2


def test_a_side_can_be_tried_again_and_a_top_taken_back() -> None:
    asked: list[int] = []

    def once(step: CalibratingStep) -> CalibratingIntent | None:
        if step.kind == "show" and len(step.tops) == 2 and not asked:
            asked.append(1)
            return Ask.AGAIN
        if step.kind == "adjust" and step.index == 0 and len(asked) == 1:
            asked.append(2)
            return Ask.AGAIN
        return going_on(step)

    steps = story(Calibrating(SUNRISE), limited, 180, once)
    assert [len(step.tops) for step in steps if step.kind == "show"].count(2) > 0
    assert kinds(steps)[:5] == [
        ("neutral", 0),
        ("show", 0),
        ("adjust", 0),
        ("neutral", 0),
        ("show", 0),
    ]
    assert len(steps[-1].drafts) == 2


def test_a_side_that_is_skipped_is_not_proposed() -> None:
    def skipping(step: CalibratingStep) -> CalibratingIntent | None:
        return Ask.SKIP if step.kind == "show" and step.index == 0 else going_on(step)

    steps = story(Calibrating(SUNRISE), limited, 60, skipping)
    assert [draft.measure_key for draft in steps[-1].drafts] == ["shoulder_abduction_right"]


def adjusting(*intents: CalibratingIntent) -> tuple[Calibrating, CalibratingStep]:
    """Return a calibration of a left arm that was found, and its step after `intents`."""
    calibrating = Calibrating(SUNRISE)
    step = story(calibrating, limited, 41, nothing)[-1]
    assert step.kind == "adjust"
    for number, intent in enumerate(intents):
        step = calibrating.step(intent, limited(41.0), 41.0 + number / 30)
    return calibrating, step


def test_comfort_and_ceiling_are_moved_by_keys_in_small_and_large_steps() -> None:
    assert adjusting()[1].setting == Proposed(86, 91, 100)
    assert adjusting(Ask.NEARER)[1].setting == Proposed(86, 90, 100)
    assert adjusting(Ask.MUCH_NEARER)[1].setting == Proposed(85, 86, 100)
    step = adjusting(Ask.SELECT, Ask.MUCH_FARTHER, Ask.FARTHER)[1]
    assert (step.handle, step.setting) == ("ceiling", Proposed(86, 91, 106))
    step = adjusting(Ask.SELECT, Ask.SELECT, Ask.MUCH_NEARER)[1]
    assert (step.handle, step.setting) == ("near", Proposed(81, 91, 100))
    assert adjusting(SetTo("far", 93.2))[1].setting == Proposed(86, 93, 100)


def test_the_ceiling_stops_at_the_movements_own_until_a_reason_is_written() -> None:
    calibrating, step = adjusting(SetTo("ceiling", 170.0))
    assert (step.limit, step.setting) == (150, Proposed(86, 91, 150))
    calibrating.step(Override(f"  {REASON} "), limited(42.0), 42.0)
    step = calibrating.step(SetTo("ceiling", 170.0), limited(42.1), 42.1)
    assert (step.limit, step.setting) == (180, Proposed(86, 91, 170))
    assert step.drafts[0].override_reason == REASON
    step = calibrating.step(SetTo("ceiling", 140.0), limited(42.2), 42.2)
    assert step.drafts[0].override_reason is None


def test_one_may_look_back_at_a_range_before_signing() -> None:
    calibrating = Calibrating(SUNRISE)
    asked: list[str] = []

    def back(step: CalibratingStep) -> CalibratingIntent | None:
        if step.kind == "sign" and not asked:
            asked.append("back")
            return Ask.BACK
        if asked == ["back"] and step.kind == "adjust":
            asked.append("back")
            return Ask.BACK
        return None if len(asked) == 2 else going_on(step)

    steps = story(calibrating, limited, 100, back)
    assert (steps[-1].kind, steps[-1].index) == ("adjust", 0)
    assert steps[-1].setting == Proposed(86, 91, 100)
    t = 101.0
    for expected in [("adjust", 1), ("sign", 1), ("finished", 1)]:
        step = calibrating.step(Ask.ON, limited(t), t)
        assert (step.kind, step.index) == expected
        t += 0.1


def test_leaving_leaves_nothing_behind() -> None:
    calibrating, _ = adjusting()
    step = calibrating.step(Ask.LEAVE, limited(42.0), 42.0)
    assert (step.kind, step.drafts) == ("left", ())
    assert calibrating.step(Ask.ON, limited(43.0), 43.0).kind == "left"


def test_a_switch_takes_a_posture_for_neutral_and_two_tops_for_enough() -> None:
    def trembling(t: float) -> Sight:
        return arms(t, shows(t, 9, 97) + 4 * (-1) ** round(5 * t), 9)

    def switch(step: CalibratingStep) -> CalibratingIntent | None:
        ready = step.kind == "neutral" or (step.kind == "show" and len(step.tops) == 2)
        return Ask.ON if ready else None

    steps = story(Calibrating(SUNRISE), trembling, 60, switch)
    assert steps[-1].kind == "adjust"
    assert len(steps[-1].tops) == 2


def test_the_movements_ceiling_guards_while_a_range_is_found() -> None:
    def far(t: float) -> Sight:
        return arms(t, 9, shows(t, 8, 158))

    steps = story(Calibrating(SUNRISE), far, 14)
    told = [step for step in steps if step.cue and step.cue.protective]
    assert told
    assert told[0].cue is not None
    assert told[0].cue.side == "right"


def test_an_old_ceiling_does_not_guard_a_therapist_who_looks_for_the_new_one() -> None:
    old = [SafeRange("shoulder_abduction_left", 60, 70, 80, SUNRISE.id)]
    steps = story(Calibrating(SUNRISE, old), limited, 30)
    assert not any(step.cue for step in steps)
    assert steps[-1].part.own.ceiling == 80


def test_alone_with_the_lock_on_it_is_measured_and_proposed_and_the_old_ceiling_stays() -> None:
    old = [SafeRange("shoulder_abduction_left", 60, 80, 95, SUNRISE.id)]
    steps = story(Calibrating(SUNRISE, old, locked=True), limited, 100, nothing)
    assert kinds(steps) == [
        ("neutral", 0),
        ("show", 0),
        ("neutral", 1),
        ("show", 1),
        ("finished", 1),
    ]
    left, right = steps[-1].drafts
    assert numbers(left) == ("shoulder_abduction_left", 85, 90, 95)
    assert numbers(right) == ("shoulder_abduction_right", 117, 122, 150)
    told = [step.cue for step in steps if step.cue and step.cue.protective]
    assert told
    assert {cue.side for cue in told} == {"left"}


def test_alone_nothing_moves_a_ceiling() -> None:
    def trying(step: CalibratingStep) -> CalibratingIntent | None:
        wishes: list[CalibratingIntent] = [
            SetTo("ceiling", 179.0),
            Override(REASON),
            Ask.MUCH_FARTHER,
            Ask.BACK,
        ]
        return wishes[round(step.remaining_s * FPS) % len(wishes)]

    old = [SafeRange("shoulder_abduction_left", 60, 80, 95, SUNRISE.id)]
    steps = story(Calibrating(SUNRISE, old, locked=True), limited, 100, trying)
    assert [draft.ceiling for draft in steps[-1].drafts] == [95, 150]
    assert all(draft.override_reason is None for draft in steps[-1].drafts)


def test_alone_a_ceiling_that_was_signed_beyond_keeps_its_reason() -> None:
    beyond = [SafeRange("shoulder_abduction_left", 120, 150, 170, SUNRISE.id, REASON)]
    steps = story(Calibrating(SUNRISE, beyond, locked=True), limited, 100, nothing)
    assert (steps[-1].drafts[0].ceiling, steps[-1].drafts[0].override_reason) == (170, REASON)


def test_a_bend_is_found_to_each_side_with_its_own_sign() -> None:
    def bending(t: float) -> Sight:
        left = t < 42
        return sight(t, error=2.0, trunk_side_lean=shows(t, 0, 16) if left else -shows(t, 0, 12))

    steps = story(Calibrating(LIBRARY["side-bend-seated"]), bending, 110)
    assert [numbers(draft) for draft in steps[-1].drafts] == [
        ("trunk_side_lean", 8, 13, 18),
        ("trunk_side_lean", -9, -4, -14),
    ]


def test_what_both_knees_do_as_one_is_signed_for_both() -> None:
    def rising(t: float) -> Sight:
        knee = shows(t, 90, 12)
        return sight(t, error=6.0, knee_flexion_right=knee, trunk_forward_lean=0.0)

    steps = story(Calibrating(LIBRARY["sit-to-stand"]), rising, 60)
    assert [draft.measure_key for draft in steps[-1].drafts] == [
        "knee_flexion_left",
        "knee_flexion_right",
    ]
    assert len({(d.low, d.high, d.ceiling) for d in steps[-1].drafts}) == 1


def test_a_moved_camera_stops_the_measuring() -> None:
    def bumped(t: float) -> Sight:
        return replace(limited(t), camera_moved=7 < t < 8)

    steps = story(Calibrating(SUNRISE), bumped, 14)
    assert {step.cue.id for step in steps if step.cue} == {"camera-moved"}
    assert not any(step.measuring for step in steps if 7.1 < steps.index(step) / FPS < 10)
    assert steps[-1].tops == ()


@pytest.mark.parametrize("name", ["wrist-circles-seated", "twist-seated"])
def test_a_movement_that_is_not_measured_has_no_range_to_find(name: str) -> None:
    with pytest.raises(ValueError, match="no range to find"):
        Calibrating(LIBRARY[name])


def test_a_slow_display_and_a_slow_camera_find_the_same() -> None:
    calibrating = Calibrating(SUNRISE)
    step = None
    for number in range(60 * 90):
        t = number / 60
        seen = limited(round(t * 12) / 12)
        intent = going_on(step) if step else None
        step = calibrating.step(intent, seen, max(t, seen.time_s))
    assert step is not None
    assert [draft.high for draft in step.drafts] == [91, 122]
