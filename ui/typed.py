"""Writing what people typed: any script, one line or several, never a box for a letter."""

from functools import lru_cache

import pygame

from ui.colour import Colour
from ui.letters import OWN, Face, readable, script_of
from ui.text import Weight, line_height, write

_LEAST_SHARE = 0.72


def width_of(text: str, size_px: int, weight: Weight = "Regular") -> int:
    """Return how wide `text` is on one line, in pixels."""
    shown, face = readable(text)
    return face.font(size_px, weight, script_of(shown)).size(shown)[0]


def say(
    surface: pygame.Surface,
    text: str,
    box: pygame.Rect,
    size_px: int,
    colour: Colour,
    *,
    weight: Weight = "Regular",
    across: float = 0.0,
    down: float = 0.5,
) -> pygame.Rect:
    """Write `text` inside `box` and return the rectangle it takes.

    Text of our own face is broken into as many lines as there is room for (`ui.text.write`). Text
    of another script stands on one line, shortened where it is too long. A letter that no face on
    this machine has is shown by a dot.

    Parameters
    ----------
    across, down
        Where the text stands in its box: 0 left or top, 0.5 middle, 1 right or foot.
    """
    shown, face = readable(text)
    if not width_of(shown, size_px, weight):
        return pygame.Rect(box.topleft, (0, 0))
    if face == OWN:
        return write(surface, shown, box, size_px, colour, weight=weight, across=across, down=down)
    image = _line(shown, face, size_px, weight, colour, box.width)
    step = min(line_height(size_px), box.height)
    top = round(box.top + (box.height - step) * down + (step - image.get_height()) / 2)
    left = round(box.left + (box.width - image.get_width()) * across)
    before = surface.get_clip()
    surface.set_clip(box.clip(before))
    taken = surface.blit(image, (left, top))
    surface.set_clip(before)
    return taken.clip(box)


def one_line(text: str, size_px: int, width: int, weight: Weight = "Regular") -> str:
    """Return as much of `text` as stands on one line of `width`, with an ellipsis where cut."""
    line = " ".join(text.split())
    if width_of(line, size_px, weight) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(f"{line[:middle].rstrip()}…", size_px, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{line[:low].rstrip()}…" if low else ""


@lru_cache(maxsize=128)
def _line(
    text: str, face: Face, size_px: int, weight: Weight, colour: Colour, width: int
) -> pygame.Surface:
    script = script_of(text)
    size = size_px
    while size > _LEAST_SHARE * size_px:
        if face.font(size, weight, script).size(text)[0] <= width:
            break
        size -= 1
    line = one_line(text, size, width, weight)
    return face.font(size, weight, script).render(line, True, colour)
