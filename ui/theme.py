"""The palette and the three sizes of type."""

from dataclasses import dataclass

from ui.colour import Colour, mix
from ui.view import ThemeName

NIGHT: Colour = (14, 31, 39)
"""The ground at its top, and whatever lies under a bright line on a picture."""
DEEP: Colour = (23, 50, 59)
"""The ground at its foot."""
PANEL: Colour = (26, 57, 67)
RAISED: Colour = (34, 70, 80)
"""A panel upon the ground that asks to be read now."""
INK: Colour = (240, 244, 242)
"""What is read now."""
SOFT: Colour = (168, 194, 196)
"""What may be read, and the body at rest."""
BLUE: Colour = (122, 188, 226)
"""The body that moves, and the breath."""
GREEN: Colour = (126, 205, 170)
"""Comfort."""
SAND: Colour = (240, 205, 150)
"""The guide."""

QUIET: Colour = mix(PANEL, SOFT, 0.62)
"""Graphics that wait: still told from their panel at 3:1."""
FURNITURE: Colour = mix(PANEL, SOFT, 0.30)
"""What only explains a posture, such as the chair."""

# Least height of each size in pixels, so that a small window stays readable.
LEAST_TITLE_PX, LEAST_WORDS_PX, LEAST_ASIDE_PX = 20, 17, 14


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of type as fractions of the layout's height."""

    title: float
    words: float
    aside: float


# On a projector everything is half as much again; the aside a little more, so that its capitals
# are at least 3.5% of the picture's height (Lato's are 0.72 of its size).
TYPE: dict[ThemeName, Type] = {
    "screen": Type(title=0.046, words=0.039, aside=0.030),
    "projector": Type(title=0.069, words=0.0585, aside=0.049),
}
