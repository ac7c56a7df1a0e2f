"""The projected screen: read from the back row, calm in every theme, and about nobody in it."""

from dataclasses import replace
from typing import get_args

import numpy as np
import pygame
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from exercises.library import library
from feedback.group.common import SAID_TO_ALL
from feedback.group.plan import TalkId
from feedback.group.step import GroupKind, Public, Seat
from tests.ui.group.people import posed
from tests.ui.group.scene import projected, public_of, seats_of
from tests.ui.group.written import Set, check_stands, writing
from tests.words.catalogues import texts
from ui.colour import contrast
from ui.fade import FADE_S
from ui.group.hall import CAP_SHARE, hall
from ui.group.large import breath_word
from ui.group.projected import ProjectedScreen
from ui.paint import Drawing
from ui.text import fitted, font
from ui.theme import PALETTES
from ui.view import BreathShape, Choices, ThemeName
from vision.pose import Pose
from words.tr import languages, tr

SIZES = ((800, 600), (1280, 720), (1920, 1080))
SCALES = (0.8, 1.0, 1.6)
SAID = tuple(SAID_TO_ALL.values())
LONG = "two-hands-hold-up-heavens"
PAGES: tuple[Public, ...] = (
    public_of("moving", LONG, seats=8, t=5.0),
    public_of("moving", "hip-hinge-standing", said="slower", seats=3),
    public_of("showing", LONG, seats=8),
    public_of("resting", LONG, seats=8),
    public_of("resting", None, seats=2),
    public_of("paused"),
    public_of("finished", None, seats=8),
    *(public_of("talking", talk=talk) for talk in get_args(TalkId)),
    public_of("talking", talk="with-a-neighbour", said="rest"),
)


def texts_of(
    public: Public,
    choices: Choices | None = None,
    language: str = "en",
    size: tuple[int, int] = (1280, 720),
    *,
    painted: bool = False,
) -> list[Set]:
    """Return what is written on a page that has come to rest; `painted` on what it stands on."""
    choices = choices or Choices()
    surface, screen = pygame.Surface(size), ProjectedScreen(size, language)
    with pytest.MonkeyPatch.context() as patch:
        if not painted:
            patch.setattr(Drawing, "finish", lambda drawing: None)
        screen.draw(surface, public, choices, 0.0)
        with writing() as found:
            screen.draw(surface, public, choices, 2.0)
    return found


def least_px(size: tuple[int, int]) -> int:
    """Return the smallest size of type whose capitals are high enough."""
    return next(px for px in range(1, 200) if _cap(px) >= CAP_SHARE * size[1])


def _cap(px: int) -> int:
    metrics = font(px).metrics("H")[0]
    assert metrics is not None
    return metrics[3]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("scale", SCALES)
def test_all_is_whole_apart_and_large_enough_for_the_back_row(scale: float, language: str) -> None:
    size = (1280, 720)
    for public in PAGES:
        found = texts_of(public, Choices(text_scale=scale), language)
        check_stands(found, size, least_px(size))


@pytest.mark.parametrize(("size", "scale"), [((800, 600), 1.0), ((800, 600), 1.6)])
def test_so_it_is_in_a_squarer_window(size: tuple[int, int], scale: float) -> None:
    for language, public in zip(("de", "es", "en") * 5, PAGES, strict=False):
        choices = Choices(text_scale=scale, breath="wave")
        check_stands(texts_of(public, choices, language, size), size, least_px(size))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", SCALES)
def test_titles_and_lines_of_all_movements_stand_in_their_places(
    scale: float, size: tuple[int, int]
) -> None:
    place, least = hall(size, scale, "calm"), least_px(size)
    line = place.line.inflate(-2 * round(4.5 * place.unit), -round(0.8 * place.unit))
    for language in languages():
        titles = {tr(each.title, language).partition(", ")[0] for each in library().values()}
        for title in titles:
            set_in = fitted(title, place.title_px, *place.heading.size, "Medium")
            assert set_in.lines == (title,), title
            assert set_in.size_px >= least, title
        words = {tr(phase.words, language) for each in library().values() for phase in each.phases}
        for said in words | {tr(f"all.{id}", language) for id in SAID}:
            set_in = fitted(said, place.words_px, line.width - place.words_px, line.height)
            assert " ".join(set_in.lines) == said
            assert set_in.size_px >= least, said


def test_every_theme_has_everything_in_the_same_place() -> None:
    first, *others = (hall((1280, 720), 1.0, theme) for theme in PALETTES)
    for other in others:
        assert (first.title_px, first.words_px, first.heading) == (
            *(other.title_px, other.words_px),
            other.heading,
        )
        assert (first.body, first.line, first.time) == (other.body, other.line, other.time)


@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_text_is_told_from_its_ground(theme: ThemeName) -> None:
    for public in PAGES[:8]:
        for each in texts_of(public, Choices(theme=theme), painted=True):
            assert contrast(each.colour, each.ground) >= 4.5, (each.text, each.ground)


def test_a_breath_too_small_for_its_words_is_said_in_one() -> None:
    place = hall((1280, 720), 1.6, "calm")
    assert breath_word("in", pygame.Rect(0, 0, 400, 200), place, 58, "en") == "breathe in"
    assert breath_word("in", pygame.Rect(0, 0, 90, 60), place, 58, "en") == "in"


def test_all_that_is_said_to_all_has_words_and_no_more() -> None:
    written = {key for key, _ in texts("en") if key.startswith("all.")}
    assert written == {f"all.{id}" for id in SAID}


