"""Petals: one for each repetition offered, open for each one done."""

import pygame
import pytest

from exercises.library import find_exercise, library
from feedback.repetition import Repetition
from ui import petals
from ui.easing import Glides
from ui.paint import Drawing
from ui.theme import CALM

BOX = pygame.Rect(10, 10, 400, 50)


def done(*sides: str) -> tuple[Repetition, ...]:
    return tuple(
        Repetition("left" if s == "l" else "right" if s == "r" else "both", 0, 1, 2, 90)
        for s in sides
    )


def test_both_sides_at_once_open_a_petal_when_both_have_come() -> None:
    exercise = find_exercise("sunrise-arms-standing")
    assert petals.groups(exercise, done("l"), 5) == ((0, 5),)
    assert petals.groups(exercise, done("l", "r", "l"), 5) == ((1, 5),)


def test_sides_that_alternate_have_petals_of_their_own() -> None:
    exercise = find_exercise("side-bend-seated")
    assert petals.groups(exercise, done("l", "r", "l"), 3) == ((2, 3), (1, 3))


@pytest.mark.parametrize("movement", ["soft-knee-sink", "open-heart-standing"])
def test_movements_counted_as_one_open_one_petal_each(movement: str) -> None:
    assert petals.groups(find_exercise(movement), done("b", "b"), 4) == ((2, 4),)


def test_more_than_was_offered_opens_no_more() -> None:
    exercise = find_exercise("soft-knee-sink")
    assert petals.groups(exercise, done(*"bbbbbb"), 4) == ((4, 4),)


def test_a_posture_that_is_kept_has_no_petals() -> None:
    assert petals.groups(find_exercise("arriving-breath"), (), 0) == ()


@pytest.mark.parametrize("movement", list(library()))
def test_petals_open_in_time_and_stay_in_their_place(movement: str) -> None:
    exercise = library()[movement]
    glides = Glides()
    light = []
    for t in (0.0, 0.2, 0.8):
        surface = pygame.Surface((420, 70))
        surface.fill(CALM.panel)
        drawing = Drawing(surface)
        some = done("l", "r", "b") if t else ()
        counts = petals.groups(exercise, some, exercise.repetitions)
        petals.draw(drawing, CALM, BOX, counts, glides, t)
        drawing.finish()
        light.append(int(pygame.surfarray.array3d(surface)[..., 1].sum()))
        surface.fill(CALM.panel, BOX)
        assert (pygame.surfarray.array3d(surface) == CALM.panel).all()
    assert light[0] <= light[1] <= light[2]
