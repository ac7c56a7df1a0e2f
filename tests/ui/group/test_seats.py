"""The seats: told apart without colour, never red, quick to change, each in its room."""

from dataclasses import replace
from itertools import combinations
from math import dist

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from feedback.group.step import Seat
from tests.ui.group.scene import seats_of
from ui import raster
from ui.colour import Colour, contrast
from ui.group import forms
from ui.group.bowl import Bowl, bowl
from ui.group.circle import CHANGING_S, Circle
from ui.group.hall import hall
from ui.group.seat_colours import seat_colour
from ui.paint import Drawing
from ui.theme import CALM, PALETTES
from ui.view import BreathShape, Choices, ThemeName

SIDE = 160
MIDDLE = (SIDE / 2, SIDE / 2)
NUMBERS = range(1, forms.FORMS + 1)
# What the eye is left with that does not see red, or green, in linear light (Machado 2009).
SIGHTS = {
    "usual": np.eye(3),
    "no red": np.array([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]]),
    "no green": np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]]),
}


def mask(number: int, changed: float = 0.0, fullness: float = 1.0) -> NDArray[np.bool_]:
    """Return the pixels that a seat covers."""
    form = forms.filled(number, MIDDLE, 55.0, fullness)
    return raster.coverage(forms.opened(form, MIDDLE, changed), SIDE, SIDE) > 0.5


def alike(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Return the share of the pixels of either that both cover."""
    return float((one & other).sum() / (one | other).sum())


def test_the_forms_are_told_apart_without_colour() -> None:
    most = max(alike(mask(one), mask(other)) for one, other in combinations(NUMBERS, 2))
    assert most < 0.89


def test_nobodys_form_is_the_larger() -> None:
    covered = [int(mask(number).sum()) for number in NUMBERS]
    assert max(covered) < 1.03 * min(covered)
    assert all(np.hypot(*forms.outline(n).T).max() <= forms.WIDEST for n in NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_other_form_is_another_form(number: int) -> None:
    assert alike(mask(number), mask(number, 1.0)) < 0.5
    assert alike(mask(number, fullness=0.5), mask(number, 1.0, 0.5)) < 0.6
    middle = SIDE // 2
    opened = mask(number, 1.0)
    assert opened[middle, middle]  # the seed
    assert not opened[middle, middle + 14 : middle + 17].all()  # open about it


@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_seat_is_seen_on_its_ground_and_none_is_red(theme: ThemeName) -> None:
    palette = PALETTES[theme]
    for number in NUMBERS:
        for seen in (0.0, 1.0):
            red, green, _ = colour = seat_colour(palette, number, seen)
            for ground in (palette.panel, palette.night, palette.deep):
                assert contrast(colour, ground) >= 3.0, (number, seen, ground)
            assert red < 1.5 * green


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_colours_are_told_apart_by_every_eye(sight: str) -> None:
    for palette in PALETTES.values():
        seen = [_lab(SIGHTS[sight] @ _linear(seat_colour(palette, n))) for n in NUMBERS]
        assert min(dist(one, other) for one, other in combinations(seen, 2)) > 5.0


def _linear(colour: Colour) -> NDArray[np.float64]:
    share = np.array(colour) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def _lab(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return CIE L*a*b* of a colour in linear light."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = to_xyz @ np.clip(linear, 0, 1) / (0.9505, 1.0, 1.089)
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


# --- as they are drawn


def drawn(circle: Circle, seat: Seat, t: float, *, fading: bool = False) -> NDArray[np.int_]:
    surface = pygame.Surface((SIDE, SIDE))
    surface.fill(CALM.panel)
    drawing = Drawing(surface)
    where = Bowl(pygame.Rect(0, 0, 0, 0), (MIDDLE,), 50.0)
    circle.draw(drawing, CALM, where, [seat], Choices(reduced_motion=fading), t, {})
    drawing.finish()
    return pygame.surfarray.array3d(surface).astype(np.int16)


@pytest.mark.parametrize("fading", [False, True])
def test_the_whole_change_is_done_in_under_four_tenths_of_a_second(fading: bool) -> None:
    circle, seat = Circle(), Seat(4, 0.7, 1.0, False, True)
    for t in (0.0, 5.0):
        before = drawn(circle, seat, t, fading=fading)
    past = replace(seat, changed=True)
    begun = drawn(circle, past, 6.0, fading=fading)
    done = drawn(circle, past, 6.0 + CHANGING_S, fading=fading)
    later = drawn(circle, past, 16.0, fading=fading)
    assert CHANGING_S < 0.4
    assert np.array_equal(begun, before)
    far = np.abs(done - before).max(axis=2) > 60
    assert far.sum() > 1500
    # What is left after it is the last of the glow, which has no shape.
    assert np.abs(later - done).max() <= 40
    assert drawn(circle, past, 20.0, fading=fading).tolist() == later.tolist()


def test_a_seat_grows_with_its_breath_and_glows_with_its_ease() -> None:
    def light(seat: Seat, *, fading: bool = False) -> float:
        circle = Circle()
        drawn(circle, seat, 0.0, fading=fading)
        return float(drawn(circle, seat, 5.0, fading=fading).sum())

    seat = Seat(2, 0.1, 0.0, False, True)
    for fading in (False, True):
        assert light(replace(seat, fullness=0.9), fading=fading) > light(seat, fading=fading)
    assert light(replace(seat, warmth=1.0)) > light(seat)
    assert light(replace(seat, seen=False)) < light(seat)


@pytest.mark.parametrize("shape", ["circle", "wave"])
@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080)])
def test_breath_and_seats_keep_their_room_and_apart(
    size: tuple[int, int], shape: BreathShape
) -> None:
    place = hall(size, 1.0, "calm")
    for share in (place.moving, 0.42, 1.0):
        room = place.halves(share, place.body)[0] if share < 1 else place.body
        room = room.inflate(*2 * [-round(4.8 * place.unit)])
        for count in range(1, 9):
            where = bowl(room, count, place.unit, shape)
            assert len(where.seats) == count
            assert room.inflate(4, 4).contains(where.breath)
            for x, y in where.seats:
                reach = forms.WIDEST * where.radius - 1
                box = pygame.Rect(x - reach, y - reach, 2 * reach, 2 * reach)
                assert room.inflate(4, 4).contains(box), (count, share)
            for one, other in combinations(where.seats, 2):
                assert dist(one, other) > 2.1 * where.radius
            if shape == "circle":
                rim = where.breath.width / 2 - 1.6 * place.unit
                assert rim > 0.16 * place.body.height
                for seat in where.seats:
                    assert dist(seat, where.breath.center) > rim + 1.3 * where.radius


def test_more_seats_than_forms_begin_again() -> None:
    assert np.array_equal(forms.outline(9), forms.outline(1))
    assert seat_colour(CALM, 9) == seat_colour(CALM, 1)
    assert len(seats_of(8, 0.5)) == 8
