"""Codes and initials: what stands for people in files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from exercises.code import Code, CodeError, Initials, check_code

CODES = TypeAdapter(Code)
INITIALS = TypeAdapter(Initials)


@pytest.mark.parametrize("code", ["P-0147", "ab", "7Q", "A-1-b-2", "X" * 24])
def test_a_code_is_letters_digits_and_single_hyphens(code: str) -> None:
    assert check_code(code) == CODES.validate_python(code) == code


@pytest.mark.parametrize(
    "code",
    [
        "",
        "P",
        "../P-1",
        "..",
        "P/1",
        "P\\1",
        "P--1",
        "-P1",
        "P1-",
        "P 1",
        "Ä-1",
        "P-1\n",
        "X" * 25,
        "P-1\x00",
        "٣٤",
        "/etc/passwd",
        "P.1",
        "~P1",
        "C:P1",
    ],
)
def test_what_could_be_a_path_or_a_name_is_no_code(code: str) -> None:
    with pytest.raises(ValidationError):
        CODES.validate_python(code)
    with pytest.raises(CodeError) as refused:
        check_code(code)
    assert "\n" not in str(refused.value)
    assert "P-0147" in str(refused.value)


def test_a_long_text_in_place_of_a_code_is_not_repeated_whole() -> None:
    with pytest.raises(CodeError) as refused:
        check_code("Maria Magdalena Example, born on the first of May " * 50)
    assert len(str(refused.value)) < 250


@given(st.text(max_size=30))
def test_check_and_type_agree_on_what_a_code_is(text: str) -> None:
    try:
        CODES.validate_python(text)
        allowed = True
    except ValidationError:
        allowed = False
    try:
        check_code(text)
        assert allowed
    except CodeError:
        assert not allowed


@pytest.mark.parametrize("initials", ["A", "AB", "ÉL", "田", "Жю", "प्र", "אב", "ABCDEF"])
def test_initials_are_letters_of_any_script(initials: str) -> None:
    assert INITIALS.validate_python(initials) == initials


def test_initials_written_with_a_loose_accent_are_the_same() -> None:
    assert INITIALS.validate_python("E\u0301L") == "ÉL"


@pytest.mark.parametrize("initials", ["", "ABCDEFG", "A B", "A1", "A.", "A\n", "\u0301", "-"])
def test_what_is_not_letters_is_no_initials(initials: str) -> None:
    with pytest.raises(ValidationError):
        INITIALS.validate_python(initials)
