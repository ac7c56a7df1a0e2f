"""The leader's window: what its keys and buttons ask for, and what it says of each place."""

from dataclasses import replace
from typing import Any, get_args

import pygame
import pytest

from exercises.library import find_exercise
from feedback.group.leading import Apart, Invite, Lead, Led, Note
from feedback.group.plan import TalkId
from feedback.group.step import GroupStep, NoticeId, PlaceState, PlaceStep
from tests.ui.group.scene import public_of, step_of
from tests.ui.group.written import Set, check_stands, writing
from tests.ui.scene import feedback_of
from ui.colour import contrast
from ui.group.leader import LeaderScreen
from ui.group.leader_asks import AGAIN_S
from ui.group.leader_keys import hot_key
from ui.group.leader_rows import how_of, told_of
from ui.group.leader_view import LeaderView
from ui.group.marks import mark
from ui.inputs import Click, Input, Pasted, Press, Typed
from ui.theme import PALETTES
from ui.view import Choices, ThemeName
from words.tr import languages, tr

SIZE = (1280, 720)
STEP = step_of(public_of(seats=8))
CODES = {1: "P-0147", 2: "P-0148", 7: "P-0161"}
VIEW = LeaderView(CODES, "AB", 9)


def asked(*events: Input, step: GroupStep = STEP, every_s: float = 0.1) -> list[Led]:
    """Return all that some events ask for, one after the other."""
    screen = LeaderScreen(SIZE)
    found = [screen.take(event, step, i * every_s) for i, event in enumerate(events)]
    return [each for each in found if each is not None]


def key(name: str, **more: Any) -> Press:
    return Press(int(getattr(pygame, f"K_{name}")), **more)


@pytest.mark.parametrize(
    ("event", "lead"),
    [
        (key("RIGHT"), Lead.NEXT),
        (key("PAGEDOWN"), Lead.NEXT),
        (key("LEFT"), Lead.PREVIOUS),
        (key("PAGEUP"), Lead.PREVIOUS),
        (key("UP"), Lead.FASTER),
        (Typed("+"), Lead.FASTER),
        (key("DOWN"), Lead.SLOWER),
        (Typed("-"), Lead.SLOWER),
        (Typed("L"), Lead.LONGER),
        (Typed("r"), Lead.REST),
        (key("SPACE"), Lead.PAUSE),
    ],
)
def test_keys_ask_for_all(event: Input, lead: Lead) -> None:
    assert asked(event) == [lead]


def test_a_key_that_stays_down_asks_once_but_for_the_rate() -> None:
    assert asked(key("RIGHT", repeated=True), key("SPACE", repeated=True)) == []
    assert asked(key("UP", repeated=True)) == [Lead.FASTER]
    assert asked(key("RIGHT", ctrl=True)) == []


def test_a_place_is_chosen_and_then_something_is_asked_for_it() -> None:
    assert asked(Typed("3"), Typed("i"), Typed("A")) == [Invite(3), Apart(3)]
    assert asked(key("TAB"), Typed("i")) == [Invite(1)]
    assert asked(key("TAB", shift=True), Typed("i")) == [Invite(8)]
    assert asked(key("TAB"), key("TAB"), Typed("i")) == [Invite(2)]


def test_without_a_place_nothing_is_asked_and_it_is_said_why() -> None:
    assert asked(Typed("i"), Typed("a"), Typed("n"), Typed("9"), Typed("i")) == []
    screen = LeaderScreen(SIZE)
    screen.take(Typed("i"), STEP, 0.0)
    assert "A place is chosen first, by its number." in words_of(screen, t=0.1)


def test_a_note_is_written_and_kept_or_dropped() -> None:
    begun = (Typed("2"), Typed("n"))
    written = (*begun, Typed("left "), Pasted("shoulder"), Typed(" r"), key("RETURN"))
    assert asked(*written) == [Note(2, "left shoulder r")]
    assert asked(*begun, Typed("left"), key("ESCAPE"), key("RIGHT")) == [Lead.NEXT]
    assert asked(*begun, Typed("  "), key("RETURN")) == []


