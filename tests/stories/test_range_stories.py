"""Stories of a person in their range: drifting, pausing, passing a ceiling, being lost to sight."""

from dataclasses import replace
from math import nan

import numpy as np
import pytest

from exercises.library import find_exercise
from exercises.ranges import SafeRange
from feedback.coach import Coach
from feedback.verdict import Standing
from tests.people import Person, arms, cues_of, live, seconds, sight, swing
from vision.measures import Measures
from vision.sight import Sight, nobody

SUNRISE = find_exercise("sunrise-arms-standing")


def test_patient_drifts_then_recovers() -> None:
    def person(t: float) -> Sight:
        return arms(t, swing(t, 10, 138 if 10 < t < 20 else 95))

    answers = live(Coach(SUNRISE), person, 40)
    said = [(t, cue) for t, cue in cues_of(answers) if cue != "comfort"]
    assert [cue for _, cue in said] == ["within"]
    assert 12 < said[0][0] < 15
    assert not any(answer.cue and answer.cue.id == "within" for answer in answers[22 * 30 :])
    assert answers[34 * 30].verdicts[0].standing is Standing.COMFORTABLE
    assert len(answers[-1].repetitions) == 8


def test_leaning_by_more_than_the_doubt_is_softly_said() -> None:
    def person(t: float, error: float | None) -> Sight:
        both = {"shoulder_abduction_left": 12.0, "shoulder_abduction_right": 12.0}
        return sight(t, error=error, trunk_side_lean=17.0, **both)

    assert cues_of(live(Coach(SUNRISE), lambda t: person(t, None), 8)) == []
    surely = cues_of(live(Coach(SUNRISE), lambda t: person(t, 4.0), 8))
    assert [cue for _, cue in surely] == ["steady"]


def test_person_pauses_at_the_top() -> None:
    coach = Coach(SUNRISE)

    def person(t: float) -> Sight:
        return arms(t, swing(t, 10, 95) if t < 4 else 95 if t < 34 else swing(t - 30, 10, 95))

    answers = live(coach, person, 42)
    sides = [repetition.side for repetition in answers[-1].repetitions]
    assert sorted(sides) == ["left", "right"]
    assert answers[-1].partial == 0
    said = {cue for _, cue in cues_of(answers)}
    assert said <= {"comfort", "follow-breath", "rest"}


def test_left_arm_passes_its_ceiling_and_is_told_at_once() -> None:
    ranges = [SafeRange("shoulder_abduction_left", low=40, high=70, ceiling=80)]
    coach = Coach(SUNRISE, ranges)

    def height(t: float) -> float:
        return swing(t, 10, 100)

    answers = live(coach, lambda t: arms(t, height(t)), 10)
    passed_s = next(t for t in seconds(10) if height(t) > 80)
    told = [answer for answer in answers if answer.cue and answer.cue.id == "soften-back"]
    assert told[0].time_s - passed_s <= 0.05
    assert told[0].cue is not None
    assert told[0].cue.protective
    assert told[0].cue.side == "left"


def test_ceiling_is_told_while_another_cue_is_shown_and_while_paused() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: nobody(t), 5)
    shown = coach.step(nobody(5.0), 5.0).cue
    assert shown is not None
    assert shown.id == "cannot-see"
    past = coach.step(arms(5.1, 155), 5.1).cue
    assert past is not None
    assert past.id == "soften-back"
    coach = Coach(SUNRISE)
    coach.pause(0.0)
    paused = coach.step(arms(0.1, 20, 151), 0.1).cue
    assert paused is not None
    assert (paused.id, paused.side) == ("soften-back", "right")


def test_a_stale_picture_silences_range_cues() -> None:
    coach = Coach(SUNRISE)
    frozen = arms(0.0, 140)
    answers = [coach.step(frozen, t) for t in seconds(6)]
    fresh = [answer for answer in answers if answer.time_s <= 0.5]
    stale = [answer for answer in answers if answer.time_s > 0.5]
    assert all(answer.seen for answer in fresh)
    assert not any(answer.seen for answer in stale)
    assert {cue for _, cue in cues_of(answers)} == {"cannot-see"}


def test_beyond_comfort_by_more_than_the_doubt_is_softly_said() -> None:
    said = cues_of(live(Coach(SUNRISE), lambda t: arms(t, 140), 4))
    assert [cue for _, cue in said] == ["within"]
    assert cues_of(live(Coach(SUNRISE), lambda t: arms(t, 127), 4)) == []


