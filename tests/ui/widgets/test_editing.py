"""Writing in any script: whole letters, never more than there is room for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets import editing
from ui.widgets.editing import Editing, begun

texts = st.text(max_size=40)
DECOMPOSED = "e\u0301"
FAMILY = "\U0001f469\u200d\U0001f467"


@given(texts, st.integers(-3, 50), texts, st.booleans())
def test_what_is_put_in_is_clean_short_enough_and_where_the_caret_was(
    text: str, caret: int, more: str, lines: bool
) -> None:
    before = editing.moved_to(editing.put(Editing(), text, 60, lines=lines), caret)
    after = editing.put(before, more, 60, lines=lines)
    assert len(after.text) <= 60
    assert after.text.startswith(before.text[: before.caret])
    assert after.text.endswith(before.text[before.caret :])
    assert 0 <= after.caret <= len(after.text)
    controls = {x for x in after.text if unicodedata.category(x) == "Cc"}
    assert controls <= ({"\n"} if lines else set())


@given(texts)
def test_taking_back_letter_by_letter_ends_with_nothing(text: str) -> None:
    now = editing.put(Editing(), text, 100)
    for _ in range(len(now.text)):
        now = editing.without_before(now)
    assert now == Editing()


@given(texts, st.integers(0, 40))
def test_going_on_and_back_comes_to_letters_beginnings_only(text: str, steps: int) -> None:
    now = editing.moved_to(begun(text), 0)
    for _ in range(steps):
        now = editing.moved(now, 1)
        assert now.caret in (0, len(text)) or not unicodedata.combining(text[now.caret])
    assert editing.moved(now, steps).text == text


@pytest.mark.parametrize("letter", [DECOMPOSED, FAMILY, "क\u093f"])
def test_a_letter_of_several_characters_goes_at_once(letter: str) -> None:
    assert editing.without_before(begun(f"a{letter}")) == begun("a")
    assert editing.moved(begun(f"a{letter}"), -1).caret == 1
    first = editing.moved_to(begun(f"{letter}b"), 0)
    assert editing.without_after(first).text == "b"


def test_all_that_is_taken_hold_of_gives_way_to_what_is_typed() -> None:
    held = editing.all_of(begun("P-0147"))
    assert editing.put(held, "Q", 10) == begun("Q")
    assert editing.without_before(held) == Editing()
    assert editing.moved(held, 1).selected is False


def test_lines_become_spaces_where_there_is_one_line() -> None:
    assert editing.put(Editing(), "a\r\nb\u2028c\td", 20).text == "a b c d"
    assert editing.put(Editing(), "a\r\nb", 20, lines=True).text == "a\nb"