def test_no_note_is_written_of_a_place_of_which_nothing_is_kept() -> None:
    screen = LeaderScreen(SIZE, kept={2})
    for event in (Typed("1"), Typed("n")):
        screen.take(event, STEP, 0.0)
    assert not screen.writing
    assert tr("leader.unkept") in words_of(screen, t=0.1)
    for event in (Typed("2"), Typed("n")):
        screen.take(event, STEP, 0.0)
    assert screen.writing


def test_while_a_note_is_written_letters_and_space_are_letters() -> None:
    screen = LeaderScreen(SIZE)
    for event in (Typed("2"), Typed("n"), key("SPACE"), Typed("r"), key("RIGHT"), Click((60, 510))):
        assert screen.take(event, STEP, 0.0) is None
    assert screen.writing
    surface = pygame.Surface(SIZE)
    screen.draw(surface, STEP, VIEW, Choices(), 0.0)
    caret = screen.caret()
    assert caret is not None
    assert surface.get_rect().contains(caret)


def test_escape_twice_leaves_and_once_only_says_so() -> None:
    assert asked(key("ESCAPE")) == []
    assert asked(key("ESCAPE"), key("ESCAPE")) == [Lead.LEAVE]
    assert asked(key("ESCAPE"), key("ESCAPE"), every_s=AGAIN_S + 1) == []
    assert asked(key("ESCAPE"), key("UP"), key("ESCAPE")) == [Lead.FASTER]
    assert asked(key("ESCAPE"), key("ESCAPE", repeated=True)) == []


def test_one_screen_has_its_hot_keys() -> None:
    assert hot_key(key("l")) is Lead.LONGER
    assert hot_key(key("KP_PLUS")) is Lead.FASTER
    assert hot_key(key("PAGEDOWN")) is Lead.NEXT
    assert hot_key(key("ESCAPE")) is None
    assert hot_key(key("r", ctrl=True)) is None
    assert hot_key(key("r", repeated=True)) is None


def test_the_mouse_does_what_the_keys_do() -> None:
    screen = LeaderScreen(SIZE)
    with writing() as written:
        screen.draw(pygame.Surface(SIZE), STEP, VIEW, Choices(), 0.0)
    at = {each.text: each.taken.center for each in written}
    leads = {
        "On": Lead.NEXT,
        "Back": Lead.PREVIOUS,
        "Longer": Lead.LONGER,
        "Pause": Lead.PAUSE,
        "Rest": Lead.REST,
        "Slower": Lead.SLOWER,
        "Faster": Lead.FASTER,
    }
    for label, lead in leads.items():
        assert screen.take(Click(at[label]), STEP, 0.0) is lead
    assert screen.take(Click(at["Invite to rest"]), STEP, 0.0) is None
    screen.take(Click(at["P-0161"]), STEP, 0.0)
    assert screen.chosen == 7
    assert screen.take(Click(at["Invite to rest"]), STEP, 0.0) == Invite(7)
    assert screen.take(Click(at["Not looked at"]), STEP, 0.0) == Apart(7)
    assert screen.take(Click((2, 2)), STEP, 0.0) is None


# --- what it says


def words_of(
    screen: LeaderScreen,
    step: GroupStep = STEP,
    view: LeaderView = VIEW,
    choices: Choices | None = None,
    t: float = 50.0,
) -> dict[str, Set]:
    """Return what is written in the window, by its text."""
    with writing() as written:
        screen.draw(pygame.Surface(SIZE), step, view, choices or Choices(), t)
    return {each.text: each for each in written}


def test_codes_are_shown_and_can_be_hidden() -> None:
    screen = LeaderScreen(SIZE)
    assert set(CODES.values()) <= set(words_of(screen))
    screen.take(Typed("c"), STEP, 50.0)
    assert not set(CODES.values()) & set(words_of(screen))


def test_it_says_what_goes_on_what_comes_and_who_leads() -> None:
    said = words_of(LeaderScreen(SIZE))
    for text in (
        "Sunrise arms, seated",
        "A rest",
        "1:35 left · 10 min so far",
        "The pacer goes at 90 %",
        "This machine sees each place about 9 times a second.",
        "Led by AB today",
    ):
        assert text in said
    last = words_of(LeaderScreen(SIZE), replace(STEP, index=len(STEP.beats) - 1))
    assert "This is the last part" in last
    assert tr("leader.script.reflection") in last


