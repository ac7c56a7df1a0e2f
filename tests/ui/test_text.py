"""Text stays in its place, whatever it says."""

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.text import fitted, font, write

words = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), min_size=0, max_size=120)


@settings(max_examples=80, deadline=None)
@given(words, st.integers(10, 80), st.integers(5, 900), st.integers(5, 300))
def test_text_never_leaves_the_place_it_has(text: str, size: int, width: int, height: int) -> None:
    setting = fitted(text, size, width, height)
    assert setting.width <= width
    assert setting.height <= height


def test_text_with_room_is_set_whole_and_in_its_size() -> None:
    setting = fitted("You might rest", 30, 600, 60)
    assert setting.lines == ("You might rest",)
    assert setting.size_px == 30


def test_long_text_breaks_into_even_lines() -> None:
    text = "The camera cannot see you just now. Moving on by feel is fine."
    setting = fitted(text, 30, 600, 90)
    widths = [font(30).size(line)[0] for line in setting.lines]
    assert len(widths) == 2
    assert min(widths) > 0.75 * max(widths)
    assert " ".join(setting.lines) == text


def test_only_what_cannot_be_set_smaller_is_shortened() -> None:
    (line,) = fitted("Schultergürtelbeweglichkeit", 30, 120, 40).lines
    assert line.endswith("…")


@pytest.mark.parametrize("across", [0.0, 0.5, 1.0])
def test_written_text_leaves_ink_only_inside_its_box(across: float) -> None:
    surface = pygame.Surface((400, 200))
    box = pygame.Rect(60, 50, 260, 90)
    taken = write(surface, "Quietly jumping glyphs", box, 40, (255, 255, 255), across=across)
    assert box.contains(taken)
    surface.fill((0, 0, 0), box)
    assert not pygame.surfarray.array3d(surface).any()


def test_faded_text_is_not_drawn() -> None:
    surface = pygame.Surface((200, 60))
    write(surface, "rest", surface.get_rect(), 30, (255, 255, 255), opacity=0.0)
    assert not pygame.surfarray.array3d(surface).any()
