"""A whole practice in the real window: loop, live figure, sounds, keys, and what is kept."""

from pathlib import Path

import pygame
import pytest

from app.led import Led
from app.practised import Practised
from app.settings import Settings, load_settings, settings_path
from app.show import show
from app.stage import Shown
from app.today import Today
from app.walk import screen_of
from app.window import Window
from exercises.library import find_exercise
from exercises.prepared import Prepared
from feedback.moment import WHOLE, Plan

SUNRISE = find_exercise("sunrise-arms-seated")
ON = pygame.K_PAGEDOWN


class Keys:
    """Presses keys on each screen once it has been drawn for a while, and keeps what was drawn."""

    def __init__(self, keys: dict[str, list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
        self.screens: list[str] = []
        self.captions: set[str] = set()
        self._keys = {screen: list(pressed) for screen, pressed in keys.items()}
        self._drawn = 0
        plain = Window.draw

        def draw(window: Window, shown: Shown) -> None:
            plain(window, shown)
            if shown.moment is not None:
                self.see(shown)

        monkeypatch.setattr(Window, "draw", draw)

    def see(self, shown: Shown) -> None:
        assert shown.moment is not None
        screen = screen_of(shown.moment)
        if self.screens[-1:] != [screen]:
            self.screens.append(screen)
            self._drawn = 0
        self._drawn += 1
        if shown.caption is not None:
            self.captions.add(shown.caption)
        if self._drawn % 12 == 0 and self._keys.get(screen):
            key = self._keys[screen].pop(0)
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNHURRIED_HOME", str(tmp_path))
    return tmp_path


def led(minutes: float = 0.05) -> Led:
    short = SUNRISE.model_copy(update={"minutes": minutes, "repetitions": 1})
    return Led(Plan(WHOLE, grounding="breaths"), {"usual": Today((Prepared(short, ()),))})


def test_it_is_lived_through_in_the_window_and_kept_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Practised] = []
    keys = Keys(
        {
            "arrival": [pygame.K_4, ON],
            "signs": [ON],
            "today": [pygame.K_c, ON],
            "seeing": [ON],
            "grounding": [pygame.K_SPACE, pygame.K_SPACE, ON],
            "showing": [ON],
            "moving": [pygame.K_n, pygame.K_p, ON, ON],
            "pain": [pygame.K_7, ON],
            "rose": [ON],
            "hands": [ON],
            "after": [pygame.K_5, ON],
            "words": [pygame.K_PAGEDOWN],
            "summary": [ON],
        },
        monkeypatch,
    )
    show("figure:fps=15,size=640x360", led(), Settings(), size=(800, 600), keep=kept.append)
    # Where the source is still being opened the movements wait for it.
    order = [each for each in dict.fromkeys(keys.screens) if each != "movement"]
    assert order[:7] == ["arrival", "signs", "today", "seeing", "grounding", "showing", "moving"]
    assert {"pain", "rose", "hands", "after", "words", "summary"} <= set(order)
    (done,) = kept
    ratings = done.ratings
    assert (ratings.pain_before, ratings.pain_after) == (4, 5)
    assert [mark.pain for mark in ratings.pain_marks] == [7]
    assert [felt.new for felt in ratings.felt] == [1]
    assert "sound.caption.start" in keys.captions
    settings = load_settings(settings_path())
    assert settings.theme == "contrast"
    assert settings.signs_read_on is not None


@pytest.mark.parametrize("leaves", ["arrival", "grounding", "moving"])
def test_leaving_anywhere_keeps_what_was_done(
    leaves: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[Practised] = []
    keys: dict[str, list[int]] = {
        "arrival": [pygame.K_4, ON],
        **{each: [ON] for each in ("signs", "today", "seeing", "grounding", "showing")},
    }
    keys[leaves] = [pygame.K_4 if leaves == "arrival" else pygame.K_n, pygame.K_ESCAPE]
    Keys(keys, monkeypatch)
    show("figure:fps=15,size=640x360", led(1.0), Settings(), size=(640, 400), keep=kept.append)
    (done,) = kept
    assert done.ratings.pain_before == 4
    assert bool(done.record.movements) == (leaves == "moving")
