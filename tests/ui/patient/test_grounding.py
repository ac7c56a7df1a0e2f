"""Arriving: a few slow lines, a light that goes through the body, or three breaths."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.keyframes import base_posture
from exercises.library import find_exercise
from feedback.grounding import (
    GROUNDINGS,
    LINES,
    REGIONS,
    SECONDS,
    Grounding,
    grounded,
    lasts_s,
)
from feedback.intent import Intent
from tests.ui.patient.places import (
    LYING,
    SCALES,
    SEATED,
    SIZES,
    STANDING,
    drawn,
    grounding_view,
    written,
)
from tests.ui.stands import grid
from ui import guide
from ui.inputs import Press
from ui.layout import layout
from ui.patient import glow
from ui.patient.grounding import GroundingScreen, lights
from ui.view import Choices
from words.tr import tr

BOX = pygame.Rect(0, 0, 500, 600)


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


def body(name: str = "arriving-breath-standing") -> guide.Posed:
    exercise = find_exercise(name)
    return guide.posed(BOX, exercise, base_posture(exercise), 0.0)


@pytest.mark.parametrize(("size", "scale"), grid(SIZES, SCALES))
@pytest.mark.parametrize("way", GROUNDINGS)
def test_every_line_stands_whole(way: Grounding, size: tuple[int, int], scale: float) -> None:
    for row, line in enumerate(LINES[way]):
        view = grounding_view(way, (row + 0.9) * SECONDS[way])
        found = written(GroundingScreen(), view, size, scale, comes=STANDING)
        assert tr(f"grounding.{way}-{line}") in {each.text for each in found}
        assert all(each.whole for each in found)
        assert not any(letter.isdigit() for each in found for letter in each.text)


def test_a_line_along_the_foot_grows_and_says_no_number() -> None:
    view = grounding_view("breaths", 0.0)
    seen = []
    for share in (0.1, 0.5, 0.9):
        view = grounding_view("breaths", share * lasts_s("breaths"))
        with_line = pixels(drawn(GroundingScreen(), view))
        row = with_line[700:1240, 560:630]
        quiet = np.array(layout((1280, 720), 1.0, "calm").palette.quiet)
        seen.append(int((np.abs(row - quiet).max(axis=2) < 6).sum()))
    assert all(b > a + 100 for a, b in pairwise(seen))


@given(t=st.floats(0.0, lasts_s("scan") - 0.1))
def test_the_light_glides_and_never_jumps(t: float) -> None:
    placed = body().placed
    now, then = (lights(grounded("scan", at), placed, fading=False) for at in (t, t + 1 / 60))
    assert len(now) == len(then) == 1
    assert now[0][1] == then[0][1] == 1.0
    assert np.abs(now[0][0].lines - then[0][0].lines).max() < 0.04 * BOX.height
    assert abs(now[0][0].radius - then[0][0].radius) < 2.0


@pytest.mark.parametrize("row", range(len(REGIONS)))
def test_the_light_comes_to_rest_on_the_part_that_is_spoken_of(row: int) -> None:
    placed = body().placed
    ((light, _),) = lights(grounded("scan", (row + 0.9) * SECONDS["scan"]), placed, fading=False)
    assert np.allclose(light.lines, glow.lit(REGIONS[row], placed).lines)


def test_the_scan_goes_from_the_toes_up_to_the_scalp() -> None:
    placed = body().placed
    heights = {region: glow.lit(region, placed).lines[..., 1].mean() for region in REGIONS}
    up = [*REGIONS[: REGIONS.index("hands")], "shoulders", "neck", "face", "scalp"]
    assert all(heights[a] > heights[b] for a, b in pairwise(up))
    assert heights["toes"] > placed.points[:, 1].max() - 0.1 * BOX.height
    assert heights["scalp"] < placed.points[:, 1].min()


@pytest.mark.parametrize("name", ["arriving-breath", "arriving-breath-lying"])
def test_every_light_lies_on_the_body_in_every_posture(name: str) -> None:
    placed = body(name).placed
    low, high = placed.points.min(axis=0), placed.points.max(axis=0)
    room = 0.16 * placed.scale
    for region in REGIONS:
        lines = glow.lit(region, placed).lines.reshape(-1, 2)
        assert (lines > low - room).all()
        assert (lines < high + room).all()


@given(t=st.floats(0.0, lasts_s("scan")))
def test_where_motion_is_reduced_the_light_fades_from_part_to_part(t: float) -> None:
    placed = body().placed
    parts = [glow.lit(region, placed).lines for region in REGIONS]
    found = lights(grounded("scan", t), placed, fading=True)
    assert sum(share for _, share in found) == pytest.approx(1.0)
    assert all(any(np.allclose(light.lines, part) for part in parts) for light, _ in found)


@pytest.mark.parametrize("exercise", [SEATED, STANDING, LYING, None])
@pytest.mark.parametrize("size", SIZES)
def test_the_scan_is_drawn_in_the_posture_of_what_comes(
    exercise: Exercise | None, size: tuple[int, int]
) -> None:
    for choices in (Choices(), Choices(reduced_motion=True, theme="projector", text_scale=1.6)):
        view = grounding_view("scan", 33.0)
        assert np.ptp(pixels(drawn(GroundingScreen(), view, size, choices, exercise))) > 120


@pytest.mark.parametrize("way", GROUNDINGS)
def test_nothing_blinks_from_line_to_line(way: Grounding) -> None:
    screen, place = GroundingScreen(), layout((640, 400), 1.0, "calm")
    surface = pygame.Surface((640, 400))
    brightness = []
    begin = SECONDS[way] - 0.5
    for i in range(180):
        view = grounding_view(way, begin + i / 60)
        screen.draw(surface, place, view.__class__(view.moment, t=begin + i / 60), Choices())
        brightness.append(pixels(surface).mean())
    assert np.abs(np.diff(brightness)).max() < 0.6


def test_space_pauses_and_enter_goes_on() -> None:
    screen, view = GroundingScreen(), grounding_view("five-things", 3.0)
    drawn(screen, view)
    assert screen.take(Press(pygame.K_SPACE), view) is Intent.PAUSE
    assert screen.take(Press(pygame.K_RETURN), view) is Intent.NEXT
    assert screen.take(Press(pygame.K_PAGEUP), view) is Intent.PREVIOUS


def test_a_pause_says_that_it_is_one() -> None:
    view = grounding_view("scan", 3.0, paused=True)
    found = written(GroundingScreen(), view, (1280, 720), 1.0)
    assert tr("notice.paused") in {each.text for each in found}


def test_how_it_looks(looks_as_expected: Callable[[pygame.Surface, str], None]) -> None:
    for name, way, t, exercise in (
        ("things", "five-things", 30.0, SEATED),
        ("scan-standing", "scan", 46.0, STANDING),
        ("scan-seated", "scan", 94.0, SEATED),
        ("breaths", "breaths", 24.0, SEATED),
    ):
        surface = drawn(GroundingScreen(), grounding_view(way, t), comes=exercise)  # type: ignore[arg-type]
        looks_as_expected(surface, f"patient-grounding-{name}")
