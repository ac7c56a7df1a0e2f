"""How home looks, against small pictures of how it is meant to look.

To renew them after a change that is meant, as in tests/ui/test_looks.py.
"""

from collections.abc import Callable

import pygame
import pytest

from tests.ui.home.stage import sitting
from ui.view import Choices

Check = Callable[[pygame.Surface, str], None]
PICTURED = (
    *("today", "today-name", "today-nothing", "diary", "feelings", "symptoms"),
    *("both", "calendar", "goals", "card-0"),
)


@pytest.mark.parametrize("name", PICTURED)
def test_home_looks_as_it_is_meant_to(name: str, looks_as_expected: Check) -> None:
    looks_as_expected(sitting(name).draw(), f"home-{name}")


def test_the_largest_type_in_the_smallest_window(looks_as_expected: Check) -> None:
    at = sitting("today-long", (800, 600), Choices(text_scale=1.6))
    looks_as_expected(at.draw(), "home-today-large")


def test_a_calendar_that_one_key_goes_through(looks_as_expected: Check) -> None:
    at = sitting("calendar", choices=Choices(scanning=True))
    at.stage.set(at.at, 2 * 1.6 + 1.7)
    surface = pygame.Surface(at.size)
    at.stage.draw(surface, at.choices)
    looks_as_expected(surface, "home-calendar-scanned")
