"""Everything that can be done is reached by Tab, by the mouse, and by scanning."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from tests.ui.patient.stage import SCALES, SIZES, Sitting, moment, sitting, views
from ui.patient.screen import Option
from ui.view import Choices
from ui.widgets.sizes import LEAST_TARGET_PX

ALL = list(views())


def fresh(at: Sitting) -> Sitting:
    """Return the same screen, come up anew."""
    made = Sitting(type(at.screen)(), at.view, at.size, at.choices)
    made.screen.enter(made.view)
    return made


def by_tab(at: Sitting, option: Option) -> object:
    """Return what an option asks when it is reached by the keys; fail where it is not."""
    for _ in range(40):
        if at.screen.focus == option.id:
            return at.press(pygame.K_RETURN)[0]
        control, _, way = option.id.partition(".")
        if option.at == "control" and at.screen.focus == control:
            return at.press(pygame.K_LEFT if way == "less" else pygame.K_RIGHT)[0]
        at.press(pygame.K_TAB)
    raise AssertionError(option.id)


@pytest.mark.parametrize("name", ALL)
def test_every_option_is_reached_by_tab_by_mouse_and_by_scanning(name: str) -> None:
    at = sitting(name)
    at.draw()
    for index, option in enumerate(at.screen.options(at.view)):
        wanted = fresh(at).screen.take_option(index, at.view)
        assert by_tab(fresh(at), option) == wanted
        clicked = fresh(at)
        clicked.draw()
        assert clicked.click(clicked.screen.boxes[option.id].center) == wanted


@pytest.mark.parametrize("name", ALL)
def test_tab_and_shift_tab_go_round_and_the_arrows_stop_at_the_ends(name: str) -> None:
    at = sitting(name)
    first = at.screen.focus
    seen = []
    for _ in range(40):
        at.press(pygame.K_TAB)
        seen.append(at.screen.focus)
        if at.screen.focus == first:
            break
    assert seen[-1] == first
    assert len(set(seen)) == len(seen)
    at.press(pygame.K_TAB, shift=True)
    assert at.screen.focus == (seen[-2] if len(seen) > 1 else first)
    at.press(*[pygame.K_DOWN] * 40)
    last = at.screen.focus
    at.press(pygame.K_DOWN)
    assert at.screen.focus == last


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ALL)
def test_whatever_is_pressed_is_large_enough_and_apart(name: str, size: tuple[int, int]) -> None:
    for scale in SCALES:
        at = sitting(name, size, Choices(text_scale=scale))
        at.draw()
        options = at.screen.options(at.view)
        boxes = [at.screen.boxes[option.id] for option in options]
        window = pygame.Rect((0, 0), size)
        for i, box in enumerate(boxes):
            assert min(box.size) >= LEAST_TARGET_PX, (options[i].id, box)
            assert window.contains(box), options[i].id
            assert box.collidelist(boxes[i + 1 :]) == -1, options[i].id


@pytest.mark.parametrize("name", ALL)
def test_each_option_looks_different_when_it_is_lit_and_each_focus_is_seen(name: str) -> None:
    at = sitting(name)
    plain = pygame.surfarray.array3d(at.draw()).astype(np.int16)
    pictures = []
    for index, option in enumerate(at.screen.options(at.view)):
        lit = Sitting(at.screen, replace(at.view, scanned=index), at.size, at.choices)
        picture = pygame.surfarray.array3d(lit.draw()).astype(np.int16)
        near = at.screen.boxes[option.id].inflate(24, 24).clip(pygame.Rect((0, 0), at.size))
        area = np.s_[near.left : near.right, near.top : near.bottom]
        assert (np.abs(picture[area] - plain[area]).max(axis=2) > 40).sum() > 60, option.id
        pictures.append(picture)
    assert len({picture.tobytes() for picture in pictures}) == len(pictures)


def test_a_scan_past_the_options_lights_nothing() -> None:
    at = sitting("rose")
    assert at.screen.lit(replace(at.view, scanned=99)) is None
    assert at.screen.take_option(99, at.view) is None


def test_a_focus_that_is_gone_falls_back_to_the_first() -> None:
    at = sitting("summary")
    at.press(pygame.K_TAB)
    assert at.screen.focus == "back"
    at.view = replace(at.view, moment=moment("summary", first=True))
    at.press(pygame.K_DOWN)
    assert at.screen.focus == "on"
