"""Every screen, for every movement, in every size and state."""

from dataclasses import replace
from itertools import pairwise
from typing import get_args

import numpy as np
import pygame
import pytest

from exercises.library import find_exercise, library
from feedback.feedback import Cue
from feedback.step import StepKind
from feedback.verdict import Standing
from tests.ui.noted import noting
from tests.ui.scene import FRAME, drawn, feedback_of, plain_picture, view_of
from ui import guide, keys_panel
from ui.keys import LISTED
from ui.layout import layout
from ui.line import sentence
from ui.screens import closing, notice, practice
from ui.screens.closing import Closing
from ui.screens.practice import PracticeScreen
from ui.theme import PALETTES
from ui.view import Choices, Mirror, Picture, PracticeView, ThemeName
from words.tr import tr

MIRRORS: tuple[Mirror, ...] = get_args(Mirror)
SIZES = [(1280, 720), (1920, 1080), (640, 400)]
SUNRISE = find_exercise("sunrise-arms-standing")
WAYS_DRAWN = [
    (0.2, Choices()),
    (1.3, Choices(reduced_motion=True, text_scale=1.6)),
    (0.7, Choices(mirror="figure", breath="wave", show_keys=True)),
]
CALM = ["opening", "camera-lost", "silent", "dark", "frozen"]


def pixels(surface: pygame.Surface) -> np.ndarray:
    return pygame.surfarray.array3d(surface).astype(np.int16)


@pytest.mark.parametrize(
    ("movement", "size"),
    [
        # One size each time, the others under endurance: there are many movements.
        pytest.param(
            movement, size, marks=() if row % len(SIZES) == column else pytest.mark.endurance
        )
        for row, movement in enumerate(library())
        for column, size in enumerate(SIZES)
    ],
)
def test_every_movement_is_drawn_in_every_size(movement: str, size: tuple[int, int]) -> None:
    exercise = library()[movement]
    share, choices = WAYS_DRAWN[SIZES.index(size)]
    surface = drawn(size, view_of(exercise, exercise.cycle_s * share), choices)
    assert np.ptp(pixels(surface)) > 150


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_is_drawn(standing: Standing) -> None:
    cue = Cue("soften-back", 0.0, protective=True) if standing is Standing.PAST_CEILING else None
    view = view_of(SUNRISE, 3.0, feedback_of(SUNRISE, 3.0, standing=standing, cue=cue))
    assert np.ptp(pixels(drawn((1280, 720), view))) > 150


def test_nobody_in_the_picture_leaves_the_panel_plain() -> None:
    view = replace(view_of(SUNRISE, 3.0), pose=None)
    panel = layout((1280, 720), 1.0, "calm").picture.inflate(-60, -60)
    surface = drawn((1280, 720), view, Choices(mirror="figure"))
    assert np.ptp(pixels(surface.subsurface(panel))) < 60


@pytest.mark.parametrize("theme", PALETTES)
def test_of_another_theme_nothing_is_left_once_what_eases_is_at_rest(
    theme: ThemeName,
) -> None:
    cue = Cue("within", 0.0, protective=False)
    view = view_of(SUNRISE, 3.0, feedback_of(SUNRISE, 3.0, cue=cue))
    view = replace(view, picture=plain_picture((300, 200)), label="label.drawn-figure")
    size, before, after = (1280, 720), Choices(theme="dark"), Choices(theme=theme)
    screen, surface = PracticeScreen(size, before), pygame.Surface(size)
    for ago, choices in ((3.0, before), (1.5, before), (1.4, after), (0.0, after)):
        screen.draw(surface, replace(view, t=view.t - ago), choices)
    assert (pixels(surface) == pixels(drawn(size, view, after))).all()


@pytest.mark.parametrize("theme", PALETTES)
def test_notices_and_the_ending_are_drawn_in_the_colours_of_the_theme(theme: ThemeName) -> None:
    surface, palette = pygame.Surface((640, 400)), PALETTES[theme]
    notice.draw(surface, "notice.dark", Choices(theme=theme), 0.0)
    found = [pixels(surface)]
    closing.draw(surface, Closing(410.0, ()), Choices(theme=theme))
    for each in (*found, pixels(surface)):
        assert np.abs(each[:, 0] - palette.night).max() <= 1
        assert (each == palette.ink).all(axis=2).sum() > 50


