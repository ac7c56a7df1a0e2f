"""Who is forgotten is forgotten: no row, no key, no byte in any page; all others stay."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from exercises.person import Goal
from exercises.staff import Staff
from feedback.ratings import DiaryEntry
from records import driver, keys
from records.audit_tables import AuditKeyRow
from records.backing_up import back_up, default_backup
from records.backups_known import known_backups
from records.base import Base
from records.engine import READING
from records.errors import UnknownEntry
from records.forgetting import tables_of_people
from records.place import Place
from records.receipt import KINDS, new_receipt_id, receipt_text
from records.store import Store, open_store
from records.verifying import verify
from tests.records.pages import decrypted
from tests.records.specimens import (
    DAY,
    NOON,
    PIN,
    kept_practice,
    person,
    practice,
    programme,
    ratings,
    signed,
)

CODE, NAME = "Quokka-77", "Zebrafink \u00c4ng"
WORDS = ("Marmalade mornings", "kingfisher by the brook", "thistledown in the wind")


def lived_in(store: Store) -> Store:
    """Fill a store with two people; all of one's texts are to be found nowhere later."""
    store.staff.add(Staff(initials="AB", role="therapist"), PIN)
    store.people.add(person("P-1", display_name="Elm"))
    goal = Goal(words=WORDS[2], activity="walking")
    store.people.add(person(CODE, display_name=NAME, goals=(goal,)))
    for code, words in ((CODE, WORDS[0]), ("P-1", "calm")):
        store.ranges.sign(signed(code), PIN)
        store.programmes.apply(code, programme(), 0, "AB", PIN)
        for number in range(3):
            began = NOON + timedelta(days=number)
            id_ = store.practices.add(
                code, kept_practice(began_at=began, record=practice(40), words=words)
            )
            store.practices.amend(id_, practice(2), ratings(), words)  # leaves free pages
        store.diary.add(code, DiaryEntry(day=DAY, tried=WORDS[1] if code == CODE else "tea"))
        called = NAME if code == CODE else "Elm"
        store.audit.add("exported", "AB", code, f"{code}.csv of {called}")
    return store


def found_in_pages(place: Place, *texts: str) -> set[str]:
    key = keys.find_key(place.key_file)
    pages = [page.lower() for page in decrypted(place.store, key)]
    return {text for text in texts if any(text.lower().encode() in page for page in pages)}


def test_no_byte_of_who_was_forgotten_is_in_any_page(place: Place) -> None:
    texts = (CODE, "Zebrafink", *WORDS)
    with open_store(place) as store:
        lived_in(store)
        assert found_in_pages(place, *texts) == set(texts)  # they can be found where they are
        forgotten = store.forgetting.forget(CODE.upper(), "AB")
        assert store.forgetting.clean_pages()
        assert found_in_pages(place, *texts) == set()
        assert [each.code for each in store.people.list()] == ["P-1"]
        assert len(store.practices.list("P-1")) == 3
        assert store.audit.verify() == []
        last = store.audit.list()[-1]
        assert (last.number, last.action, last.by) == (forgotten.entry, "forgot", "AB")
        assert last.digest.hex() == forgotten.digest
        assert last.detail == f"receipt {forgotten.receipt_id}"
        assert (last.code, last.forgotten) == (None, True)
        with pytest.raises(UnknownEntry):
            store.forgetting.forget(CODE)
    assert verify(place.store, keys.find_key(place.key_file)).faults == ()


def test_what_goes_is_counted_and_the_key_goes_with_it(store: Store) -> None:
    lived_in(store)
    forgotten = store.forgetting.forget(CODE)
    assert forgotten.counts == {
        "person": 1,
        "signed_range": 1,
        "programme": 1,
        "practice": 3,
        "diary_entry": 1,
        "audit_key": 1,
    }
    assert forgotten.went_out == {"exported": 1}
    with store._engine.connect() as connection:
        kept = connection.execute(sa.select(AuditKeyRow.folded_code)).scalars().all()
    assert kept == ["p-1"]


def test_forgetting_that_stops_half_way_forgets_nothing(store: Store) -> None:
    lived_in(store)
    before = [each.number for each in store.audit.list(CODE)]
    with store._engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER stops BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    with pytest.raises(DBAPIError):
        store.forgetting.forget(CODE)
    assert [each.number for each in store.audit.list(CODE)] == before
    assert len(store.practices.list(CODE)) == 3
    assert store.audit.verify() == []


def test_all_tables_that_point_to_a_person_go_with_them_and_have_a_word() -> None:
    theirs = {table.name for table, _ in tables_of_people()}
    assert theirs == set(KINDS)
    of_nobody = set(Base.metadata.tables) - theirs
    for name in of_nobody:
        columns = set(Base.metadata.tables[name].columns.keys())
        assert not columns & {"person_id", "practice_id", "folded_code"}, name


def test_the_receipt_names_nobody_and_says_what_went(store: Store) -> None:
    lived_in(store)
    forgotten = store.forgetting.forget(CODE, "AB", NOON)
    made = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)
    backups = [("store-20260301T083000Z.db", made)]
    text = receipt_text(forgotten, cleaned=True, log_lines=2, backups=backups)
    assert not [each for each in (CODE, "Zebrafink", *WORDS) if each.lower() in text.lower()]
    for said in (
        forgotten.receipt_id,
        f"Audit entry  {forgotten.entry}\n",
        forgotten.digest,
        "2026-03-02 12:00:00 UTC",
        "      3  practices\n",
        "      2  lines of the log\n",
        "store-20260301T083000Z.db, made 2026-03-01 08:30 UTC",
        "      1  exported\n",
        "built anew",
    ):
        assert said in text
    nothing = replace(forgotten, went_out={})
    text = receipt_text(nothing, cleaned=False, log_lines=0, backups=[])
    for said in ("unhurried store tidy", "  none\n", "written or copied elsewhere", "  nothing\n"):
        assert said in text
    assert len({new_receipt_id() for _ in range(100)}) == 100


def test_backups_known_here_are_named_with_their_days(place: Place) -> None:
    assert known_backups(place) == []
    place.backups.mkdir()
    made = back_up(place, keys.find_key(place.key_file), default_backup(place))
    aside = place.folder / "store-replaced-20260101T000000Z.db"
    aside.write_bytes(b"")
    (place.folder / "other.db").write_bytes(b"")
    found = known_backups(place)
    assert {path for path, _ in found} == {made, aside}
    assert all(abs(datetime.now(UTC) - when) < timedelta(minutes=1) for _, when in found)


def test_a_store_that_is_being_read_says_that_it_was_not_cleaned(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_MS", 50)
    with open_store(place) as store, open_store(place) as other:
        lived_in(store)
        reading = other._engine.execution_options(**{READING: True})
        with reading.connect() as reads:
            reads.exec_driver_sql("SELECT count(*) FROM person").all()
            store.forgetting.forget(CODE)
            assert not store.forgetting.clean_pages()
        assert store.forgetting.clean_pages()
    assert found_in_pages(place, CODE, *WORDS) == set()
