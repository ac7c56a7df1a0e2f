"""Choosing a theme: at the practice, at the staff's window, and from one day to the next."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from app.desk_window import DeskWindow
from app.settings import Settings, SettingsError, load_settings, save_settings
from ui.keys import LISTED, on_key, themed
from ui.theme import PALETTES
from ui.view import Choices, ThemeName


def test_a_key_goes_through_the_themes_and_round() -> None:
    choices, seen = Choices(), []
    for _ in PALETTES:
        seen.append(choices.theme)
        answer = on_key(pygame.K_c, choices)
        assert isinstance(answer, Choices)
        assert answer == replace(choices, theme=answer.theme)
        choices = answer
    assert seen == list(PALETTES)
    assert choices == Choices()
    assert ("C", "keys.theme") in LISTED


def test_f9_goes_through_the_themes_of_the_staffs_window_once_a_press() -> None:
    with DeskWindow(Settings(), (640, 400)) as window:
        pygame.event.clear()
        seen = []
        for _ in PALETTES:
            # Held, a key comes again and again: that is still one press.
            for kind in (pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYUP):
                pygame.event.post(pygame.event.Event(kind, key=pygame.K_F9, mod=0))
            assert window.inputs() == []
            assert window.changed
            seen.append(window.choices.theme)
        assert seen == [*list(PALETTES)[1:], "calm"]


@pytest.mark.parametrize("theme", PALETTES)
def test_a_theme_is_kept_from_one_day_to_the_next(theme: ThemeName, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save_settings(Settings().with_choices(Choices(theme=theme)), path)
    assert load_settings(path).choices().theme == theme
    assert themed(load_settings(path).choices()).theme != theme


def test_an_older_file_that_says_screen_means_the_calm_theme(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "screen"\ntext_scale = 1.2\n', encoding="utf-8")
    assert load_settings(path) == Settings(theme="calm", text_scale=1.2)


def test_a_theme_that_there_is_not_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "neon"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="theme"):
        load_settings(path)
