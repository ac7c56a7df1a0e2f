"""The breath's shapes: position carries the phase."""

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.breath import BreathPhase
from ui import breath
from ui.paint import Drawing
from ui.theme import CALM

BOX = pygame.Rect(20, 20, 300, 240)
UNIT = 7.2


def breathing(fullness: float, phase: str = "in") -> BreathPhase:
    assert phase in ("in", "out")
    return BreathPhase("in" if phase == "in" else "out", fullness, 0.5, 0)


def picture(shape: str, fullness: float, phase: str = "in", fading: bool = False) -> np.ndarray:
    surface = pygame.Surface((340, 280))
    surface.fill(CALM.panel)
    drawing = Drawing(surface)
    draw = breath.draw_circle if shape == "circle" else breath.draw_wave
    draw(drawing, CALM, BOX, breathing(fullness, phase), UNIT, fading)
    drawing.finish()
    return pygame.surfarray.array3d(surface).astype(np.int16)


def filled(pixels: np.ndarray) -> int:
    return int((np.abs(pixels - CALM.panel).sum(axis=2) > 24).sum())


def test_the_circle_grows_as_the_breath_fills() -> None:
    sizes = [filled(picture("circle", fullness)) for fullness in (0.0, 0.3, 0.6, 1.0)]
    assert sizes == sorted(sizes)
    assert sizes[-1] > 1.8 * sizes[0]


def test_the_circle_glides_rather_than_steps() -> None:
    a, b = picture("circle", 0.500), picture("circle", 0.505)
    changed = np.abs(a - b).max()
    assert 0 < changed < 128


@pytest.mark.parametrize("shape", ["circle", "wave"])
@pytest.mark.parametrize("fullness", [0.0, 0.5, 1.0])
def test_the_breath_stays_in_its_place(shape: str, fullness: float) -> None:
    pixels = picture(shape, fullness)
    pixels[BOX.left : BOX.right, BOX.top : BOX.bottom] = CALM.panel
    assert (pixels == CALM.panel).all()


@settings(max_examples=30, deadline=None)
@given(st.floats(0.02, 0.98), st.sampled_from(["in", "out"]))
def test_the_wave_passes_under_its_dot(fullness: float, phase: str) -> None:
    place = breath.place_on_wave(breathing(fullness, phase))
    assert breath.wave_height(np.array([place]))[0] == pytest.approx(fullness, abs=1e-6)


def test_the_wave_runs_on_as_breaths_follow_one_another() -> None:
    places = [breath.place_on_wave(breathing(f, "in")) for f in (0.0, 0.5, 1.0)]
    places += [breath.place_on_wave(breathing(f, "out")) for f in (1.0, 0.5, 0.0)]
    assert places == sorted(places)
    assert places[0] == pytest.approx(0.0)
    assert places[-1] == pytest.approx(1.0)


def test_with_less_motion_the_circle_fades_between_two_sizes() -> None:
    emptied, between, full = (picture("circle", f, fading=True) for f in (0.0, 0.5, 1.0))
    assert (emptied == picture("circle", 0.0)).all()
    assert (full == picture("circle", 1.0)).all()
    low, high = np.minimum(emptied, full), np.maximum(emptied, full)
    assert ((between >= low - 3) & (between <= high + 3)).mean() > 0.99


def test_the_word_stands_inside_even_the_emptied_circle() -> None:
    full = breath.reach(BOX, UNIT)
    corner = np.hypot(full.words.width / 2, full.words.height / 4)
    assert corner < full.radius * 0.6
