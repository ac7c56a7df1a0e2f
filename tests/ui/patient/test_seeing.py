"""Can it see me? One piece of advice, where to be, and a ring that fills."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.keyframes import base_posture
from exercises.library import find_exercise
from feedback.intent import Intent
from feedback.setting_up import Advice, Hint, Outline, outline_of
from tests.ui.patient.places import (
    LYING,
    SCALES,
    SEATED,
    SEATED_POSE,
    SIZES,
    STANDING,
    STANDING_POSE,
    drawn,
    seeing_view,
    written,
)
from tests.ui.scene import FRAME, plain_picture, pose_of
from tests.ui.stands import grid
from ui.flat_body import Placed
from ui.inputs import Click, Press
from ui.layout import layout
from ui.mirror import shown_part
from ui.patient import where_to_be
from ui.patient.beside import halves
from ui.patient.seeing import SeeingScreen
from ui.theme import PALETTES
from ui.view import Choices, Mirror
from words.tr import tr

HINTS: tuple[Hint, ...] = get_args(Hint)
PANEL = pygame.Rect(40, 60, 700, 480)


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


def test_every_hint_has_its_own_few_plain_words() -> None:
    said = [tr(f"seeing.{hint}") for hint in HINTS]
    assert len(set(said)) == len(HINTS)
    assert max(map(len, said)) <= 64
    assert "fine" in tr("seeing.ready-legs-hidden")


@pytest.mark.parametrize(("size", "scale"), grid(SIZES, SCALES))
def test_the_advice_stands_whole_beside_the_picture(size: tuple[int, int], scale: float) -> None:
    place = layout(size, scale, "calm")
    for hint in HINTS:
        screen, view = SeeingScreen(), seeing_view(hint)
        found = written(screen, view, size, scale, comes=SEATED)
        assert {tr(f"seeing.{hint}"), tr(SEATED.camera)} <= {each.text for each in found}
        where = halves(screen.where(place, view).body, place, 0.60)
        for each in found:
            assert each.whole
            assert where.words.contains(each.box)
        assert not where.words.colliderect(where.panel)
        advice, camera = (
            next(each for each in found if each.text == text)
            for text in (tr(f"seeing.{hint}"), tr(SEATED.camera))
        )
        assert not advice.box.colliderect(camera.box)


def test_only_one_hint_is_said_at_a_time() -> None:
    screen = SeeingScreen()
    for hint in ("step-back", "hips", "hold-still"):
        found = written(screen, seeing_view(hint), (1280, 720), 1.0)
        assert {each.text for each in found} == {tr(f"seeing.{hint}")}


def test_the_ring_fills_while_standing_still() -> None:
    green = np.array(PALETTES["calm"].green)
    seen = []
    for ready in (0.0, 0.3, 0.6, 1.0):
        surface = drawn(SeeingScreen(), seeing_view("hold-still", ready))
        right = pixels(surface)[800:, :]
        seen.append(int((np.abs(right - green).max(axis=2) < 10).sum()))
    assert seen[0] == 0
    assert all(b > a + 100 for a, b in pairwise(seen))


@given(
    x=st.floats(0.3, 0.7),
    y=st.floats(0.2, 0.45),
    trunk=st.floats(0.15, 0.35),
    exercise=st.sampled_from([SEATED, STANDING, None]),
)
def test_whoever_fills_the_outline_is_where_somebody_stood_last_time(
    x: float, y: float, trunk: float, exercise: Exercise | None
) -> None:
    view = seeing_view()
    shown = shown_part(view, PANEL)
    asked = Outline(x, y, trunk)
    body = where_to_be.outlined(exercise, asked, shown, FRAME, PANEL)
    left, top, right, bottom = shown
    # Back from the mirror to the frame.
    across = left + (PANEL.right - body.points[:, 0]) / PANEL.width * (right - left)
    down = top + (body.points[:, 1] - PANEL.top) / PANEL.height * (bottom - top)
    image = np.column_stack([across, down, np.zeros(33), np.ones(33)])
    image[:, :2] = np.clip(image[:, :2], 0, FRAME)  # feet may be below the picture
    found = outline_of(image, FRAME)
    assert found is not None
    assert found.x == pytest.approx(x, abs=0.004)
    assert found.y == pytest.approx(y, abs=0.004)
    assert found.trunk == pytest.approx(trunk, abs=0.01)


@pytest.mark.parametrize("exercise", [SEATED, STANDING, None])
def test_the_usual_place_has_all_of_a_body_in_the_picture(exercise: Exercise | None) -> None:
    usual = where_to_be.place_of(exercise, None)
    assert usual is not None
    for panel in (PANEL, pygame.Rect(0, 0, 900, 400), pygame.Rect(0, 0, 500, 480)):
        shown = shown_part(seeing_view(), panel)
        body = where_to_be.outlined(exercise, usual, shown, FRAME, panel)
        low, high = body.points.min(axis=0), body.points.max(axis=0)
        assert (low > panel.topleft).all()
        assert (high < panel.bottomright).all()


def test_who_stood_at_the_left_of_the_frame_has_the_outline_at_the_right_of_the_mirror() -> None:
    plain = pixels(drawn(SeeingScreen(), seeing_view(), comes=LYING))
    edges = []
    for x in (0.36, 0.64):
        view = seeing_view(place=Outline(x, 0.3, 0.2))
        changed = np.argwhere((pixels(drawn(SeeingScreen(), view)) != plain).any(axis=2))
        edges.append(np.median(changed[changed[:, 0] < 740][:, 0]))
    assert edges[0] > edges[1] + 100


def test_the_outline_comes_to_who_is_seen_well_and_stays_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found: list[Placed] = []

    def noted(*given: Any) -> None:
        found.append(given[-1])

    monkeypatch.setattr(where_to_be, "draw", noted)
    screen, place, surface = SeeingScreen(), layout((1280, 720), 1.0, "calm"), pygame.Surface(FRAME)
    xs = []
    for t, hint, x in ((0.0, "hips", 0.4), (1.0, "ready", 0.4), (1.2, "ready", 0.41)):
        view = seeing_view(hint)  # type: ignore[arg-type]
        advice = Advice(hint, 0.5, Outline(x, 0.3, 0.2))  # type: ignore[arg-type]
        moment = replace(view.moment, advice=advice, exercise=SEATED)
        for later_s in (0.0, 0.1):
            screen.draw(surface, place, replace(view, t=t + later_s, moment=moment), Choices())
        xs.append(found[-1].middle("shoulder")[0])
    screen.draw(surface, place, replace(view, t=9.0, moment=moment), Choices())
    xs.append(found[-1].middle("shoulder")[0])
    panel = screen.where(place, view).body
    assert xs[0] < xs[1] < xs[2] < xs[3]  # a mirror: left in the frame is at the right
    own = halves(panel, place, 0.60).panel
    shown = shown_part(view, own)
    there = where_to_be.outlined(SEATED, Outline(0.4, 0.3, 0.2), shown, view.frame_size, own)
    assert xs[3] == pytest.approx(there.middle("shoulder")[0])


def test_from_the_side_the_outline_looks_where_the_person_looks() -> None:
    side = find_exercise("hand-to-heart-seated")
    knees = []
    for looks in (1.0, -1.0):
        at = where_to_be.outlined(
            side, Outline(0.5, 0.3, 0.2), shown_part(seeing_view(), PANEL), FRAME, PANEL, looks
        )
        knees.append(float((at.middle("knee") - at.middle("hip"))[0]))
    assert knees[0] > 50
    assert knees[1] < -50
    right, left = (
        pixels(drawn(SeeingScreen(), seeing_view(pose=pose), comes=side))
        for pose in (None, pose_of(base_posture(side), "side"))  # who looks the other way
    )
    assert (right != left).any(axis=2).sum() > 500


def test_nobody_is_drawn_and_no_outline_where_somebody_lies() -> None:
    assert where_to_be.place_of(LYING, Outline(0.5, 0.3, 0.2)) is None
    assert np.ptp(pixels(drawn(SeeingScreen(), seeing_view("nobody"), comes=LYING))) > 150


@pytest.mark.parametrize(("mirror", "size"), list(zip(get_args(Mirror), SIZES, strict=True)))
def test_the_person_is_drawn_lightly_whatever_the_picture_shows(
    mirror: Mirror, size: tuple[int, int]
) -> None:
    choices = Choices(mirror=mirror)
    somebody, nobody = (
        pixels(drawn(SeeingScreen(), seeing_view(pose=pose), size, choices, pictured=True))
        for pose in (SEATED_POSE, None)
    )
    assert (somebody != nobody).any(axis=2).sum() > 300


def test_the_picture_is_asked_for_in_the_shape_in_which_it_is_shown() -> None:
    screen, view = SeeingScreen(), seeing_view()
    for size in SIZES:
        place = layout(size, 1.0, "calm")
        width, height = screen.picture_box(place, view)
        body = screen.where(place, view).body
        assert body.size >= (width, height) > (200, 100)
    other = replace(view, picture=plain_picture((300, 200)))
    assert np.ptp(pixels(drawn(screen, other))) > 150


def test_keys_and_mouse_go_on_and_back_and_stop() -> None:
    screen, view = SeeingScreen(), seeing_view()
    drawn(screen, view)
    for key, intent in (
        (pygame.K_RETURN, Intent.NEXT),
        (pygame.K_PAGEDOWN, Intent.NEXT),
        (pygame.K_BACKSPACE, Intent.PREVIOUS),
        (pygame.K_ESCAPE, Intent.LEAVE),
        (pygame.K_s, Intent.STOP),
        (pygame.K_p, Intent.PAIN),
    ):
        assert screen.take(Press(key), view) is intent
    for option in screen.options(view):
        assert screen.take(Click(screen.boxes[option.id].center), view) is option.asked


def test_how_it_looks(looks_as_expected: Callable[[pygame.Surface, str], None]) -> None:
    for name, hint, ready, exercise, pose in (
        ("seated", "hips", 0.0, SEATED, SEATED_POSE),
        ("standing", "hold-still", 0.6, STANDING, STANDING_POSE),
    ):
        view = replace(seeing_view(hint, ready, pose=pose), label="label.drawn-figure")  # type: ignore[arg-type]
        surface = drawn(SeeingScreen(), view, comes=exercise, pictured=True)
        looks_as_expected(surface, f"patient-seeing-{name}")
