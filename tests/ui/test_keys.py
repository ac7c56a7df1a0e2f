"""What each key asks for."""

from dataclasses import replace

import pygame
import pytest

from feedback.intent import Intent
from ui.keys import LISTED, on_key
from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Choices
from words.tr import tr


@pytest.mark.parametrize(
    ("key", "intent"),
    [
        (pygame.K_SPACE, Intent.PAUSE),
        (pygame.K_ESCAPE, Intent.LEAVE),
        (pygame.K_RIGHT, Intent.NEXT),
        (pygame.K_LEFT, Intent.PREVIOUS),
        (pygame.K_l, Intent.LEVEL),
        (pygame.K_t, Intent.TOO_MUCH),
        (pygame.K_DOWN, Intent.SMALLER),
        (pygame.K_UP, Intent.LARGER),
    ],
)
def test_keys_of_the_practice(key: int, intent: Intent) -> None:
    assert on_key(key, Choices()) is intent


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        (pygame.K_m, Choices(mirror="figure")),
        (pygame.K_b, Choices(breath="wave")),
        (pygame.K_h, Choices(show_keys=True)),
        (pygame.K_r, Choices(reduced_motion=True)),
        (pygame.K_f, Choices(full_screen=True)),
        (pygame.K_F11, Choices(full_screen=True)),
    ],
)
def test_switches_go_there_and_back(key: int, changed: Choices) -> None:
    assert on_key(key, Choices()) == changed
    assert on_key(key, changed) == Choices()


def test_text_grows_and_shrinks_within_its_bounds() -> None:
    choices = Choices()
    for key, bound in ((pygame.K_PLUS, MAX_TEXT_SCALE), (pygame.K_MINUS, MIN_TEXT_SCALE)):
        for _ in range(20):
            answer = on_key(key, choices)
            assert isinstance(answer, Choices)
            choices = answer
        assert choices == replace(Choices(), text_scale=bound)


def test_plus_needs_no_shift_key() -> None:
    assert on_key(pygame.K_EQUALS, Choices()) == Choices(text_scale=1.1)


def test_other_keys_ask_for_nothing() -> None:
    assert on_key(pygame.K_q, Choices()) is None


def test_every_key_listed_can_be_said() -> None:
    for name, what in LISTED:
        assert tr(what)
        assert tr(name) if name.startswith("keys.") else name
