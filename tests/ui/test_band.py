"""The comfortable band: fills, blooms, folds back."""

from dataclasses import replace
from math import nan

import numpy as np
import pygame
import pytest

from exercises.library import find_exercise
from feedback.verdict import Standing, Verdict
from figure.joint_angles import NEUTRAL
from tests.ui.scene import FRAME, pose_of
from ui import band, body
from ui.arcs import arc_frame
from ui.band import BandState, band_state
from ui.easing import Glides
from ui.paint import Drawing
from ui.theme import CALM
from vision.measures import INDEX, MEASURES

VERDICT = Verdict(
    MEASURES[INDEX["shoulder_abduction_left"]],
    "lead",
    value=80.0,
    rest=0.0,
    low=60.0,
    high=120.0,
    ceiling=150.0,
    fraction=1.3,
    standing=Standing.COMFORTABLE,
)
STATE = BandState(0.0, 60.0, 120.0, 80.0, bloom=0.0, fold=0.0, presence=1.0)


def later(verdict: Verdict, seconds: float, glides: Glides | None = None) -> BandState:
    glides = glides or Glides()
    band_state(verdict, glides, 0.0)
    state = band_state(verdict, glides, seconds)
    assert state is not None
    return state


def picture(state: BandState) -> np.ndarray:
    surface = pygame.Surface((640, 360))
    surface.fill(CALM.panel)
    whole = (0.0, 0.0, float(FRAME[0]), float(FRAME[1]))
    seen = body.seen_body(pose_of(NEUTRAL), whole, surface.get_rect())
    frame = arc_frame(VERDICT.measure, seen.placed, None)
    assert frame is not None
    drawing = Drawing(surface)
    band.draw_arc(drawing, CALM, frame, state, 3.6)
    drawing.finish()
    return pygame.surfarray.array3d(surface).astype(np.int16)


def test_nothing_is_shown_where_the_value_is_unseen() -> None:
    assert band_state(replace(VERDICT, value=nan), Glides(), 0.0) is None


def test_a_band_fades_in_and_blooms_slowly_inside_the_range() -> None:
    assert later(VERDICT, 0.0).presence == 0.0
    assert later(VERDICT, 0.5).presence == 1.0
    blooms = [later(VERDICT, t).bloom for t in (0.0, 0.3, 0.7, 1.4)]
    assert blooms == sorted(blooms)
    assert blooms[1] < 0.2
    assert blooms[-1] == 1.0


def test_short_of_the_range_nothing_blooms() -> None:
    travelling = replace(VERDICT, value=30.0, standing=Standing.TRAVELLING)
    assert later(travelling, 5.0).bloom == 0.0
    assert not later(travelling, 5.0).in_band


@pytest.mark.parametrize("value", [-10.0, 0.0, 30.0, 60.0, 90.0, 120.0, 170.0])
def test_the_filled_part_ends_at_the_limb_and_never_past_the_band(value: float) -> None:
    state = replace(STATE, value=value)
    assert state.reached == min(max(value, 0.0), 120.0)


def test_a_falling_measure_fills_downward() -> None:
    falling = replace(VERDICT, value=40.0, rest=90.0, low=0.0, high=20.0, ceiling=-5.0)
    state = later(falling, 1.0)
    assert (state.near, state.far) == (20.0, 0.0)
    assert state.reached == 40.0
    assert not state.in_band
    assert replace(state, value=10.0).in_band


def test_past_the_ceiling_the_band_folds_back_within_half_a_second() -> None:
    past = replace(VERDICT, value=155.0, standing=Standing.PAST_CEILING)
    folded = later(past, 0.5)
    assert folded.fold == 1.0
    assert folded.near < folded.end < folded.near + 0.4 * (folded.far - folded.near)


def test_no_part_of_a_band_is_ever_red() -> None:
    for state in (STATE, replace(STATE, bloom=1.0), replace(STATE, value=160.0, fold=1.0)):
        pixels = picture(state)
        assert not ((pixels[..., 0] > pixels[..., 1] + 12) & (pixels[..., 0] > 90)).any()


def test_the_band_fills_with_light_as_the_limb_travels() -> None:
    light = [picture(replace(STATE, value=value)).sum() for value in (65.0, 80.0, 100.0, 119.0)]
    assert light == sorted(light)


def test_the_wrists_band_lies_on_both_sides_of_the_body() -> None:
    (target,) = [t for t in find_exercise("open-heart-standing").targets if t.role == "lead"]
    surface = pygame.Surface((640, 360))
    whole = (0.0, 0.0, float(FRAME[0]), float(FRAME[1]))
    seen = body.seen_body(pose_of(NEUTRAL), whole, surface.get_rect())
    drawing = Drawing(surface)
    state = BandState(target.rest, target.near, target.far, target.near, 0.0, 0.0, 1.0)
    band.draw_span(drawing, CALM, seen.placed, state, 3.6)
    drawing.finish()
    ink = pygame.surfarray.array3d(surface).max(axis=(1, 2)) > 0
    assert ink[:320].sum() == pytest.approx(ink[320:].sum(), abs=3)
    assert ink[:320].any()
