"""What the keys, the mouse and the letters answer at each question screen."""

from dataclasses import replace

import pygame
import pytest

from feedback.intent import Intent
from feedback.said import DAYS, SIGNS, Compared, DayChosen, Rated, Said, SignNamed
from tests.ui.patient.stage import Sitting, moment, sitting, views
from ui.inputs import Press, Typed
from ui.patient.keys import digit, meaning

ALL = list(views())
QUESTIONS = [name for name in ALL if not name.startswith("words")]


# --- the same everywhere


@pytest.mark.parametrize("name", ALL)
def test_the_same_keys_lead_through_every_screen(name: str) -> None:
    for key, asked in (
        (pygame.K_PAGEDOWN, Intent.NEXT),
        (pygame.K_PAGEUP, Intent.PREVIOUS),
        (pygame.K_ESCAPE, Intent.LEAVE),
        (pygame.K_F1, Intent.STOP),
    ):
        assert sitting(name).press(key) == [asked]


@pytest.mark.parametrize("name", QUESTIONS)
def test_letters_ask_for_pain_and_for_stopping_and_backspace_goes_back(name: str) -> None:
    for key, asked in (
        (pygame.K_p, Intent.PAIN),
        (pygame.K_s, Intent.STOP),
        (pygame.K_BACKSPACE, Intent.PREVIOUS),
    ):
        assert sitting(name).press(key) == [asked]


@pytest.mark.parametrize("name", [n for n in ALL if n not in ("comparing", "today-flare")])
def test_enter_goes_on_at_once_wherever_a_screen_comes_up(name: str) -> None:
    assert sitting(name).press(pygame.K_RETURN) == [Intent.NEXT]


@pytest.mark.parametrize("name", ["signs", "rose", "stop", "summary"])
def test_space_and_the_right_arrow_go_on_where_nothing_is_moved_by_them(name: str) -> None:
    assert sitting(name).press(pygame.K_SPACE) == [Intent.NEXT]
    assert sitting(name).press(pygame.K_RIGHT) == [Intent.NEXT]


@pytest.mark.parametrize("name", ALL)
def test_a_hand_that_rests_on_a_key_does_not_leaf_through_the_practice(name: str) -> None:
    for key in (pygame.K_RETURN, pygame.K_PAGEDOWN, pygame.K_ESCAPE, pygame.K_F1):
        assert sitting(name).press(key, repeated=True) == [None]


@pytest.mark.parametrize("name", ALL)
def test_keys_that_mean_nothing_ask_nothing(name: str) -> None:
    at = sitting(name)
    assert at.press(pygame.K_q, pygame.K_F7, pygame.K_HOME) == [None] * 3
    assert at.press(pygame.K_s, ctrl=True) == [None]
    assert at.press(pygame.K_RETURN, alt=True) == [None]


@pytest.mark.parametrize("name", ALL)
def test_mashed_keys_never_raise(name: str) -> None:
    at = sitting(name)
    at.draw()
    keys = [pygame.K_TAB, pygame.K_LEFT, pygame.K_5, pygame.K_DOWN, pygame.K_DELETE, pygame.K_SPACE]
    for turn in range(40):
        at.press(keys[(turn * 7) % len(keys)], keys[(turn * 5 + 1) % len(keys)])
        at.type("ä ")
        at.click(((turn * 97) % 1280, (turn * 61) % 720))
    at.draw()


def test_numbers_come_from_either_place_on_the_keyboard() -> None:
    top = [digit(Press(getattr(pygame, f"K_{i}"))) for i in range(10)]
    pad = [digit(Press(getattr(pygame, f"K_KP{i}"))) for i in range(10)]
    assert top == pad == list(range(10))
    assert digit(Press(pygame.K_a)) is None
    assert digit(Press(pygame.K_1, ctrl=True)) is None
    assert meaning(Press(pygame.K_TAB, ctrl=True)) is None


def test_going_back_is_not_offered_where_there_is_nothing_before() -> None:
    first, later = sitting("arrival-new"), sitting("arrival")
    assert "back" not in [each.id for each in first.screen.options(first.view)]
    assert "back" in [each.id for each in later.screen.options(later.view)]


# --- sliders


def test_a_number_sets_the_slider_that_has_the_keys() -> None:
    at = sitting("arrival-new")
    assert at.press(pygame.K_4) == [Rated("pain", 4)]
    assert at.press(pygame.K_DOWN, pygame.K_7) == [None, Rated("mood", 7)]
    assert at.press(pygame.K_TAB, pygame.K_0) == [None, Rated("energy", 0)]
    assert at.press(pygame.K_RETURN) == [Intent.NEXT]


def test_one_and_soon_nought_is_ten_and_later_is_nought() -> None:
    soon = sitting("arrival-new")
    assert soon.press(pygame.K_1, pygame.K_0) == [Rated("pain", 1), Rated("pain", 10)]
    late = sitting("arrival-new")
    late.press(pygame.K_1)
    late.view = replace(late.view, t=late.view.t + 0.9)
    assert late.press(pygame.K_0) == [Rated("pain", 0)]
    elsewhere = sitting("arrival-new")
    assert elsewhere.press(pygame.K_1, pygame.K_TAB, pygame.K_0)[-1] == Rated("mood", 0)


def test_the_arrows_go_from_not_now_to_nought_up_to_ten_and_back() -> None:
    at = sitting("arrival-new")
    assert at.press(pygame.K_LEFT) == [None]
    up = at.press(*[pygame.K_RIGHT] * 12)
    assert up == [*(Rated("pain", i) for i in range(11)), None]
    down = at.press(*[pygame.K_LEFT] * 12)
    assert down == [*(Rated("pain", i) for i in range(9, -1, -1)), Rated("pain", None), None]


