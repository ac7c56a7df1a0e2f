"""A movement written as TOML, and read back as what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.exercise import Exercise
from exercises.library import library
from exercises.loading import parse
from exercises.writing import WIDTH, written
from tests.exercises.definitions import plain

texts = st.text(min_size=1, max_size=120).filter(lambda text: "\ud800" not in text)
angles = st.floats(-180, 180, allow_nan=False)


def again(text: str) -> Exercise:
    return parse(text.encode("utf-8"), "mine.toml")


@pytest.mark.parametrize("movement", library().values(), ids=lambda movement: movement.id)
def test_every_movement_of_the_library_reads_back_as_it_was(movement: Exercise) -> None:
    text = written(movement)
    assert again(text) == movement
    assert written(again(text)) == text


@given(
    title=texts,
    care=st.lists(texts, max_size=6),
    high=st.floats(61, 149, allow_nan=False),
    stance=st.dictionaries(st.sampled_from(["trunk_flexion", "left_wrist_flexion"]), angles),
)
def test_whatever_texts_and_numbers_a_movement_holds_it_reads_back_as_it_was(
    title: str, care: list[str], high: float, stance: dict[str, float]
) -> None:
    movement = plain({"title": title, "care": care, "targets.0.high": high, "stance": stance})
    text = written(movement)
    assert again(text) == movement
    assert written(again(text)) == text


@given(above=texts, beside=texts)
def test_no_comment_changes_what_is_read(above: str, beside: str) -> None:
    movement = plain()
    everywhere = ("", "title", "care", "targets[0]", "targets[0].low", "phases[1]", "nonsense")
    commented = written(movement, dict.fromkeys(everywhere, above), {"id": beside, "view": beside})
    assert again(commented) == movement


def test_comments_stand_above_and_beside_what_they_are_about() -> None:
    lines = written(
        plain(),
        {"": "The top.\nA second line.", "targets[0]": "What leads.", "phases[1].seconds": "Slow."},
        {"posture": "seated, standing or lying"},
    ).splitlines()
    assert lines[:2] == ["# The top.", "# A second line."]
    assert 'posture = "standing" # seated, standing or lying' in lines
    assert lines[lines.index("[[targets]]") - 1] == "# What leads."
    slow = lines.index("# Slow.")
    assert lines[slow + 1] == "seconds = 6"
    assert slow > lines.index('id = "lower"')


def test_a_long_comment_and_a_long_list_are_put_on_several_lines() -> None:
    care = ["A long way to say that a smaller one is just as welcome."] * 3
    text = written(plain({"care": care}), {"how": "word " * 60})
    assert max(len(line) for line in text.splitlines()) <= WIDTH
    assert again(text).care == tuple(care)


def test_what_is_at_its_default_is_not_written_but_the_role_is() -> None:
    text = written(plain())
    assert "variants" not in text
    assert "cautions" not in text
    assert 'role = "lead"' in text


def test_a_value_that_no_definition_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        written(plain().model_copy(update={"title": b"x"}))
