"""Two entries of one day, put together and told apart."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from feedback.ratings import DiaryEntry
from ui.home.entries import (
    FELT,
    PARTS,
    differing,
    rated,
    says_nothing,
    text_of,
    together,
    writing,
)

DAY = date(2026, 3, 2)
SCALE = st.none() | st.integers(0, 10)
TEXT = st.text("abcä שم.", max_size=30)
ENTRIES = st.builds(
    DiaryEntry,
    day=st.just(DAY),
    pain=SCALE,
    mood=SCALE,
    energy=SCALE,
    sleep=SCALE,
    words=TEXT,
    symptoms=TEXT,
    tried=TEXT,
    helped=TEXT,
    early_signs=TEXT,
    flare=st.booleans(),
)


@given(ENTRIES, ENTRIES)
def test_nothing_that_was_written_is_lost_when_both_are_kept(
    mine: DiaryEntry, theirs: DiaryEntry
) -> None:
    both = together(mine, theirs)
    for part in PARTS:
        assert text_of(mine, part) in text_of(both, part)
        assert text_of(theirs, part) in text_of(both, part)
    for what in FELT:
        assert rated(both, what) in (rated(mine, what), rated(theirs, what))
        if rated(mine, what) is not None:
            assert rated(both, what) == rated(mine, what)
    assert both.flare == (mine.flare or theirs.flare)
    assert DiaryEntry.model_validate_json(both.model_dump_json()) == both


@given(ENTRIES)
def test_an_entry_put_together_with_itself_stays(entry: DiaryEntry) -> None:
    assert together(entry, entry) == entry
    assert differing(entry, entry) == ()


@given(ENTRIES, ENTRIES)
def test_entries_differ_where_they_are_said_to(one: DiaryEntry, other: DiaryEntry) -> None:
    assert (differing(one, other) == ()) == (one == other)


def test_an_entry_in_which_nothing_is_noted_says_so() -> None:
    assert says_nothing(DiaryEntry(day=DAY))
    for part in PARTS:
        assert not says_nothing(writing(DiaryEntry(day=DAY), part, "x"))


def test_an_entry_from_before_there_was_sleep_is_read() -> None:
    old = '{"day":"2026-03-02","words":"A slow day.","pain":3,"mood":null,"flare":true}'
    entry = DiaryEntry.model_validate_json(old)
    assert (entry.sleep, entry.symptoms, entry.early_signs) == (None, "", "")
    assert (entry.pain, entry.flare) == (3, True)
