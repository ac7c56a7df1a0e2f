"""The first picture of the window, before all else."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pygame
import pytest

from app.display import SMALLEST, close_display, first_greeting, first_picture
from app.settings import Settings

# What takes long to import, and what no first picture has anything of.
HEAVY = "cv2", "mediapipe", "sqlalchemy", "cryptography", "feedback.arc", "exercises.library"


@pytest.fixture(autouse=True)
def _quits() -> Iterator[None]:
    yield
    pygame.quit()


@pytest.mark.parametrize("first", [first_picture, first_greeting])
@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_there_are_words_on_it(
    language: str, first: Callable[[Settings, tuple[int, int]], None]
) -> None:
    first(Settings(language=language), (800, 600))
    surface = pygame.display.get_surface()
    assert surface is not None
    assert surface.get_size() == (800, 600)
    assert np.ptp(pygame.surfarray.array3d(surface).astype(int)) > 100


def test_a_window_too_small_to_read_is_made_larger() -> None:
    first_picture(Settings(), (10, 10))
    assert pygame.display.get_window_size() == SMALLEST


@pytest.mark.parametrize("first", [first_picture, first_greeting])
def test_it_comes_before_all_that_takes_long_to_import(first: Callable[..., None]) -> None:
    shown = (
        "import sys, app.main, app.commands.practice, app.desk_start, app.display as display; "
        "from app.settings import Settings; "
        f"display.{first.__name__}(Settings(), (800, 600)); "
        f"print(set({HEAVY!r}) & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    assert ran.stdout.strip().splitlines()[-1] == "set()"


def test_a_window_that_closes_leaves_the_sound_to_who_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    first_picture(Settings(), (800, 600))
    pygame.mixer.init()
    close_display()
    assert not pygame.display.get_init()
    assert pygame.mixer.get_init() is not None
