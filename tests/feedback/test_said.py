"""What is answered, as it stands."""

from feedback.ratings import outcome_of
from feedback.record import PracticeRecord
from feedback.said import LONGEST_WORDS, Rated, Said, SignNamed
from tests.records.specimens import NOON


def test_an_answer_is_taken_back() -> None:
    said = Said().rated("before", Rated("pain", 4)).rated("before", Rated("pain", None))
    assert said.pain_before is None
    assert said == Said()


def test_a_scale_has_its_ends() -> None:
    said = Said().rated("before", Rated("mood", 14)).rated("after", Rated("pain", -3))
    assert (said.ratings().mood_before, said.ratings().pain_after) == (10, 0)


def test_how_far_pain_rose_at_most() -> None:
    said = Said().rated("before", Rated("pain", 3))
    assert said.rose_by() is None
    said = said.hurting(10, 6).hurting(20, 4).rated("after", Rated("pain", 2))
    assert said.rose_by() == 3
    assert [mark.pain for mark in said.ratings().pain_marks] == [6, 4]


def test_without_an_answer_before_pain_rises_from_the_first_that_was_said() -> None:
    said = Said().hurting(1, 4)
    assert said.rose_by() is None
    assert said.rated("after", Rated("pain", 5)).rose_by() == 1
    assert said.hurting(2, 7).rose_by() == 3
    rises = [
        outcome_of(PracticeRecord(0, 1, ()), each.ratings(), NOON).pain_rise
        for each in (said, said.hurting(2, 3), said.hurting(2, 7))
    ]
    # That it did not rise is not told by it: nobody knows how the practice began.
    assert rises == [None, None, 3]


def test_signs_are_named_once_and_taken_back() -> None:
    said = Said().naming(SignNamed("faintness")).naming(SignNamed("chest-pain"))
    said = said.naming(SignNamed("faintness"))
    assert said.signs == ("chest-pain", "faintness")
    assert said.naming(SignNamed("chest-pain", named=False)).signs == ("faintness",)


def test_very_long_words_are_kept_up_to_an_end() -> None:
    assert len(Said().writing("ä" * 5000).words) == LONGEST_WORDS
