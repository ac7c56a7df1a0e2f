"""What the screen is told to show: nothing stands before the protective cue."""

from dataclasses import replace

import numpy as np
import pytest

from app.detection import Seen
from app.stage import Shown, view_of
from exercises.library import find_exercise
from feedback.intent import Intent
from feedback.practice import Practice, Step
from tests.people import arms
from ui.line import sentence
from vision.frames import Frame
from vision.observation import Observation
from words.tr import tr

SUNRISE = find_exercise("sunrise-arms-standing")


def said(step: Step, *, joined: bool = False, notice: str | None = None) -> str:
    frame = Frame(np.zeros((72, 128, 3), np.uint8), 0.0, 0)
    seen = Seen(Observation(frame, (None,)), None, joined, 0.0)
    shown = Shown(step, seen, "camera", notice, step.feedback.time_s)
    return sentence(view_of(step, seen, shown), "en").text


@pytest.mark.parametrize(("left", "cue"), [(90.0, "notice.paused"), (155.0, "cue.soften-back")])
def test_while_paused_only_the_protective_cue_takes_the_place_of_the_notice(
    left: float, cue: str
) -> None:
    practice = Practice([SUNRISE])
    practice.step(Intent.PAUSE, arms(0.0, 10), 0.0)
    assert said(practice.step(None, arms(0.1, left, 20), 0.1)) == tr(cue)


@pytest.mark.parametrize(("left", "cue"), [(90.0, "notice.two-people"), (155.0, "cue.soften-back")])
def test_a_second_person_in_the_picture_does_not_silence_the_protective_cue(
    left: float, cue: str
) -> None:
    step = Practice([SUNRISE]).step(None, arms(0.0, left, 20), 0.0)
    assert said(step, joined=True) == tr(cue)


def test_a_camera_that_shows_nothing_new_has_its_screen_whatever_was_said_last() -> None:
    step = Practice([SUNRISE]).step(None, arms(0.0, 155, 20), 0.0)
    step = replace(step, kind="paused")
    assert said(step, notice="notice.frozen") == tr("notice.frozen")


def test_losing_sight_is_said_within_half_a_second_of_any_other_word() -> None:
    """The picture never goes on speaking of what it no longer sees."""
    practice = Practice([SUNRISE])
    for number in range(200):
        step = practice.step(None, arms(number / 30, 70 + number, 70), number / 30)
        if step.feedback.cue is not None:
            break
    assert step.feedback.cue is not None
    lost_s = number / 30
    unseen = practice.step(None, arms(lost_s, 70, 70), lost_s + 0.55)
    assert unseen.feedback.cannot_see
    protective = unseen.feedback.cue is not None and unseen.feedback.cue.protective
    assert said(unseen) == tr("cue.soften-back" if protective else "cue.cannot-see")
