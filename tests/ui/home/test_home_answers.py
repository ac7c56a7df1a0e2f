"""What keys, the mouse and one key alone do at home."""

from datetime import date

import pygame
import pytest

from feedback.ratings import DiaryEntry
from tests.ui.home.stage import TODAY, Sitting, sitting, views
from ui.home.asked import (
    AsBefore,
    Go,
    HomeAsked,
    Leave,
    OpenDay,
    Practise,
    Settle,
)
from ui.home.calendar import CalendarScreen
from ui.inputs import Pasted, Press, Scroll, Typed
from ui.patient.scanning import PERIOD_S
from ui.view import Choices

RETURN, ESC, TAB = pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB


def focused(at: Sitting) -> str | None:
    return at.screen.focus


def test_enter_practises_and_esc_leaves() -> None:
    assert sitting("today").press(RETURN) == [Practise()]
    assert sitting("today").press(pygame.K_PAGEDOWN) == [Practise()]
    assert sitting("today").press(ESC) == [Leave()]
    assert sitting("today-nothing").press(RETURN) == [Practise(short=True)]
    assert sitting("today-not-cleared").press(RETURN) == [OpenDay(TODAY)]


@pytest.mark.parametrize(
    ("id", "asked"),
    [
        ("practise", Practise()),
        ("short", Practise(short=True)),
        ("diary", OpenDay(TODAY)),
        ("calendar", Go("calendar")),
        ("goals", Go("goals")),
        ("card", Go("card")),
        ("leave", Leave()),
    ],
)
def test_everything_of_today_is_reached_by_mouse_and_by_keys(id: str, asked: HomeAsked) -> None:
    assert sitting("today").click(id) == asked
    at = sitting("today")
    for _ in range(10):
        if focused(at) == id:
            break
        at.press(TAB)
    assert at.press(RETURN) == [asked]


def test_the_letters_of_a_practice_mean_nothing_here() -> None:
    for name in ("today", "diary", "calendar", "goals", "card-0", "feelings"):
        at = sitting(name)
        assert at.press(pygame.K_p, pygame.K_s, pygame.K_F1) == [None] * 3
        assert at.take(Typed("p"), Pasted("p"), Scroll(3)) == [None] * 3


def test_one_key_goes_everywhere_and_takes_what_is_lit() -> None:
    at = sitting("today", choices=Choices(scanning=True))
    at.t = 2 * PERIOD_S  # the first waits twice as long; now the second is lit
    assert at.press(pygame.K_SPACE) == [Practise(short=True)]
    reached = set()
    for i in range(7):
        at = sitting("today", choices=Choices(scanning=True))
        at.t = (1 + i) * PERIOD_S + 0.1
        reached.add(at.press(RETURN)[0])
    assert len(reached) == 7


def test_a_held_key_takes_nothing_more_while_scanning() -> None:
    at = sitting("today", choices=Choices(scanning=True))
    assert at.press(pygame.K_SPACE, repeated=True) == [None]


def test_one_key_reaches_the_days_with_an_entry_and_passes_over_the_others() -> None:
    at = sitting("calendar", choices=Choices(scanning=True))
    assert at.stage._now is not None
    screen, view = at.stage._now
    days = [option.id for option in screen.options(view) if option.id[:1].isdigit()]
    assert days == ["2026-03-02", "2026-03-07", "2026-03-16", "2026-03-18"]


def test_a_part_is_written_and_the_keys_are_on_it_afterwards() -> None:
    at = sitting("diary-new")
    at.press(pygame.K_RIGHT)
    assert at.press(RETURN) == [Go("symptoms")]
    at.type("Ein Ziehen links, p und s und 3")
    assert at.at.note.symptoms == "Ein Ziehen links, p und s und 3"
    at.press(pygame.K_BACKSPACE)
    assert at.at.note.symptoms == "Ein Ziehen links, p und s und "
    assert at.press(RETURN) == [Go("diary")]
    assert focused(at) == "symptoms"


@pytest.mark.parametrize("text", ["يؤلم قليلا", "כאב קל", "痛みが少し", "Ástand ž̌", "🙂" * 5])
def test_any_script_is_written(text: str) -> None:
    at = sitting("words")
    before = at.at.note.words
    at.take(Pasted(text))
    at.draw()
    assert at.at.note.words == before + text


def test_two_thousand_letters_are_taken_and_no_more() -> None:
    at = sitting("early-signs")
    at.take(Pasted("a " * 3000))
    at.draw()
    assert len(at.at.note.early_signs) == 2000


