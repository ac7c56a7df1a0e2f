"""A text in a person's own words, of any script, broken into lines and shown round the caret."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pygame

from ui import paint, shapes
from ui.colour import Colour
from ui.inputs import XY
from ui.layout import Layout
from ui.letters import OWN, Face, readable, runs_rightward, script_of, shown_in
from ui.patient.runs import along, runs, width
from ui.text import line_height, middle, overshoot
from ui.typed import width_of
from ui.widgets.editing import Editing

Line = tuple[int, int]
"""Where a line begins and ends in the text."""


class Page:
    """Draws a text in a box; keeps only which lines are in sight."""

    def __init__(self) -> None:
        self.caret = pygame.Rect(0, 0, 0, 0)
        """Where the next letter is put."""
        self._first = 0
        self._inner = pygame.Rect(0, 0, 1, 1)
        self._px = 1
        self._broken = Broken("", (), 1, 1)

    def lines(self, text: str) -> tuple[Line, ...]:
        """Return the lines of a text in the box as it was drawn last."""
        return self._lines(text, self._px, self._inner.width)

    def _lines(self, text: str, size_px: int, wide: int) -> tuple[Line, ...]:
        self._broken = self._broken.again(text, size_px, wide)
        return self._broken.lines

    def many(self, text: str, place: Layout, size_px: int, wide: int) -> int:
        """Return how many lines a text has in a box so wide."""
        return len(self._lines(text, size_px, wide - 2 * _bar(place)))

    def up_or_down(self, editing: Editing, by: int) -> int | None:
        """Return the caret so many lines farther down; `None` past the first or the last."""
        lines = self.lines(editing.text)
        row = row_of(lines, editing.caret)
        if not 0 <= row + by < len(lines):
            return None
        letters = editing.caret - lines[row][0]
        start, end = lines[row + by]
        return min(start + letters, _last_place(lines, row + by, end))

    def place_of(self, at: XY, text: str) -> int:
        """Return the place in the text that is nearest to a point."""
        lines = self.lines(text)
        row = self._first + (at[1] - self._inner.top) // line_height(self._px)
        row = min(max(row, 0), len(lines) - 1)
        start, end = lines[row]
        last = _last_place(lines, row, end)
        rightward = runs_rightward(text)
        x = at[0] - self._inner.left if rightward else self._inner.right - at[0]
        return min(
            range(start, last + 1),
            key=lambda place: abs(along(text[start:end], place - start, self._px, rightward) - x),
        )

    def draw(
        self,
        surface: pygame.Surface,
        inner: pygame.Rect,
        place: Layout,
        editing: Editing,
        size_px: int,
        *,
        focused: bool,
    ) -> None:
        """Draw the lines round the caret in `inner`, and the caret where the keys go to it."""
        palette, text = place.palette, editing.text
        bar = _bar(place)
        self._inner = pygame.Rect(inner.left, inner.top, inner.width - 2 * bar, inner.height)
        self._px = size_px
        step, lines = line_height(size_px), self.lines(text)
        rows = max(self._inner.height // step, 1)
        row = row_of(lines, editing.caret)
        self._first = min(max(self._first, row - rows + 1), row)
        self._first = min(self._first, max(len(lines) - rows, 0))
        rightward = runs_rightward(text)
        clip = surface.get_clip()
        surface.set_clip(self._inner.inflate(4, 0).clip(clip))
        for i, (start, end) in enumerate(lines[self._first : self._first + rows]):
            said = text[start:end].rstrip()
            line = pygame.Rect(self._inner.left, self._inner.top + i * step, 0, step)
            line.width = self._inner.width
            if editing.selected:
                _draw_held(surface, line, palette.water, width(said, size_px, rightward), rightward)
            draw_line(surface, said, line, size_px, palette.ink, rightward=rightward)
        surface.set_clip(clip)
        start, end = lines[row]
        far = along(text[start:end], editing.caret - start, size_px, rightward)
        far = min(far, self._inner.width)
        thick = max(2, round(0.3 * place.unit))
        x = self._inner.left + far if rightward else self._inner.right - far - thick
        top = self._inner.top + (row - self._first) * step
        self.caret = pygame.Rect(x, top, thick, step)
        if focused:
            surface.fill(palette.ink, self.caret)
        if len(lines) > rows:
            track = pygame.Rect(inner.right - bar // 2, inner.top, bar // 2, inner.height)
            _draw_bar(surface, track, palette.quiet, self._first, rows, len(lines))


def _bar(place: Layout) -> int:
    """Return the room at the right in which it is shown which lines are in sight."""
    return round(1.2 * place.unit)


def row_of(lines: tuple[Line, ...], caret: int) -> int:
    """Return the line in which the caret is."""
    return max(i for i, (start, _) in enumerate(lines) if start <= caret)


def draw_line(
    surface: pygame.Surface,
    text: str,
    box: pygame.Rect,
    size_px: int,
    colour: Colour,
    *,
    rightward: bool,
) -> None:
    """Write one line just as it is, with all its spaces, at the side from which it is read."""
    far = 0
    for run in runs(text, rightward):
        shown, face = readable(text[run.start : run.end])
        wide = width_of(shown, size_px)
        if not wide:
            continue
        image = _image(shown, face, size_px, colour)
        drop = image.get_height() / 2
        if face == OWN:
            drop = middle(size_px, "Regular") + overshoot(shown, size_px, "Regular")
        left = box.left + far if rightward else box.right - far - wide
        surface.blit(image, (left, round(box.centery - drop)))
        far += wide


def _draw_held(
    surface: pygame.Surface, line: pygame.Rect, colour: Colour, wide: int, rightward: bool
) -> None:
    held = pygame.Rect(0, line.top, wide, line.height)
    held.left = line.left if rightward else line.right - wide
    surface.fill(colour, held)


def _draw_bar(
    surface: pygame.Surface, track: pygame.Rect, colour: Colour, first: int, rows: int, many: int
) -> None:
    """Draw which part of the lines is in sight."""
    half = track.width / 2
    top = track.top + track.height * first / many + half
    foot = track.top + track.height * min(first + rows, many) / many - half
    x = track.centerx
    paint.fill(surface, [shapes.limb((x, top), (x, max(foot, top + 1)), half)], colour)


@lru_cache(maxsize=64)
def _image(text: str, face: Face, size_px: int, colour: Colour) -> pygame.Surface:
    script = None if face == OWN else script_of(text)
    return face.font(size_px, "Regular", script).render(text, True, colour)


@dataclass(frozen=True, slots=True)
class Broken:
    """A text broken into lines, of which most stay as they are when a letter is written."""

    text: str
    lines: tuple[Line, ...]
    size_px: int
    wide: int

    def again(self, text: str, size_px: int, wide: int) -> "Broken":
        """Return another text broken, the lines well before the first change taken over."""
        if (text, size_px, wide) == (self.text, self.size_px, self.wide) and self.lines:
            return self
        kept: tuple[Line, ...] = ()
        if (size_px, wide) == (self.size_px, self.wide) and _alike(text, self.text):
            same = _alike_for(text, self.text)
            # What is in a line depends on the line after it too, into which a word may have gone.
            kept = tuple(line for line, after in pairwise(self.lines) if after[1] < same)
        return Broken(text, broken(text, size_px, wide, kept), size_px, wide)


def _alike_for(one: str, other: str) -> int:
    """Return for how many letters two texts are the same from their beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _alike(one: str, other: str) -> bool:
    """Return whether two texts are set in the same face and read the same way."""
    faces = readable(one)[1], readable(other)[1]
    return faces[0] == faces[1] and runs_rightward(one) == runs_rightward(other)