def test_known_error_takes_the_place_of_the_doubt() -> None:
    def person(t: float) -> Sight:
        both = {"shoulder_abduction_left": 127.0, "shoulder_abduction_right": 127.0}
        return sight(t, error=4.0, trunk_side_lean=0.0, **both)

    assert [cue for _, cue in cues_of(live(Coach(SUNRISE), person, 4))] == ["within"]


@pytest.mark.parametrize("unseen", ["left", "right"])
def test_a_guarded_joint_out_of_sight_is_named_and_no_range_is_spoken_of(unseen: str) -> None:
    def person(t: float) -> Sight:
        sides = {"left": 140.0, "right": 140.0, unseen: nan}
        return arms(t, sides["left"], sides["right"])

    answers = live(Coach(SUNRISE), person, 8)
    cues = [answer.cue for answer in answers if answer.cue is not None]
    assert {(cue.id, cue.side) for cue in cues} == {("cannot-see-joint", unseen)}
    assert cues[0].since_s < 2


def test_scratching_the_nose_is_no_repetition() -> None:
    def person(t: float) -> Sight:
        scratching = 5 < t < 5.7 or 12 < t < 12.6
        return arms(t, 75 if scratching else 12, 12)

    coach = Coach(SUNRISE)
    live(coach, person, 20)
    summary = coach.summary(20)
    assert summary.repetitions == ()
    assert summary.partial == summary.unfinished == 0


def test_resting_for_long_is_welcomed_and_never_hurried() -> None:
    said = [cue for _, cue in cues_of(live(Coach(SUNRISE), lambda t: arms(t, 12), 60))]
    assert said == ["rest"]


def test_leaning_past_the_ceiling_to_the_side_not_being_done_is_told_too() -> None:
    coach = Coach(find_exercise("side-bend-seated"))
    answer = live(coach, lambda t: sight(t, trunk_side_lean=-31), 1)[0]
    assert answer.side == "left"
    assert answer.cue is not None
    assert answer.cue.protective


def _holding(span: float) -> Person:
    return lambda t: sight(t, wrist_span_shoulder_widths=span)


def test_doubt_about_a_measure_that_is_not_an_angle_is_a_share_of_its_range() -> None:
    heart = find_exercise("open-heart-seated")
    for span, expected in ((2.6, []), (2.8, ["within"])):
        answers = live(Coach(heart), _holding(span), 4)
        assert [cue for _, cue in cues_of(answers)] == expected


def test_comfort_is_not_praised_while_the_trunk_leans_far_out() -> None:
    def person(t: float) -> Sight:
        return arms(t, 90, lean=19 if t > 2 else 0)

    answers = live(Coach(SUNRISE), lambda t: replace(person(t), measures=_sure(person(t))), 8)
    leaning = [a.cue.id for a in answers if a.time_s > 2.4 and a.cue is not None]
    assert set(leaning) == {"steady"}
    assert any(a.cue and a.cue.id == "comfort" for a in answers if a.time_s <= 2.4)


def _sure(seen: Sight) -> Measures:
    return replace(seen.measures, error=np.full_like(seen.measures.values, 4.0))


def test_a_flickering_limb_past_its_ceiling_is_told_once_and_for_as_long_as_it_lasts() -> None:
    coach = Coach(SUNRISE)

    def person(t: float) -> Sight:
        return arms(t, nan if round(t * 30) % 5 == 4 else 160)

    answers = live(coach, person, 8)
    assert all(answer.cue is not None and answer.cue.protective for answer in answers)
    assert [cue for _, cue in coach.summary(8).cues] == ["soften-back"]


def test_a_knee_that_only_goes_along_is_guarded_too() -> None:
    def person(t: float, knee: float) -> Sight:
        return sight(t, shoulder_flexion_right=70.0, knee_flexion_right=knee)

    form = find_exercise("commencing-form")
    assert "cannot-see-joint" not in {
        cue for _, cue in cues_of(live(Coach(form), lambda t: person(t, 20.0), 8))
    }, "from the side one leg hides the other, and the one in sight guards both"
    hidden = live(Coach(form), lambda t: person(t, nan), 8)
    assert {cue for _, cue in cues_of(hidden)} == {"cannot-see-joint"}


def test_a_joint_out_of_sight_again_and_again_is_named_each_time() -> None:
    def person(t: float) -> Sight:
        return arms(t, nan if 2 < t < 8 or 14 < t < 20 else 40.0, 40.0)

    answers = live(Coach(SUNRISE), person, 20)
    for left_s in (2, 14):
        named = [a.time_s for a in answers if a.cue and a.cue.id == "cannot-see-joint"]
        assert any(left_s < t < left_s + 3 for t in named)
