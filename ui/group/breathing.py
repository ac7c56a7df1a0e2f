"""The breath of the group: its shape, large, the circle of seats round it, and its word."""

from collections.abc import Mapping, Sequence

import pygame

from feedback.breath import BreathPhase
from feedback.group.step import Seat
from ui.breathing import draw_shape
from ui.changing import Changing
from ui.group.bowl import bowl
from ui.group.circle import Circle
from ui.group.hall import Hall
from ui.group.large import breath_word
from ui.paint import Drawing
from ui.screens.notice import draw_light
from ui.text import write
from ui.view import Choices
from vision.pose import Pose

# Size of the word beside that of other words.
_WORD_SHARE = 1.1


class GroupBreath:
    """Draws the breath and the seats; keeps which word gives way to which."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._circle = Circle()
        self._word = Changing("")

    def draw(
        self,
        surface: pygame.Surface,
        drawing: Drawing,
        place: Hall,
        room: pygame.Rect,
        phase: BreathPhase,
        seats: Sequence[Seat],
        choices: Choices,
        t: float,
        poses: Mapping[int, Pose],
    ) -> None:
        """Draw it within `room`, and whatever else was gathered in `drawing`.

        Parameters
        ----------
        poses
            Of the people who are shown as figures, by the numbers of their seats.
        """
        where = bowl(room, len(seats), place.unit, choices.breath)
        words = draw_shape(drawing, place.usual, where.breath, phase, choices)
        self._circle.draw(drawing, place.palette, where, seats, choices, t, poses)
        drawing.finish()
        px = round(_WORD_SHARE * place.words_px)
        said = breath_word(phase.breath, words, place, px, self._language)
        word = self._word.to(said, t)
        ink = place.palette.ink
        write(surface, word.what, words, px, ink, weight="Medium", across=0.5, opacity=word.opacity)

    def draw_still(
        self,
        surface: pygame.Surface,
        place: Hall,
        room: pygame.Rect,
        seats: Sequence[Seat],
        fullness: float,
        choices: Choices,
        t: float,
    ) -> None:
        """Draw the circle once more, round a light that says nothing.

        Parameters
        ----------
        fullness
            How large the light is, 0–1.
        """
        where = bowl(room, len(seats), place.unit, "circle")
        most = where.breath.width / 2 - 3 * place.unit
        draw_light(
            surface, place.palette, where.breath.center, most * (0.8 + 0.2 * fullness), place.unit
        )
        drawing = Drawing(surface)
        self._circle.draw(drawing, place.palette, where, seats, choices, t, {})
        drawing.finish()
