"""How the screens look, against small pictures of how they are meant to look.

To renew them after a change that is meant: ``pytest tests/ui/test_looks.py --update-pictures``,
then look at what changed in tests/expected.
"""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest

from exercises.library import find_exercise
from feedback.feedback import Cue
from feedback.verdict import Standing
from tests.ui.scene import drawn, feedback_of, plain_picture, view_of
from ui.screens import closing, notice
from ui.screens.closing import Closing
from ui.screens.practice import PracticeScreen
from ui.theme import PALETTES
from ui.view import Choices, ThemeName

Check = Callable[[pygame.Surface, str], None]
SIZE = (1280, 720)


def pictured(movement: str, t: float, **feedback: object) -> pygame.Surface:
    exercise = find_exercise(movement)
    standing, cue = feedback.get("standing"), feedback.get("cue")
    assert standing is None or isinstance(standing, Standing)
    assert cue is None or isinstance(cue, Cue)
    view = view_of(exercise, t, feedback_of(exercise, t, standing=standing, cue=cue))
    box = PracticeScreen(SIZE, Choices()).picture_box()
    return drawn(SIZE, replace(view, picture=plain_picture(box), label="label.drawn-figure"))


def test_sunrise_arms_in_the_mirror(looks_as_expected: Check) -> None:
    looks_as_expected(pictured("sunrise-arms-standing", 3.0), "sunrise-mirror")


def test_a_band_folded_back(looks_as_expected: Check) -> None:
    plenty = Cue("soften-back", 0.0, protective=True)
    surface = pictured("sunrise-arms-standing", 3.5, standing=Standing.PAST_CEILING, cue=plenty)
    looks_as_expected(surface, "sunrise-folded")


@pytest.mark.parametrize("movement", ["sit-to-stand", "side-bend-seated", "open-heart-standing"])
def test_movements_as_a_figure_with_the_wave(movement: str, looks_as_expected: Check) -> None:
    view = view_of(find_exercise(movement), 3.0)
    choices = Choices(mirror="figure", breath="wave")
    looks_as_expected(drawn(SIZE, view, choices), f"{movement}-figure")


@pytest.mark.parametrize("theme", PALETTES)
def test_a_practice_in_every_theme(theme: ThemeName, looks_as_expected: Check) -> None:
    exercise, choices = find_exercise("sunrise-arms-seated"), Choices(theme=theme)
    cue = Cue("within", 0.0, protective=False)
    view = view_of(exercise, 3.0, feedback_of(exercise, 3.0, cue=cue))
    picture = plain_picture(PracticeScreen(SIZE, choices).picture_box())
    looks_as_expected(drawn(SIZE, replace(view, picture=picture), choices), f"practice-{theme}")


@pytest.mark.parametrize("theme", PALETTES)
def test_a_figure_in_every_theme(theme: ThemeName, looks_as_expected: Check) -> None:
    view = view_of(find_exercise("sunrise-arms-seated"), 3.0)
    choices = Choices(mirror="figure", breath="wave", theme=theme)
    looks_as_expected(drawn(SIZE, view, choices), f"practice-figure-{theme}")


def test_other_ways_to_be_shown(looks_as_expected: Check) -> None:
    view = view_of(find_exercise("sunrise-arms-standing"), 3.0)
    silhouette = Choices(mirror="silhouette", awareness=True)
    looks_as_expected(drawn(SIZE, view, silhouette), "sunrise-silhouette-aware")
    looks_as_expected(drawn(SIZE, view, Choices(mirror="nothing")), "sunrise-nothing")


@pytest.mark.parametrize("movement", ["sunrise-arms-standing", "side-bend-seated"])
def test_seen_first(movement: str, looks_as_expected: Check) -> None:
    view = replace(view_of(find_exercise(movement), 3.0), kind="showing")
    looks_as_expected(drawn(SIZE, view), f"{movement}-seen-first")


def test_a_projector_with_the_keys(looks_as_expected: Check) -> None:
    view = view_of(find_exercise("two-hands-hold-up-heavens"), 3.0)
    choices = Choices(theme="projector", show_keys=True)
    looks_as_expected(drawn(SIZE, view, choices), "two-hands-projector-keys")


def test_a_tall_window(looks_as_expected: Check) -> None:
    view = view_of(find_exercise("soft-knee-sink"), 5.0)
    looks_as_expected(drawn((800, 1100), view), "knee-tall")


def test_a_calm_notice_and_the_ending(looks_as_expected: Check) -> None:
    surface = pygame.Surface(SIZE)
    notice.draw(surface, "notice.dark", Choices(), 0.0)
    looks_as_expected(surface, "notice-dark")
    done = ("Arriving breath", "Sunrise arms, standing")
    closing.draw(surface, Closing(372.0, done), Choices())
    looks_as_expected(surface, "closing")
