"""The panel beside the person: the breath, the guide that moves with it, and the petals."""

import pygame

from ui import petals
from ui.breathing import Breathing, draw_shape
from ui.easing import Glides
from ui.layout import Layout
from ui.paint import Drawing
from ui.shown_guide import ShownGuide
from ui.view import Choices, PracticeView

# Where the breath stands alone in the picture's place: its room all round, in units, and the size
# of its word beside the usual.
_ALONE_PAD, _ALONE_WORD = 4.0, 1.5


class SidePanel:
    """Draws the breath, the guide and the petals."""

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
    ) -> None:
        """Draw the panel's contents; where no picture is shown, the breath in its place."""
        drawing = Drawing(surface)
        phase, alone = view.feedback.breath, choices.mirror == "nothing"
        breath_box, guide_box = _boxes(place, alone=alone, awareness=choices.awareness)
        word_box = draw_shape(drawing, place, breath_box, phase, choices)
        if guide_box is not None:
            self._guide.draw(drawing, guide_box, place, view, choices, glides)
        if not choices.awareness:
            counts = petals.groups(view.exercise, view.feedback.repetitions, view.planned)
            petals.draw(drawing, place.palette, place.petals, counts, glides, view.t)
        drawing.finish()
        share = _ALONE_WORD if alone else 1.0
        self._breathing.write(surface, place, word_box, phase, self._language, view.t, share)


def _boxes(
    place: Layout, *, alone: bool, awareness: bool
) -> tuple[pygame.Rect, pygame.Rect | None]:
    """Return the places of the breath and of the guide."""
    breath, guide = place.breath, place.guide
    if alone:
        room = round(2 * _ALONE_PAD * place.unit)
        guide = breath if guide is None else breath.union(guide)
        breath = place.picture.inflate(-room, -room)
    if awareness:  # nothing is counted, so what is above may come into the middle
        down = (place.side.bottom - place.petals.top) // 2
        guide = None if guide is None else guide.move(0, down)
        breath = breath if alone else breath.move(0, down)
    return breath, guide
