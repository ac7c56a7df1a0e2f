"""A scale has two figures at least, whatever it goes over."""

from itertools import pairwise

import pygame
import pytest

from tests.ui.reading import reading
from ui.review.axes import Plot, draw_scale
from ui.widgets.sizes import sizes


@pytest.mark.parametrize("y", [(5.0, 42.0), (-3.0, 41.0), (60.0, 99.0), (0.0, 180.0)])
def test_a_low_chart_has_two_figures_at_least_and_none_over_another(
    y: tuple[float, float],
) -> None:
    surface = pygame.Surface((400, 300))
    with reading() as found:
        draw_scale(
            surface,
            Plot(pygame.Rect(80, 20, 300, 90), (0.0, 60.0), y),
            sizes((640, 400), 1.0),
            lambda value: f"{value:.0f}°",
        )
    assert len(found) > 1
    tops = sorted(each.at.top for each in found)
    assert all(b - a >= 20 for a, b in pairwise(tops))
