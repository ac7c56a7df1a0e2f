"""Contrast in every theme, for every pair of colours used, and sizes of type (WCAG 2.2)."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

import ui
from ui import body, guide
from ui.colour import Colour, contrast, luminance, mix
from ui.palette import Palette
from ui.text import font
from ui.theme import CALM, PALETTES, TYPE
from ui.view import ThemeName

WHITE: Colour = (255, 255, 255)

# What is written, and what it is written on.
TEXTS: dict[str, tuple[str, ...]] = {
    "ink": ("night", "deep", "panel", "raised", "strong", "water", "crest"),
    "soft": ("night", "deep", "panel", "raised"),
}
# What is drawn, and what it is drawn on. The night lies under lines on a picture.
GRAPHICS: dict[str, tuple[str, ...]] = {
    "ink": ("night", "deep", "panel", "raised", "crest"),
    "soft": ("night", "panel", "raised"),
    "quiet": ("night", "panel"),
    "blue": ("night", "panel"),
    "green": ("night", "panel", "raised", "strong"),
    "sand": ("night", "panel", "raised"),
}
# What is mixed where it is drawn.
MIXED_TEXTS: dict[str, Callable[[Palette], tuple[Colour, Colour]]] = {
    "a label over a white picture": lambda p: (p.soft, mix(p.panel, WHITE, 0.06)),
    "a number by the limb over a white picture": lambda p: (p.ink, mix(p.panel, WHITE, 0.08)),
}
MIXED_GRAPHICS: dict[str, Callable[[Palette], tuple[Colour, Colour]]] = {
    "petals": lambda p: (mix(p.panel, p.green, 0.92), p.panel),
    "the part of a slider that is set": lambda p: (mix(p.night, p.green, 0.8), p.raised),
    "a bar beside a list": lambda p: (mix(p.panel, p.soft, 0.6), p.panel),
}
# WCAG 2.2: 1.4.3 and 1.4.11; and 1.4.6 where more contrast is what the theme is for.
LEAST_TEXT: dict[ThemeName, float] = {"calm": 4.5, "contrast": 7.0, "dark": 4.5, "projector": 7.0}
LEAST_GRAPHIC: dict[ThemeName, float] = {
    "calm": 3.0,
    "contrast": 4.5,
    "dark": 3.0,
    "projector": 4.5,
}

# How colours look to who lacks one kind of cone (Machado, Oliveira and Fernandes 2009), linear RGB.
LACKING = {
    "long": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "middle": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "short": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
# A difference in CIELAB that is seen at a glance side by side; shape and text say it too.
AT_A_GLANCE = 7.5


def named(palette: Palette, table: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, float]]:
    for over, grounds in table.items():
        for ground in grounds:
            pair = getattr(palette, over), getattr(palette, ground)
            yield f"{over} on {ground}", contrast(*pair)


def faint(palette: Palette, theme: ThemeName) -> dict[str, float]:
    """Return the pairs whose contrast is less than the theme asks for, with it."""
    texts = dict(named(palette, TEXTS))
    texts |= {name: contrast(*pair(palette)) for name, pair in MIXED_TEXTS.items()}
    graphics = dict(named(palette, GRAPHICS))
    graphics |= {name: contrast(*pair(palette)) for name, pair in MIXED_GRAPHICS.items()}
    graphics |= {
        f"the guide's {kind}": contrast(tone, palette.panel)
        for kind, tone in guide.tones(palette).items()
    }
    found = {f"text: {name}": ratio for name, ratio in texts.items() if ratio < LEAST_TEXT[theme]}
    return found | {
        f"graphic: {name}": ratio
        for name, ratio in graphics.items()
        if ratio < LEAST_GRAPHIC[theme]
    }


def planted(palette: Palette, name: str, colour: Colour) -> Palette:
    """Return a palette with one of its colours exchanged."""
    changed: dict[str, Any] = {name: colour}
    return replace(palette, **changed)


def seen_without(colour: Colour, cones: str) -> np.ndarray:
    """Return a colour in CIELAB as it looks to who lacks the cones for one end of the light."""
    share = np.array(colour) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(LACKING[cones]) @ linear, 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = np.array(to_xyz) @ seen / (0.9505, 1.0, 1.089)
    a, b, c = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * b - 16, 500 * (a - b), 200 * (b - c)])


def test_contrast_of_black_and_white_is_the_greatest_there_is() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21.0)
    assert luminance(WHITE) == pytest.approx(1.0)
    assert mix((0, 0, 0), (200, 100, 50), 0.5) == (100, 50, 25)


def test_there_is_a_palette_and_a_type_for_every_theme() -> None:
    assert set(PALETTES) == set(TYPE) == set(get_args(ThemeName))
    assert PALETTES["calm"] is CALM


@pytest.mark.parametrize("theme", PALETTES)
def test_every_pair_of_colours_reads_in_every_theme(theme: ThemeName) -> None:
    assert faint(PALETTES[theme], theme) == {}


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("name", ["ink", "soft", "blue", "green", "sand"])
def test_a_colour_that_is_too_faint_is_found(name: str, theme: ThemeName) -> None:
    palette = PALETTES[theme]
    fainter = mix(palette.panel, getattr(palette, name), 0.4)
    found = faint(planted(palette, name, fainter), theme)
    assert any(f"{name} on panel" in pair for pair in found)


@pytest.mark.parametrize("name", ["night", "deep", "panel", "raised"])
def test_a_ground_that_is_too_light_is_found(name: str) -> None:
    found = faint(planted(CALM, name, (150, 160, 160)), "calm")
    assert any(f"on {name}" in pair for pair in found)


@pytest.mark.parametrize("theme", PALETTES)
def test_the_moving_limb_stands_out_from_the_figure_it_belongs_to(theme: ThemeName) -> None:
    palette = PALETTES[theme]
    tones = body.tones(palette).values()
    assert all(contrast(palette.blue, tone) >= 1.5 for tone in tones)
    # Where contrast is what a theme is for, all of the figure is told from its panel.
    least = 3.0 if LEAST_GRAPHIC[theme] > 3 else 1.8
    assert all(contrast(tone, palette.panel) >= least for tone in tones)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("cones", LACKING)
def test_comfort_breath_and_guide_are_told_apart_without_one_kind_of_cone(
    cones: str, theme: ThemeName
) -> None:
    palette = PALETTES[theme]
    seen = [seen_without(colour, cones) for colour in (palette.blue, palette.green, palette.sand)]
    for a, b in combinations(seen, 2):
        assert np.hypot.reduce(a - b) >= AT_A_GLANCE


@pytest.mark.parametrize("theme", PALETTES)
def test_no_hue_shouts(theme: ThemeName) -> None:
    palette = PALETTES[theme]
    for colour in (palette.blue, palette.green, palette.sand):
        assert (max(colour) - min(colour)) / max(colour) <= 0.55


def test_the_dark_room_is_dimmer_all_round_and_warm() -> None:
    dark = PALETTES["dark"]
    for name in ("night", "deep", "panel", "raised", "ink", "soft", "blue", "green", "sand"):
        ours, usual = getattr(dark, name), getattr(CALM, name)
        assert luminance(ours) < luminance(usual)
        assert ours[2] < usual[2]
    assert 0.5 <= luminance(dark.ink) / luminance(CALM.ink) <= 0.65
    for name in ("night", "deep", "panel", "raised", "ink", "soft", "sand", "light"):
        red, green, blue = getattr(dark, name)
        assert red > green > blue


def test_going_on_to_another_theme_is_no_flash() -> None:
    # A flash is a change by a tenth of full brightness (WCAG 2.2, 2.3.1).
    grounds = [
        luminance(getattr(palette, name))
        for palette in PALETTES.values()
        for name in ("night", "deep", "panel", "raised")
    ]
    assert max(grounds) - min(grounds) < 0.1


def test_capitals_on_a_projector_are_a_thirtieth_of_the_height() -> None:
    height = 1080
    for share in (TYPE["projector"].title, TYPE["projector"].words, TYPE["projector"].aside):
        capital = font(round(share * height)).render("H", True, WHITE).get_bounding_rect().height
        assert capital >= 0.035 * height - 1


def test_a_projector_shows_everything_at_least_half_as_large_again() -> None:
    usual, projector = TYPE["calm"], TYPE["projector"]
    assert projector.title >= 1.5 * usual.title
    assert projector.words >= 1.5 * usual.words
    assert projector.aside >= 1.5 * usual.aside


def literals(source: str) -> list[tuple[int, ...]]:
    """Return the colours written in a source, but for black and white, with which one measures."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Tuple) or len(node.elts) not in (3, 4):
            continue
        parts = [each.value for each in node.elts if isinstance(each, ast.Constant)]
        values = tuple(part for part in parts if isinstance(part, int))
        if len(values) == len(node.elts) and 20 < max(values) < 256 and set(values) != {255}:
            found.append(values)
    return found


def test_no_module_but_the_theme_writes_a_colour() -> None:
    here = Path(str(ui.__file__)).parent
    written = {
        str(path.relative_to(here)): literals(path.read_text(encoding="utf-8"))
        for path in here.rglob("*.py")
        if path.name != "theme.py"
    }
    assert {path: colours for path, colours in written.items() if colours} == {}
    assert literals("draw((14, 31, 39))") == [(14, 31, 39)]
    assert literals((here / "theme.py").read_text(encoding="utf-8"))


def test_a_palette_is_the_same_as_another_with_its_colours() -> None:
    # So that what is painted and kept by it is found again, and never for another theme.
    assert replace(CALM) == CALM
    assert hash(replace(CALM)) == hash(CALM)
    assert len(set(PALETTES.values())) == len(PALETTES)
    assert all(getattr(CALM, each.name) is not None for each in fields(CALM))
