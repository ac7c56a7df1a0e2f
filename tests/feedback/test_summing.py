"""What is said at the end of a practice, told as stories."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.ratings import PainMark
from feedback.said import DAYS, Rated, Said, Scaled
from feedback.summing import MOST_WINS, Change, Moved, Way, Win, summed
from tests.feedback.moved import record_of
from words.tr import tr
from words.wording import forbidden_in

TITLES = {"movement-0": "Arriving breath", "movement-1": "Side bend, seated"}


def rated(**answers: tuple[int | None, int | None]) -> Said:
    """Return what is said by somebody who rated things before and after."""
    said = Said()
    for what, (before, after) in answers.items():
        said = said.rated("before", Rated(what, before))  # type: ignore[arg-type]
        said = said.rated("after", Rated(what, after))  # type: ignore[arg-type]
    return said


def test_somebody_who_came_and_left_again_is_thanked_for_coming() -> None:
    told = summed(None, Said(), TITLES)
    assert (told.moved, told.movements, told.changes) == ("nothing", (), ())
    assert told.wins == ("came",)
    assert not told.contact


@pytest.mark.parametrize(
    ("seconds", "moved"),
    [
        (0, "nothing"),
        (20, "moment"),
        (60, "minute"),
        (180, "few"),
        (300, "five"),
        (600, "ten"),
        (900, "quarter"),
        (1200, "twenty"),
        (1800, "half-hour"),
        (3600, "long"),
    ],
)
def test_about_how_long_was_moved_is_said_in_words(seconds: float, moved: Moved) -> None:
    assert summed(record_of(seconds), Said(), TITLES).moved == moved


def test_each_movement_is_told_once_and_not_one_that_was_only_looked_at() -> None:
    record = record_of(60, 60, 60, 2, ids=("movement-1", "movement-0", "movement-1", "other"))
    assert summed(record, Said(), TITLES).movements == ("Side bend, seated", "Arriving breath")


def test_a_movement_whose_title_is_not_known_is_left_out() -> None:
    assert summed(record_of(60, 60, 60), Said(), TITLES).movements == tuple(TITLES.values())


def test_pain_became_softer_and_mood_lighter() -> None:
    said = rated(pain=(5, 3), mood=(4, 6), energy=(5, 5))
    assert summed(None, said, TITLES).changes == (
        Change("pain", "less"),
        Change("mood", "more"),
        Change("energy", "same"),
    )


def test_nothing_is_said_of_what_was_answered_only_once() -> None:
    assert summed(None, rated(pain=(3, None), mood=(None, 4)), TITLES).changes == ()


def test_somebody_who_stopped_is_asked_no_more_and_what_they_said_last_counts() -> None:
    said = replace(rated(pain=(2, None)), stopped=True, pain_marks=(PainMark(time_s=9, pain=6),))
    told = summed(record_of(40), said, TITLES)
    assert told.changes == (Change("pain", "more"),)
    assert told.wins[0] == "stopped"
    assert told.contact


def test_pain_that_rose_by_one_is_information_and_by_two_is_for_the_clinician() -> None:
    assert not summed(None, rated(pain=(3, 4)), TITLES).contact
    assert summed(None, rated(pain=(3, 5)), TITLES).contact


def test_pain_that_rose_in_the_middle_and_came_back_is_for_the_clinician() -> None:
    said = replace(rated(pain=(2, 2)), pain_marks=(PainMark(time_s=9, pain=5),))
    told = summed(None, said, TITLES)
    assert told.contact
    assert told.changes == (Change("pain", "same"),)


def test_a_sign_that_was_named_is_for_the_clinician() -> None:
    assert summed(None, Said(signs=("faintness",)), TITLES).contact


def test_resting_and_saying_too_much_are_wins() -> None:
    record = record_of(60, marks=("too-much", "new", "too-much"), rested_s=60)
    assert summed(record, Said(), TITLES).wins == ("too-much", "rested", "new")


@pytest.mark.parametrize(("day", "win"), [("smaller", "smaller"), ("two-minutes", "smaller")])
def test_a_smaller_day_is_information(day: str, win: str) -> None:
    assert summed(None, Said(day=day), TITLES).wins == (win,)  # type: ignore[arg-type]


def test_a_flare_day_is_told_as_one() -> None:
    assert summed(None, Said(day="flare"), TITLES).wins == ("flare",)


@given(
    st.lists(st.floats(0, 4000), max_size=6),
    st.lists(st.sampled_from(["new", "stretchy", "too-much"]), max_size=5),
    st.floats(0, 300),
    st.sampled_from(DAYS),
    st.booleans(),
)
def test_there_is_always_a_win_and_never_more_than_can_be_taken_in(
    moved_s: list[float], marks: list[str], rested_s: float, day: str, stopped: bool
) -> None:
    record = record_of(*moved_s, marks=marks, rested_s=rested_s)
    told = summed(record, Said(day=day, stopped=stopped), TITLES)  # type: ignore[arg-type]
    assert 1 <= len(told.wins) <= MOST_WINS
    assert len(set(told.wins)) == len(told.wins)
    assert set(told.movements) <= set(TITLES.values())


def test_everything_that_may_be_told_has_its_words_without_a_number_or_a_hard_one() -> None:
    compared: tuple[Scaled, ...] = ("pain", "mood", "energy")
    keys = [
        *(f"summary.moved-{moved}" for moved in get_args(Moved)),
        *(f"summary.win-{win}" for win in get_args(Win)),
        *(f"summary.{what}-{way}" for what in compared for way in get_args(Way)),
        "summary.contact",
    ]
    for key in keys:
        said = tr(key)
        assert not any(letter.isdigit() for letter in said), key
        assert "!" not in said, key
        assert forbidden_in(said) == (), key
