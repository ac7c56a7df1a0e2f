"""Hands on the belly, at the end."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pygame
import pytest

from exercises.exercise import Exercise
from feedback.intent import Intent
from tests.ui.patient.places import (
    LYING,
    SCALES,
    SEATED,
    SIZES,
    STANDING,
    drawn,
    moved_view,
    written,
)
from tests.ui.stands import grid
from ui.inputs import Press
from ui.patient import glow
from ui.patient.glow import Lit
from ui.patient.hands import HandsScreen
from ui.view import Choices
from words.tr import tr

EMPTIED_S, FILLED_S = 0.0, 4.0


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


@pytest.mark.parametrize(("size", "scale"), grid(SIZES, SCALES))
def test_the_question_stands_whole(size: tuple[int, int], scale: float) -> None:
    found = written(HandsScreen(), moved_view(SEATED, kind="hands"), size, scale)
    assert tr("hands.different") in {each.text for each in found}
    assert all(each.whole for each in found)


@pytest.mark.parametrize(
    ("exercise", "posture"), [(SEATED, "seated"), (STANDING, "standing"), (LYING, "lying")]
)
def test_the_body_is_in_the_posture_of_the_movement(exercise: Exercise, posture: str) -> None:
    screen = HandsScreen()
    view = moved_view(exercise, kind="hands")
    assert screen.with_hands_on_belly(view).posture == posture
    assert np.ptp(pixels(drawn(screen, view))) > 150


def lights(monkeypatch: pytest.MonkeyPatch, choices: Choices) -> list[tuple[Lit, float]]:
    """Return the warmth under the hands with an emptied and with a filled breath."""
    found: list[tuple[Lit, float]] = []

    def noted(drawing: Any, bounds: Any, light: Lit, colour: Any, strength: float) -> None:
        found.append((light, strength))

    monkeypatch.setattr(glow, "draw", noted)
    for within_s in (EMPTIED_S, FILLED_S):
        drawn(HandsScreen(), moved_view(SEATED, within_s, "hands"), choices=choices)
    return [found[0], found[-1]]


def test_the_warmth_under_the_hands_grows_with_the_breath(monkeypatch: pytest.MonkeyPatch) -> None:
    emptied, filled = lights(monkeypatch, Choices())
    assert filled[0].radius > 1.1 * emptied[0].radius
    assert filled[1] > emptied[1] + 0.2


def test_where_motion_is_reduced_the_warmth_only_fades(monkeypatch: pytest.MonkeyPatch) -> None:
    emptied, filled = lights(monkeypatch, Choices(reduced_motion=True))
    assert np.allclose(filled[0].lines, emptied[0].lines)
    assert filled[0].radius == pytest.approx(emptied[0].radius)
    assert filled[1] > emptied[1] + 0.2


def test_space_pauses_and_enter_goes_on() -> None:
    screen, view = HandsScreen(), moved_view(SEATED, kind="hands")
    drawn(screen, view)
    assert screen.take(Press(pygame.K_SPACE), view) is Intent.PAUSE
    assert screen.take(Press(pygame.K_RETURN), view) is Intent.NEXT


def test_how_it_looks(looks_as_expected: Callable[[pygame.Surface, str], None]) -> None:
    for name, exercise in (("seated", SEATED), ("standing", STANDING), ("lying", LYING)):
        surface = drawn(HandsScreen(), moved_view(exercise, 3.5, "hands"))
        looks_as_expected(surface, f"patient-hands-{name}")


def test_back_is_offered_only_where_there_is_something_to_go_back_to() -> None:
    view = moved_view(SEATED, kind="hands")
    offered = [
        [option.id for option in HandsScreen().options(replace(view, moment=moment))]
        for moment in (view.moment, replace(view.moment, first=True))
    ]
    assert ["back" in each for each in offered] == [True, False]