def test_sliders_are_set_by_keys_by_mouse_and_left_alone() -> None:
    at = sitting("feelings")
    at.press(pygame.K_RIGHT)
    assert at.at.note.pain == 4
    at.press(pygame.K_1, pygame.K_0)
    assert at.at.note.pain == 10
    at.press(pygame.K_DELETE)
    assert at.at.note.pain is None
    at.press(TAB, TAB, TAB, pygame.K_7)
    assert at.at.note.sleep == 7
    at.click("sleep.less")
    assert at.at.note.sleep == 6
    assert at.at.note.energy is None
    assert at.press(RETURN) == [Go("diary")]


def test_a_flare_day_is_said_and_taken_back() -> None:
    at = sitting("diary-new")
    at.click("flare")
    assert at.at.note.flare
    at.click("flare")
    assert not at.at.note.flare


def test_what_was_changed_is_put_back_and_other_days_are_reached() -> None:
    at = sitting("diary")
    assert at.click("as-before") == AsBefore()
    at = sitting("diary")
    assert at.click("before") == OpenDay(date(2026, 3, 17))
    assert at.click("after") == OpenDay(TODAY)


def test_there_is_no_tomorrow_in_the_diary() -> None:
    at = sitting("diary-new")
    at.draw()
    assert "after" not in at.screen.boxes


def test_nothing_is_noted_where_keeping_was_not_agreed() -> None:
    at = sitting("diary-not-agreed")
    at.draw()
    assert list(at.screen.boxes) == ["back"]
    assert at.press(RETURN) == [Go("today")]


def test_the_arrows_go_through_the_days_and_enter_opens_one() -> None:
    at = sitting("calendar")
    at.press(pygame.K_LEFT, pygame.K_UP)
    assert at.press(RETURN) == [OpenDay(date(2026, 3, 10))]
    at = sitting("calendar")
    at.press(*[pygame.K_RIGHT] * 3)  # there is nothing after today
    assert at.press(pygame.K_SPACE) == [OpenDay(TODAY)]
    at = sitting("calendar")
    at.press(*[pygame.K_LEFT] * 18)  # into the month before
    assert isinstance(at.screen, CalendarScreen)
    assert at.press(RETURN) == [OpenDay(date(2026, 2, 28))]


def test_months_are_leafed_through_and_a_day_is_clicked() -> None:
    at = sitting("calendar")
    assert at.click("earlier") is None
    assert isinstance(at.screen, CalendarScreen)
    assert (at.screen.month.year, at.screen.month.month) == (2026, 2)
    assert at.click("2026-02-11") == OpenDay(date(2026, 2, 11))
    at = sitting("calendar")
    at.click("earlier")
    at.click("later")
    at.draw()
    assert "later" not in at.screen.boxes
    assert "2026-03-19" not in at.screen.boxes
    assert at.press(ESC) == [Go("today")]


def test_down_from_the_last_week_goes_to_the_foot_and_up_from_there_back() -> None:
    at = sitting("calendar")
    at.press(pygame.K_DOWN)
    assert focused(at) == "back"
    at.press(pygame.K_UP)
    assert focused(at) == "days"


def test_goals_are_leafed_through_round_and_round() -> None:
    at = sitting("goals")
    first = pygame.image.tobytes(at.draw(), "RGB")
    at.click("more")
    assert pygame.image.tobytes(at.draw(), "RGB") != first
    at.click("more")
    at.press(TAB)
    assert pygame.image.tobytes(at.draw(), "RGB") == first
    assert at.press(ESC) == [Go("today")]


def test_two_entries_are_settled_in_three_ways_and_esc_loses_nothing() -> None:
    at = sitting("both")
    assert at.click("together") == Settle("together")
    assert at.click("mine") == Settle("mine")
    assert at.click("theirs") == Settle("theirs")
    assert at.press(ESC) == [Settle("together")]


def test_cards_go_on_and_back() -> None:
    at = sitting("card-0")
    assert at.click("another") == Go("card")
    assert at.press(pygame.K_BACKSPACE) == [Go("today")]


@pytest.mark.parametrize("name", list(views()))
def test_mashed_keys_break_nothing(name: str) -> None:
    at = sitting(name)
    keys = [*range(32, 127), *range(pygame.K_F1, pygame.K_F12), RETURN, TAB, pygame.K_PAGEUP]
    for i, key in enumerate(keys):
        at.take(Press(key, shift=i % 3 == 0))
        if i % 9 == 0:
            at.draw()
    assert isinstance(at.at.note, DiaryEntry)
