"""The one-key level step: the person says that they are upright, and is answered."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from app import loop as loop_module
from app.clock import monotonic
from app.detection import Seen
from app.loop import Loop
from app.stage import Shown, view_of
from app.timings import Timings
from exercises.library import find_exercise
from feedback.intent import Intent
from feedback.practice import Practice
from tests.app.practising import begins, moment_of
from tests.people import arms
from tests.vision.stick_body import front_body, pose_of, tilted
from ui.keys import on_key
from ui.line import sentence
from ui.view import Choices
from vision.frames import Frame
from vision.observation import Observation
from words.tr import tr

SUNRISE = find_exercise("sunrise-arms-standing")
ROOM = np.zeros((800, 800, 3), np.uint8)
ANSWERED_S = 0.25


class Source:
    """Stands in for a live source before which somebody stands, or nobody."""

    def __init__(self, body: NDArray[np.float64] | None) -> None:
        self.detection = SimpleNamespace(picture_size=None)
        self.kind, self.ended = "camera", False
        self.last: Seen | None = None
        self._pose = None if body is None else pose_of(body)
        self._index = 0

    def newest(self, t: float) -> Seen:
        self._index += 1
        frame = Frame(ROOM, monotonic(), self._index)
        self.last = Seen(Observation(frame, (self._pose,)), None, joined=False, found_s=t)
        return self.last

    def notice(self, t: float) -> None:
        return None


class Screen:
    """Stands in for the window: L is pressed once, and all that is shown is kept."""

    picture_size = (640, 400)

    def __init__(self, press_at: int) -> None:
        self.shown: list[Shown] = []
        self._press_at = press_at

    sound_lost = False
    choices = Choices()

    def asked(self, t: float) -> Intent | None:
        asked = on_key(pygame.K_l, Choices()) if len(self.shown) == self._press_at else None
        assert not isinstance(asked, Choices)
        return asked

    def draw(self, shown: Shown) -> None:
        self.shown.append(shown)

    def present(self) -> None:
        pass


def pressed(
    body: NDArray[np.float64] | None, monkeypatch: pytest.MonkeyPatch, press_at: int = 4
) -> list[Shown]:
    """Return all that is shown in a second in which L is pressed once."""
    monkeypatch.setattr(loop_module, "ANSWERED_S", ANSWERED_S)
    source: Any = Source(body)
    screen: Any = Screen(press_at)
    Loop(begins(SUNRISE), source, screen, Timings()).run(seconds=1.0)
    shown: list[Shown] = screen.shown
    return shown


def test_upright_is_taken_answered_and_the_answer_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = pressed(tilted(front_body(), 7.0), monkeypatch)
    answers = [each.answer for each in shown]
    assert set(answers[:4]) == {None}
    assert answers[4] == "notice.level"
    assert answers[-1] is None
    answered = [each.t for each in shown if each.answer is not None]
    assert answered[-1] - answered[0] <= ANSWERED_S
    last = shown[-1].sight
    assert last is not None
    assert last.viewpoint.roll_deg == pytest.approx(7.0, abs=0.1)
    kinds = {each.step.kind for each in shown if each.step is not None}
    assert kinds == {"moving"}, "the practice itself takes no notice"


def test_with_nobody_to_take_it_from_the_answer_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = {each.answer for each in pressed(None, monkeypatch)}
    assert answers == {None, "notice.level-unseen"}


def test_before_the_first_picture_there_is_nothing_to_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Source, "newest", lambda self, t: None)
    source: Any = Source(None)
    screen: Any = Screen(press_at=0)
    loop = Loop(begins(SUNRISE), source, screen, Timings())
    loop.run(0.2)
    assert loop.arc is not None
    assert loop.arc.record(0.2) is None
    assert {each.answer for each in screen.shown} <= {None, "notice.level-unseen"}


@pytest.mark.parametrize("taken", ["notice.level", "notice.level-unseen"])
@pytest.mark.parametrize(("left", "protective"), [(40.0, False), (155.0, True)])
def test_the_answer_is_read_at_once_but_never_before_the_protective_cue(
    taken: str, left: float, protective: bool
) -> None:
    step = Practice([SUNRISE]).step(Intent.LEVEL, arms(0.0, left, 20), 0.0)
    seen = Seen(Observation(Frame(ROOM, 0.0, 0), (None,)), None, joined=False, found_s=0.0)
    shown = Shown(moment_of(step), seen, "camera", None, 0.0, answer=taken)
    text = sentence(view_of(step, seen, shown), "en").text
    assert text == tr("cue.soften-back" if protective else taken)


def test_in_a_pause_the_answer_is_read_and_the_pause_goes_on() -> None:
    practice = Practice([SUNRISE])
    practice.step(Intent.PAUSE, arms(0.0, 10), 0.0)
    step = practice.step(Intent.LEVEL, arms(0.1, 10), 0.1)
    assert step.kind == "paused"
    seen = Seen(Observation(Frame(ROOM, 0.0, 0), (None,)), None, joined=False, found_s=0.0)
    answered, after = (
        sentence(
            view_of(step, seen, Shown(moment_of(step), seen, "camera", None, 0.1, answer=answer)),
            "en",
        )
        for answer in ("notice.level", None)
    )
    assert (answered.text, after.text) == (tr("notice.level"), tr("notice.paused"))
