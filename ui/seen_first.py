"""See it first: the guide large in the middle, before the person joins in."""

import pygame

from ui import paint, shapes
from ui.breathing import Breathing, draw_shape
from ui.easing import Glides
from ui.layout import Layout
from ui.paint import Drawing
from ui.shown_guide import ShownGuide
from ui.text import line_height, write
from ui.view import Choices, PracticeView
from words.tr import tr

# In a panel at least so much wider than high the breath stands beside the guide, and takes this
# share of the width; else it stands under it, and takes this share of the height.
_WIDE = 1.25
_BREATH_WIDE, _BREATH_HIGH = 0.25, 0.27


class SeenFirst:
    """Draws the guide doing one whole cycle, over the places of the picture and the side panel."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._breathing = Breathing()
        self._guide = ShownGuide()

    def draw(
        self,
        surface: pygame.Surface,
        place: Layout,
        view: PracticeView,
        choices: Choices,
        glides: Glides,
        opacity: float = 1.0,
    ) -> None:
        """Draw it.

        Parameters
        ----------
        opacity
            0–1, for giving way to the practice under it.
        """
        if opacity < 0.005:
            return
        panel = place.picture.union(place.side)
        layer = pygame.Surface(panel.size)
        ground = paint.ground(place.size, place.palette.night, place.palette.deep)
        layer.blit(ground, (0, 0), panel)
        inside = layer.get_rect()
        paint.fill(layer, [shapes.rounded_box(inside, place.radius)], place.palette.panel)
        guide_box, breath_box = _places(inside.inflate(*2 * [-round(5 * place.unit)]), place)
        drawing = Drawing(layer)
        phase = view.feedback.breath
        word_box = draw_shape(drawing, place, breath_box, phase, choices)
        self._guide.draw(drawing, guide_box, place, view, choices, glides)
        drawing.finish()
        self._breathing.write(layer, place, word_box, phase, self._language, view.t)
        self._write_asides(layer, inside, place)
        if opacity < 1.0:
            layer.set_alpha(round(255 * opacity))
        surface.blit(layer, panel)

    def _write_asides(self, layer: pygame.Surface, inside: pygame.Rect, place: Layout) -> None:
        """Write above the guide that it may be watched, and under it how one joins in."""
        room = _aside(inside, place)
        soft, size = place.palette.soft, place.aside_px
        write(layer, tr("showing.first", self._language), room, size, soft, down=0.0)
        join = f"{tr('keys.name.enter', self._language)}  {tr('showing.join', self._language)}"
        write(layer, join, room, size, soft, down=1.0)


def _aside(inside: pygame.Rect, place: Layout) -> pygame.Rect:
    """Return the place of the asides: along the left, at the top and at the foot."""
    room = inside.inflate(*2 * [-round(6 * place.unit)])
    if inside.width > _WIDE * inside.height:
        room.width = round(room.width * _BREATH_WIDE)
    return room


def _places(room: pygame.Rect, place: Layout) -> tuple[pygame.Rect, pygame.Rect]:
    """Return the places of the guide and of the breath."""
    if room.width > _WIDE * room.height:
        wide = round(room.width * _BREATH_WIDE)
        middle = room.inflate(-2 * wide - round(4 * place.unit), 0)
        return middle, pygame.Rect(room.right - wide, room.top, wide, room.height)
    line = 2 * line_height(place.aside_px)
    high = round(room.height * _BREATH_HIGH)
    breath = pygame.Rect(room.left, room.bottom - line - high, room.width, high)
    top = room.top + line
    guide_high = breath.top - round(2 * place.unit) - top
    return pygame.Rect(room.left, top, room.width, guide_high), breath
