"""No letter is ever a box: another face has it, or a dot stands in for it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.letters import OWN, STAND_IN, face_of, readable, runs_rightward, script_of, shown_in
from ui.typed import one_line, width_of


@pytest.mark.parametrize(
    "text", ["Jardín Azul", "Γαλάζιο", "Рябина", "Nguồn", "e\u0301", "Żółć", ""]
)
def test_our_own_face_has_latin_greek_and_cyrillic(text: str) -> None:
    assert face_of(text) == OWN
    assert readable(text) == (text, OWN)


def test_what_no_face_has_is_shown_by_dots_and_its_marks_by_nothing() -> None:
    # Unassigned, so lacking on every machine.
    assert readable("A\U00050000B\U00050001") == (f"A{STAND_IN}B{STAND_IN}", OWN)
    assert face_of("\U00050000") is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12))
def test_what_is_shown_needs_nothing_that_its_face_lacks(text: str) -> None:
    shown, face = readable(text)
    assert shown_in(face, shown) == shown


def test_scripts_that_are_joined_are_known_with_their_direction() -> None:
    assert script_of("نهر") == "Arab"
    assert script_of("נהר") == "Hebr"
    assert script_of("Elm") is None
    assert not runs_rightward("نهر Elm")
    assert runs_rightward("12 Elm نهر")
    assert runs_rightward("147")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.integers(20, 400))
def test_one_line_is_never_wider_than_its_place(text: str, width: int) -> None:
    assert width_of(one_line(text, 22, width), 22) <= width
