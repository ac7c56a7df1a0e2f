"""Nothing blinks: and the measure of it sees what would."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from exercises.library import find_exercise
from tests.ui.flashing import luminance, most_flashes
from tests.ui.patient.places import grounding_view, moved_view
from ui.fade import Fade
from ui.layout import layout
from ui.patient.grounding import GroundingScreen
from ui.patient.resting import RestingScreen
from ui.theme import PALETTES
from ui.view import Choices, ThemeName

FPS = 30
SIZE = 640, 360


def seen(surface: pygame.Surface) -> NDArray[np.float64]:
    small = pygame.transform.smoothscale(surface, (64, 36))
    return luminance(pygame.surfarray.array3d(small).swapaxes(0, 1))


@pytest.mark.parametrize("per_s", [1, 2, 4, 10])
def test_a_picture_that_blinks_is_counted(per_s: int) -> None:
    dark, bright = np.full((36, 64), 0.1), np.full((36, 64), 0.6)
    frames = [bright if int(2 * per_s * i / FPS) % 2 else dark for i in range(4 * FPS)]
    found = most_flashes(frames, FPS)
    # From ten changes a second on, several fall together.
    assert found >= min(per_s, 4) - 0.5


def test_a_corner_that_blinks_a_slow_swell_and_a_still_picture_are_none() -> None:
    corner = [np.full((36, 64), 0.1) for _ in range(60)]
    for i, frame in enumerate(corner):
        frame[:10, :20] = 0.8 if i % 4 < 2 else 0.1
    assert most_flashes(corner, FPS) == 0
    swell = [np.full((36, 64), 0.3 + 0.2 * np.sin(2 * np.pi * i / (10 * FPS))) for i in range(600)]
    assert most_flashes(swell, FPS) <= 0.5
    assert most_flashes([np.full((36, 64), 0.4)] * 50, FPS) == 0


def breathing(theme: ThemeName) -> Iterator[NDArray[np.float64]]:
    """Yield twelve seconds of a rest and of arriving, one fading into the other."""
    surface, fade = pygame.Surface(SIZE), Fade()
    place, choices = layout(SIZE, 1.0, theme), Choices(theme=theme)
    rest, scan = RestingScreen(), GroundingScreen()
    exercise = find_exercise("side-bend-seated")
    for i in range(12 * FPS):
        t = i / FPS
        resting = int(t / 4) % 2 == 0
        screen = rest if resting else scan
        view = moved_view(exercise, t) if resting else grounding_view("scan", t)
        fade.between(surface, "rest" if resting else "scan", t)
        screen.draw(surface, place, replace(view, t=t), choices)
        fade.over(surface, t)
        yield seen(surface)


@pytest.mark.parametrize("theme", PALETTES)
def test_breathing_and_changing_the_screen_never_flash(theme: ThemeName) -> None:
    assert most_flashes(breathing(theme), FPS) == 0