def test_delete_takes_an_answer_back() -> None:
    at = sitting("arrival")
    assert at.press(pygame.K_DELETE) == [Rated("pain", None)]
    assert at.press(pygame.K_DELETE) == [None]


def test_the_mouse_sets_draws_and_takes_back() -> None:
    at = sitting("arrival-new")
    at.draw()
    track = at.screen.scales["mood"]._parts  # type: ignore[attr-defined]
    y = track.track.centery
    assert at.click((round(track.x(6)), y)) == Rated("mood", 6)
    away = at.draw_along((round(track.x(6)), y), (round(track.x(8)), y + 90), (5000, y), (-50, y))
    assert away == [None, Rated("mood", 8), Rated("mood", 10), Rated("mood", 0), None]
    assert at.screen.focus == "mood"
    assert at.click(track.not_now.center) == Rated("mood", None)


def test_after_moving_the_answers_are_those_of_after() -> None:
    at = sitting("after")
    assert at.press(pygame.K_9) == [Rated("pain", 9)]
    assert dict(at.view.moment.said.before)["pain"] == 3
    assert dict(at.view.moment.said.after)["pain"] == 9
    assert at.press(pygame.K_TAB, pygame.K_TAB, pygame.K_TAB, pygame.K_3)[-1] == Rated("effort", 3)


def test_pain_is_said_on_one_slider_and_going_on_closes_it() -> None:
    at = sitting("pain")
    assert at.press(pygame.K_RIGHT, pygame.K_RETURN) == [Rated("pain", 7), Intent.NEXT]
    # Where there is one slider only, numbers are for it wherever the keys are.
    assert at.press(pygame.K_TAB, pygame.K_2) == [None, Rated("pain", 2)]


# --- choices


def test_the_arrows_choose_a_day_and_enter_goes_on() -> None:
    at = sitting("today")
    chosen = at.press(*[pygame.K_RIGHT] * 4)
    assert chosen == [DayChosen(day) for day in (*DAYS[1:], DAYS[0])]
    assert at.press(pygame.K_LEFT, pygame.K_RETURN) == [DayChosen("flare"), Intent.NEXT]


def test_enter_chooses_the_day_that_has_the_keys_and_enter_again_goes_on() -> None:
    at = sitting("today")
    two = [DayChosen("smaller"), Intent.NEXT]
    assert at.press(pygame.K_TAB, pygame.K_RETURN, pygame.K_RETURN) == [None, *two]


def test_a_day_chosen_before_has_the_keys_when_one_comes_back() -> None:
    at = sitting("today-flare")
    assert at.screen.focus == "flare"
    assert at.press(pygame.K_RETURN) == [Intent.NEXT]


@pytest.mark.parametrize(
    ("key", "answer"),
    [(pygame.K_LEFT, "easier"), (pygame.K_RIGHT, "heavier")],
)
def test_a_movement_is_compared_by_an_arrow_and_enter(key: int, answer: str) -> None:
    assert sitting("comparing").press(pygame.K_RETURN) == [Compared("same")]
    assert sitting("comparing").press(key, pygame.K_RETURN) == [None, Compared(answer)]  # type: ignore[arg-type]
    assert sitting("comparing").press(pygame.K_PAGEDOWN) == [Intent.NEXT]


def test_the_title_of_a_comparison_is_the_movements_own() -> None:
    at = sitting("comparing")
    assert at.screen.title(at.view) == "Sunrise arms"
    assert at.screen.title(replace(at.view, moment=moment("movement"))) == ""


# --- signs, and what may come before anything


def test_every_sign_can_be_named_and_taken_back() -> None:
    for row, sign in enumerate(SIGNS):
        at = sitting("signs")
        up = [pygame.K_UP] * (len(SIGNS) - row)
        named = at.press(*up, pygame.K_RETURN, pygame.K_RETURN)
        assert named[-2:] == [SignNamed(sign), SignNamed(sign, named=False)]


def test_nothing_of_this_is_said_only_where_nothing_was_named() -> None:
    def way_on(at: Sitting) -> str:
        return at.screen.options(at.view)[0].label

    assert way_on(sitting("signs")) == "Nothing of this"
    assert way_on(sitting("signs-named")) == "Go on"


def test_where_pain_rose_one_goes_on_smaller_or_stops() -> None:
    assert sitting("rose").press(pygame.K_TAB, pygame.K_RETURN) == [None, Intent.STOP]
    assert sitting("rose").press(pygame.K_RETURN) == [Intent.NEXT]


def test_stopping_names_a_sign_goes_back_or_ends() -> None:
    at = sitting("stop-no-number")
    assert at.press(pygame.K_UP, pygame.K_RETURN) == [None, SignNamed("sudden-pain")]
    assert at.press(pygame.K_BACKSPACE) == [Intent.PREVIOUS]
    at.screen.enter(at.view)
    assert at.press(pygame.K_TAB, pygame.K_RETURN) == [None, Intent.PREVIOUS]
    at.screen.enter(at.view)
    assert at.press(pygame.K_RETURN) == [Intent.NEXT]


def test_after_stopping_the_summary_leads_only_to_the_end() -> None:
    at = sitting("summary-hard")
    assert [option.id for option in at.screen.options(at.view)] == ["on"]
    at.view = replace(at.view, moment=moment("summary", Said(), first=True))
    assert [option.id for option in at.screen.options(at.view)] == ["on"]


def test_letters_typed_at_a_question_are_nothing() -> None:
    assert sitting("today").take(Typed("x")) == [None]
