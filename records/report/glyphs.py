"""Letters that the printed fonts lack: another font that is there takes them, or they are named."""

from collections.abc import Iterable
from functools import cache
from unicodedata import category, name

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from records.print_page import FALLBACK

BOX = "▯"
"""What stands for a letter that no font here has."""
_FIRST = ("Lato", FALLBACK)


@cache
def _charmap(family: str) -> frozenset[int]:
    """Return the letters of a font; none where it is not there."""
    properties = font_manager.FontProperties(family=family)
    try:
        path = font_manager.findfont(properties, fallback_to_default=False)
        return frozenset(FT2Font(path).get_charmap())
    except (ValueError, OSError, RuntimeError):
        return frozenset()


def lacking(text: str) -> list[str]:
    """Return the letters of `text` that the printed fonts lack, each once, in order.

    Joiners and marks of choice of a glyph are not printed, and so never lack.
    """
    return [
        letter
        for letter in dict.fromkeys(text)
        if category(letter) != "Cf"
        and not 0xFE00 <= ord(letter) <= 0xFE0F
        and not any(ord(letter) in _charmap(family) for family in _FIRST)
    ]


def printable(text: str) -> str:
    """Return `text` with a box for each letter that the printed fonts lack."""
    if text.isascii():
        return text
    missing: dict[int, str | None] = dict.fromkeys(range(0xFE00, 0xFE10))
    missing |= {ord(letter): BOX for letter in lacking(text)}
    return text.translate(missing)


def named(texts: Iterable[str], most: int = 6) -> list[str]:
    """Return the letters that are lacking in any of `texts` by their numbers and names.

    At most `most` of them; an ellipsis stands for the rest.
    """
    found: dict[str, None] = {}
    for text in texts:
        if not text.isascii():
            found.update(dict.fromkeys(lacking(text)))
    letters = list(found)
    said = [f"U+{ord(each):04X} {name(each, '?')}" for each in letters[:most]]
    return [*said, "…"] if len(letters) > most else said
