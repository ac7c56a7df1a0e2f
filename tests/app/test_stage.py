"""What the screen is told to show: nothing stands before the protective cue."""

from dataclasses import replace
from typing import Any, get_args

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from app.detection import Seen
from app.stage import Shown, Stage, view_of
from exercises.library import find_exercise
from feedback.breath import BreathPhase
from feedback.intent import Intent
from feedback.moment import Aside, Moment, Part
from feedback.practice import Practice
from feedback.said import Said, SignNamed, Wrote
from feedback.step import Step
from tests.app.practising import moment_of
from tests.people import arms
from tests.ui.noted import noting
from tests.ui.stands import setting
from ui import protecting
from ui.inputs import Press, Typed
from ui.line import sentence
from ui.patient.scanning import PERIOD_S
from ui.view import Choices
from vision.frames import Frame
from vision.observation import Observation
from words.tr import tr

SUNRISE = find_exercise("sunrise-arms-standing")
PLAIN = Choices()


def said(step: Step, *, joined: bool = False, notice: str | None = None) -> str:
    frame = Frame(np.zeros((72, 128, 3), np.uint8), 0.0, 0)
    seen = Seen(Observation(frame, (None,)), None, joined, 0.0)
    shown = Shown(moment_of(step), seen, "camera", notice, step.feedback.time_s)
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


# --- which screen a moment has, and what is asked at it

SIZE = 800, 600
DURING = [part for part in get_args(Part) if part not in ("movement", "grounding")]
ASIDES = get_args(Aside)


def shown(moment: Moment, *, notice: str | None = None, left: float = 20.0) -> Shown:
    frame = Frame(np.zeros((72, 128, 3), np.uint8), 0.0, 0)
    seen = Seen(Observation(frame, (None,)), None, joined=False, found_s=0.0)
    return Shown(moment, seen, "camera", notice, 1.0, arms(0.0, left, 20))


def at(kind: Any, step: Step | None = None) -> Moment:
    breath = BreathPhase("in", 0.5, 0.5, 0)
    return Moment(kind, 1.0, breath, Said(), step=step, exercise=SUNRISE)


def stepping(left: float = 20.0) -> Step:
    return Practice([SUNRISE]).step(None, arms(0.0, left, 20), 0.0)


def drawn(stage: Stage, what: Shown, choices: Choices = PLAIN) -> NDArray[np.uint8]:
    surface = pygame.Surface(SIZE)
    for before_s in (0.9, 0.0):
        stage.draw(surface, replace(what, t=what.t - before_s), choices)
    return pygame.surfarray.array3d(surface)


def stage_of() -> Stage:
    pygame.font.init()
    return Stage(SIZE, PLAIN, "en")


@pytest.mark.parametrize("kind", [*DURING, *ASIDES])
def test_every_part_has_a_screen_of_its_own_and_enter_goes_on(kind: str) -> None:
    stage = stage_of()
    picture = drawn(stage, shown(at(kind)))
    assert picture.std() > 5
    assert stage.take(Press(pygame.K_PAGEDOWN), PLAIN, 1.0) is Intent.NEXT
    assert stage.take(Press(pygame.K_ESCAPE), PLAIN, 1.0) is Intent.LEAVE


@pytest.mark.parametrize("kind", [*DURING, *ASIDES])
def test_the_protective_words_stand_over_every_screen(kind: str) -> None:
    calm, past = stepping(90.0), stepping(160.0)
    with noting(protecting) as found:
        drawn(stage_of(), shown(at(kind, past)))
    assert {each.text for each in found} == {tr("cue.soften-back")}
    with noting(protecting) as found:
        drawn(stage_of(), shown(at(kind, calm)))
    assert found == []


def test_letters_of_ones_own_words_are_no_keys() -> None:
    stage = stage_of()
    drawn(stage, shown(at("words")))
    for key in (pygame.K_m, pygame.K_c, pygame.K_p, pygame.K_s, pygame.K_f):
        assert stage.take(Press(key), PLAIN, 1.0) is None
    assert stage.take(Typed("m"), PLAIN, 1.0) == Wrote("m")
    other = stage_of()
    drawn(other, shown(at("arrival")))
    assert isinstance(other.take(Press(pygame.K_c), PLAIN, 1.0), Choices)


def test_a_lost_camera_has_its_calm_screen_only_where_the_camera_is_needed() -> None:
    lost, fine = (
        drawn(stage_of(), shown(at("seeing"), notice=notice))
        for notice in ("notice.camera-lost", None)
    )
    assert np.abs(lost.astype(int) - fine).max() > 60
    assert np.array_equal(
        drawn(stage_of(), shown(at("arrival"), notice="notice.camera-lost")),
        drawn(stage_of(), shown(at("arrival"))),
    )


def test_one_key_goes_through_the_options_and_takes_the_lit_one() -> None:
    stage, choices = stage_of(), replace(PLAIN, scanning=True)
    drawn(stage, shown(at("signs")), choices)
    assert stage.take(Press(pygame.K_SPACE), choices, 1.1) is Intent.NEXT
    stage = stage_of()
    drawn(stage, shown(at("signs")), choices)
    taken = stage.take(Press(pygame.K_SPACE), choices, 0.1 + 2.5 * PERIOD_S)
    assert isinstance(taken, SignNamed)


def test_with_one_key_a_pause_offers_all_that_the_keys_do() -> None:
    practice = Practice([SUNRISE])
    practice.step(Intent.PAUSE, arms(0.0, 10), 0.0)
    paused = practice.step(None, arms(0.1, 10), 0.1)
    stage, choices = stage_of(), replace(PLAIN, scanning=True)
    moving = shown(at("movement", stepping()))
    stage.draw(pygame.Surface(SIZE), moving, choices)
    for key in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
        assert stage.take(Press(key), choices, 1.0) is Intent.PAUSE
    assert stage.take(Press(pygame.K_RETURN), PLAIN, 1.0) is Intent.NEXT
    asked = set()
    for i in range(7):
        stage = stage_of()
        with setting() as found:
            drawn(stage, shown(at("movement", paused)), choices)
        assert tr("pausing.words") in {each.text for each in found}
        asked.add(stage.take(Press(pygame.K_SPACE), choices, 0.1 + PERIOD_S * (i + 1.5)))
    assert {Intent.TOO_MUCH, Intent.VARIANT, Intent.PAIN, Intent.STOP, Intent.LEAVE} <= asked
