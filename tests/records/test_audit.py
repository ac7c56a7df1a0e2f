"""Who did what is only ever added, chained, and names nobody who was forgotten."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from records.audit import note
from records.audit_chain import FIRST, Link, chain_faults, link_digest
from records.audit_tables import AuditKeyRow, AuditRow
from records.base import new_id
from records.errors import Stale, UnknownEntry
from records.store import Store
from records.work import Work
from tests.records.specimens import DAY, NOON, person


@pytest.fixture
def staffed(store: Store) -> Store:
    """Return a store with one person, of whom nothing was noted yet."""
    store.people.add(person(consent=None))
    return store


def chain(details: list[str]) -> list[Link]:
    """Return a chain with one entry for each of `details`."""
    links: list[Link] = []
    for number, detail in enumerate(details, 1):
        previous = links[-1].digest if links else FIRST
        at = NOON + timedelta(seconds=number)
        by = "AB" if number % 2 else None
        subject = bytes([number]) * 32 if number % 3 else None
        digest = link_digest(number, at, "read", by, subject, detail, previous)
        links.append(Link(number, at, "read", by, subject, detail, previous, digest))
    return links


def head_of(links: list[Link]) -> tuple[int, bytes]:
    return links[-1].number, links[-1].digest


chains = st.lists(st.text(max_size=20), min_size=1, max_size=8).map(chain)


@given(chains)
def test_a_chain_as_it_was_written_has_no_faults(links: list[Link]) -> None:
    assert list(chain_faults(links, head_of(links))) == []


@given(chains, st.data())
def test_any_entry_that_is_changed_is_named(links: list[Link], data: st.DataObject) -> None:
    head = head_of(links)
    place = data.draw(st.integers(0, len(links) - 1))
    old = links[place]
    changed = data.draw(
        st.sampled_from(
            [
                replace(old, at=old.at + timedelta(microseconds=1)),
                replace(old, action="signed"),
                replace(old, by="CD"),
                replace(old, by="" if old.by is None else None),
                replace(old, subject=b"" if old.subject is None else None),
                replace(old, detail=old.detail + "."),
                replace(old, previous=bytes(31) + b"1"),
                replace(old, digest=bytes(32)),
            ]
        )
    )
    links[place] = changed
    assert any(f"entry {old.number} " in each for each in chain_faults(links, head))


@given(chains, st.data())
def test_an_entry_that_is_changed_with_a_digest_to_fit_breaks_the_next(
    links: list[Link], data: st.DataObject
) -> None:
    head = head_of(links)
    place = data.draw(st.integers(0, len(links) - 1))
    old = links[place]
    digest = link_digest(old.number, old.at, "signed", None, None, "", old.previous)
    links[place] = replace(old, action="signed", by=None, subject=None, detail="", digest=digest)
    named = min(old.number + 1, len(links))
    assert any(f"entry {named} " in each for each in chain_faults(links, head))


@given(chains, st.data())
def test_any_entry_that_is_gone_is_named(links: list[Link], data: st.DataObject) -> None:
    head = head_of(links)
    gone = links.pop(data.draw(st.integers(0, len(links) - 1)))
    assert f"audit: entry {gone.number} is not there any more" in chain_faults(links, head)


@given(chains.filter(lambda links: len(links) > 1), st.data())
def test_entries_that_changed_places_are_named(links: list[Link], data: st.DataObject) -> None:
    head = head_of(links)
    first = data.draw(st.integers(0, len(links) - 2))
    one, other = links[first], links[first + 1]
    links[first] = replace(other, number=one.number)
    links[first + 1] = replace(one, number=other.number)
    found = list(chain_faults(links, head))
    for number in (one.number, other.number):
        assert any(f"entry {number} " in each for each in found)


def test_all_entries_gone_is_noticed() -> None:
    links = chain(["a", "b", "c"])
    found = list(chain_faults([], head_of(links)))
    assert found == ["audit: entries 1 to 3 are not there any more"]


def test_entries_are_kept_in_order_with_whose_and_by_whom(staffed: Store) -> None:
    assert staffed.audit.list() == []
    assert staffed.audit.add("read", by="AB", code="p-0147", detail="practice") == 1
    assert staffed.audit.add("exported") == 2
    first, second = staffed.audit.list()
    assert (first.action, first.by, first.code, first.detail) == (
        "read",
        "AB",
        "P-0147",
        "practice",
    )
    assert (second.by, second.code, second.forgotten) == (None, None, False)
    assert abs(datetime.now(UTC) - first.at) < timedelta(minutes=1)
    assert [each.number for each in staffed.audit.list("P-0147")] == [1]
    assert [each.number for each in staffed.audit.list(after=1, limit=1)] == [2]
    assert staffed.audit.verify() == []


def test_an_entry_of_nobody_there_is_refused(store: Store) -> None:
    with pytest.raises(UnknownEntry):
        store.audit.add("read", code="P-9")
    assert store.audit.list() == []


def test_code_and_name_are_taken_out_of_what_stays(store: Store) -> None:
    store.people.add(person("P-1", display_name="Ada (1)", consent=None))
    store.audit.add("exported", code="P-1", detail="p-1-practice.pdf of ADA (1), not P-12")
    (entry,) = store.audit.list()
    assert entry.detail == "…-practice.pdf of …, not P-12"


def test_an_id_becomes_a_mark_that_only_their_key_makes(store: Store) -> None:
    store.people.add(person("P-1", consent=None))
    store.people.add(person("P-2", consent=None))
    id_ = new_id()
    for code, text in (("P-1", str(id_)), ("P-1", id_.hex.upper()), ("P-2", str(id_))):
        store.audit.add("read", code=code, detail=f"practice {text}")
    first, again, other = (each.detail for each in store.audit.list())
    assert re.fullmatch("practice #[0-9a-f]{8}", first)
    assert first == again != other
    assert str(id_)[:8] not in first


def test_who_was_forgotten_is_in_no_entry_and_the_chain_verifies(staffed: Store) -> None:
    staffed.people.add(person("P-2", consent=None))
    staffed.audit.add("read", code="P-0147")
    staffed.audit.add("read", code="P-2")
    staffed.forgetting.forget("P-0147")
    assert [(each.action, each.code, each.forgotten) for each in staffed.audit.list()] == [
        ("read", None, True),
        ("read", "P-2", False),
        ("forgot", None, True),
    ]
    assert staffed.audit.verify() == []
    staffed.people.add(person("P-0147", consent=None))  # the same code again is somebody else
    staffed.audit.add("read", code="P-0147")
    assert [each.number for each in staffed.audit.list("P-0147")] == [4]


def test_an_act_and_its_entry_are_kept_together_or_not_at_all(staffed: Store) -> None:
    work = Work(staffed._engine, staffed.place.store)

    def stops() -> None:
        with work.writing() as transaction:
            note(transaction, "signed", "AB", "P-0147")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stops()
    with work.reading() as transaction:
        assert transaction.scalars(sa.select(AuditKeyRow)).all() == []
    assert staffed.audit.list() == []
    with work.writing() as transaction:
        assert [note(transaction, "signed", "AB", "P-0147") for _ in range(2)] == [1, 2]
    assert staffed.audit.verify() == []


@pytest.mark.parametrize("statement", [sa.update(AuditRow).values(by="CD"), sa.delete(AuditRow)])
def test_the_database_itself_refuses_to_change_or_erase(
    staffed: Store, statement: sa.Executable
) -> None:
    staffed.audit.add("read", code="P-0147")
    work = Work(staffed._engine, staffed.place.store)
    with pytest.raises(DBAPIError, match="audit: rows are"), work.writing() as transaction:
        transaction.execute(statement)
    assert staffed.audit.verify() == []


def test_what_was_changed_behind_our_back_is_named(staffed: Store) -> None:
    for _ in range(3):
        staffed.audit.add("read", code="P-0147")
    with staffed._engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_is_only_added")
        connection.exec_driver_sql("UPDATE audit SET detail = 'x' WHERE number = 2")
    assert staffed.audit.verify() == ["audit: entry 2 is not as it was written"]


def test_many_at_once_keep_one_chain(staffed: Store) -> None:
    def several(which: int) -> list[int]:
        return [staffed.audit.add("read", code="P-0147", detail=str(which)) for _ in range(5)]

    with ThreadPoolExecutor(4) as pool:
        numbers = [number for some in pool.map(several, range(4)) for number in some]
    assert sorted(numbers) == list(range(1, 21))
    assert staffed.audit.verify() == []


def test_what_becomes_of_a_consent_is_noted_with_the_act(store: Store) -> None:
    store.people.add(person("P-1"))
    kept = store.people.get("P-1")
    assert kept.value.consent is not None
    changed = kept.value.consent.agreeing("pack", DAY).withdrawing("record", DAY)
    store.people.update(kept.value.model_copy(update={"consent": changed}), 1, "AB")
    with pytest.raises(Stale):
        store.people.update(kept.value, 1)
    assert [(each.action, each.by, each.code, each.detail) for each in store.audit.list()] == [
        ("consent", None, "P-1", f"record given on {DAY}"),
        ("consent", "AB", "P-1", f"record withdrawn on {DAY}; pack given on {DAY}"),
    ]
