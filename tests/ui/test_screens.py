"""Every screen, for every movement, in every size and state."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from exercises.library import find_exercise, library
from feedback.feedback import Cue
from feedback.verdict import Standing
from tests.ui.scene import FRAME, drawn, feedback_of, plain_picture, view_of
from ui.layout import layout
from ui.screens import closing, notice
from ui.screens.closing import Closing
from ui.screens.practice import PracticeScreen
from ui.theme import FURNITURE
from ui.view import Choices, Picture, PracticeView

SIZES = [(1280, 720), (1920, 1080), (640, 400)]
SUNRISE = find_exercise("sunrise-arms-standing")
CALM = ["opening", "camera-lost", "silent", "dark", "frozen"]


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(int)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("movement", list(library()))
def test_every_movement_is_drawn_in_every_size(movement: str, size: tuple[int, int]) -> None:
    exercise = library()[movement]
    for share, choices in (
        (0.2, Choices()),
        (0.7, Choices(mirror="figure", breath="wave", show_keys=True)),
        (1.3, Choices(reduced_motion=True, text_scale=1.6)),
    ):
        surface = drawn(size, view_of(exercise, exercise.cycle_s * share), choices)
        assert np.ptp(pixels(surface)) > 150


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_is_drawn(standing: Standing) -> None:
    cue = Cue("soften-back", 0.0, protective=True) if standing is Standing.PAST_CEILING else None
    view = view_of(SUNRISE, 3.0, feedback_of(SUNRISE, 3.0, standing=standing, cue=cue))
    assert np.ptp(pixels(drawn((1280, 720), view))) > 150


def test_nobody_in_the_picture_leaves_the_panel_plain() -> None:
    view = replace(view_of(SUNRISE, 3.0), pose=None)
    panel = layout((1280, 720), 1.0, "screen").picture.inflate(-60, -60)
    surface = drawn((1280, 720), view, Choices(mirror="figure"))
    assert np.ptp(pixels(surface.subsurface(panel))) < 60


def test_the_picture_is_shown_as_it_is_given() -> None:
    size = PracticeScreen((1280, 720), Choices()).picture_box()
    bright_right = np.zeros((size[1], size[0], 4), dtype=np.uint8)
    bright_right[:, size[0] // 2 :] = 120
    picture = Picture(bright_right, 0, 0, *FRAME)
    view = replace(view_of(SUNRISE, 3.0), picture=picture, pose=None)
    panel = layout((1280, 720), 1.0, "screen").picture
    shown = pixels(drawn((1280, 720), view).subsurface(panel)).mean(axis=(1, 2))
    assert shown[panel.width // 2 + 20 :].mean() > shown[: panel.width // 2 - 20].mean() + 40


def test_the_picture_is_taken_in_any_size_and_scaled_to_its_panel() -> None:
    for size in ((200, 150), (1600, 900)):
        view = replace(view_of(SUNRISE, 3.0), picture=plain_picture(size))
        assert np.ptp(pixels(drawn((640, 400), view))) > 150


def test_the_picture_is_square_to_the_panels_shape() -> None:
    screen = PracticeScreen((1280, 720), Choices())
    assert screen.picture_box() == layout((1280, 720), 1.0, "screen").picture.size
    screen.resize((640, 400))
    assert screen.picture_box() == layout((640, 400), 1.0, "screen").picture.size


def test_a_label_is_shown_where_it_is_given_and_nowhere_else() -> None:
    view = view_of(SUNRISE, 3.0)
    plain = pixels(drawn((1280, 720), view))
    labelled = pixels(drawn((1280, 720), replace(view, label="label.drawn-figure")))
    changed = np.argwhere((plain != labelled).any(axis=2))
    panel = layout((1280, 720), 1.0, "screen").picture
    assert len(changed) > 500
    assert (changed.min(axis=0) >= panel.topleft).all()
    assert (changed.max(axis=0) <= (panel.left + 220, panel.top + 80)).all()


def test_a_frame_without_anything_new_is_drawn_the_same() -> None:
    view = view_of(SUNRISE, 3.0)
    surface = drawn((1280, 720), view)
    before = pixels(surface)
    assert (pixels(drawn((1280, 720), view)) == before).all()


def test_nothing_blinks_through_a_whole_cycle() -> None:
    screen = PracticeScreen((640, 400), Choices())
    surface = pygame.Surface((640, 400))
    brightness = []
    for i in range(0, 600, 3):
        view: PracticeView = view_of(SUNRISE, i / 60)
        screen.draw(surface, view, Choices())
        brightness.append(pixels(surface).mean())
    # A flash is a quick change by a tenth of full brightness (WCAG 2.2): stay far from it.
    assert np.abs(np.diff(brightness)).max() < 1.0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("said", CALM)
def test_a_calm_notice_takes_the_whole_screen(said: str, size: tuple[int, int]) -> None:
    view = replace(view_of(SUNRISE, 3.0), notice=f"notice.{said}", calm=True)
    whole = pixels(drawn(size, view))
    alone = pygame.Surface(size)
    notice.draw(alone, f"notice.{said}", Choices(), view.t)
    assert (whole == pixels(alone)).all()


def test_a_calm_notice_fades_in_over_the_practice() -> None:
    screen = PracticeScreen((640, 400), Choices())
    surface = pygame.Surface((640, 400))
    view = view_of(SUNRISE, 3.0)
    calm = replace(view, notice="notice.dark", calm=True)
    seen = []
    for i, shown in enumerate([view, *[calm] * 40]):
        screen.draw(surface, replace(shown, t=10 + i / 60), Choices())
        seen.append(pixels(surface).mean())
    steps = np.abs(np.diff(seen))
    assert steps.max() < 0.25 * abs(seen[-1] - seen[0]) + 0.5


@pytest.mark.parametrize("size", SIZES)
def test_the_ending_is_drawn_with_nothing_many_and_one_movement(size: tuple[int, int]) -> None:
    titles = tuple(exercise.title for exercise in library().values())
    for done in ((), titles[:1], titles):
        surface = pygame.Surface(size)
        closing.draw(surface, Closing(410.0, done), Choices())
        assert np.ptp(pixels(surface)) > 150


def test_a_seated_person_drawn_as_a_figure_has_a_chair_where_their_feet_are_seen() -> None:
    view = view_of(find_exercise("side-bend-seated"), 0.0)
    assert view.pose is not None
    footless = view.pose.image.copy()
    footless[27:29, 3] = 0.2
    panel = layout((1280, 720), 1.0, "screen").picture
    chairs = [
        drawn((1280, 720), replace(view, pose=pose), Choices(mirror="figure")).subsurface(panel)
        for pose in (view.pose, replace(view.pose, image=footless))
    ]
    seen, unseen = ((pixels(chair) == FURNITURE).all(axis=2).sum() for chair in chairs)
    assert seen > 300
    assert unseen == 0
