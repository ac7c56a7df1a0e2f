"""The screen of a practice: the person, the breath, the guide, and one line of words."""

from math import ceil

import pygame

from ui import keys_panel
from ui.backdrop import backdrop
from ui.chip import draw_chip
from ui.easing import Glides
from ui.layout import Layout, layout
from ui.line import Line
from ui.person import PersonPanel
from ui.screens import notice
from ui.seen_first import SeenFirst
from ui.side_panel import SidePanel
from ui.text import fitted, write
from ui.view import Choices, PracticeView
from words.tr import tr

# Of these the breath's own word is the caption.
_WORDED = frozenset(f"sound.caption.{breath}" for breath in ("in", "out", "rest"))


class PracticeScreen:
    """Draws a practice.

    All that eases, eases along the time in the view; the screen keeps only where it was.

    Parameters
    ----------
    size
        Width and height of the window in pixels.
    choices
        How the person likes it drawn.
    language
        The language of the words.
    """

    def __init__(self, size: tuple[int, int], choices: Choices, language: str = "en") -> None:
        self._size = size
        self._choices = choices
        self._language = language
        self._glides = Glides()
        self._person = PersonPanel()
        self._side = SidePanel(language)
        self._first = SeenFirst(language)
        self._line = Line(language)
        self._notice = "notice.opening"

    @property
    def _place(self) -> Layout:
        return layout(self._size, self._choices.text_scale, self._choices.theme, ways_out=True)

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._size = size

    def picture_box(self) -> tuple[int, int]:
        """Return the width and height in pixels in which the picture of the person is shown."""
        return self._place.picture.size

    def draw(self, surface: pygame.Surface, view: PracticeView, choices: Choices) -> None:
        """Draw the screen as it is at ``view.t`` on a surface of the window's size."""
        self._choices = choices
        calm = view.calm and view.notice is not None
        covered = self._glides.to("calm", float(calm), view.t)
        if calm and view.notice is not None:
            self._notice = view.notice
        if covered < 1.0:
            self._draw_practice(surface, view, choices)
        notice.draw(surface, self._notice, choices, view.t, self._language, covered)

    def _draw_practice(self, surface: pygame.Surface, view: PracticeView, choices: Choices) -> None:
        place = self._place
        surface.blit(backdrop(place), (0, 0))
        self._draw_top(surface, place, view, timed=not choices.awareness)
        first = self._glides.to("showing", float(view.kind == "showing"), view.t)
        if first < 1.0:
            self._draw_together(surface, place, view, choices)
        self._first.draw(surface, place, view, choices, self._glides, first)
        self._line.draw(surface, place, view)
        if view.caption is not None and view.caption not in _WORDED:
            said = tr(view.caption, self._language)
            room = place.picture
            draw_chip(surface, place.palette, room, place.unit, place.aside_px, said, low=True)
        keys = self._glides.to("keys", float(choices.show_keys), view.t)
        if place.hint is not None:
            hint = tr("keys.hint", self._language)
            write(surface, hint, place.hint, place.aside_px, place.palette.soft, across=1.0)
        if place.ways is not None:
            ways = tr("keys.foot-one" if choices.scanning else "keys.foot", self._language)
            write(surface, ways, place.ways, place.aside_px, place.palette.soft, across=0.5)
        keys_panel.draw(surface, place, self._language, keys)

    def _draw_together(
        self, surface: pygame.Surface, place: Layout, view: PracticeView, choices: Choices
    ) -> None:
        """Draw the person, and beside them the breath and the guide."""
        self._person.draw(surface, place, view, choices, self._glides)
        if view.label is not None and choices.mirror != "nothing":
            label = tr(view.label, self._language)
            draw_chip(surface, place.palette, place.picture, place.unit, place.aside_px, label)
        self._side.draw(surface, place, view, choices, self._glides)

    def _draw_top(
        self, surface: pygame.Surface, place: Layout, view: PracticeView, *, timed: bool
    ) -> None:
        """Write the movement's title, the rest of it smaller, and, where `timed`, the time left."""
        title, _, rest = tr(view.exercise.title, self._language).partition(", ")
        box = place.heading
        taken = write(surface, title, box, place.title_px, place.palette.ink, weight="Medium")
        left = taken.right + round(0.6 * place.title_px)
        beside = pygame.Rect(left, box.top, max(box.right - left, 0), box.height)
        # On the title's own foot line; where it does not fit whole, it gives way.
        if (
            rest
            and fitted(rest, place.aside_px, beside.width, box.height).size_px == place.aside_px
        ):
            beside.top += round((place.title_px - place.aside_px) * 0.22)
            write(surface, rest, beside, place.aside_px, place.palette.soft)
        if timed and place.time is not None and view.remaining_s is not None:
            words = _time_left(view.remaining_s, self._language)
            write(surface, words, place.time, place.aside_px, place.palette.soft, across=1.0)


def _time_left(remaining_s: float, language: str) -> str:
    """Return the time left in words, in whole minutes."""
    if remaining_s < 60:
        return tr("time.under-a-minute", language)
    return tr("time.left", language, count=ceil(remaining_s / 60 - 0.5))
