"""Practices, diaries and rooms: what is kept comes back, whole."""

import json
import time
from datetime import UTC, date, datetime, timedelta, timezone
from math import isnan
from uuid import uuid4

import pytest
import sqlalchemy as sa
from pydantic import ValidationError

from exercises.person import Consent
from feedback.ratings import DiaryEntry, Ratings
from records.errors import AlreadyThere, NotAgreed, Stale, UnknownEntry
from records.rooms import Room
from records.store import Store
from records.tables import PracticeRow
from tests.records.specimens import DAY, MOVEMENT, NOON, kept_practice, person, practice, ratings
from vision.zones import Zone

MADE_WITH = "unhurried 0.1.0, pose full"


def keep(store: Store, began_at: datetime = NOON, words: str = "") -> None:
    store.practices.add(
        "P-0147", kept_practice(began_at=began_at, words=words, made_with=MADE_WITH)
    )


def test_a_practice_comes_back_with_what_was_withheld_still_withheld(staffed: Store) -> None:
    keep(staffed, words="Leicht.\nΚαλά 🙂")
    (kept,) = staffed.practices.list("P-0147")
    first = kept.record.movements[0].summary.repetitions[0]
    assert isnan(first.peak_error)
    assert first.peak == 80.5
    assert kept.record.movements[0].summary.cues == practice().movements[0].summary.cues
    assert (kept.words, kept.began_at, kept.made_with) == ("Leicht.\nΚαλά 🙂", NOON, MADE_WITH)
    assert kept.ratings == ratings()


def test_what_is_said_later_takes_the_place_of_what_was_kept(staffed: Store) -> None:
    id_ = staffed.practices.add("P-0147", kept_practice())
    said = ratings().model_copy(update={"stopped": True})
    staffed.practices.amend(id_, practice(), said, "it burned")
    (kept,) = staffed.practices.list("P-0147")
    assert (kept.words, kept.ratings, kept.began_at) == ("it burned", said, NOON)
    held = staffed.people.get("P-0147")
    asked = held.value.model_copy(update={"consent": None})
    staffed.people.update(asked, held.row_version)
    with pytest.raises(NotAgreed):
        staffed.practices.amend(id_, practice(), said, "more")
    with pytest.raises(UnknownEntry):
        staffed.practices.amend(uuid4(), practice(), said, "")


def test_moments_are_kept_in_utc_and_none_without_a_zone(staffed: Store) -> None:
    keep(staffed, datetime(2026, 3, 2, 14, 0, tzinfo=timezone(timedelta(hours=2))))
    (kept,) = staffed.practices.list("P-0147")
    assert (kept.began_at, kept.began_at.tzinfo) == (NOON, UTC)
    with pytest.raises(ValidationError, match="no time zone"):
        keep(staffed, datetime(2026, 3, 2, 14, 0))


def test_practices_are_listed_newest_first_and_from_a_day_on(staffed: Store) -> None:
    for days in (2, 0, 1):
        keep(staffed, NOON + timedelta(days=days), words=str(days))
    assert [each.words for each in staffed.practices.list("P-0147")] == ["2", "1", "0"]
    since = staffed.practices.list("P-0147", since=NOON + timedelta(days=1), limit=1)
    assert [each.words for each in since] == ["2"]


def test_outcomes_are_what_progression_goes_by_the_oldest_first(staffed: Store) -> None:
    for days in (1, 0):
        keep(staffed, NOON + timedelta(days=days))
    first, second = staffed.practices.outcomes("P-0147")
    assert (first.on, second.on) == (DAY, DAY + timedelta(days=1))
    assert (first.pain_rise, first.effort) == (-1, 2)
    movement = first.of(MOVEMENT)
    assert movement is not None
    assert (movement.repetitions, movement.answer, movement.completed) == (3, "easier", True)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zone to set")
def test_an_evening_west_of_greenwich_is_of_that_day_and_not_of_tomorrow(
    staffed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "EST5")
    time.tzset()
    try:
        keep(staffed, datetime(2026, 3, 3, 1, 0, tzinfo=UTC))
        (evening,) = staffed.practices.outcomes("P-0147")
        assert evening.on == DAY
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "consent",
    [
        None,
        Consent(on=DAY, record=False),
        Consent(on=DAY, record=True, withdrawn_on=DAY),
    ],
)
def test_nothing_is_kept_of_who_did_not_agree(store: Store, consent: Consent | None) -> None:
    store.people.add(person(consent=consent))
    with pytest.raises(NotAgreed, match="P-0147"):
        keep(store)
    assert store.practices.list("P-0147") == []


