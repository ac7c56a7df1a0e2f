"""The definition as data."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.library import library
from exercises.loading import parse
from tests.exercises.definitions import document, plain, plain_data


@pytest.mark.parametrize("movement", library().values(), ids=lambda movement: movement.id)
def test_a_movement_of_the_library_comes_back_from_its_file(movement: Exercise) -> None:
    text = document(movement.model_dump(exclude_defaults=True))
    assert parse(text.encode(), "again.toml") == movement


@st.composite
def definitions(draw: st.DrawFn) -> dict[str, Any]:
    text = st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), min_size=1, max_size=32)
    low = draw(st.floats(0, 170))
    high = draw(st.floats(low + 0.1, 175))
    return plain_data(
        {
            "title": draw(text),
            "care": draw(st.lists(text, max_size=6)),
            "phases.0.words": draw(text),
            "phases.1.seconds": draw(st.floats(3, 26)),
            "targets.0.low": low,
            "targets.0.high": high,
            "targets.0.ceiling": draw(st.floats(high + 0.1, 200)),
            "stance": draw(st.dictionaries(st.just("knee_flexion"), st.floats(0, 60))),
        }
    )


@settings(max_examples=60, deadline=None)
@given(definitions())
def test_any_definition_comes_back_from_its_file(tables: dict[str, Any]) -> None:
    movement = Exercise.model_validate(tables)
    assert parse(document(movement.model_dump()).encode(), "again.toml") == movement


def test_a_movement_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        plain().title = "Other"  # type: ignore[misc]


def test_equal_movements_are_found_under_one_key() -> None:
    assert {plain(): 1}[plain()] == 1
    assert plain() != plain({"title": "Other"})


def test_the_cycle_is_the_sum_of_its_phases() -> None:
    assert plain().cycle_s == 10


@pytest.mark.parametrize(
    ("rest", "low", "high", "rising", "near", "far"),
    [(0, 60, 120, True, 60, 120), (90, 0, 15, False, 15, 0), (0, -20, -10, False, -10, -20)],
)
def test_a_target_knows_which_end_is_met_first(
    rest: float, low: float, high: float, rising: bool, near: float, far: float
) -> None:
    target = Target(measure="knee_flexion", rest=rest, low=low, high=high, ceiling=0)
    assert (target.rising, target.near, target.far) == (rising, near, far)
