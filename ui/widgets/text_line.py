"""One line of text, in any script."""

import pygame

from ui.colour import Colour
from ui.inputs import Click, Input, Pasted, Press, Typed
from ui.letters import OWN, Face, readable, runs_rightward, script_of, shown_in
from ui.text import middle, overshoot
from ui.typed import say
from ui.widgets.box import fill_box, fill_field, ring
from ui.widgets.editing import (
    Editing,
    all_of,
    begun,
    moved,
    moved_to,
    put,
    without_after,
    without_before,
)
from ui.widgets.sizes import Sizes
from ui.widgets.widget import Did, Widget

MOST_LETTERS = 300
_DOT = "•"


class TextLine(Widget):
    """A line that is written.

    Parameters
    ----------
    value
        What is written to begin with.
    most
        The longest it may become, in characters.
    hint
        Said softly while nothing is written.
    secret
        Whether each letter is shown as a dot.
    digits
        Whether only the digits 0 to 9 are taken.
    """

    takes_text = True

    def __init__(
        self,
        label: str = "",
        value: str = "",
        *,
        most: int = MOST_LETTERS,
        hint: str = "",
        secret: bool = False,
        digits: bool = False,
    ) -> None:
        super().__init__(label)
        self._editing = begun(value)
        self._most, self._hint, self._secret, self._digits = most, hint, secret, digits
        self._caret = pygame.Rect(0, 0, 0, 0)

    @property
    def value(self) -> str:
        """What is written."""
        return self._editing.text

    @value.setter
    def value(self, text: str) -> None:
        self._editing = begun(text)

    def take(self, event: Input) -> Did:
        """Take letters, and the keys that go along a line; Enter finishes it."""
        if isinstance(event, Typed | Pasted):
            return self._put(event.text)
        if isinstance(event, Click):
            return Did.TAKEN
        if not isinstance(event, Press):
            return Did.NOTHING
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return Did.DONE
        changed = keyed(self._editing, event)
        if changed is None:
            return Did.NOTHING
        return self._become(changed)

    def _put(self, text: str) -> Did:
        if self._digits:
            text = "".join(letter for letter in text if letter in "0123456789")
        return self._become(put(self._editing, text, self._most))

    def _become(self, editing: Editing) -> Did:
        before, self._editing = self._editing, editing
        return Did.TAKEN if before.text == editing.text else Did.CHANGED

    def caret(self) -> pygame.Rect | None:
        """Return where the next letter is put."""
        return self._caret

    def draw(self, surface: pygame.Surface, sizes: Sizes, *, focused: bool) -> None:
        """Draw it."""
        self._draw_label(surface, sizes)
        control = self._control()
        fill_field(surface, control, sizes.radius, sizes)
        inner = control.inflate(-2 * sizes.gap_px, 0)
        if self.value:
            self._draw_text(surface, inner, sizes, focused)
        else:
            beside = inner.move(round(0.5 * sizes.unit), 0)
            say(surface, self._hint, beside, sizes.aside_px, sizes.palette.soft)
            self._draw_caret(surface, inner, inner.left, sizes, focused)
        if focused:
            ring(surface, control, sizes)

    def _draw_text(
        self, surface: pygame.Surface, inner: pygame.Rect, sizes: Sizes, focused: bool
    ) -> None:
        text = _DOT * len(self.value) if self._secret else self.value
        shown, face = readable(text)
        px, script = sizes.aside_px, script_of(shown)
        image = _image(face, px, script, shown, sizes.palette.ink)
        before = _width(face, px, script, shown_in(face, text[: self._editing.caret]))
        rightward = runs_rightward(text)
        at = before if rightward else image.get_width() - before
        # The line moves under its window so that the caret is always in it.
        slack = image.get_width() - inner.width
        if slack <= 0:
            left = inner.left if rightward else inner.right - image.get_width()
        else:
            left = inner.left - min(max(at - inner.width // 2, 0), slack)
        clip = surface.get_clip()
        surface.set_clip(inner.inflate(4, 0).clip(clip))
        if self._editing.selected:
            held = pygame.Rect(left, 0, image.get_width(), sizes.line_px)
            held.centery = inner.centery
            fill_box(surface, held.clip(inner), 4, sizes.palette.water)
        drop = image.get_height() / 2
        if face == OWN:
            drop = middle(px, "Regular") + overshoot(shown, px, "Regular")
        surface.blit(image, (left, round(inner.centery - drop)))
        surface.set_clip(clip)
        self._draw_caret(surface, inner, left + at, sizes, focused)

    def _draw_caret(
        self, surface: pygame.Surface, inner: pygame.Rect, x: int, sizes: Sizes, focused: bool
    ) -> None:
        self._caret = pygame.Rect(x, 0, max(2, round(0.22 * sizes.unit)), sizes.line_px)
        self._caret.centery = inner.centery
        if focused:
            surface.fill(sizes.palette.ink, self._caret)


def keyed(editing: Editing, press: Press) -> Editing | None:
    """Return `editing` after a key that moves along a line or takes away; `None` for others."""
    if press.ctrl:
        return all_of(editing) if press.key == pygame.K_a else None
    if press.alt:
        return None
    steps = {
        pygame.K_BACKSPACE: lambda: without_before(editing),
        pygame.K_DELETE: lambda: without_after(editing),
        pygame.K_LEFT: lambda: moved(editing, -1),
        pygame.K_RIGHT: lambda: moved(editing, 1),
        pygame.K_HOME: lambda: moved_to(editing, 0),
        pygame.K_END: lambda: moved_to(editing, len(editing.text)),
    }
    step = steps.get(press.key)
    return None if step is None else step()


def _image(face: Face, px: int, script: str | None, text: str, colour: Colour) -> pygame.Surface:
    """Return a line drawn; what has no width cannot be."""
    if not _width(face, px, script, text):
        return pygame.Surface((0, 0))
    return face.font(px, "Regular", script).render(text, True, colour)


def _width(face: Face, px: int, script: str | None, text: str) -> int:
    return face.font(px, "Regular", script if face != OWN else None).size(text)[0]
