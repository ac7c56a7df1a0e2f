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
        (pygame.K_n, Intent.NEW),
        (pygame.K_e, Intent.STRETCHY),
        (pygame.K_v, Intent.VARIANT),
        (pygame.K_p, Intent.PAIN),
        (pygame.K_s, Intent.STOP),
        (pygame.K_RETURN, Intent.NEXT),
        (pygame.K_BACKSPACE, Intent.PREVIOUS),
        # A presenter's remote.
        (pygame.K_PAGEDOWN, Intent.NEXT),
        (pygame.K_PAGEUP, Intent.PREVIOUS),
    ],
)
def test_keys_of_the_practice(key: int, intent: Intent) -> None:
    assert on_key(key, Choices()) is intent


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        (pygame.K_a, Choices(awareness=True)),
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


def test_one_key_goes_through_what_the_picture_shows_and_round_again() -> None:
    choices, seen = Choices(), []
    for _ in range(4):
        answer = on_key(pygame.K_m, choices)
        assert isinstance(answer, Choices)
        choices = answer
        seen.append(choices.mirror)
    assert seen == ["figure", "silhouette", "nothing", "picture"]


def test_every_letter_listed_asks_for_something() -> None:
    letters = [name for name, _ in LISTED if len(name) == 1 and name.isalpha()]
    assert len(letters) > 12
    assert all(on_key(ord(letter.lower()), Choices()) is not None for letter in letters)


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
    assert on_key(pygame.K_z, Choices()) is None


def test_what_is_heard_has_its_keys() -> None:
    louder = on_key(pygame.K_PERIOD, Choices(muted=True))
    assert (louder, on_key(pygame.K_COMMA, Choices(volume=0.05))) == (
        Choices(volume=0.7),
        Choices(volume=0.0),
    )
    assert on_key(pygame.K_q, Choices()) == Choices(muted=True)
    noises = [Choices()]
    for _ in range(4):
        changed = on_key(pygame.K_w, noises[-1])
        assert isinstance(changed, Choices)
        noises.append(changed)
    assert [each.ambient for each in noises] == [None, "rain", "sea", "wind", None]


def test_one_key_for_everything_is_switched_by_one_key() -> None:
    assert on_key(pygame.K_F8, Choices()) == Choices(scanning=True)


def test_every_key_listed_can_be_said() -> None:
    for name, what in LISTED:
        assert tr(what)
        assert tr(name) if name.startswith("keys.") else name
