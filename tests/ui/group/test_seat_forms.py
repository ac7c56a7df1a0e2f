"""The forms of the seats are kept, and what is new is spread over some turns."""

import numpy as np
import pygame
import pytest

from ui import raster
from ui.group import forms
from ui.group.seat_forms import STEPS, Image, Placing, SeatForms

CENTRE, RADIUS, RED = (60.25, 58.5), 40.0, (200, 90, 40)


def placing(number: int, radius: float = RADIUS) -> Placing:
    return number, RED, CENTRE, radius


def turn(kept: SeatForms, *wanted: tuple[int, float]) -> list[Image]:
    """Return the images of one turn, of seats by their number and fullness."""
    return kept.images([(placing(number), fullness) for number, fullness in wanted])


@pytest.mark.parametrize("number", range(1, forms.FORMS + 1))
def test_an_image_is_the_form_where_the_form_is(number: int) -> None:
    ((image, (left, top)),) = turn(SeatForms(), (number, 0.5))
    seen = np.zeros((120, 120))
    alpha = pygame.surfarray.array_alpha(image).T / 255
    seen[top : top + alpha.shape[0], left : left + alpha.shape[1]] = alpha
    true = raster.coverage([forms.filled(number, CENTRE, RADIUS, 0.5)], 120, 120)
    assert np.abs(seen - true).max() < 0.01
    assert image.get_at((0, 0))[:3] == RED


def test_what_was_painted_once_is_kept() -> None:
    kept = SeatForms()
    (first,), (other,), (again,) = (turn(kept, (1, full)) for full in (0.2, 0.9, 0.2))
    assert again[0] is first[0]
    assert other[0] is not first[0]


def test_two_a_turn_are_new_and_the_others_follow() -> None:
    kept, near, numbers = SeatForms(), 0.5 + 1 / STEPS, range(1, 6)
    before = turn(kept, *((number, 0.5) for number in numbers))
    seen = [turn(kept, *((number, near) for number in numbers)) for _ in range(3)]
    moved = [
        sum(now[0] is not then[0] for now, then in zip(each, before, strict=True)) for each in seen
    ]
    assert moved == [2, 4, 5]


def test_nobody_waits_for_long_however_many_breathe() -> None:
    kept, turns = SeatForms(), 60
    for i in range(turns):
        images = turn(kept, *((number, i / turns) for number in range(1, 9)))
        (before, _), *_ = turn(SeatForms(), (8, max(i - 4, 0) / turns))
        assert images[-1][0].get_width() >= before.get_width(), "no more than four turns behind"


def test_a_seat_elsewhere_or_larger_is_painted_at_once() -> None:
    kept = SeatForms()
    turn(kept, (1, 0.5), (2, 0.5), (3, 0.5), (4, 0.5))
    images = kept.images([(placing(number, 50.0), 0.5) for number in (1, 2, 3, 4)])
    assert min(image.get_width() for image, _ in images) > 60


def test_no_more_are_kept_than_there_is_room_for() -> None:
    kept = SeatForms()
    for radius in np.linspace(5.0, 9.0, 1000):
        kept.images([(placing(1, float(radius)), 0.5)])
    assert len(kept._kept) <= forms.FORMS * (STEPS + 1)