def broken(text: str, size_px: int, wide: int, kept: tuple[Line, ...] = ()) -> tuple[Line, ...]:
    """Return where each line begins and ends, so that none is wider than `wide`.

    Lines break at spaces; a word wider than a line breaks within.

    Parameters
    ----------
    kept
        The first lines, where they are known.
    """
    return (*kept, *_broken(text, kept[-1][1] if kept else 0, size_px, wide)) or ((0, 0),)


def _broken(text: str, start: int, size_px: int, wide: int) -> Iterator[Line]:
    _, face = readable(text)
    while start < len(text):
        end = _fitting(text, start, face, size_px, wide)
        if end < len(text):
            space = text.rfind(" ", start, end + 1)
            end = space + 1 if space > start else end
        yield start, end
        start = end


def _fitting(text: str, start: int, face: Face, size_px: int, wide: int) -> int:
    """Return the end of the longest part from `start` that is no wider than `wide`."""
    measure = face.font(size_px, "Regular", None if face == OWN else script_of(text)).size

    def fits(end: int) -> bool:
        return measure(shown_in(face, text[start:end].rstrip()))[0] <= wide

    low, reach = start + 1, 16
    while start + reach < len(text) and fits(start + reach):
        low, reach = start + reach, 2 * reach
    high = min(start + reach, len(text))
    while low < high:
        half = (low + high + 1) // 2
        if fits(half):
            low = half
        else:
            high = half - 1
    # Parts of a line may be written in other faces than the whole.
    rightward = runs_rightward(text)
    while low > start + 1 and width(text[start:low].rstrip(), size_px, rightward) > wide:
        low -= 1
    return low


def _last_place(lines: tuple[Line, ...], row: int, end: int) -> int:
    """Return the last place of the caret in a line: before its last space, but in the last line."""
    return end if row == len(lines) - 1 else max(end - 1, lines[row][0])
