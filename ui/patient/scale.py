"""A large slider from 0 to 10, with a word at each end, and a place for whoever would not say."""

from dataclasses import dataclass
from functools import lru_cache
from math import pi

import pygame

from feedback.said import Scaled
from ui import paint, shapes
from ui.colour import Colour
from ui.easing import Glides
from ui.inputs import XY
from ui.layout import Layout
from ui.patient.frame import draw_ring, target_px
from ui.patient.screen import PatientView
from ui.text import line_height
from ui.typed import say, width_of
from ui.widgets.box import fill_box
from ui.widgets.sizes import LEAST_TARGET_PX
from words.tr import tr

MOST = 10
# How long the knob is on its way, so that a held key still looks calm.
_GLIDE_S = 0.3
# Of a row's width, its name where there is no room for it above.
_NAME_SHARE = 0.17
_NOT_NOW_SHARE = 0.24
# Room above and below what is in a row, in units.
_PAD_Y = 1.0
# Where nothing else helps, the words at the ends are set in this share of the smallest type.
_LEAST_SHARE, _LEAST_PX = 0.35, 12
# In a window so low that they have no room, the knob is as small as this, in pixels.
_LEAST_TRACK_PX = 24


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the parts of a row are, in pixels."""

    name: pygame.Rect
    not_now: pygame.Rect
    less: pygame.Rect
    more: pygame.Rect
    track: pygame.Rect
    ends: pygame.Rect
    knob: float

    def low(self, width: int) -> pygame.Rect:
        """Return the place of the word at the low end."""
        return pygame.Rect(self.ends.topleft, (min(width + 1, self._most), self.ends.height))

    def high(self, width: int) -> pygame.Rect:
        """Return the place of the word at the high end."""
        wide = min(width + 1, self._most)
        return pygame.Rect(self.ends.right - wide, self.ends.top, wide, self.ends.height)

    @property
    def _most(self) -> int:
        return round(0.78 * self.ends.width)

    def x(self, value: float) -> float:
        """Return where on the track a value is."""
        return self.track.left + self.knob + self._run * value / MOST

    def value(self, x: float) -> int:
        """Return the whole value nearest to a place on the track."""
        share = (x - self.track.left - self.knob) / max(self._run, 1.0)
        return round(min(max(share, 0.0), 1.0) * MOST)

    @property
    def _run(self) -> float:
        return self.track.width - 2 * self.knob


@dataclass(frozen=True, slots=True)
class Sizes:
    """How the rows of a screen are set, all alike.

    Attributes
    ----------
    name_px, px
        Size of the names, and of the words at the ends and of "not now".
    above
        Whether the name stands above its slider rather than at its left.
    thin
        Whether the knob gives way, so that the words at the ends have room under it.
    """

    name_px: int
    px: int
    above: bool
    thin: bool = False


class Scale:
    """One question on a scale.

    Parameters
    ----------
    what
        What is asked.
    """

    def __init__(self, what: Scaled) -> None:
        self.what = what
        self.box = pygame.Rect(0, 0, 0, 0)
        self._parts: _Parts | None = None

    @property
    def less_id(self) -> str:
        """Return the id of the option that goes down."""
        return f"{self.what}.less"

    @property
    def more_id(self) -> str:
        """Return the id of the option that goes up."""
        return f"{self.what}.more"

    def boxes(self) -> dict[str, pygame.Rect]:
        """Return where what can be pressed was drawn last, by id."""
        if self._parts is None:
            return {}
        return {self.less_id: self._parts.less, self.more_id: self._parts.more}

    def stepped(self, value: int | None, by: int) -> int | None:
        """Return the value a step farther; below 0 lies "not now"."""
        at = (-1 if value is None else value) + by
        return None if at < 0 else min(at, MOST)

    def knob_at(self, value: int, glides: Glides, t: float) -> float:
        """Return where the knob is at `t` seconds, on its way to `value`."""
        return glides.to(self.what, float(value), t, _GLIDE_S)

    def on_track(self, at: XY) -> int | None:
        """Return the value under the mouse; `None` where it is not on the track."""
        if self._parts is None:
            return None
        track = self._parts.track
        if not track.inflate(0, max(LEAST_TARGET_PX - track.height, 0)).collidepoint(at):
            return None
        return self._parts.value(at[0])

    def along_track(self, at: XY) -> int | None:
        """Return the value beside the mouse while it draws the knob, wherever it strays."""
        return None if self._parts is None else self._parts.value(at[0])

    def on_not_now(self, at: XY) -> bool:
        """Return whether the mouse is on "not now"."""
        return self._parts is not None and self._parts.not_now.collidepoint(at)

    def draw(
        self,
        surface: pygame.Surface,
        box: pygame.Rect,
        place: Layout,
        view: PatientView,
        value: int | None,
        glides: Glides,
        sizes: Sizes,
        *,
        focused: bool = False,
        lit: str | None = None,
    ) -> None:
        """Draw it in `box`.

        Parameters
        ----------
        value
            What was answered; `None` for nothing.
        glides
            Where the knob's way is kept.
        sizes
            How large the type on it is (`sized`).
        focused
            Whether the keys go to it.
        lit
            Id of the option that scanning has lit.
        """
        self.box = box
        not_now = view.tr("scale.not-now")
        parts = self._parts = _placed(box, place, not_now, sizes)
        palette = place.palette
        fill_box(surface, box, place.radius, palette.panel)
        name = view.tr(f"scale.{self.what}")
        say(surface, name, parts.name, sizes.name_px, palette.ink, weight="Medium")
        _draw_not_now(surface, parts, place, not_now, sizes.px, chosen=value is None)
        for part, sign, id in ((parts.less, "−", self.less_id), (parts.more, "+", self.more_id)):
            fill_box(surface, part, part.height / 2, palette.water if id == lit else palette.raised)
            say(surface, sign, part, place.title_px, palette.ink, weight="Medium", across=0.5)
            draw_ring(surface, place, part, focused=False, lit=id == lit)
        if value is None:
            glides.forget(self.what)
            _draw_track(surface, parts, place, None)
        else:
            at = self.knob_at(value, glides, view.t)
            _draw_track(surface, parts, place, at)
            if focused or lit:
                _write_number(surface, parts, place, at, str(value))
        low, high = (view.tr(f"scale.{self.what}-{end}") for end in ("low", "high"))
        say(surface, low, parts.low(width_of(low, sizes.px)), sizes.px, palette.soft, down=0.0)
        end = parts.high(width_of(high, sizes.px))
        say(surface, high, end, sizes.px, palette.soft, across=1.0, down=0.0)
        draw_ring(surface, place, box, focused=focused, lit=False, radius=place.radius)


def _draw_not_now(
    surface: pygame.Surface, parts: _Parts, place: Layout, text: str, px: int, *, chosen: bool
) -> None:
    """Draw the place of whoever would not say, with a mark that is full where that is so."""
    palette, box = place.palette, parts.not_now
    if chosen:
        fill_box(surface, box, box.height / 2, palette.raised)
    mark = 0.26 * px
    pad = round(0.6 * px)
    centre = (box.left + pad + mark, box.centery)
    draw_mark(surface, place, centre, mark, full=chosen)
    left = round(centre[0] + mark + 0.4 * px)
    words = pygame.Rect(left, box.top, box.right - pad // 2 - left, box.height)
    say(surface, text, words, px, palette.ink if chosen else palette.soft)


def _draw_track(surface: pygame.Surface, parts: _Parts, place: Layout, at: float | None) -> None:
    """Draw the line with its eleven places, and the knob where something was answered."""
    palette, track = place.palette, parts.track
    half = max(3.0, 0.75 * place.unit)
    line = _line(track.size, parts.knob, half, palette.furniture, palette.soft)
    surface.blit(line, track)
    if at is None:
        return
    x = round(parts.x(at))
    done = _line(track.size, parts.knob, half, palette.blue, palette.blue)
    surface.blit(done, track, (0, 0, x - track.left, track.height))
    knob = _disc(parts.knob, palette.ink)
    surface.blit(knob, knob.get_rect(center=(x, track.centery)))


def _write_number(
    surface: pygame.Surface, parts: _Parts, place: Layout, at: float, number: str
) -> None:
    """Write the number on the knob."""
    side = round(1.9 * parts.knob)
    box = pygame.Rect(0, 0, side, side)
    box.center = round(parts.x(at)), parts.track.centery
    px = min(place.words_px, round(1.15 * parts.knob))
    say(surface, number, box, px, place.palette.night, weight="Medium", across=0.5)


def draw_mark(
    surface: pygame.Surface,
    place: Layout,
    centre: XY | tuple[float, float],
    r: float,
    *,
    full: bool,
) -> None:
    """Draw the small round mark of a choice: full where it is made, a ring where not."""
    palette = place.palette
    image = _disc(r, palette.ink) if full else _circle(r, palette.soft)
    surface.blit(image, image.get_rect(center=(round(centre[0]), round(centre[1]))))


@lru_cache(maxsize=32)
def _line(
    size: tuple[int, int], knob: float, half: float, colour: Colour, places: Colour
) -> pygame.Surface:
    """Return the line of a slider, with its eleven places on it."""
    box = pygame.Rect((0, 0), size)
    y, run = size[1] / 2, size[0] - 2 * knob
    image = paint.stencil([shapes.limb((knob, y), (knob + run, y), half)], box, colour)
    dots = [shapes.disc((knob + run * i / MOST, y), 0.62 * half) for i in range(MOST + 1)]
    paint.fill(image, dots, places)
    return image


@lru_cache(maxsize=64)
def _disc(r: float, colour: Colour) -> pygame.Surface:
    box = _square(r)
    return paint.stencil([shapes.disc(box.center, r)], box, colour)


@lru_cache(maxsize=64)
def _circle(r: float, colour: Colour) -> pygame.Surface:
    box = _square(r)
    ring = shapes.band(box.center, r * 0.86, r * 0.16, 0.0, 2 * pi)
    return paint.stencil([ring], box, colour)


def _square(r: float) -> pygame.Rect:
    return pygame.Rect(0, 0, 2 * round(r + 1), 2 * round(r + 1))


@lru_cache(maxsize=32)
def sized(whats: tuple[Scaled, ...], size: tuple[int, int], place: Layout, language: str) -> Sizes:
    """Return the largest type that rows of `size` pixels have room for."""
    tries = [
        Sizes(name_px, px, above)
        for above, name_px, px in (
            (True, place.title_px, place.words_px),
            (True, place.words_px, place.words_px),
            (True, place.words_px, place.aside_px),
            (False, place.words_px, place.words_px),
        )
    ]
    least = min(max(round(_LEAST_SHARE * place.aside_px), _LEAST_PX), place.aside_px - 1)
    # Beside the slider the name gives way as far as the words do: one long name is not to make all
    # the rest small.
    tries += [
        Sizes(max(round(place.words_px * share), px), px, False)
        for px in range(place.aside_px, least, -1)
        for share in (1.0, px / place.aside_px)
    ]
    smallest = Sizes(least, least, above=False, thin=True)
    tries += [Sizes(px, px, above=False, thin=True) for px in range(place.aside_px, least, -1)]
    for each in tries:
        if all(_fits(what, size, place, language, each) for what in whats):
            return each
    return smallest


def _fits(what: Scaled, size: tuple[int, int], place: Layout, language: str, sizes: Sizes) -> bool:
    """Return whether all words of a row stand in full in it."""
    parts = _placed(pygame.Rect((0, 0), size), place, tr("scale.not-now", language), sizes)
    name, low, high = (tr(f"scale.{what}{end}", language) for end in ("", "-low", "-high"))
    both = width_of(low, sizes.px) + width_of(high, sizes.px) + sizes.px
    return (
        parts.ends.bottom <= size[1] - round(_PAD_Y * place.unit)
        and parts.ends.height >= line_height(sizes.px)
        and width_of(name, sizes.name_px, "Medium") <= parts.name.width
        and both <= parts.ends.width
    )


def _placed(box: pygame.Rect, place: Layout, not_now: str, sizes: Sizes) -> _Parts:
    """Return where the parts are: the name above the slider, or at its left."""
    px, unit = sizes.px, place.unit
    target = target_px(px)
    name_height, word_height = line_height(sizes.name_px), line_height(px)
    pad_x, pad_y = round(2.6 * unit), round(_PAD_Y * unit)
    inner = box.inflate(-2 * pad_x, -2 * pad_y)
    gap = round(0.8 * unit)
    thick = target
    if sizes.thin:
        thick = min(target, max(inner.height - word_height, _LEAST_TRACK_PX))
    tall = max(target, thick + word_height) + (name_height + gap if sizes.above else 0)
    top = inner.top + max(inner.height - tall, 0) // 2
    left = inner.left
    if sizes.above:
        name = pygame.Rect(left, top, inner.width, name_height)
        top = name.bottom + gap
    else:
        name = pygame.Rect(left, top, round(inner.width * _NAME_SHARE), target)
        left = name.right + gap
    width = inner.right - left
    wide = round(width_of(not_now, px) + 2.4 * px)
    pill = pygame.Rect(left, top, min(wide, round(width * _NOT_NOW_SHARE)), target)
    less = pygame.Rect(pill.right + 2 * gap, top, target, target)
    more = pygame.Rect(inner.right - target, top, target, target)
    run = pygame.Rect(less.right + 2 * gap, top, more.left - less.right - 4 * gap, thick)
    foot = min(word_height, max(inner.bottom - run.bottom, 0))
    knob = 0.45 * thick
    inset = round(0.7 * knob)  # the words begin and end where the line does
    ends = pygame.Rect(run.left + inset, run.bottom, run.width - 2 * inset, foot)
    return _Parts(name, pill, less, more, run, ends, knob)
