"""The set-up of a room: what the keys and the mouse do to its places, and what is said of them."""

from typing import get_args

import numpy as np
import pygame
import pytest

from tests.ui.group.written import check_stands, writing
from ui.colour import contrast
from ui.group.places import STEP, PlacesScreen
from ui.group.places_found import said_of
from ui.group.places_view import PlacesAsked, PlacesView
from ui.group.placing import Placing, placed
from ui.group.room_map import RoomMap
from ui.inputs import Click, Drag, Drop, Input, Press, Typed
from ui.theme import PALETTES
from ui.view import Choices, Picture, ThemeName
from vision.place_check import Checked, CheckId
from vision.zones import Zone
from words.tr import languages

SIZE = (1280, 720)
ZONES = (Zone(1, 0.05, 0.1, 0.3, 0.8), Zone(2, 0.4, 0.1, 0.3, 0.8))
FOUND = (Zone(4, 0.7, 0.2, 0.2, 0.7),)


def room(brightness: int = 120) -> pygame.Surface:
    surface = pygame.Surface((320, 180))
    surface.fill((brightness,) * 3)
    return surface


def screen_of(view: PlacesView, *events: Input, choices: Choices | None = None) -> PlacesScreen:
    """Return a screen that was drawn once, and what happened to it then."""
    screen = PlacesScreen(SIZE, "en", Placing(ZONES, 1))
    screen.draw(pygame.Surface(SIZE), view, choices or Choices(), 0.0)
    for event in events:
        assert screen.take(event, view) is None
    return screen


def box_of(number: int, mirrored: bool = False) -> pygame.Rect:
    """Return where a place of `ZONES` is in the window."""
    screen = screen_of(PlacesView(room(), mirrored=mirrored))
    where: RoomMap = screen._map
    return where.rect(ZONES[number - 1])


def test_enter_keeps_and_escape_leaves() -> None:
    view = PlacesView()
    screen = screen_of(view)
    assert screen.take(Press(pygame.K_RETURN), view) is PlacesAsked.KEEP
    assert screen.take(Press(pygame.K_ESCAPE), view) is PlacesAsked.LEAVE


def test_keys_choose_add_and_remove() -> None:
    view = PlacesView()
    assert screen_of(view, Press(pygame.K_TAB)).placing.chosen == 2
    assert screen_of(view, Press(pygame.K_TAB, shift=True)).placing.chosen == 2
    assert screen_of(view, Typed("2")).placing.chosen == 2
    assert screen_of(view, Typed("+")).placing.chosen == 3
    left = screen_of(view, Press(pygame.K_DELETE)).placing
    assert [zone.number for zone in left.zones] == [2]


@pytest.mark.parametrize("mirrored", [False, True])
def test_arrows_move_a_place_as_the_screen_shows_it(mirrored: bool) -> None:
    view = PlacesView(room(), mirrored=mirrored)
    zone = screen_of(view, Press(pygame.K_RIGHT), Press(pygame.K_UP)).placing.zones[0]
    assert zone.left == pytest.approx(0.05 + (-STEP if mirrored else STEP))
    assert zone.top == pytest.approx(0.1 - STEP)
    assert (zone.width, zone.height) == (0.3, 0.8)


def test_shift_and_arrows_resize_it() -> None:
    wide, low = Press(pygame.K_RIGHT, shift=True), Press(pygame.K_UP, shift=True)
    zone = screen_of(PlacesView(), wide, wide, low).placing.zones[0]
    assert zone.width == pytest.approx(0.32)
    assert zone.height == pytest.approx(0.79)


def test_what_was_found_is_taken_where_there_is_something() -> None:
    view = PlacesView(proposal=FOUND)
    assert screen_of(view, Typed("p")).placing == placed(FOUND)
    assert screen_of(PlacesView(), Typed("P")).placing.zones == ZONES


