"""Nothing overlaps, whatever the window, and secondary things give way first."""

from itertools import combinations
from typing import get_args

import pygame
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.layout import layout
from ui.view import MAX_TEXT_SCALE, MIN_TEXT_SCALE, ThemeName

windows = st.one_of(
    st.tuples(st.integers(640, 3840), st.integers(400, 2160)),
    st.tuples(st.integers(640, 1600), st.integers(900, 2160)),
)
scales = st.floats(MIN_TEXT_SCALE, MAX_TEXT_SCALE)
themes = st.sampled_from(get_args(ThemeName))


def rects(*some: pygame.Rect | None) -> list[pygame.Rect]:
    return [rect for rect in some if rect is not None]


@settings(max_examples=200)
@given(windows, scales, themes)
def test_nothing_overlaps_and_nothing_leaves_the_window(
    size: tuple[int, int], scale: float, theme: ThemeName
) -> None:
    place = layout(size, scale, theme, ways_out=True)
    panels = rects(place.heading, place.time, place.picture, place.side, place.line, place.ways)
    inside = rects(place.breath, place.guide, place.petals)
    window = pygame.Rect((0, 0), size)
    assert all(window.contains(panel) for panel in panels)
    assert all(place.side.contains(rect) for rect in inside)
    assert place.hint is None or place.line.contains(place.hint)
    for group in (panels, inside):
        assert not any(a.colliderect(b) for a, b in combinations(group, 2))


@settings(max_examples=200)
@given(windows, scales, themes)
def test_the_person_and_the_breath_always_have_room(
    size: tuple[int, int], scale: float, theme: ThemeName
) -> None:
    place = layout(size, scale, theme, ways_out=True)
    assert place.picture.width >= min(0.4 * size[0], 0.8 * size[1])
    assert place.picture.height >= 0.2 * size[1]
    assert min(place.breath.size) >= 14 * place.unit


def test_a_usual_window_has_room_for_everything() -> None:
    for size in ((1280, 720), (1920, 1080), (640, 400)):
        place = layout(size, 1.0, "calm")
        assert place.guide is not None
        assert place.time is not None


def test_in_a_narrow_window_the_hint_and_the_time_give_way_and_the_words_stay() -> None:
    place = layout((640, 1000), 1.6, "calm")
    assert place.hint is None
    assert place.time is None
    assert place.line.height >= place.words_px * 2


def test_with_larger_type_the_guide_moves_beside_the_breath() -> None:
    usual = layout((1280, 720), 1.0, "calm")
    assert usual.guide is not None
    assert usual.guide.top > usual.breath.bottom
    large = layout((1280, 720), 1.6, "calm")
    assert large.guide is not None
    assert large.guide.left > large.breath.right


def test_in_a_small_window_with_the_largest_type_the_guide_gives_way_to_the_breath() -> None:
    place = layout((640, 400), 1.6, "projector")
    assert place.guide is None
    assert place.breath.width == place.petals.width
