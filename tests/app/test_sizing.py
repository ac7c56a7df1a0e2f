"""Asking for less at the screen of a practice: it is less at once, and it is answered."""

import pygame
import pytest

from app.live import Live
from app.loop import ANSWERS, Loop
from app.settings import Settings
from app.stage import Shown
from app.timings import Timings
from app.window import Window
from exercises.library import find_exercise
from feedback.intent import Intent
from tests.app.fake_camera import FakeCamera, room
from tests.app.practising import begins
from words.tr import tr

SUNRISE = find_exercise("sunrise-arms-standing")


@pytest.mark.parametrize(
    ("key", "said", "dial", "too_much"),
    [
        (pygame.K_t, "Thank you for saying so. This is smaller now.", 1.0, (SUNRISE.id,)),
        (pygame.K_DOWN, "A little smaller today, all of it.", 0.9, ()),
    ],
)
def test_who_asks_for_less_has_it_at_once_and_is_answered(
    key: int, said: str, dial: float, too_much: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[str | None] = []
    plain = Window.draw

    def draw(self: Window, shown: Shown) -> None:
        plain(self, shown)
        if shown.step is not None and not answers:
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))
        if shown.step is not None:
            answers.append(shown.answer)

    monkeypatch.setattr(Window, "draw", draw)
    with Live(lambda: FakeCamera(room)) as live, Window(Settings(), (640, 400)) as window:
        loop = Loop(begins(SUNRISE), live, window, Timings())
        while len(answers) < 3:
            loop.run(seconds=0.5)
    assert [tr(each) for each in dict.fromkeys(answers) if each] == [said]
    assert loop.arc is not None
    assert loop.arc.practice is not None
    assert loop.arc.practice.size.dial == pytest.approx(dial)
    assert loop.arc.practice.size.too_much == too_much


def test_whatever_changes_the_size_or_is_noticed_is_answered() -> None:
    sizing = {Intent.TOO_MUCH, Intent.SMALLER, Intent.LARGER, Intent.VARIANT}
    assert set(ANSWERS) == {*sizing, Intent.NEW, Intent.STRETCHY}
    assert all(tr(said) for said in ANSWERS.values())
