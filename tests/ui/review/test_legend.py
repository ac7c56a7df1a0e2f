"""The legend says each mark whole, in as many lines as it takes."""

import pygame
import pytest

from tests.ui.reading import reading
from ui.review.legend import Entry, draw_legend, legend_height
from ui.widgets.sizes import sizes

ENTRIES: tuple[Entry, ...] = (
    ("top", "Top, median"),
    ("error", "± uncertainty, 90%"),
    ("day", "Practice"),
)


@pytest.mark.parametrize("width", [260, 420, 1200])
def test_every_mark_is_said_whole_within_the_legend_in_large_type(width: int) -> None:
    pygame.font.init()
    of = sizes((1280, 720), 1.4)
    box = pygame.Rect(20, 30, width, legend_height(of, ENTRIES, width))
    surface = pygame.Surface((1280, 720))
    with reading() as found:
        draw_legend(surface, box.topleft, of, ENTRIES, width)
    assert [each.text for each in found] == [words for _, words in ENTRIES]
    assert all(box.contains(each.at) for each in found)
