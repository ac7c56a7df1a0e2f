"""What has to hold between a movement and those it names."""

from typing import Any

from exercises.exercise import Exercise
from exercises.relation_checks import relation_faults
from tests.exercises.definitions import plain

TIMED = {"targets": [], "repetitions": 0, "view": "any"}


def lines(*movements: Exercise, unchanged: tuple[str, ...] = ()) -> list[str]:
    """Return what is amiss with the first of `movements`, the others being there."""
    known = {movement.id: movement for movement in movements}
    return [str(fault) for fault in relation_faults(movements[0], known, unchanged)]


def other(**changes: Any) -> Exercise:
    return plain({"id": "other", **changes})


def test_equals_that_name_each_other_are_welcome() -> None:
    assert lines(plain({"variants": ["other"]}), other(variants=["plain-rise"])) == []


def test_an_equal_that_does_not_name_it_back_is_named() -> None:
    assert lines(plain({"variants": ["other"]}), other()) == [
        'variants: "other" does not name it back; add "plain-rise" to the variants of that'
    ]


def test_a_library_cannot_name_a_clinics_own_back() -> None:
    assert lines(plain({"variants": ["other"]}), other(), unchanged=("other",)) == []


def test_equals_of_different_numbers_are_named() -> None:
    mine = plain({"variants": ["other"]})
    assert lines(mine, other(variants=["plain-rise"], number=11)) == [
        'number: "other" has number 11, not 10; equals share one'
    ]


def test_a_movement_that_is_not_there_is_asked_after() -> None:
    assert lines(plain({"variants": ["othr"], "alike": ["nobody"]}), other()) == [
        'variants: no movement is called "othr"; did you mean other?',
        'alike: no movement is called "nobody"',
    ]


def test_what_looks_alike_is_seen_from_the_same_side() -> None:
    assert lines(plain({"alike": ["other"]}), other()) == []
    assert lines(plain({"alike": ["other"]}), other(**TIMED)) == [
        'alike: "other" has view = "any", not "front"; '
        "what is watched otherwise cannot look the same"
    ]
