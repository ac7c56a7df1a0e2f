"""Stories of how somebody stands or sits to the camera, and what is kindly said of it."""

from dataclasses import replace
from math import isnan, nan

import numpy as np
import pytest
from numpy.typing import NDArray

from exercises.library import find_exercise
from feedback.coach import Coach
from feedback.cues import QUIET_S
from feedback.feedback import Feedback
from tests.people import Person, arms, cues_of, live, seconds, sight, swing
from tests.vision.stick_body import front_body, polar, pose_of
from vision.measures import Withheld
from vision.seeing import Seeing
from vision.sight import Sight
from vision.skeleton import Landmark
from vision.viewpoint import Viewpoint
from words.tr import tr

SUNRISE = find_exercise("sunrise-arms-standing")
INVITE = {"within", "steady", "slower", "evenness", "comfort", "rest", "follow-breath"}


def turned(seen: Sight, turn_deg: float) -> Sight:
    """Return the same person turned away, so that their numbers are withheld."""
    measures = seen.measures
    measures.values[:] = nan
    measures.withheld[measures.withheld == Withheld.GIVEN] = Withheld.TURNED
    return replace(seen, viewpoint=Viewpoint(turn_deg=turn_deg))


def turns_away(person: Person, start_s: float, end_s: float, turn_deg: float = 55.0) -> Person:
    def seen(t: float) -> Sight:
        return turned(person(t), turn_deg) if start_s <= t < end_s else person(t)

    return seen


def raising(t: float) -> Sight:
    return arms(t, swing(t, 10, 95))


def cue_at(answers: list[Feedback], t: float) -> str | None:
    cue = next(answer.cue for answer in answers if answer.time_s >= t)
    return None if cue is None else cue.id


def test_patient_turns_away_is_asked_kindly_and_is_counted_all_the_same() -> None:
    answers = live(Coach(SUNRISE), turns_away(raising, 20.0, 40.0), 61)
    assert [r.side for r in answers[-1].repetitions].count("left") == 6
    while_away = [a for a in answers if 20 <= a.time_s < 40]
    assert all(isnan(v.value) for a in while_away for v in a.verdicts)
    begun = [(t, cue) for t, cue in cues_of(answers) if 20 < t < 40]
    assert [cue for _, cue in begun] == ["stand-front", "cannot-see-joint"]
    assert begun[0][0] < 20 + 4


def test_nothing_invites_further_range_while_turned_away() -> None:
    away = turns_away(raising, 10.0, 130.0)
    answers = live(Coach(SUNRISE), away, 130, fps=10)
    quiet_s = 10 + 5  # what was said before may be read to its end
    said = {a.cue.id for a in answers if a.cue is not None and a.time_s > quiet_s}
    assert said == {"stand-front", "cannot-see-joint"}
    assert said.isdisjoint(INVITE)
    spoken = [a.time_s for a in answers if a.cue is not None and a.time_s > quiet_s]
    assert np.diff(spoken).max() <= QUIET_S + 0.2, "it is said for as long as there is no number"


def test_turning_back_is_enough_and_the_asking_goes() -> None:
    answers = live(Coach(SUNRISE), turns_away(lambda t: arms(t, 140), 5.0, 9.0), 30)
    assert cue_at(answers, 9.0 + 8.0) != "stand-front"
    late = {cue for t, cue in cues_of(answers) if t > 9}
    assert "within" in late


def test_it_is_asked_a_few_times_and_far_apart() -> None:
    coach = Coach(SUNRISE)

    def now_and_again(t: float) -> Sight:
        return turned(arms(t, 12), 60) if t % 20 < 12 else arms(t, 12)

    live(coach, now_and_again, 300, fps=10)
    asked = [t for t, cue in coach.summary(300).cues if cue == "stand-front"]
    assert len(asked) == 3
    assert np.diff(asked).min() >= 45


def test_being_asked_comes_first_though_a_limb_was_hidden_by_the_turn_a_moment_earlier() -> None:
    def person(t: float) -> Sight:
        hidden = arms(t, nan, 30.0)
        return hidden if t < 4 else turned(hidden, 60)

    answers = live(Coach(SUNRISE), person, 14)
    order = [cue for _, cue in cues_of(answers)]
    assert order[:2] == ["cannot-see-joint", "stand-front"]


def test_for_a_side_view_the_nearer_side_is_named() -> None:
    def person(t: float) -> Sight:
        return turned(sight(t, knee_flexion_left=20.0, knee_flexion_right=20.0), -35)

    answers = live(Coach(find_exercise("soft-knee-sink")), person, 4)
    cue = answers[-1].cue
    assert cue is not None
    assert (cue.id, cue.side) == ("stand-side", "left")


@pytest.mark.parametrize("cue", ["stand-front", "stand-side"])
def test_the_asking_fits_a_chair(cue: str) -> None:
    assert not {"stand", "standing", "step", "feet"} & set(
        tr(f"cue.{cue}", side=tr("side.left")).lower().replace(",", "").split()
    )


def upper_body(arm_deg: float) -> NDArray[np.float64]:
    """Return someone behind a table: their arms raised, their legs out of sight."""
    raised: dict[str, tuple[float, float]] = {}
    for side, sign, x in (("left", 1, 450), ("right", -1, 350)):
        elbow = polar((x, 200), 100, sign * arm_deg)
        raised |= {f"{side}_elbow": elbow, f"{side}_wrist": polar(elbow, 90, sign * arm_deg)}
    body = front_body(**raised)
    body[Landmark.LEFT_KNEE :, 3] = 0.05
    return body


@pytest.mark.parametrize("hips", [1.0, 0.05])
def test_an_upper_body_movement_goes_on_with_hidden_legs(hips: float) -> None:
    seated = find_exercise("sunrise-arms-seated")
    eyes = Seeing(seated.view, tuple(target.measure for target in seated.targets))
    coach = Coach(seated)
    answers = []
    for t in seconds(32):
        body = upper_body(swing(t, 10, 95))
        body[[Landmark.LEFT_HIP, Landmark.RIGHT_HIP], 3] = hips
        answers.append(coach.step(eyes.step(pose_of(body), t, (800, 800)), t))
    assert [r.side for r in answers[-1].repetitions].count("left") == 3
    said = {cue for _, cue in cues_of(answers)}
    assert not said & {"cannot-see-joint", "step-back", "stand-front", "cannot-see"}