def test_the_projector_and_the_source_are_told_of() -> None:
    gone = replace(VIEW, projected=False, each_per_s=None, notice="notice.dark", initials="")
    said = words_of(LeaderScreen(SIZE), view=gone)
    assert tr("leader.no-projector") in said
    assert tr("leader.machine.none") in said
    assert tr("notice.dark") in words_of(LeaderScreen(SIZE), view=replace(gone, projected=True))


def place(state: PlaceState, often: float, *notices: NoticeId, invited: bool = False) -> PlaceStep:
    return PlaceStep(1, state, often, notices, None, None, invited)


def test_each_place_is_told_in_words() -> None:
    assert how_of(place("easy", 12.0), "en") == "at ease · seen well"
    assert how_of(place("moving", 3.0), "en") == "on the way · seen now and then"
    assert how_of(place("still", 0.0), "en") == "at rest · not seen"
    assert how_of(place("apart", 0.0), "en") == "not looked at; breathes along"
    told = told_of(place("moving", 3.0, "seldom", "at-limit", invited=True), "en")
    assert told == [
        ("seldom", "seen too seldom"),
        ("at-limit", "near the limit"),
        (None, "invited to rest"),
    ]
    assert told_of(place("past", 12.0, "past-limit"), "en") == []


def test_who_is_turned_is_here_and_who_is_not_seen_is_not_told_as_turned() -> None:
    feedback = feedback_of(find_exercise("sunrise-arms-standing"), 1.0)
    turned = place("unseen", 12.0, "turned", "limit-unseen", "gone")
    here = replace(turned, feedback=replace(feedback, seen=True))
    assert how_of(here, "en") == "here; the movement is not seen"
    assert [notice for notice, _ in told_of(here, "en")] == ["turned", "limit-unseen", "gone"]
    away = replace(turned, feedback=replace(feedback, seen=False))
    assert how_of(away, "en") == "not seen"
    assert [notice for notice, _ in told_of(away, "en")] == ["gone"]


def test_every_id_has_words_and_every_notice_a_mark() -> None:
    for language in languages():
        for state in get_args(PlaceState):
            assert how_of(place(state, 9.0), language)
        assert tr("leader.state.hidden", language)
        for notice in get_args(NoticeId):
            assert tr(f"leader.notice.{notice}", language)
        for talk in get_args(TalkId):
            assert tr(f"leader.script.{talk}", language)
            assert tr(f"talk.{talk}.title", language)
            assert tr(f"talk.{talk}.prompt", language)
    assert all(mark(notice, (8.0, 8.0), 7.0) for notice in get_args(NoticeId))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_everything_stands_in_its_place(scale: float, language: str) -> None:
    screen = LeaderScreen(SIZE, language)
    for index, said in ((1, None), (4, "notice.dark")):
        step = step_of(public_of("moving" if index == 1 else "talking", seats=8), index)
        view = replace(VIEW, notice=said)
        with writing() as written:
            screen.draw(pygame.Surface(SIZE), step, view, Choices(text_scale=scale), 0.0)
        check_stands(written, SIZE, 11)


@pytest.mark.parametrize("theme", list(PALETTES))
def test_every_text_is_told_from_its_ground(theme: ThemeName) -> None:
    screen = LeaderScreen(SIZE)
    screen.take(Typed("2"), STEP, 0.0)
    for each in words_of(screen, choices=Choices(theme=theme)).values():
        assert contrast(each.colour, each.ground) >= 4.5, (each.text, each.ground)


def test_it_is_painted_anew_only_when_something_is_another() -> None:
    screen, surface = LeaderScreen(SIZE), pygame.Surface(SIZE)
    screen.draw(surface, STEP, VIEW, Choices(), 0.0)
    with writing() as written:
        screen.draw(surface, STEP, VIEW, Choices(), 0.1)
    assert written == []
    later = replace(STEP, public=replace(STEP.public, remaining_s=12.0))
    with writing() as written:
        screen.draw(surface, later, VIEW, Choices(), 0.2)
    assert "0:12 left · 10 min so far" in {each.text for each in written}
    screen.resize((800, 600))
    screen.draw(pygame.Surface((800, 600)), later, VIEW, Choices(), 0.3)