def test_a_diary_holds_nothing_new_of_who_agrees_no_longer(staffed: Store) -> None:
    first = staffed.diary.add("P-0147", DiaryEntry(day=DAY, words="A slow day."), NOON)
    kept = staffed.people.get("P-0147")
    assert kept.value.consent is not None
    ended = kept.value.consent.all_withdrawn(DAY)
    staffed.people.update(kept.value.model_copy(update={"consent": ended}), kept.row_version)
    with pytest.raises(NotAgreed, match="P-0147"):
        staffed.diary.add("P-0147", DiaryEntry(day=DAY + timedelta(days=1), words="Sore."))
    with pytest.raises(NotAgreed, match="P-0147"):
        staffed.diary.update(first.id, DiaryEntry(day=DAY, words="Sore."), first.row_version)
    assert staffed.diary.list("P-0147") == [first]


def test_a_diary_keeps_days_and_their_changes(staffed: Store) -> None:
    entry = DiaryEntry(day=DAY, words="A slow day.", pain=3, flare=True)
    first = staffed.diary.add("P-0147", entry, NOON)
    staffed.diary.add("P-0147", DiaryEntry(day=DAY + timedelta(days=1), words="Better."))
    changed = staffed.diary.update(first.id, DiaryEntry(day=DAY, pain=2), first.row_version)
    assert [each.value.pain for each in staffed.diary.list("P-0147")] == [None, 2]
    assert [each.value.words for each in staffed.diary.list("P-0147", DAY, 1)] == ["Better."]
    with pytest.raises(Stale) as caught:
        staffed.diary.update(first.id, entry, first.row_version)
    assert caught.value.theirs == changed
    with pytest.raises(UnknownEntry):
        staffed.diary.list("P-9", date(2026, 1, 1))


def test_a_room_keeps_its_places(store: Store) -> None:
    room = Room(name="Garden room", zones=(Zone(1, 0, 0, 0.5, 1), Zone(2, 0.5, 0, 0.5, 1)))
    store.rooms.add(room)
    assert store.rooms.get("garden ROOM").value == room
    with pytest.raises(AlreadyThere):
        store.rooms.add(room)
    smaller = Room(name="Garden room", zones=room.zones[:1])
    store.rooms.update(smaller, 1)
    with pytest.raises(Stale):
        store.rooms.update(room, 1)
    assert store.rooms.list() == [smaller]
    store.rooms.remove("Garden room")
    with pytest.raises(UnknownEntry):
        store.rooms.get("Garden room")


def test_a_room_with_two_places_of_one_number_is_none() -> None:
    with pytest.raises(ValidationError, match="one number"):
        Room(name="Hall", zones=(Zone(1, 0, 0, 0.5, 1), Zone(1, 0.5, 0, 0.5, 1)))


def test_a_note_and_how_content_somebody_was_come_back(staffed: Store) -> None:
    id_ = staffed.practices.add(
        "P-0147",
        kept_practice(
            ratings=Ratings(satisfaction=8),
            words="warm",
            with_staff="AB",
            note="Sat from the middle on.",
        ),
    )
    staffed.practices.amend(id_, practice(), Ratings(satisfaction=9), "warmer")
    (kept,) = staffed.practices.list("P-0147")
    assert (kept.note, kept.ratings.satisfaction, kept.words) == (
        "Sat from the middle on.",
        9,
        "warmer",
    )
    staffed.practices.amend(id_, practice(), Ratings(), "", "Stood again.")
    assert staffed.practices.list("P-0147")[0].note == "Stood again."


def test_a_practice_of_before_there_were_notes_is_read(staffed: Store) -> None:
    keep(staffed)
    with staffed.practices._work.writing() as transaction:
        row = transaction.scalars(sa.select(PracticeRow)).one()
        written = json.loads(row.document)
        del written["note"], written["ratings"]["satisfaction"]
        row.document = json.dumps(written)
    (kept,) = staffed.practices.list("P-0147")
    assert (kept.note, kept.ratings.satisfaction) == ("", None)