def test_fixed_numbers_are_kept_by_every_key_and_it_is_said() -> None:
    view = PlacesView(proposal=FOUND, mirrored=False)
    fixed = Placing(ZONES, 1, fixed=True)

    def after(event: Input) -> tuple[Placing, list[str]]:
        screen = PlacesScreen(SIZE, "en", fixed)
        screen.draw(pygame.Surface(SIZE), view, Choices(), 0.0)
        screen.take(event, view)
        with writing() as written:
            screen.draw(pygame.Surface(SIZE), view, Choices(), 0.0)
        return screen.placing, [each.text for each in written]

    for event in (Typed("+"), Press(pygame.K_DELETE), Press(pygame.K_DELETE, repeated=True)):
        placing, written = after(event)
        assert placing == fixed
        assert "In a practice the numbers stay" in " ".join(written)
        assert "add" not in written
    placing, written = after(Typed("p"))
    assert [zone.number for zone in placing.zones] == [1, 2]
    assert "Is each with its person?" in " ".join(written)
    placing, written = after(Press(pygame.K_RIGHT))
    assert placing.zones[0].left == pytest.approx(0.05 + STEP)
    assert "P moves each number" in " ".join(written)


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_mouse_moves_a_place_and_draws_at_its_corners(mirrored: bool) -> None:
    view, box = PlacesView(room(), mirrored=mirrored), box_of(2, mirrored)
    x, y = box.center
    moved = screen_of(view, Click((x, y)), Drag((x + 40, y - 10)), Drop((x + 40, y - 10)))
    assert moved.placing.chosen == 2
    where = moved._map.rect(moved.placing.zones[1])
    assert abs(where.left - box.left - 40) <= 1
    assert abs(where.top - box.top + 10) <= 1
    for corner, by in ((box.bottomright, (30, 12)), (box.topleft, (-30, -12))):
        end = corner[0] + by[0], corner[1] + by[1]
        screen = screen_of(view, Typed("2"), Click(corner), Drag(end), Drop(end), Drag((0, 0)))
        where = screen._map.rect(screen.placing.zones[1])
        assert abs(where.width - box.width - 30) <= 2
        assert abs(where.height - box.height - 12) <= 2


def test_a_click_beside_all_places_holds_nothing() -> None:
    screen = screen_of(PlacesView(), Click((3, 3)), Drag((200, 200)))
    assert screen.placing.zones == ZONES


# --- the picture


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("size", "scale"), [(SIZE, 0.8), (SIZE, 1.0), (SIZE, 1.6)])
def test_everything_is_said_in_full_and_apart(
    size: tuple[int, int], scale: float, language: str
) -> None:
    zones = placed(tuple(Zone(i, i * 0.11, 0.1, 0.1, 0.8) for i in range(1, 9)))
    found = {
        i: (Checked(id, 3 if id in ("overlaps", "too-close") else None),)
        for i, id in enumerate(get_args(CheckId)[-8:], start=1)
    }
    view = PlacesView(room(), proposal=FOUND, found=found)
    screen = PlacesScreen(size, language, zones)
    with writing() as written:
        screen.draw(pygame.Surface(size), view, Choices(text_scale=scale), 0.0)
    check_stands(written, size, 11)


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("brightness", [10, 240])
def test_numbers_and_words_are_told_from_any_room(theme: ThemeName, brightness: int) -> None:
    screen = PlacesScreen(SIZE, "en", Placing(ZONES, 1))
    with writing() as written:
        view = PlacesView(room(brightness), found={1: (Checked("seen-well"),)})
        screen.draw(pygame.Surface(SIZE), view, Choices(theme=theme), 0.0)
    for each in written:
        ground = 4.5 if each.text not in ("1", "2") else 3.0
        assert contrast(each.colour, each.ground) >= ground, each.text


def test_pictures_of_any_kind_and_none_are_shown() -> None:
    pixels = np.full((90, 160, 4), 200, dtype=np.uint8)
    lit = []
    for picture in (None, room(200), Picture(pixels, 0, 0, 160, 90)):
        surface = pygame.Surface(SIZE)
        screen = PlacesScreen(SIZE, "en")
        screen.draw(surface, PlacesView(picture), Choices(), 0.0)
        lit.append(int(surface.get_at((300, 300)).r))
    assert lit[0] < 60
    assert lit[1] == lit[2] == 200


def test_what_was_found_names_the_other_place() -> None:
    assert said_of(Checked("overlaps", 3), "en") == "Shares room with place 3."
    assert said_of(Checked("nobody"), "en") == "Nobody here yet."
