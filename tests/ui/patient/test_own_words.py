"""A line in somebody's own words: any script, as long as is kept, always in sight at the caret."""

from dataclasses import replace
from itertools import pairwise

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.intent import Intent
from feedback.said import LONGEST_WORDS, Said, Wrote
from tests.ui.patient.stage import SCALES, SIZES, Sitting, moment, sitting
from ui.inputs import Click, Drop, Pasted, Scroll, Typed
from ui.letters import runs_rightward
from ui.patient.page import Page, broken, row_of
from ui.patient.runs import along, runs, width
from ui.patient.words import Words
from ui.view import Choices

ARABIC = "ذراعي أخف اليوم والتنفس جاء من نفسه"
SCRIPTS = [
    "Der Arm fühlt sich leichter an – schön",
    "Το χέρι μου είναι πιο ελαφρύ σήμερα",
    "Рука сегодня легче",
    ARABIC,
    "היד שלי קלה יותר היום",
    "今天手臂轻松了一些",
    "आज हाथ हल्का लगा",
    f"{ARABIC} left arm 12 {ARABIC}",
    f"my arm {ARABIC} is light",
    "a👩‍👩‍👧b é n\u0303",
]


def page_of(at: Sitting) -> Page:
    assert isinstance(at.screen, Words)
    return at.screen._page


def test_each_letter_says_the_whole_text() -> None:
    at = sitting("words-new")
    assert at.type("soft") == [Wrote("s"), Wrote("so"), Wrote("sof"), Wrote("soft")]
    assert at.press(pygame.K_BACKSPACE) == [Wrote("sof")]
    assert at.press(pygame.K_LEFT, pygame.K_DELETE) == [None, Wrote("so")]


def test_p_and_s_are_letters_wherever_the_keys_are() -> None:
    at = sitting("words-new")
    assert at.press(pygame.K_p, pygame.K_s) == [None, None]
    at.press(pygame.K_TAB)
    assert at.press(pygame.K_p, pygame.K_s) == [None, None]
    assert at.type("p") == [Wrote("p")]
    assert at.screen.focus == "words"


def test_stopping_is_one_key_or_a_few_tabs_away() -> None:
    assert sitting("words").press(pygame.K_F1) == [Intent.STOP]
    at = sitting("words")
    assert {each.id: each.key for each in at.screen.options(at.view)}["stop"] == "F1"
    while at.screen.focus != "stop":
        at.press(pygame.K_TAB)
    assert at.press(pygame.K_RETURN) == [Intent.STOP]


def test_space_on_a_pill_presses_it_and_writes_nothing() -> None:
    at = sitting("words")
    at.press(pygame.K_TAB)
    assert at.press(pygame.K_SPACE) == [Intent.NEXT]
    assert at.take(Typed(" ")) == [None]


def test_the_space_that_brought_one_here_is_not_written() -> None:
    at = sitting("words-new")
    assert at.type(" a b") == [None, Wrote("a"), Wrote("a "), Wrote("a b")]


def test_backspace_in_an_empty_box_goes_nowhere() -> None:
    assert sitting("words-new").press(*[pygame.K_BACKSPACE] * 3) == [None] * 3


def test_what_was_written_is_there_again_when_one_comes_back() -> None:
    at = sitting("words-new")
    at.type("later")
    at.screen.enter(at.view)
    assert at.type("!") == [Wrote("later!")]


def test_two_thousand_letters_pasted_or_typed_are_kept_and_no_more() -> None:
    at = sitting("words-new")
    (asked,) = at.take(Pasted("ab " * 1000))
    assert isinstance(asked, Wrote)
    assert len(asked.text) == LONGEST_WORDS
    assert at.type("z") == [None]
    at.draw()


def test_all_of_it_can_be_taken_hold_of_and_written_over() -> None:
    at = sitting("words")
    assert at.press(pygame.K_a, ctrl=True) == [None]
    at.draw()
    assert at.type("n") == [Wrote("n")]


