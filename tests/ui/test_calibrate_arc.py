"""The arc on the body and the straight line: values, circles and the mouse agree."""

import numpy as np
import pygame
import pytest

from exercises.guide import guide_at
from exercises.library import find_exercise
from feedback.calibrating import Calibrating
from feedback.calibrating_intent import Ask
from feedback.calibrating_step import CalibratingStep
from feedback.handles import HANDLES, Handle
from tests.people import seconds, sight, swing
from tests.ui.scene import pose_of
from ui import body
from ui.arcs import arc_frame
from ui.calibrate_arc import Arc
from ui.calibrate_gauge import Gauge
from ui.calibrate_keys import GO_ON, asked_by
from ui.inputs import Press
from ui.paint import Drawing
from ui.widgets.sizes import sizes
from vision.measures import MEASURES

SUNRISE = find_exercise("sunrise-arms-seated")
PANEL = pygame.Rect(0, 0, 750, 520)
SHOWN = (280.0, 0.0, 1000.0, 500.0)
SIZES = sizes((1280, 720), 1.0)


def found(part: int = 0) -> CalibratingStep:
    """Return the step in which the range of a made-up person is moved."""
    calibrating = Calibrating(SUNRISE)
    step = None
    for t in seconds(120, 10.0):
        value = 8.0 if t % 13 < 3 else swing(t % 13 - 3, 8.0, 97.0)
        both = {"shoulder_abduction_left": value, "shoulder_abduction_right": value}
        asked = Ask.ON if step is not None and step.kind == "adjust" else None
        seen = sight(t, error=5.0, trunk_side_lean=0.0, **both)
        step = calibrating.step(asked, seen, t)
        if step.kind == "adjust" and step.index == part:
            return step
    raise AssertionError


def arc_of(step: CalibratingStep) -> Arc:
    seen = body.seen_body(pose_of(guide_at(SUNRISE, 0.0).angles), SHOWN, PANEL)
    frame = arc_frame(MEASURES[step.part.rows[0]], seen.placed, None)
    assert frame is not None
    return Arc(frame, step, SIZES)


def gauge_of(step: CalibratingStep) -> Gauge:
    return Gauge(pygame.Rect(800, 100, 440, 120), step, SIZES)


@pytest.mark.parametrize("part", [0, 1])
@pytest.mark.parametrize("value", [1.0, 45.0, 90.0, 140.0, 179.0])
def test_a_point_on_the_arc_says_the_value_it_is_drawn_for(part: int, value: float) -> None:
    arc = arc_of(found(part))
    for share in (0.5, 1.0, 1.3):
        x, y = arc.point(value, share)
        assert arc.value_at((x, y)) == pytest.approx(value, abs=0.01)


def test_a_point_on_the_line_says_the_value_it_is_drawn_for() -> None:
    gauge = gauge_of(found())
    for value in (0.0, 40.0, 149.0):
        assert gauge.value_at((gauge.x(value), 0)) == pytest.approx(value, abs=0.01)


@pytest.mark.parametrize("held", HANDLES)
def test_the_mouse_takes_hold_of_the_circle_it_is_on(held: Handle) -> None:
    step = found()
    assert step.setting is not None
    value = getattr(step.setting, held)
    for line in (arc_of(step), gauge_of(step)):
        x, y = line.circle(held, value)
        assert line.handle_at((round(x), round(y))) == held
        assert line.handle_at((round(x) + 200, round(y) + 200)) is None


def test_circles_a_few_degrees_apart_do_not_cover_one_another() -> None:
    step = found()
    assert step.setting is not None
    for line in (arc_of(step), gauge_of(step)):
        places = [line.circle(name, getattr(step.setting, name)) for name in HANDLES]
        for i, a in enumerate(places):
            for b in places[i + 1 :]:
                assert np.hypot(*(a - b)) > 2 * SIZES.unit


def test_the_arc_lies_round_the_joint_on_the_side_that_is_found() -> None:
    surface = pygame.Surface(PANEL.size)
    sides = []
    for part in (0, 1):
        surface.fill((0, 0, 0))
        drawing = Drawing(surface)
        arc_of(found(part)).draw(drawing)
        drawing.finish()
        columns = pygame.surfarray.array3d(surface).sum(axis=(1, 2))
        sides.append(np.average(np.arange(PANEL.width), weights=columns))
    # As in a mirror: the person's left is on the left.
    assert sides[0] < PANEL.centerx - 40 < PANEL.centerx + 40 < sides[1]


@pytest.mark.parametrize("key", sorted(GO_ON))
@pytest.mark.parametrize("kind", ["neutral", "show", "adjust", "sign"])
def test_any_one_switch_goes_on_everywhere(key: int, kind: str) -> None:
    assert asked_by(Press(key), kind) is Ask.ON


def test_arrows_move_an_end_and_with_shift_by_much_and_only_where_one_is_moved() -> None:
    right = Press(pygame.K_RIGHT)
    assert asked_by(right, "adjust") is Ask.FARTHER
    assert asked_by(Press(pygame.K_LEFT, shift=True), "adjust") is Ask.MUCH_NEARER
    assert asked_by(Press(pygame.K_TAB), "adjust") is Ask.SELECT
    assert asked_by(right, "show") is None
    assert asked_by(Press(pygame.K_RETURN, ctrl=True), "show") is None
