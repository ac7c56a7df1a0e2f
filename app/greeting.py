"""A greeting alone in the window of home, while nothing else is known yet."""

from datetime import datetime
from typing import TYPE_CHECKING

import pygame

from ui.layout import layout
from ui.patient import frame
from ui.view import Choices
from words.tr import tr

if TYPE_CHECKING:
    from ui.home.at import TimeOfDay

# Up to which hour it is morning, and from which it is evening.
_NOON, _EVENING = 12, 18


def draw_greeting(surface: pygame.Surface, choices: Choices, language: str, now: datetime) -> None:
    """Draw the greeting that fits the hour, where today's screen has it."""
    title = tr(f"home.{time_of_day(now)}", language)
    place = layout(surface.get_size(), choices.text_scale, choices.theme)
    frame.draw_ground(surface, place)
    frame.draw_title(surface, place, frame.framed(place, title, ()), title)


def time_of_day(now: datetime) -> "TimeOfDay":
    """Return which greeting fits."""
    if now.hour < _NOON:
        return "morning"
    return "day" if now.hour < _EVENING else "evening"
