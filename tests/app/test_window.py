"""The window, on SDL's dummy driver: keys become intents and choices; every screen is drawn."""

from collections.abc import Iterator

import numpy as np
import pygame
import pytest

from app.settings import Settings
from app.window import Window
from feedback.intent import Intent
from feedback.record import PracticeRecord
from ui.inputs import Click


@pytest.fixture
def window() -> Iterator[Window]:
    with Window(Settings(), (640, 400)) as window:
        yield window


def press(*keys: int) -> None:
    for key in keys:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))


def shown() -> np.ndarray:
    surface = pygame.display.get_surface()
    assert surface is not None
    return pygame.surfarray.array3d(surface)


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (pygame.K_SPACE, Intent.PAUSE),
        (pygame.K_ESCAPE, Intent.LEAVE),
        (pygame.K_LEFT, Intent.PREVIOUS),
        (pygame.K_t, Intent.TOO_MUCH),
        (pygame.K_DOWN, Intent.SMALLER),
        (pygame.K_UP, Intent.LARGER),
        (pygame.K_RIGHT, Intent.NEXT),
        (pygame.K_l, Intent.LEVEL),
    ],
)
def test_keys_ask(window: Window, key: int, intent: Intent) -> None:
    press(key)
    assert window.asked(0.0) is intent
    assert window.asked(0.0) is None


def test_closing_the_window_leaves_whatever_else_was_pressed(window: Window) -> None:
    press(pygame.K_SPACE)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    press(pygame.K_RIGHT)
    assert window.asked(0.0) is Intent.LEAVE


def test_keys_choose_and_the_choice_outlives_the_window(window: Window) -> None:
    press(pygame.K_m, pygame.K_b, pygame.K_PLUS)
    assert window.asked(0.0) is None
    kept = Settings().with_choices(window.choices)
    assert (kept.mirror, kept.breath) == ("figure", "wave")
    assert kept.text_scale > 1.0


def test_a_smaller_window_is_drawn_to_its_edges(window: Window) -> None:
    pygame.display.set_mode((900, 500), pygame.RESIZABLE)
    pygame.event.post(pygame.event.Event(pygame.VIDEORESIZE, size=(900, 500), w=900, h=500))
    window.asked(0.0)
    window.draw_opening()
    picture = shown()
    assert picture.shape[:2] == (900, 500)
    assert picture[-5:, -5:].max() > 0


def test_opening_and_ending_are_screens_of_their_own(window: Window) -> None:
    window.draw_opening()
    opening = shown().copy()
    window.draw_closing(PracticeRecord(0.0, 60.0, ()))
    assert opening.std() > 1
    assert np.abs(opening.astype(int) - shown()).max() > 30


def test_full_screen_and_back(window: Window) -> None:
    press(pygame.K_f)
    window.asked(0.0)
    assert window.choices.full_screen
    press(pygame.K_f)
    window.asked(0.0)
    assert pygame.display.get_window_size() == (640, 400)


def test_in_a_window_too_small_to_draw_on_the_mouse_points_at_what_is_seen(window: Window) -> None:
    pygame.display.set_mode((240, 150), pygame.RESIZABLE)
    window.asked(0.0)
    window.draw_opening()
    assert shown().shape[:2] == (240, 150)
    assert shown().std() > 1
    assert window._placed(Click((120, 75))) == Click((240, 150))
    pygame.display.set_mode((960, 600), pygame.RESIZABLE)
    window.asked(0.0)
    assert window._placed(Click((120, 75))) == Click((120, 75))
