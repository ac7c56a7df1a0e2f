"""One line in the person's own words, in any script."""

from dataclasses import replace

import pygame

from feedback.said import LONGEST_WORDS, Asked, Wrote
from ui.inputs import Click, Drag, Drop, Input, Pasted, Press, Scroll, Typed
from ui.layout import Layout
from ui.patient.frame import draw_ring
from ui.patient.keys import Key, meaning
from ui.patient.page import Page
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.text import line_height
from ui.typed import say
from ui.view import Choices
from ui.widgets.box import fill_box
from ui.widgets.editing import Editing, begun, moved_to, put
from ui.widgets.text_line import keyed

_BOX = "words"
# The box is as high as so many lines before it grows.
_LEAST_LINES = 4
# Keys that mean the same as everywhere, though letters are written here.
_STILL = frozenset({Key.ON, Key.LEAVE, Key.TAB, Key.TAB_BACK, Key.PRESS})


class Words(PatientScreen):
    """A box that is written in; Enter goes on. Letters are letters here, wherever the keys are."""

    takes_text = True

    def __init__(self) -> None:
        super().__init__()
        self._editing = Editing()
        self._page = Page()
        self._box = pygame.Rect(0, 0, 0, 0)

    def enter(self, view: PatientView) -> None:
        """Come up anew, with what was written before."""
        super().enter(view)
        self._editing, self._page = begun(view.moment.said.words), Page()

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("words.title")

    def hint(self, view: PatientView) -> str:
        """Return what stands in the box while nothing is written."""
        return view.tr("words.hint")

    def controls(self, view: PatientView) -> tuple[str, ...]:
        """Return the box."""
        return (_BOX,)

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done in the foot; S is a letter here, and Backspace takes one away."""
        keys = {"stop": "F1", "back": view.tr("keys.name.page-up")}
        return tuple(replace(each, key=keys.get(each.id, each.key)) for each in usual_options(view))

    @property
    def caret(self) -> pygame.Rect:
        """Where the next letter is put, for an input method's own window."""
        return self._page.caret

    # --- writing

    def take(self, event: Input, view: PatientView) -> Asked | None:
        """Write, or do what is asked of any screen."""
        if isinstance(event, Typed | Pasted):
            return self._write(event.text, view)
        if isinstance(event, Scroll):
            self._along(event.rows)
            return None
        if isinstance(event, Press):
            return self._key(event, view)
        return super().take(event, view)

    def _write(self, text: str, view: PatientView) -> Asked | None:
        if self.focus != _BOX and not text.strip():
            return None  # Space pressed something in the foot
        self.focus = _BOX
        if not self._editing.text or self._editing.selected:
            text = text.lstrip()  # Space brought the person here
        return self._become(put(self._editing, text, LONGEST_WORDS))

    def _key(self, press: Press, view: PatientView) -> Asked | None:
        if press.key in (pygame.K_F1, pygame.K_PAGEUP):
            return super().take(press, view)
        key = meaning(press)
        if self.focus != _BOX:
            lettered = press.key in (pygame.K_p, pygame.K_s)
            return None if lettered else super().take(press, view)
        if key in _STILL:
            return super().take(press, view)
        if key in (Key.UP, Key.DOWN):
            if not self._along(-1 if key is Key.UP else 1):
                return super().take(press, view)
            return None
        changed = keyed(self._editing, press)
        return None if changed is None else self._become(changed)

    def _become(self, editing: Editing) -> Asked | None:
        before, self._editing = self._editing, editing
        return None if before.text == editing.text else Wrote(editing.text)

    def _along(self, rows: int) -> bool:
        """Move the caret so many lines; return whether there was such a line."""
        caret = self._page.up_or_down(self._editing, rows)
        if caret is not None:
            self._editing = moved_to(self._editing, caret)
        return caret is not None

    def point(self, event: Click | Drag | Drop, view: PatientView) -> Asked | None:
        """Put the caret where the mouse is."""
        if isinstance(event, Click) and self._box.collidepoint(event.at):
            self.focus = _BOX
            caret = self._page.place_of(event.at, self._editing.text)
            self._editing = moved_to(self._editing, caret)
        return None

    # --- the picture

    def _height(self, room: pygame.Rect, place: Layout) -> int:
        """Return the height of the box: of a few lines, and growing with them."""
        pad, width = self._pads(place)[1], room.width - 2 * self._pads(place)[0]
        lines = max(_LEAST_LINES, self._page.many(self._editing.text, place, place.title_px, width))
        return min(line_height(place.title_px) * lines + 2 * pad, room.height)

    def _pads(self, place: Layout) -> tuple[int, int]:
        return round(3 * place.unit), round(2.4 * place.unit)

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return what is written, and where the caret is."""
        return (self._editing,)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the box with what is written."""
        palette, unit = place.palette, place.unit
        full = len(self._editing.text) >= LONGEST_WORDS
        foot = line_height(place.aside_px) + round(1.6 * unit) if full else 0
        room = pygame.Rect(body.left, body.top, body.width, body.height - foot)
        self._box = pygame.Rect(room.topleft, (room.width, self._height(room, place)))
        fill_box(surface, self._box, place.radius, palette.panel)
        pad_x, pad_y = self._pads(place)
        inner = self._box.inflate(-2 * pad_x, -2 * pad_y)
        focused = self.ringed(view) == _BOX
        if not self._editing.text:
            hint = inner.move(round(0.8 * unit), 0)
            hint.width -= round(2 * unit)
            hint.height = min(inner.height, 2 * line_height(place.title_px))
            say(surface, self.hint(view), hint, place.title_px, palette.soft, down=0.0)
        self._page.draw(surface, inner, place, self._editing, place.title_px, focused=focused)
        draw_ring(surface, place, self._box, focused=focused, lit=False, radius=place.radius)
        if full:
            line = pygame.Rect(body.left, body.bottom, body.width, line_height(place.aside_px))
            line.top = self._box.bottom + round(1.6 * unit)
            say(surface, view.tr("words.full"), line, place.aside_px, palette.soft)
