"""Stories of movements that the camera does not measure: they go by time and breath alone."""

from dataclasses import replace

import numpy as np
import pytest

from app.detection import Seen
from app.stage import Shown, view_of
from exercises.exercise import Exercise
from exercises.library import find_exercise, library
from feedback.coach import Coach
from feedback.intent import Intent
from feedback.practice import Practice
from tests.app.practising import moment_of
from tests.people import cues_of, live, seconds, sight
from vision.frames import Frame
from vision.observation import Observation
from vision.sight import Sight, nobody

TIMED = [movement for movement in library().values() if not movement.seen]
ROCKS = find_exercise("knee-rocks-lying")
SUNRISE = find_exercise("sunrise-arms-standing")


def gone(t: float) -> Sight:
    return nobody(t)


def fidgeting(t: float) -> Sight:
    """Somebody of whom everything is seen, moving fast and far."""
    swing = 90 * np.sin(6 * t)
    return sight(t, shoulder_abduction_left=90 + swing, trunk_side_lean=swing / 3, quality=0.2)


def shaken(t: float) -> Sight:
    return replace(nobody(t), camera_moved=True)


@pytest.mark.parametrize("movement", TIMED, ids=lambda movement: movement.id)
@pytest.mark.parametrize("person", [gone, fidgeting, shaken])
def test_whatever_the_camera_sees_nothing_is_said_or_counted(
    movement: Exercise, person: object
) -> None:
    assert callable(person)
    answers = live(Coach(movement), person, 2 * movement.cycle_s, fps=8)
    assert cues_of(answers) == []
    assert not any(answer.cannot_see for answer in answers)
    assert answers[-1].repetitions == ()
    assert answers[-1].verdicts == ()


@pytest.mark.parametrize("movement", TIMED, ids=lambda movement: movement.id)
def test_guide_and_breath_go_on_in_time_with_nobody_in_sight(movement: Exercise) -> None:
    answers = live(Coach(movement), gone, 3 * movement.cycle_s, fps=8)
    assert answers[-1].breath.cycle == 2
    shown = {answer.phase for answer in answers}
    assert shown == set(range(len(movement.phases)))
    breaths = {answer.breath.breath for answer in answers}
    assert breaths == {phase.breath for phase in movement.phases}


def test_a_lying_patient_out_of_the_picture_goes_on_to_the_next_movement() -> None:
    rocks = ROCKS.model_copy(update={"minutes": 0.5})
    practice = Practice([rocks, SUNRISE])
    steps = [practice.step(None, nobody(t), t) for t in seconds(60, fps=5)]
    first = [step for step in steps if step.index == 0]
    assert all(step.kind == "moving" for step in steps)
    # The cycle within which the minutes end is done to its end.
    assert 30 <= len(first) / 5 <= 30 + 2 * ROCKS.cycle_s
    assert practice.record(60).movements[0].completed
    assert not any(step.feedback.cannot_see for step in first)
    assert any(step.feedback.cannot_see for step in steps[len(first) :])


def test_it_pauses_and_is_left_as_any_other() -> None:
    practice = Practice([ROCKS])
    moving = practice.step(None, nobody(0.0), 0.0)
    paused = practice.step(Intent.PAUSE, nobody(1.0), 1.0)
    still = practice.step(None, nobody(9.0), 9.0)
    assert (moving.kind, paused.kind, still.kind) == ("moving", "paused", "paused")
    assert still.remaining_s == paused.remaining_s
    assert practice.step(Intent.LEAVE, nobody(10.0), 10.0).kind == "finished"


@pytest.mark.parametrize("notice", ["notice.dark", "notice.frozen", "notice.camera-lost"])
def test_a_dark_room_or_a_lost_camera_does_not_hide_the_guide(notice: str) -> None:
    frame = Frame(np.zeros((4, 4, 3), np.uint8), 0.0, 0)
    seen = Seen(Observation(frame, (None,)), None, joined=False, found_s=0.0)
    for movement, said in ((ROCKS, None), (SUNRISE, notice)):
        step = Practice([movement]).step(None, nobody(0.0), 0.0)
        view = view_of(step, seen, Shown(moment_of(step), seen, "camera", notice, 0.0))
        assert view.notice == said
        assert view.calm == (said is not None)