def test_the_picture_is_shown_as_it_is_given() -> None:
    size = PracticeScreen((1280, 720), Choices()).picture_box()
    bright_right = np.zeros((size[1], size[0], 4), dtype=np.uint8)
    bright_right[:, size[0] // 2 :] = 120
    picture = Picture(bright_right, 0, 0, *FRAME)
    view = replace(view_of(SUNRISE, 3.0), picture=picture, pose=None)
    panel = layout((1280, 720), 1.0, "calm").picture
    shown = pixels(drawn((1280, 720), view).subsurface(panel)).mean(axis=(1, 2))
    assert shown[panel.width // 2 + 20 :].mean() > shown[: panel.width // 2 - 20].mean() + 40


def test_the_picture_is_taken_in_any_size_and_scaled_to_its_panel() -> None:
    for size in ((200, 150), (1600, 900)):
        view = replace(view_of(SUNRISE, 3.0), picture=plain_picture(size))
        assert np.ptp(pixels(drawn((640, 400), view))) > 150


def test_the_picture_is_square_to_the_panels_shape() -> None:
    screen = PracticeScreen((1280, 720), Choices())
    assert screen.picture_box() == layout((1280, 720), 1.0, "calm", ways_out=True).picture.size
    screen.resize((640, 400))
    assert screen.picture_box() == layout((640, 400), 1.0, "calm", ways_out=True).picture.size


def test_a_label_is_shown_where_it_is_given_and_nowhere_else() -> None:
    view = view_of(SUNRISE, 3.0)
    plain = pixels(drawn((1280, 720), view))
    labelled = pixels(drawn((1280, 720), replace(view, label="label.drawn-figure")))
    changed = np.argwhere((plain != labelled).any(axis=2))
    panel = layout((1280, 720), 1.0, "calm").picture
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
        brightness.append(pygame.surfarray.pixels3d(surface).mean())
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


@pytest.mark.parametrize("mirror", MIRRORS)
def test_whatever_the_picture_shows_is_drawn_in_every_size(mirror: Mirror) -> None:
    movements = ("sunrise-arms-standing", "sit-to-stand", "knee-rocks-lying")
    for movement, size in zip(movements, SIZES, strict=True):
        view = view_of(find_exercise(movement), 3.0)
        for awareness in (False, True):
            surface = drawn(size, view, Choices(mirror=mirror, awareness=awareness))
            assert np.ptp(pixels(surface)) > 150


def test_a_silhouette_is_one_shape_in_one_tone() -> None:
    choices = Choices(mirror="silhouette", awareness=True)
    panel = layout((1280, 720), 1.0, "calm").picture.inflate(-60, -60)
    shown = pixels(drawn((1280, 720), view_of(SUNRISE, 3.0), choices).subsurface(panel))
    tones, counts = np.unique(shown.reshape(-1, 3), axis=0, return_counts=True)
    ground, shape = tones[np.argsort(counts)[::-1][:2]]
    assert tuple(ground) == PALETTES["calm"].panel
    assert shape[2] > ground[2] + 40
    assert np.sort(counts)[::-1][:2].sum() > 0.985 * counts.sum()  # the rest is its edge


def test_where_nothing_is_shown_the_breath_stands_large_in_its_place() -> None:
    nothing = Choices(mirror="nothing")
    view = view_of(SUNRISE, 3.9)
    somebody, nobody = (
        pixels(drawn((1280, 720), replace(view, pose=pose), nothing)) for pose in (view.pose, None)
    )
    assert (somebody == nobody).all()
    panel = layout((1280, 720), 1.0, "calm").picture
    emptied, filled = (
        pixels(drawn((1280, 720), view_of(SUNRISE, t), nothing).subsurface(panel))
        for t in (0.1, 3.9)
    )
    assert (emptied != filled).any(axis=2).mean() > 0.15


def test_awareness_shows_no_time_no_petals_and_no_band() -> None:
    view = view_of(SUNRISE, 3.0)
    aware = Choices(mirror="figure", awareness=True)
    for choices in (Choices(), aware):
        with noting(practice) as found:
            drawn((1280, 720), view, choices)
        assert any("left" in each.text for each in found) is not choices.awareness
    done, none = (
        pixels(drawn((1280, 720), view_of(SUNRISE, 3.0, feedback), aware))
        for feedback in (feedback_of(SUNRISE, 3.0, done=4), feedback_of(SUNRISE, 3.0, done=0))
    )
    assert (done == none).all()
    panel = layout((1280, 720), 1.0, "calm").picture
    green = np.array(PALETTES["calm"].green)
    for choices, least, most in ((Choices(mirror="figure"), 200, 1e9), (aware, 0, 0)):
        shown = pixels(drawn((1280, 720), view, choices).subsurface(panel))
        near = (np.abs(shown - green).max(axis=2) < 12).sum()
        assert least <= near <= most


def test_past_the_ceiling_the_band_folds_back_in_awareness_too() -> None:
    plenty = Cue("soften-back", 0.0, protective=True)
    feedback = feedback_of(SUNRISE, 3.5, standing=Standing.PAST_CEILING, cue=plenty)
    aware = Choices(mirror="figure", awareness=True)
    easy = view_of(SUNRISE, 3.5, feedback_of(SUNRISE, 3.5))
    past = view_of(SUNRISE, 3.5, feedback)
    assert sentence(past, "en").text == tr("cue.soften-back")
    panel = layout((1280, 720), 1.0, "calm").picture
    folded, calm = (
        pixels(drawn((1280, 720), each, aware).subsurface(panel)) for each in (past, easy)
    )
    assert (folded != calm).any(axis=2).sum() > 1000


@pytest.mark.parametrize(
    "size",
    [
        (1280, 720),
        (700, 900),
        *(pytest.param(each, marks=pytest.mark.endurance) for each in (*SIZES[1:], (800, 600))),
    ],
)
def test_the_guide_is_seen_first_large_in_the_middle(size: tuple[int, int]) -> None:
    for movement in ("sunrise-arms-standing", "side-bend-seated", "knee-rocks-lying"):
        view = view_of(find_exercise(movement), 3.0)
        for scale in (0.8, 1.0, 1.6):
            choices = Choices(text_scale=scale)
            first = pixels(drawn(size, replace(view, kind="showing"), choices))
            together = pixels(drawn(size, view, choices))
            sand = np.array(guide.tones(PALETTES["calm"])["skin"])
            of_guide = [(np.abs(each - sand).max(axis=2) < 8).sum() for each in (first, together)]
            assert of_guide[0] > 1.2 * of_guide[1]


def test_seeing_it_first_gives_way_slowly_to_doing_it_together() -> None:
    screen, surface = PracticeScreen((640, 400), Choices()), pygame.Surface((640, 400))
    view = view_of(SUNRISE, 3.0)
    seen = []
    for i in range(50):
        kind: StepKind = "showing" if i < 3 else "moving"
        screen.draw(surface, replace(view, t=10 + i / 60, kind=kind), Choices())
        seen.append(pixels(surface))
    steps = [np.abs(a - b).mean() for a, b in pairwise(seen)]
    assert max(steps) < 0.3 * np.abs(seen[0] - seen[-1]).mean() + 0.2
    assert steps[-1] < 0.05


def test_it_waits_for_whoever_is_away_and_welcomes_them_back() -> None:
    view = replace(view_of(SUNRISE, 3.0), pose=None)
    away = sentence(replace(view, kind="paused", gone=True), "en")
    assert away.text == tr("notice.away")
    assert sentence(replace(view, kind="paused"), "en").text == tr("notice.paused")
    assert sentence(replace(view, welcomed=True), "en").text == tr("notice.welcome-back")
    said = sentence(replace(view, kind="paused", gone=True, notice="notice.two-people"), "en")
    assert said.text == tr("notice.two-people")


def test_no_welcome_comes_before_what_protects() -> None:
    plenty = Cue("soften-back", 0.0, protective=True)
    view = view_of(SUNRISE, 3.0, feedback_of(SUNRISE, 3.0, cue=plenty))
    assert sentence(replace(view, welcomed=True), "en").text == tr("cue.soften-back")


@pytest.mark.parametrize("size", [*SIZES, (800, 600)])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_the_keys_stand_whole_in_their_panel(size: tuple[int, int], scale: float) -> None:
    place = layout(size, scale, "calm")
    surface = pygame.Surface(size)
    keys_panel._listed.cache_clear()
    with noting(keys_panel) as found:
        keys_panel.draw(surface, place, "en", 1.0)
    assert len(found) == 2 * len(LISTED)
    assert all(each.whole for each in found)
    inside = place.picture.union(place.side).size
    assert all(pygame.Rect((0, 0), inside).contains(each.box) for each in found)


def test_a_seated_person_drawn_as_a_figure_has_a_chair_where_their_feet_are_seen() -> None:
    view = view_of(find_exercise("side-bend-seated"), 0.0)
    assert view.pose is not None
    footless = view.pose.image.copy()
    footless[27:29, 3] = 0.2
    panel = layout((1280, 720), 1.0, "calm").picture
    chairs = [
        drawn((1280, 720), replace(view, pose=pose), Choices(mirror="figure")).subsurface(panel)
        for pose in (view.pose, replace(view.pose, image=footless))
    ]
    seen, unseen = (
        (pixels(chair) == PALETTES["calm"].furniture).all(axis=2).sum() for chair in chairs
    )
    assert seen > 300
    assert unseen == 0


@pytest.mark.parametrize("breath", ["in", "out", "rest"])
def test_a_sound_has_its_caption_where_the_breath_does_not_say_it_itself(breath: str) -> None:
    plain = drawn((1280, 720), view_of(SUNRISE, 3.0))
    said = drawn((1280, 720), replace(view_of(SUNRISE, 3.0), caption="sound.caption.start"))
    itself = drawn((1280, 720), replace(view_of(SUNRISE, 3.0), caption=f"sound.caption.{breath}"))
    corner = layout((1280, 720), 1.0, "calm").picture
    low = pygame.Rect(corner.left, corner.bottom - 80, 300, 80)
    changed = np.abs(pixels(said.subsurface(low)) - pixels(plain.subsurface(low)))
    assert changed.max() > 60
    assert np.array_equal(pixels(itself), pixels(plain))
