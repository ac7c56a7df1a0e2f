"""Shapes on a surface: what lies beyond it is left out, and disturbs nothing."""

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from ui import shapes
from ui.paint import Drawing
from ui.theme import CALM

BEYOND = {"above": (50, -40), "below": (50, 140), "left": (-40, 50), "right": (140, 50)}


@pytest.mark.parametrize("where", BEYOND)
@pytest.mark.parametrize("first", [True, False])
def test_a_shape_wholly_beyond_the_surface_leaves_the_others_as_they_are(
    where: str, first: bool
) -> None:
    def drawn(*outlines: shapes.Points) -> NDArray[np.uint8]:
        surface = pygame.Surface((100, 100))
        drawing = Drawing(surface)
        for outline in outlines:
            drawing.fill([outline], CALM.blue if outline is within else CALM.ink)
        drawing.finish()
        return np.asarray(pygame.surfarray.array3d(surface), np.uint8)

    within, outside = shapes.disc((50, 50), 20), shapes.disc(BEYOND[where], 20)
    both = (outside, within) if first else (within, outside)
    assert np.array_equal(drawn(*both), drawn(within))
    assert drawn(within).any()
    assert not drawn(outside).any()
