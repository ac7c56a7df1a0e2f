"""Programmes as frozen data."""

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from exercises.programme import Programme
from tests.exercises.people_data import programmes


@settings(max_examples=30, deadline=None)
@given(programmes)
def test_a_programme_comes_back_from_json_as_it_was(programme: Programme) -> None:
    assert Programme.model_validate_json(programme.model_dump_json()) == programme


@pytest.mark.parametrize(
    "item",
    [
        {"sides": "none"},
        {"repetitions": 0},
        {"repetitions": 31},
        {"minutes": 0.0},
        {"minutes": 21.0},
        {"tempo": 0.4},
        {"tempo": 1.6},
        {"rest_s": -1.0},
        {"range_share": 0.0},
        {"range_share": 1.01},
        {"exhale_s": -1.0},
        {"exercise_id": "Not A Slug"},
        {"speed": 1.0},
    ],
)
def test_an_item_that_makes_no_sense_is_refused(item: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Programme.model_validate(
            {"id": "mine", "title": "Mine", "items": [{"exercise_id": "a", **item}]}
        )


def test_a_programme_has_something_in_it_and_days_of_the_week() -> None:
    with pytest.raises(ValidationError):
        Programme(id="mine", title="Mine", items=())
    with pytest.raises(ValidationError):
        Programme.model_validate(
            {"id": "mine", "title": "Mine", "items": [{"exercise_id": "a"}], "days": ["someday"]}
        )
