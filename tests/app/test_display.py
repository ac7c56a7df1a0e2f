"""The first picture of the window, before all else."""

import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pygame
import pytest

from app.display import SMALLEST, first_picture
from app.settings import Settings


@pytest.fixture(autouse=True)
def _quits() -> Iterator[None]:
    yield
    pygame.quit()


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_it_says_that_it_is_about_to_begin(language: str) -> None:
    first_picture(Settings(language=language), (800, 600))
    surface = pygame.display.get_surface()
    assert surface is not None
    assert surface.get_size() == (800, 600)
    assert np.ptp(pygame.surfarray.array3d(surface).astype(int)) > 100


def test_a_window_too_small_to_read_is_made_larger() -> None:
    first_picture(Settings(), (10, 10))
    assert pygame.display.get_window_size() == SMALLEST


def test_it_needs_nothing_that_looks_at_pictures() -> None:
    heavy = "import sys, app.display; print({'cv2', 'mediapipe', 'sqlalchemy'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert ran.stdout.strip().splitlines()[-1] == "set()"
