"""The themes: their palettes and their three sizes of type."""

from dataclasses import dataclass

from ui.palette import Palette
from ui.view import ThemeName

# Least height of each size in pixels, so that a small window stays readable.
LEAST_TITLE_PX, LEAST_WORDS_PX, LEAST_ASIDE_PX = 20, 17, 14


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of type as fractions of the layout's height."""

    title: float
    words: float
    aside: float


_USUAL = Type(title=0.046, words=0.039, aside=0.030)
# On a projector everything is half as much again; the aside a little more, so that its capitals
# are at least 3.5% of the picture's height (Lato's are 0.72 of its size).
_LARGE = Type(title=0.069, words=0.0585, aside=0.049)

TYPE: dict[ThemeName, Type] = {
    "calm": _USUAL,
    "contrast": _USUAL,
    "dark": _USUAL,
    "projector": _LARGE,
}

CALM = Palette(
    night=(14, 31, 39),
    deep=(23, 50, 59),
    panel=(26, 57, 67),
    raised=(34, 70, 80),
    ink=(240, 244, 242),
    soft=(168, 194, 196),
    blue=(122, 188, 226),
    green=(126, 205, 170),
    sand=(240, 205, 150),
)
"""Dusk over water: the default."""
CONTRAST = Palette(
    night=(0, 0, 0),
    deep=(0, 0, 0),
    panel=(24, 32, 37),
    raised=(44, 57, 64),
    ink=(252, 252, 248),
    soft=(216, 227, 229),
    blue=(146, 207, 248),
    green=(150, 230, 182),
    sand=(252, 219, 156),
    tint=0.8,
    lift=0.3,
    edged=True,
)
"""Black and near white, for eyes that need it: text at 7:1, graphics at 4.5:1."""
DARK = Palette(
    night=(12, 9, 7),
    deep=(18, 14, 11),
    panel=(26, 21, 17),
    raised=(42, 34, 27),
    ink=(206, 190, 166),
    soft=(164, 148, 126),
    blue=(122, 150, 160),
    green=(134, 168, 118),
    sand=(218, 166, 104),
    lift=0.12,
    edged=True,
    light=(186, 166, 140),
)
"""A dark room: dim, warm, little blue light; text still at 4.5:1."""
PROJECTOR = Palette(
    night=(3, 12, 17),
    deep=(6, 19, 26),
    panel=(9, 26, 34),
    raised=(22, 50, 62),
    ink=(255, 255, 252),
    soft=(208, 227, 229),
    blue=(142, 207, 247),
    green=(150, 230, 188),
    sand=(255, 221, 158),
    tint=0.85,
    lift=0.2,
    edged=True,
)
"""A bright room, which lifts whatever is dark: deep grounds, bright ink, and larger type."""

PALETTES: dict[ThemeName, Palette] = {
    "calm": CALM,
    "contrast": CONTRAST,
    "dark": DARK,
    "projector": PROJECTOR,
}
