"""The one line of words: a notice, else a cue, else what the guide is doing."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pygame

from feedback.feedback import Cue
from ui import paint, shapes
from ui.changing import Changing
from ui.layout import Layout
from ui.text import write
from ui.view import PracticeView
from words.tr import tr

_SIDES = {"left": "side.left", "right": "side.right", None: "side.either"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and how it is said.

    `ink` and `mark` name colours of the palette. The mark before it sets what is said to the person
    now apart from the words of the movement; `None` where there is no mark.
    """

    text: str
    ink: Literal["ink", "soft"]
    mark: Literal["green", "sand"] | None


def sentence(view: PracticeView, language: str) -> Sentence:
    """Return the one sentence to be read now."""
    cue = view.feedback.cue
    protects = cue is not None and cue.protective
    notice = view.notice or (None if protects else _of_step(view))
    if notice is not None:
        return Sentence(tr(notice, language), "ink", "sand")
    if cue is not None:
        return Sentence(said_by(cue, language), "ink", "sand" if cue.protective else "green")
    words = view.exercise.phases[view.feedback.phase].words
    return Sentence(tr(words, language), "soft", None)


def said_by(cue: Cue, language: str) -> str:
    """Return the words of a cue."""
    return tr(f"cue.{cue.id}", language, side=tr(_SIDES[cue.side], language))


def _of_step(view: PracticeView) -> str | None:
    """Return the id of what is said of where the practice is; `None` while it goes on."""
    if view.kind == "paused":
        return "notice.away" if view.gone else "notice.paused"
    return "notice.welcome-back" if view.welcomed else None


class Line:
    """Draws the line of words."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._said = Changing(Sentence("", "soft", None))

    def draw(self, surface: pygame.Surface, place: Layout, view: PracticeView) -> None:
        """Draw the sentence in the middle of its panel, which rises a step for a cue."""
        shown = self._said.to(sentence(view, self._language), view.t)
        said, opacity = shown.what, shown.opacity
        unit, panel = place.unit, place.line
        colour = place.palette.ink if said.ink == "ink" else place.palette.soft
        inset = round(4.5 * unit)
        if place.hint is not None:
            inset = max(inset, panel.right - place.hint.left + round(unit))
        box = panel.inflate(-2 * inset, -round(1.2 * unit))
        if said.mark is None:
            write(surface, said.text, box, place.words_px, colour, across=0.5, opacity=opacity)
            return
        raised = _raised(place)
        raised.set_alpha(round(255 * opacity))
        surface.blit(raised, panel)
        before = round(0.75 * place.words_px)
        box.left += before
        box.width -= before
        taken = write(surface, said.text, box, place.words_px, colour, across=0.5, opacity=opacity)
        dot = _dot(place, said.mark)
        dot.set_alpha(round(255 * opacity))
        middle = (round(taken.left - 0.62 * place.words_px), taken.centery)
        surface.blit(dot, dot.get_rect(center=middle))


@lru_cache(maxsize=4)
def _raised(place: Layout) -> pygame.Surface:
    """Return the line's panel, risen a step."""
    panel = pygame.Rect((0, 0), place.line.size)
    return paint.stencil([shapes.rounded_box(panel, place.radius)], panel, place.palette.raised)


@lru_cache(maxsize=8)
def _dot(place: Layout, mark: Literal["green", "sand"]) -> pygame.Surface:
    """Return the mark before a sentence."""
    colour = place.palette.green if mark == "green" else place.palette.sand
    radius = 0.21 * place.words_px
    box = pygame.Rect(0, 0, 2 * round(radius + 1), 2 * round(radius + 1))
    return paint.stencil([shapes.disc(box.center, radius)], box, colour)
