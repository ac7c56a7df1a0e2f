"""Whatever somebody has written, made fit for a line of print: nothing in it is obeyed."""

from functools import lru_cache
from unicodedata import bidirectional, category, combining

# More marks than these on one letter are a drawing over the neighbouring lines.
_MOST_MARKS = 3
# They turn the direction of what follows them, beyond the text they are in.
_TURNING = {chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)}


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return `text` without control characters and marks of direction; lines become spaces.

    Half a character (a surrogate), which no file can hold, becomes a replacement character.
    """
    kept: list[str] = []
    marks = 0
    for letter in text:
        kind = category(letter)
        marks = marks + 1 if combining(letter) or kind in ("Mn", "Me") else 0
        if letter in _TURNING or marks > _MOST_MARKS:
            continue
        if kind == "Cs":
            kept.append("\N{REPLACEMENT CHARACTER}")
        elif kind in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        else:
            kept.append(letter)
    return " ".join("".join(kept).split())


def shortened(text: str, most: int, whole_is: str) -> str:
    """Return `text` in at most `most` characters.

    Where it is longer, it ends between two words with an ellipsis and `whole_is`, which says where
    the whole of it is.
    """
    if len(text) <= most:
        return text
    cut = text[:most]
    space = cut.rfind(" ")
    cut = cut[:space] if space > most * 0.6 else cut
    return f"{cut.rstrip()}… {whole_is}".rstrip()


def right_to_left(text: str) -> bool:
    """Return whether `text` is read from the right: its first letter with a direction is."""
    directions = (bidirectional(letter) for letter in text)
    return next((d for d in directions if d in ("L", "R", "AL")), "L") != "L"