def test_lines_pasted_become_one() -> None:
    assert sitting("words-new").take(Pasted("one\ntwo\r\nthree")) == [Wrote("one two three")]


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", [*SCRIPTS, "word " * 400, "w" * 2000, ARABIC * 50])
def test_every_script_stays_in_its_box_with_the_caret_in_sight(
    words: str, size: tuple[int, int], scale: float
) -> None:
    view_words = words[:LONGEST_WORDS]
    at = sitting("words-new", size, Choices(text_scale=scale))
    at.view = replace(at.view, moment=moment("words", Said(words=view_words)))
    at.screen.enter(at.view)
    for key in (pygame.K_END, pygame.K_HOME, pygame.K_UP, pygame.K_RIGHT):
        at.draw()
        assert isinstance(at.screen, Words)
        assert at.screen._box.contains(at.screen.caret), key
        at.press(key)
        at.screen.focus = "words"
    page = page_of(at)
    rightward = runs_rightward(view_words)
    for start, end in page.lines(view_words):
        line = view_words[start:end].rstrip()
        assert width(line, page._px, rightward) <= page._inner.width


def test_from_right_to_left_the_caret_moves_leftward() -> None:
    at = sitting("words-new")
    at.draw()
    first = page_of(at).caret.left
    at.take(Typed(ARABIC[:4]))
    at.draw()
    near = page_of(at).caret.left
    at.take(Typed(ARABIC[4:12]))
    at.draw()
    far = page_of(at).caret.left
    assert far < near
    assert near > first + 400


def test_the_arrows_go_along_the_lines_and_out_at_the_ends() -> None:
    at = sitting("words")
    at.draw()
    assert at.press(pygame.K_UP) == [None]
    assert at.screen.focus == "words"
    at.type("X")
    assert "X" in at.view.moment.said.words[:-1]
    at.draw()
    at.press(pygame.K_DOWN, pygame.K_DOWN)
    assert at.screen.focus == "on"


def test_the_wheel_and_the_mouse_move_the_caret() -> None:
    at = sitting("words-full")
    at.draw()
    before = page_of(at).caret.copy()
    at.take(Scroll(-3))
    at.draw()
    assert page_of(at).caret != before
    at.press(pygame.K_TAB)
    inner = page_of(at)._inner
    assert at.take(Click((inner.left + 2, inner.top + 4)), Drop((0, 0))) == [None, None]
    at.draw()
    assert at.screen.focus == "words"
    assert page_of(at).caret.topleft == inner.topleft


@settings(max_examples=60)
@given(st.text(max_size=300), st.integers(60, 900))
def test_the_lines_hold_all_of_the_text_in_order(words: str, width: int) -> None:
    lines = broken(words, 24, width)
    assert "".join(words[start:end] for start, end in lines) == words
    for place in range(len(words) + 1):
        start, end = lines[row_of(lines, place)]
        assert start <= place <= end


@given(st.text(alphabet="ab 1.ذرع שלום", max_size=40), st.booleans())
def test_the_parts_of_a_line_are_all_of_it_and_each_is_of_one_way(
    line: str, rightward: bool
) -> None:
    parts = runs(line, rightward)
    assert "".join(line[run.start : run.end] for run in parts) == line
    for run, following in pairwise(parts):
        assert run.rightward != following.rightward
    for place in range(len(line) + 1):
        assert 0 <= along(line, place, 24, rightward) <= width(line, 24, rightward)


def test_latin_words_in_a_line_of_arabic_stay_readable() -> None:
    line = f"{ARABIC} left arm 12 {ARABIC}"
    said = [line[run.start : run.end].strip() for run in runs(line, rightward=False)]
    assert said == [ARABIC, "left arm 12", ARABIC]
    # Within the Latin part the caret goes to the right, so nearer to where the line begins.
    at = line.index("left")
    steps = [along(line, at + i, 24, rightward=False) for i in range(1, 5)]
    assert steps == sorted(steps, reverse=True)
