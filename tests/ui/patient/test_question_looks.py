"""How the question screens look, against small pictures of how they are meant to look.

To renew them after a change that is meant, as in tests/ui/test_looks.py.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pygame
import pytest

from feedback.said import Rated, Said
from tests.ui.patient.stage import moment, sitting, views
from ui.layout import layout
from ui.view import Choices

Check = Callable[[pygame.Surface, str], None]
PICTURED = (
    *("arrival-new", "arrival", "signs", "today", "comparing", "pain", "rose"),
    *("stop", "after", "words", "summary", "summary-hard"),
)


@pytest.mark.parametrize("name", PICTURED)
def test_a_question_looks_as_it_is_meant_to(name: str, looks_as_expected: Check) -> None:
    looks_as_expected(sitting(name).draw(), f"patient-{name}")


def test_a_slider_lit_by_scanning(looks_as_expected: Check) -> None:
    at = sitting("arrival")
    at.view = replace(at.view, scanned=2)
    looks_as_expected(at.draw(), "patient-arrival-scanned")


def test_the_largest_type_in_the_smallest_window(looks_as_expected: Check) -> None:
    at = sitting("today", (800, 600), Choices(text_scale=1.6))
    looks_as_expected(at.draw(), "patient-today-large")


@pytest.mark.parametrize("name", list(views()))
def test_a_frame_without_anything_new_is_drawn_the_same(name: str) -> None:
    at = sitting(name)
    first, second = at.draw(), at.draw()
    assert pygame.image.tobytes(first, "RGB") == pygame.image.tobytes(second, "RGB")


def test_a_knob_glides_and_nothing_blinks() -> None:
    at = sitting("arrival")
    place = layout(at.size, 1.0, "calm")
    surface = pygame.Surface(at.size)
    at.draw()
    far = Said().rated("before", Rated("pain", 9))
    at.view = replace(at.view, moment=moment("arrival", far))
    mean = []
    for i in range(40):
        view = replace(at.view, t=at.view.t + i / 60)
        at.screen.draw(surface, place, view, Choices())
        mean.append(pygame.surfarray.array3d(surface).mean())
    # A flash is a quick change by a tenth of full brightness (WCAG 2.2): stay far from it.
    assert np.abs(np.diff(mean)).max() < 1.0


@pytest.mark.parametrize("name", list(views()))
def test_what_is_kept_of_a_still_picture_is_never_shown_for_another(name: str) -> None:
    at = sitting(name)
    keys = [pygame.K_TAB, pygame.K_RIGHT, pygame.K_5, pygame.K_UP, pygame.K_LEFT, pygame.K_DELETE]
    for key in keys:
        for _ in range(3):
            at.draw()
        at.press(key)
        at.type("o")
        at.view = replace(at.view, t=at.view.t + 5)
        at.draw()  # what glides begins to
        at.view = replace(at.view, t=at.view.t + 5)
        shown = at.draw()
        at.screen._looked = None  # so that it is painted again
        fresh = at.draw()
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(fresh, "RGB"), key
