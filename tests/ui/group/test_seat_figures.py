"""A small figure for each who is seen: their posture alone, to one scale, and softly to and fro."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from feedback.group.step import Seat
from tests.ui.group.people import SUNRISE, posed
from ui import raster
from ui.group.bowl import Bowl
from ui.group.circle import CHANGING_S, Circle
from ui.group.forms import WIDEST
from ui.group.seat_figures import FigureAt, SeatFigures
from ui.paint import Drawing
from ui.theme import CALM
from ui.view import Choices
from vision.pose import Pose

SIDE, MIDDLE, RADIUS = 180, (90.0, 90.0), 60.0
SEAT = Seat(1, 0.5, 0.0, False, True)


def mask(pose: Pose, *, mirrored: bool = True) -> NDArray[np.bool_]:
    """Return the pixels that a figure covers."""
    at = {1: FigureAt(MIDDLE, RADIUS)}
    outlines = SeatFigures().outlines({1: pose}, at, 0.0, mirrored=mirrored)[1]
    return raster.coverage(outlines, SIDE, SIDE) > 0.5


@pytest.mark.parametrize("t", np.linspace(0, SUNRISE.cycle_s, 9))
def test_a_figure_keeps_to_the_reach_of_a_form(t: float) -> None:
    rows, columns = np.nonzero(mask(posed(t)))
    reach = WIDEST * RADIUS
    assert rows.min() > MIDDLE[1] - 1.1 * reach
    assert rows.max() < MIDDLE[1] + reach
    assert np.abs(columns - MIDDLE[0]).max() < reach


def test_it_moves_as_in_a_mirror_or_as_before_one() -> None:
    mirror = mask(posed(SUNRISE.cycle_s / 2, right_alone=True))
    across = np.abs(np.nonzero(mirror)[1] - MIDDLE[0])
    assert across.max() > 0.5 * RADIUS
    right = np.nonzero(mirror)[1].max() - MIDDLE[0]
    left = MIDDLE[0] - np.nonzero(mirror)[1].min()
    assert right > left + 0.3 * RADIUS, "my right arm is on the right of a mirror"
    before = mask(posed(SUNRISE.cycle_s / 2, right_alone=True), mirrored=False)
    assert (mirror == before[:, ::-1]).mean() > 0.98


def test_where_somebody_is_in_the_room_does_not_show() -> None:
    pose = posed(3.0)
    moved = Pose(pose.image + 300.0, pose.world)
    assert np.array_equal(mask(pose), mask(moved))


def test_it_glides_from_one_look_to_the_next() -> None:
    figures, at = SeatFigures(), {1: FigureAt(MIDDLE, RADIUS)}
    low, high = posed(0.0), posed(SUNRISE.cycle_s / 2)

    def highest(pose: Pose, t: float) -> float:
        outlines = figures.outlines({1: pose}, at, t, mirrored=True)[1]
        return float(max(np.ptp(outline[:, 0]) for outline in outlines[:3]))

    highest(low, 0.0)
    ways = [highest(high, t) for t in (1 / 60, 2 / 60, 0.2, 1.0)]
    assert ways[0] < ways[1] < ways[2] <= ways[3]


# --- in the circle


def drawn(circle: Circle, seat: Seat, t: float, poses: dict[int, Pose]) -> NDArray[np.int_]:
    surface = pygame.Surface((SIDE, SIDE))
    surface.fill(CALM.panel)
    drawing = Drawing(surface)
    where = Bowl(pygame.Rect(0, 0, 0, 0), (MIDDLE,), RADIUS)
    circle.draw(drawing, CALM, where, [seat], Choices(), t, poses)
    drawing.finish()
    return pygame.surfarray.array3d(surface).astype(np.int16)


def test_past_a_limit_the_form_is_back_as_soon_as_without_a_figure() -> None:
    poses = {1: posed(3.0)}
    with_figure, plain = Circle(), Circle()
    for t in (0.0, 5.0):
        drawn(with_figure, SEAT, t, poses)
        drawn(plain, SEAT, t, {})
    past = replace(SEAT, changed=True)
    for circle, shown in ((with_figure, poses), (plain, {})):
        drawn(circle, past, 5.01, shown)
    after = 5.02 + CHANGING_S
    assert np.array_equal(drawn(with_figure, past, after, poses), drawn(plain, past, after, {}))


def test_who_is_not_seen_is_a_form_and_goes_softly() -> None:
    circle, poses = Circle(), {1: posed(3.0)}
    for t in (0.0, 5.0):
        figure = drawn(circle, SEAT, t, poses)
    unseen = replace(SEAT, seen=False)
    gone = [drawn(circle, unseen, 5.0 + dt, {}) for dt in (0.0, 0.1, 0.2, 5.0)]
    assert np.array_equal(gone[0], figure)
    steps = [np.abs(b - a).sum() for a, b in pairwise(gone)]
    assert all(steps)
    assert np.abs(gone[-1] - drawn(Circle(), unseen, 5.0, {})).max() <= 2
