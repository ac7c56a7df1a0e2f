"""How wide text is, quickly: letter by letter from the font, as far as letters stand on their own.

Shaping a line takes milliseconds, and a page has hundreds of them. Letters are summed up without
kerning, which draws them together, so that no line comes out wider than was measured. Scripts whose
letters join are shaped.
"""

from functools import cache, lru_cache
from unicodedata import bidirectional, combining

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from records.print_page import FALLBACK, LEADING, Weight
from records.print_page import width_mm as shaped_mm

_MM_PER_PT = 25.4 / 72
# On a picture letters are moved to whole dots, which may make a line a little longer.
_HINTED = 1.012
_WEIGHTS = {"Regular": 400, "Medium": 500}
# From here on letters may join or be composed: Hebrew and Arabic, then India and beyond.
_SIMPLE_UP_TO = 0x590
_SIGNS = range(0x2000, 0x2E80)
_EAST_ASIAN = range(0x2E80, 0xD7B0)


@cache
def _fonts(weight: Weight) -> tuple[tuple[FT2Font, frozenset[int], float], ...]:
    """Return the fonts that set text, each with its letters and its units to the em."""
    found = []
    for family, heavy in (("Lato", _WEIGHTS[weight]), (FALLBACK, 400)):
        properties = font_manager.FontProperties(family=family, weight=heavy)
        font = FT2Font(font_manager.findfont(properties))
        found.append((font, frozenset(font.get_charmap()), float(font.units_per_EM)))
    return tuple(found)


@lru_cache(maxsize=4096)
def _advance(letter: str, weight: Weight) -> float:
    """Return how wide a letter is, in ems."""
    fonts = _fonts(weight)
    font, _, units = next((each for each in fonts if ord(letter) in each[1]), fonts[-1])
    glyph = font.load_char(ord(letter), flags=LoadFlags.NO_SCALE)
    return float(glyph.horiAdvance) / units


@lru_cache(maxsize=8192)
def width_mm(text: str, size_pt: float, weight: Weight = "Regular") -> float:
    """Return how wide a line is at most, in millimetres."""
    if not text.isascii() and not all(_stands_alone(letter) for letter in text):
        return shaped_mm(text, size_pt, weight)
    ems = sum(_advance(letter, weight) for letter in text)
    return ems * size_pt * _MM_PER_PT * _HINTED


def line_mm(size_pt: float) -> float:
    """Return how high a line is, in millimetres."""
    return size_pt * LEADING * _MM_PER_PT


def wrapped(text: str, width: float, size_pt: float, weight: Weight = "Regular") -> list[str]:
    """Return `text` in lines no wider than `width` millimetres.

    A word that is wider by itself is divided where it has to be.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_mm(longer, size_pt, weight) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _divided(word, width, size_pt, weight)
        lines += whole
    return [*lines, line] if line else lines


def _divided(word: str, width: float, size_pt: float, weight: Weight) -> list[str]:
    """Return a word in parts that fit; a letter that does not fit stands alone."""
    parts = []
    while width_mm(word, size_pt, weight) > width and len(word) > 1:
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            fits = width_mm(word[:middle], size_pt, weight) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        parts.append(word[:low])
        word = word[low:]
    return [*parts, word]


def _stands_alone(letter: str) -> bool:
    number = ord(letter)
    plain = number < _SIMPLE_UP_TO or number in _SIGNS or number in _EAST_ASIAN
    return plain and not combining(letter) and bidirectional(letter) not in ("R", "AL")
