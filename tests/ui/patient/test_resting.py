"""A rest among the movements."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pygame
import pytest

from exercises.library import library
from feedback.intent import Intent
from feedback.said import Rated
from tests.ui.patient.places import SCALES, SEATED, SIZES, drawn, moved_view, written
from ui.inputs import Click, Press
from ui.patient.resting import RestingScreen
from ui.view import Choices
from words.tr import tr


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_every_movements_own_question_stands_whole(size: tuple[int, int], scale: float) -> None:
    longest = sorted(library().values(), key=lambda each: len(each.prompt))[-6:]
    for exercise in longest:
        found = written(RestingScreen(), moved_view(exercise), size, scale)
        assert exercise.prompt in {each.text for each in found}
        assert all(each.whole for each in found)


def test_a_rest_is_ended_by_going_on_and_offers_to_say_pain_and_to_stop() -> None:
    screen, view = RestingScreen(), moved_view(SEATED)
    drawn(screen, view)
    offered = [option.asked for option in screen.options(view)]
    assert offered[0] is Intent.NEXT
    assert {Intent.PAIN, Intent.STOP} <= set(offered)
    for key, intent in (
        (pygame.K_RETURN, Intent.NEXT),
        (pygame.K_SPACE, Intent.PAUSE),  # which lets it stand still
        (pygame.K_p, Intent.PAIN),
        (pygame.K_s, Intent.STOP),
    ):
        assert screen.take(Press(key), view) is intent
    for option in screen.options(view):
        assert screen.take(Click(screen.boxes[option.id].center), view) is option.asked


def test_under_the_question_it_is_said_how_the_rest_goes_on() -> None:
    view = moved_view(SEATED)
    tired = view.moment.said.rated("before", Rated("energy", 3))
    for moment, words in (
        (view.moment, "rest.words"),
        (replace(view.moment, said=tired), "rest.words-sooner"),
        (replace(view.moment, said=tired, paused=True), "notice.paused"),
    ):
        found = written(RestingScreen(), replace(view, moment=moment), SIZES[1], 1.0)
        assert tr(words) in {each.text for each in found}


@pytest.mark.parametrize("choices", [Choices(), Choices(breath="wave"), Choices(theme="dark")])
def test_the_breath_is_what_moves(choices: Choices) -> None:
    emptied, filled = (
        pixels(drawn(RestingScreen(), moved_view(SEATED, t), choices=choices)) for t in (0.05, 3.9)
    )
    changed = np.argwhere((emptied != filled).any(axis=2))
    assert len(changed) > 20000
    assert changed[:, 0].max() < 700  # beside the words


def test_how_it_looks(looks_as_expected: Callable[[pygame.Surface, str], None]) -> None:
    looks_as_expected(drawn(RestingScreen(), moved_view(SEATED, 3.2)), "patient-resting")
    wave = drawn(RestingScreen(), moved_view(SEATED, 3.2), choices=Choices(breath="wave"))
    looks_as_expected(wave, "patient-resting-wave")
