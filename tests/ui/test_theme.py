"""Contrast and sizes of type, as WCAG 2.2 and the projector ask for them."""

import pytest

from ui import body, breath, guide
from ui.colour import Colour, contrast, luminance, mix
from ui.text import font
from ui.theme import BLUE, DEEP, GREEN, INK, NIGHT, PANEL, QUIET, RAISED, SAND, SOFT, TYPE


def test_contrast_of_black_and_white_is_the_greatest_there_is() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert luminance((255, 255, 255)) == pytest.approx(1.0)
    assert mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)


@pytest.mark.parametrize("ground", [NIGHT, DEEP, PANEL, RAISED])
@pytest.mark.parametrize("text", [INK, SOFT])
def test_text_reads_on_every_ground(text: Colour, ground: Colour) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", [breath.BODY, breath.EDGE])
def test_the_word_reads_inside_the_breath(ground: Colour) -> None:
    assert contrast(INK, ground) >= 4.5


@pytest.mark.parametrize("shape", [BLUE, GREEN, SAND, SOFT, QUIET, *guide.TONES.values()])
def test_shapes_are_told_from_their_panel(shape: Colour) -> None:
    assert contrast(shape, PANEL) >= 3.0


def test_the_moving_limb_stands_out_from_the_figure_it_belongs_to() -> None:
    assert all(contrast(BLUE, tone) >= 1.5 for tone in body.TONES.values())


@pytest.mark.parametrize("line", [BLUE, GREEN, INK])
def test_lines_on_a_picture_are_told_from_the_night_under_them(line: Colour) -> None:
    assert contrast(line, NIGHT) >= 3.0


def test_capitals_on_a_projector_are_a_thirtieth_of_the_height() -> None:
    height = 1080
    for share in (TYPE["projector"].title, TYPE["projector"].words, TYPE["projector"].aside):
        capital = font(round(share * height)).render("H", True, INK).get_bounding_rect().height
        assert capital >= 0.035 * height - 1


def test_a_projector_shows_everything_at_least_half_as_large_again() -> None:
    screen, projector = TYPE["screen"], TYPE["projector"]
    assert projector.title >= 1.5 * screen.title
    assert projector.words >= 1.5 * screen.words
    assert projector.aside >= 1.5 * screen.aside