# --- about nobody

seat = st.builds(
    Seat,
    number=st.integers(1, 9),
    fullness=st.floats(-0.2, 1.2),
    warmth=st.floats(0, 1),
    changed=st.booleans(),
    seen=st.booleans(),
)
seats_drawn = st.lists(seat, max_size=9, unique_by=lambda each: each.number).map(tuple)


# Not made smaller where it fails: to draw is slow.
@settings(max_examples=20, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    kind=st.sampled_from(get_args(GroupKind)),
    talk=st.sampled_from(get_args(TalkId)),
    movement=st.sampled_from(sorted(library())),
    said=st.sampled_from((None, *SAID)),
    seats=seats_drawn,
    t=st.floats(0, 60),
    remaining_s=st.floats(0, 4000),
    language=st.sampled_from(languages()),
    breath=st.sampled_from(get_args(BreathShape)),
    still=st.booleans(),
)
def test_no_number_no_code_and_nothing_of_a_seat_is_written(
    kind: GroupKind,
    talk: str,
    movement: str,
    said: str | None,
    seats: tuple[Seat, ...],
    t: float,
    remaining_s: float,
    language: str,
    breath: BreathShape,
    still: bool,
) -> None:
    public = public_of(
        kind,
        movement,
        t,
        talk=talk if kind == "talking" else None,
        said=said,
        remaining_s=remaining_s,
    )
    choices = Choices(breath=breath, reduced_motion=still)
    written = [
        [each.text for each in texts_of(replace(public, seats=some), choices, language, (640, 360))]
        for some in (seats, seats_of(len(seats), 0.5))
    ]
    assert written[0]
    assert written[0] == written[1]
    assert not any(letter.isdigit() for text in written[0] for letter in text)


# --- time and fading


def test_what_was_fades_softly_into_what_comes() -> None:
    size, choices = (640, 360), Choices()
    surface, screen = pygame.Surface(size), ProjectedScreen(size)
    for t in (0.0, 2.0):
        screen.draw(surface, PAGES[0], choices, t)
    before = pygame.surfarray.array3d(surface).astype(np.int16)
    screen.draw(surface, PAGES[5], choices, 2.0)
    began = pygame.surfarray.array3d(surface).astype(np.int16)
    screen.draw(surface, PAGES[5], choices, 2.0 + FADE_S / 2)
    middle = pygame.surfarray.array3d(surface).astype(np.int16)
    assert np.abs(began - before).max() <= 3
    assert np.abs(middle - before).max() > 20


def test_time_that_goes_takes_away_from_its_arc_alone() -> None:
    place = hall((1280, 720), 1.0, "calm")
    surface, screen = pygame.Surface((1280, 720)), ProjectedScreen((1280, 720))
    lit = []
    for t, remaining_s in ((0.0, 100.0), (2.0, 100.0), (4.0, 10.0)):
        public = replace(PAGES[0], remaining_s=remaining_s)
        screen.draw(surface, public, Choices(), t)
        lit.append(int(pygame.surfarray.array3d(surface.subsurface(place.time)).sum()))
    assert lit[1] > lit[2]


@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (480, 800), (320, 200)])
def test_any_window_is_drawn(size: tuple[int, int]) -> None:
    for public in (PAGES[0], PAGES[4], PAGES[6], PAGES[7]):
        for breath in get_args(BreathShape):
            projected(size, public, Choices(text_scale=1.6, breath=breath, theme="projector"))


def test_a_window_that_changes_its_size_is_drawn_anew() -> None:
    screen = ProjectedScreen((1280, 720))
    screen.draw(pygame.Surface((1280, 720)), PAGES[0], Choices(), 0.0)
    screen.resize((800, 600))
    screen.draw(pygame.Surface((800, 600)), PAGES[0], Choices(), 0.1)


def test_the_guide_stands_for_a_busy_turn_and_then_goes_on() -> None:
    size = (1280, 720)
    place = hall(size, 1.0, "calm")
    guides = place.halves(place.moving, place.body)[-1]
    surface, screen = pygame.Surface(size), ProjectedScreen(size)
    risen = next(page.guide for page in PAGES if page.guide != PAGES[0].guide)
    seen = list[bytes]()
    for i, busy in enumerate((False, False, False, True, False)):
        public = PAGES[0] if i == 0 else replace(PAGES[0], guide=risen)
        # Its shapes are gathered at the third picture, and would be put at the fourth.
        screen.draw(surface, public, Choices(), 1.0 + i / 60, busy=busy)
        seen.append(pygame.image.tobytes(surface.subsurface(guides), "RGB"))
    assert seen[3] == seen[0]
    assert seen[4] != seen[0]


def test_people_are_shown_as_figures_only_where_that_was_chosen() -> None:
    size, public = (1280, 720), public_of(seats=2)
    poses = {1: posed(3.0)}

    def shown(choices: Choices, poses: dict[int, Pose]) -> bytes:
        surface, screen = pygame.Surface(size), ProjectedScreen(size)
        for t in (0.0, 5.0):
            screen.draw(surface, public, choices, t, poses=poses)
        return pygame.image.tobytes(surface, "RGB")

    forms = shown(Choices(), {})
    assert shown(Choices(), poses) == forms
    assert shown(Choices(seats="figures"), {}) == forms
    assert shown(Choices(seats="figures"), poses) != forms
