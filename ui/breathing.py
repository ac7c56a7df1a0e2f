"""The breath as a person has chosen it, circle or wave, with its word in it."""

import pygame

from feedback.breath import BreathPhase
from ui import breath
from ui.changing import Changing
from ui.layout import Layout
from ui.paint import Drawing
from ui.text import fitted, write
from ui.view import Choices
from words.tr import tr

# Size of the word in that of other words, and how much of it may be given up.
_WORD_SHARE, _LEAST_WORD_SHARE = 1.12, 0.72


class Breathing:
    """Draws the breath; keeps which word gives way to which."""

    def __init__(self) -> None:
        self._word = Changing("")

    def draw(
        self,
        surface: pygame.Surface,
        place: Layout,
        box: pygame.Rect,
        phase: BreathPhase,
        choices: Choices,
        language: str,
        t: float,
        share: float = 1.0,
    ) -> None:
        """Draw the breath within `box`, its word in it; `share` as in `write`."""
        drawing = Drawing(surface)
        words = draw_shape(drawing, place, box, phase, choices)
        drawing.finish()
        self.write(surface, place, words, phase, language, t, share)

    def write(
        self,
        surface: pygame.Surface,
        place: Layout,
        box: pygame.Rect,
        phase: BreathPhase,
        language: str,
        t: float,
        share: float = 1.0,
    ) -> None:
        """Write the breath's word in `box`, the place that `draw_shape` returned.

        Parameters
        ----------
        share
            Size of the type beside the usual, for a breath that is larger than usual.
        """
        size = round(place.words_px * _WORD_SHARE * share)
        word = self._word.to(_said(phase.breath, box, size, language), t)
        write(
            surface,
            word.what,
            box,
            size,
            place.palette.ink,
            weight="Medium",
            across=0.5,
            opacity=word.opacity,
        )


def _said(breathed: str, box: pygame.Rect, size: int, language: str) -> str:
    """Return the breath's word; a shorter one where the type is too large for the whole."""
    whole = tr(f"breath.{breathed}", language)
    setting = fitted(whole, size, *box.size, "Medium")
    fits = setting.size_px > _LEAST_WORD_SHARE * size
    return whole if fits else tr(f"breath.short.{breathed}", language)


def draw_shape(
    drawing: Drawing, place: Layout, box: pygame.Rect, phase: BreathPhase, choices: Choices
) -> pygame.Rect:
    """Draw the breath's shape within `box` and return the place of its word."""
    still = choices.reduced_motion
    if choices.breath == "circle":
        breath.draw_circle(drawing, place.palette, box, phase, place.unit, still)
        return breath.reach(box, place.unit).words
    breath.draw_wave(drawing, place.palette, box, phase, place.unit, still)
    return breath.wave_words(box)
