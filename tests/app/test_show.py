"""A practice in a window: what remains of it is handed on before its ending is shown."""

from pathlib import Path

import pygame
import pytest

from app.practised import Practised
from app.settings import Settings
from app.show import show
from app.stage import Shown
from app.window import Window
from exercises.library import find_exercise
from feedback.intent import Intent
from feedback.record import PracticeRecord
from tests.app.practising import led
from vision.replay import save_replay

SUNRISE = find_exercise("sunrise-arms-standing")


@pytest.fixture
def happened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """Return what happens in turn; the ending is left as soon as it is drawn."""
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path / "home"))
    events: list[object] = []

    def draw_closing(window: Window, record: PracticeRecord) -> None:
        events.append("the ending")
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0))

    monkeypatch.setattr(Window, "draw_closing", draw_closing)
    return events


def practise(folder: Path, frames: int, happened: list[object]) -> None:
    path = folder / "empty-room.npz"
    save_replay(path, [0.1 * n for n in range(frames)], [None] * frames, (64, 48))
    show(str(path), led(SUNRISE), Settings(), size=(640, 400), keep=happened.append)


def test_a_practice_is_kept_before_its_ending_is_shown(
    happened: list[object], tmp_path: Path
) -> None:
    practise(tmp_path, 5, happened)
    kept, *rest = happened
    assert isinstance(kept, Practised)
    assert kept.record.movements[0].exercise_id == SUNRISE.id
    assert rest[0] == "the ending"
    assert set(rest) == {"the ending"}, "it is kept once"


def test_a_practice_that_is_stopped_is_kept_with_what_was_too_much(
    happened: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw, drawn = Window.draw, []

    def stopped(window: Window, shown: Shown) -> None:
        draw(window, shown)
        if shown.step is not None:
            drawn.append(shown)
        if len(drawn) == 3:
            raise KeyboardInterrupt

    def asked(window: Window, t: float) -> Intent | None:
        return Intent.TOO_MUCH if len(drawn) == 1 else None

    monkeypatch.setattr(Window, "draw", stopped)
    monkeypatch.setattr(Window, "asked", asked)
    with pytest.raises(KeyboardInterrupt):
        practise(tmp_path, 600, happened)
    (kept,) = happened
    assert isinstance(kept, Practised)
    assert [each.exercise_id for each in kept.ratings.felt] == [SUNRISE.id]
