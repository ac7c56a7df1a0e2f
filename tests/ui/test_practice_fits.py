"""All that is said while moving and resting stands whole, in every language and type."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

import pygame
import pytest

from exercises.library import find_exercise, library
from feedback.cues import CUES
from feedback.feedback import Cue
from feedback.grounding import GROUNDINGS
from feedback.step import StepKind
from tests.ui.patient.places import grounding_view, moved_view, seeing_view
from tests.ui.scene import view_of
from tests.ui.stands import Set, check_stands, grid, setting, writers
from ui import chip
from ui.breathing import Breathing, draw_shape
from ui.layout import layout
from ui.line import Line
from ui.paint import Drawing
from ui.patient.grounding import GroundingScreen
from ui.patient.hands import HandsScreen
from ui.patient.resting import RestingScreen
from ui.patient.screen import PatientScreen, PatientView
from ui.patient.seeing import SeeingScreen
from ui.screens import notice
from ui.screens.practice import PracticeScreen
from ui.text import font
from ui.theme import PALETTES
from ui.view import Choices, ThemeName
from words.tr import languages, tr

SIZES = [(800, 600), (1280, 720), (1920, 1080)]
SCALES = [0.8, 1.0, 1.6]
SUNRISE = find_exercise("sunrise-arms-seated")
VIEW = view_of(SUNRISE, 3.0)
NOTICES = ["paused", "away", "welcome-back", "level", "level-unseen", "too-much", "two-people"]
NOTICES += ["smaller", "larger", "new", "stretchy", "variant"]
CALM = ["opening", "camera-lost", "silent", "dark", "frozen"]
BREATHS: tuple[Literal["in", "out", "rest", "natural"], ...] = ("in", "out", "rest", "natural")
# Of the words of the movements the longest are tried, and their longest single words.
LONGEST = 12

everywhere = pytest.mark.parametrize(
    ("language", "scale", "size"),
    [
        pytest.param(language, each.values[1], each.values[0], marks=each.marks)
        for language in languages()
        for each in grid(SIZES, SCALES)
    ],
)
# The largest type has the least room in the smallest window.
in_each_type = pytest.mark.parametrize(
    ("language", "scale", "size"),
    [
        (language, scale, size)
        for language in languages()
        for scale, size in ((0.8, SIZES[2]), (1.0, SIZES[1]), (1.6, SIZES[0]))
    ],
)


def longest(texts: list[str]) -> list[str]:
    """Return those that need the most room, in all and for one word."""
    pygame.font.init()
    wide = font(20)
    by_word = sorted(texts, key=lambda text: max(wide.size(word)[0] for word in text.split()))
    by_all = sorted(texts, key=lambda text: wide.size(text)[0])
    return list(dict.fromkeys([*by_all[-LONGEST:], *by_word[-LONGEST // 3 :]]))


@contextmanager
def reading() -> Iterator[list[Set]]:
    """Take down all that is written, also what is painted once and kept."""
    chip._chip.cache_clear()
    with setting(*writers()) as found:
        yield found


def check(found: list[Set], size: tuple[int, int]) -> None:
    check_stands(found, size, {})


@everywhere
def test_every_phase_cue_and_notice_stands_whole_in_its_line(
    language: str, scale: float, size: tuple[int, int]
) -> None:
    place, surface = layout(size, scale, "calm", ways_out=True), pygame.Surface(size)
    phases = {
        tr(phase.words, language): phase for each in library().values() for phase in each.phases
    }
    cues = [Cue(rule.id, 0.0, protective=rule.protective) for rule in CUES]
    cues += [Cue("stand-side", 0.0, side=side) for side in ("left", "right")]
    views = [
        *(replace(VIEW, feedback=replace(VIEW.feedback, cue=cue)) for cue in cues),
        *(replace(VIEW, notice=f"notice.{said}") for said in NOTICES),
        *(
            replace(VIEW, exercise=SUNRISE.model_copy(update={"phases": (phases[text],)}))
            for text in longest(list(phases))
        ),
    ]
    for view in views:
        view = replace(view, feedback=replace(view.feedback, phase=0))
        line = Line(language)
        with reading() as found:
            for t in (0.0, 3.0):
                line.draw(surface, place, replace(view, t=t))
        check(found[-1:], size)
        assert place.line.contains(found[-1].taken)


def test_words_that_are_too_long_for_the_line_are_found() -> None:
    words = " ".join([SUNRISE.phases[0].words] * 40)
    phase = SUNRISE.phases[0].model_copy(update={"words": words})
    long = SUNRISE.model_copy(update={"phases": (phase,)})
    view = replace(VIEW, exercise=long, feedback=replace(VIEW.feedback, phase=0))
    line, place = Line("en"), layout(SIZES[0], 1.0, "calm")
    with reading() as found:
        for t in (0.0, 3.0):
            line.draw(pygame.Surface(SIZES[0]), place, replace(view, t=t))
    with pytest.raises(AssertionError, match="cut"):
        check(found, SIZES[0])


@everywhere
def test_every_title_and_every_word_of_the_breath_stands_whole(
    language: str, scale: float, size: tuple[int, int]
) -> None:
    place, surface = layout(size, scale, "calm", ways_out=True), pygame.Surface(size)
    screen = PracticeScreen(size, Choices(text_scale=scale), language)
    titles = {tr(each.title, language): each for each in library().values()}
    for text in longest(list(titles)):
        with reading() as found:
            screen._draw_top(surface, place, replace(VIEW, exercise=titles[text]), timed=True)
        check(found, size)
    for shape in ("circle", "wave"):
        choices = Choices(breath=shape, text_scale=scale)
        box = draw_shape(Drawing(surface), place, place.breath, VIEW.feedback.breath, choices)
        for breath in BREATHS:
            phase = replace(VIEW.feedback.breath, breath=breath)
            word = Breathing()
            with reading() as found:
                for t in (0.0, 3.0):
                    word.write(surface, place, box, phase, language, t)
            check(found[-1:], size)


@in_each_type
def test_what_stands_on_the_screen_together_is_whole_and_apart(
    language: str, scale: float, size: tuple[int, int]
) -> None:
    choices = Choices(text_scale=scale)
    said = replace(VIEW, caption="sound.caption.start", label="label.drawn-figure")
    kinds: tuple[StepKind, ...] = ("moving", "showing")
    for kind in kinds:
        screen, surface = PracticeScreen(size, choices, language), pygame.Surface(size)
        screen.draw(surface, replace(said, kind=kind, t=0.0), choices)
        with reading() as found:
            screen.draw(surface, replace(said, kind=kind, t=3.0), choices)
        check(found, size)


@in_each_type
def test_what_is_said_of_a_lost_camera_is_whole(
    language: str, scale: float, size: tuple[int, int]
) -> None:
    choices = Choices(text_scale=scale)
    for calm in CALM:
        with reading() as found:
            notice.draw(pygame.Surface(size), f"notice.{calm}", choices, 0.0, language)
        check(found, size)


QUIET: list[tuple[PatientScreen, PatientView]] = [
    (RestingScreen(), moved_view(find_exercise("side-bend-seated"))),
    (HandsScreen(), moved_view(SUNRISE, kind="hands")),
    *((SeeingScreen(), replace(seeing_view(), notice=f"notice.{calm}")) for calm in CALM[1:4]),
    *((GroundingScreen(), grounding_view(way, 3.0, paused=True)) for way in GROUNDINGS),
]


@in_each_type
def test_the_quiet_screens_beside_the_movements_stand_whole(
    language: str, scale: float, size: tuple[int, int]
) -> None:
    place = layout(size, scale, "calm")
    for screen, view in QUIET:
        given = replace(view, language=language, caption="sound.caption.in")
        screen.enter(given)
        with reading() as found:
            screen.draw(pygame.Surface(size), place, given, Choices(text_scale=scale))
        check_stands(found, size, screen.boxes)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("theme", list(PALETTES))
def test_the_ways_out_are_always_in_sight_while_one_moves(language: str, theme: ThemeName) -> None:
    for size, scale in ((SIZES[0], 1.6), (SIZES[0], 1.0), (SIZES[1], 1.0)):
        for one_key, id in ((False, "keys.foot"), (True, "keys.foot-one")):
            choices = Choices(text_scale=scale, theme=theme, scanning=one_key)
            screen, surface = PracticeScreen(size, choices, language), pygame.Surface(size)
            with reading() as found:
                screen.draw(surface, VIEW, choices)
            (foot,) = [each for each in found if each.text == tr(id, language)]
            check([foot], size)
