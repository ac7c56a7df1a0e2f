"""Nothing at home overflows or overlaps, all of it can be read, in every size, type and theme."""

from dataclasses import replace

import pygame
import pytest

from tests.ui.home.stage import SCALES, SIZES, sitting, views
from tests.ui.stands import check_stands, grid, setting
from ui.colour import contrast
from ui.layout import layout
from ui.theme import PALETTES
from ui.view import Choices, ThemeName
from ui.widgets.sizes import LEAST_TARGET_PX
from words.tr import languages, tr

ALL = list(views())


@pytest.mark.parametrize(("size", "scale"), grid(SIZES, SCALES))
@pytest.mark.parametrize("name", ALL)
def test_everything_is_said_in_full_apart_and_within(
    name: str, scale: float, size: tuple[int, int]
) -> None:
    check_all_stands(name, size, scale)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ALL)
def test_the_largest_type_has_room_in_the_smallest_window_in_every_language(
    name: str, language: str
) -> None:
    check_all_stands(name, (800, 600), 1.6, language)


def check_all_stands(name: str, size: tuple[int, int], scale: float, language: str = "en") -> None:
    at = sitting(name, size, Choices(text_scale=scale), language)
    with setting() as found:
        at.stage.draw(pygame.Surface(size), at.choices)
    check_stands(found, size, at.screen.boxes)


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("name", ALL)
def test_every_text_is_told_from_its_ground_in_every_theme(name: str, theme: ThemeName) -> None:
    at = sitting(name, choices=Choices(theme=theme, scanning=True))
    with setting() as found:
        at.draw()
    for each in found:
        assert contrast(each.colour, each.ground) >= 4.5, (each.text, each.ground)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ALL)
def test_whatever_is_pressed_is_large_enough(name: str, size: tuple[int, int]) -> None:
    at = sitting(name, size, Choices(text_scale=0.8))
    at.draw()
    for id, box in at.screen.boxes.items():
        # The days of a month stand close in a small window (WCAG 2.5.8 asks for 24).
        assert min(box.size) >= (24 if id[:1].isdigit() else LEAST_TARGET_PX), id


@pytest.mark.parametrize("theme", ["calm", "projector"])
@pytest.mark.endurance
def test_a_projector_and_a_tall_window_draw_every_screen(theme: ThemeName) -> None:
    for name in ALL:
        for size in ((800, 1100), (640, 400)):
            sitting(name, size, Choices(theme=theme, text_scale=1.6)).draw()


@pytest.mark.parametrize(
    "name",
    # A third of the screens each time, the others under endurance.
    [
        pytest.param(name, marks=() if row % 3 == 0 else pytest.mark.endurance)
        for row, name in enumerate(ALL)
    ],
)
def test_what_is_kept_of_a_still_picture_is_never_shown_for_another(name: str) -> None:
    at = sitting(name)
    for key in (pygame.K_TAB, pygame.K_RIGHT, pygame.K_5, pygame.K_UP, pygame.K_LEFT):
        at.draw()
        at.press(key)
        at.type("o")
        at.draw()
        shown = at.draw()
        at.screen._looked = None  # so that it is painted again
        fresh = at.draw()
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(fresh, "RGB"), key


def test_a_name_that_looks_like_a_key_and_a_title_with_braces_are_said_as_they_are() -> None:
    at = sitting("today")
    assert at.at.planned is not None
    planned = replace(at.at.planned, title="home.morning {count}", movements=("a.b", "{x}"))
    at.at = replace(at.at, planned=planned)
    with setting() as found:
        at.draw()
    assert "home.morning {count}" in {each.text for each in found}
    assert "a.b, {x}" in {each.text for each in found}


@pytest.mark.parametrize("language", languages())
def test_the_foot_of_today_keeps_its_size_and_the_key_that_leaves(language: str) -> None:
    at = sitting("today", (1280, 720), Choices(), language)
    with setting() as found:
        at.draw()
    sizes = {each.size_px for each in found if each.text == tr("on.leave", language)}
    assert sizes == {layout((1280, 720), 1.0, "calm").words_px}
    assert tr("keys.name.escape", language) in {each.text for each in found}
