"""Several lines of text, in any script."""

from functools import lru_cache

import pygame

from ui.inputs import Click, Input, Pasted, Press, Typed
from ui.letters import readable
from ui.typed import say, width_of
from ui.widgets.box import fill_field, ring
from ui.widgets.editing import Editing, begun, moved_to, put
from ui.widgets.sizes import Sizes
from ui.widgets.text_line import keyed
from ui.widgets.widget import Did, Widget

MOST_LETTERS = 4000


class Note(Widget):
    """Free text in a box of some lines, of which those round the caret are seen.

    Enter begins a new line; Tab goes on.
    """

    takes_text = True

    def __init__(self, label: str, value: str = "", *, rows: int = 4, hint: str = "") -> None:
        super().__init__(label)
        self._editing = begun(value)
        self._rows, self._hint = rows, hint
        self._width, self._px = 1, 1
        self._caret = pygame.Rect(0, 0, 0, 0)

    @property
    def value(self) -> str:
        """What is written."""
        return self._editing.text

    def height(self, sizes: Sizes, width: int) -> int:
        """Return the height of its rows."""
        return sizes.line_px * self._rows + 2 * sizes.gap_px

    def take(self, event: Input) -> Did:
        """Take letters, and the keys that go along lines and between them."""
        if isinstance(event, Typed | Pasted):
            return self._put(event.text)
        if isinstance(event, Click):
            return Did.TAKEN
        if not isinstance(event, Press) or event.alt:
            return Did.NOTHING
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and not event.ctrl:
            return self._put("\n")
        if event.key in (pygame.K_UP, pygame.K_DOWN):
            return self._along(-1 if event.key == pygame.K_UP else 1)
        changed = keyed(self._editing, event)
        return Did.NOTHING if changed is None else self._become(changed)

    def _put(self, text: str) -> Did:
        return self._become(put(self._editing, text, MOST_LETTERS, lines=True))

    def _become(self, editing: Editing) -> Did:
        before, self._editing = self._editing, editing
        return Did.TAKEN if before.text == editing.text else Did.CHANGED

    def _along(self, way: int) -> Did:
        """Move the caret a line up or down; from the first and the last line the focus moves on."""
        lines = broken(self.value, self._px, self._width)
        row = self._row(lines)
        if not 0 <= row + way < len(lines):
            return Did.NOTHING
        start, _ = lines[row]
        to, end = lines[row + way]
        return self._become(moved_to(self._editing, min(to + self._editing.caret - start, end)))

    def _row(self, lines: tuple[tuple[int, int], ...]) -> int:
        """Return the line in which the caret is."""
        return max(i for i, (start, _) in enumerate(lines) if start <= self._editing.caret)

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put."""
        return self._caret

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw the lines round the caret."""
        self._draw_label(surface, sizes, top=True)
        control = self._control()
        fill_field(surface, control, sizes.radius, sizes)
        inner = control.inflate(-2 * sizes.gap_px, -2 * sizes.gap_px)
        self._width, self._px = inner.width, sizes.aside_px
        lines = broken(self.value, self._px, self._width)
        row, step = self._row(lines), sizes.line_px
        first = min(max(row - self._rows + 1, 0), max(len(lines) - self._rows, 0))
        if not self.value:
            top = pygame.Rect(inner.left, inner.top, inner.width, step)
            say(surface, self._hint, top, sizes.aside_px, sizes.palette.soft)
        for i, (start, end) in enumerate(lines[first : first + self._rows]):
            line = pygame.Rect(inner.left, inner.top + i * step, inner.width, step)
            say(surface, self.value[start:end].rstrip(), line, sizes.aside_px, sizes.palette.ink)
        start = lines[row][0]
        x = inner.left + width_of(self.value[start : self._editing.caret], sizes.aside_px)
        thick = max(2, round(0.22 * sizes.unit))
        self._caret = pygame.Rect(
            min(x, inner.right), inner.top + (row - first) * step, thick, step
        )
        if focused:
            surface.fill(sizes.palette.ink, self._caret)
            ring(surface, control, sizes)


@lru_cache(maxsize=32)
def broken(text: str, size_px: int, width: int) -> tuple[tuple[int, int], ...]:
    """Return where each line of `text` begins and ends, so that none is wider than `width`.

    Lines break at spaces; a word wider than a line breaks within.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += _broken_paragraph(paragraph, start, size_px, width)
        start += len(paragraph) + 1
    return tuple(lines)


def _broken_paragraph(text: str, offset: int, size_px: int, width: int) -> list[tuple[int, int]]:
    lines, start = [], 0
    while start < len(text):
        end = _fitting(text, start, size_px, width)
        if end < len(text):
            space = text.rfind(" ", start, end + 1)
            end = space + 1 if space > start else end
        lines.append((offset + start, offset + end))
        start = end
    return lines or [(offset, offset)]


def _fitting(text: str, start: int, size_px: int, width: int) -> int:
    """Return the end of the longest part from `start` that is no wider than `width`."""
    shown, face = readable(text)
    low, high = start + 1, len(text)
    if len(shown) != len(text):  # marks that are not shown take no room
        shown = text
    measure = face.font(size_px, "Regular", None).size
    while low < high:
        middle = (low + high + 1) // 2
        if measure(shown[start:middle].rstrip())[0] <= width:
            low = middle
        else:
            high = middle - 1
    return low
