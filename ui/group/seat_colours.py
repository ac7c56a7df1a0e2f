"""The colours of the seats: a theme's own four, light and deep.

They differ in lightness as well as in hue, so that they are told apart without seeing green or
blue; and whoever sees no colour at all knows their seat by its form.
"""

from functools import lru_cache

from ui.colour import Colour, mix
from ui.palette import Palette

# How far the deep ones lie toward the panel; all stay at 3:1 from whatever is under them.
_BRONZE, _DEEP, _MIST, _BONE, _PALE = 0.27, 0.20, 0.32, 0.04, 0.50
# How much of its colour a seat keeps that is not seen just now.
_UNSEEN = 0.85


@lru_cache(maxsize=8)
def seat_colours(palette: Palette) -> tuple[Colour, ...]:
    """Return a colour for each form, in the order of the forms."""
    return (
        palette.blue,
        palette.sand,
        mix(palette.ink, palette.panel, _BONE),
        palette.green,
        mix(palette.blue, palette.panel, _DEEP),
        mix(palette.sand, palette.panel, _BRONZE),
        mix(palette.green, palette.ink, _PALE),
        mix(palette.ink, palette.panel, _MIST),
    )


def seat_colour(palette: Palette, number: int, seen: float = 1.0) -> Colour:
    """Return the colour of a seat's number.

    Parameters
    ----------
    seen
        0–1: how much its person is seen; unseen, the seat is a little quieter.
    """
    colours = seat_colours(palette)
    own = colours[(number - 1) % len(colours)]
    return mix(palette.panel, own, _UNSEEN + (1 - _UNSEEN) * seen)
