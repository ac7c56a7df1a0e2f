"""People: added, changed, found, listed; nobody overwrites anybody."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from records.errors import AlreadyThere, Stale, UnknownEntry
from records.folding import folded
from records.store import Store
from tests.records.specimens import PIN, kept_practice, person, signed


def codes(store: Store, search: str) -> Sequence[str]:
    return [listed.code for listed in store.people.list(search=search)]


def test_what_is_kept_comes_back(store: Store) -> None:
    long_name = "ä" * 300
    somebody = person("P-1", display_name=long_name, wary_of="stairs\nand the dark", tempo=0.7)
    assert store.people.add(somebody).row_version == 1
    assert store.people.get("p-1").value == somebody


def test_a_code_is_taken_whatever_its_capitals(store: Store) -> None:
    store.people.add(person("P-0147", display_name="First"))
    with pytest.raises(AlreadyThere, match="p-0147"):
        store.people.add(person("p-0147", display_name="Second"))
    assert store.people.get("P-0147").value.display_name == "First"


def test_several_are_added_or_none(store: Store) -> None:
    store.people.add_all([person("P-1"), person("P-2")])
    with pytest.raises(AlreadyThere, match="p-3"):
        store.people.add_all([person("P-3"), person("p-3")])
    assert [each.code for each in store.people.list()] == ["P-1", "P-2"]


def test_nobody_is_said_to_be_nobody(store: Store) -> None:
    with pytest.raises(UnknownEntry, match="P-9"):
        store.people.get("P-9")
    with pytest.raises(UnknownEntry):
        store.people.update(person("P-9"), 1)
    with pytest.raises(UnknownEntry):
        store.forgetting.forget("../P-9")


def test_two_windows_change_one_person_and_the_second_is_told_and_sees_both(store: Store) -> None:
    store.people.add(person("P-1"))
    mine, yours = store.people.get("P-1"), store.people.get("P-1")
    kept = store.people.update(person("P-1", tempo=0.8), mine.row_version)
    with pytest.raises(Stale) as caught:
        store.people.update(person("P-1", tempo=1.2), yours.row_version)
    assert caught.value.theirs == kept
    assert caught.value.yours.value.tempo == 1.2
    assert store.people.get("P-1").value.tempo == 0.8
    again = store.people.update(person("P-1", tempo=1.2), caught.value.theirs.row_version)
    assert store.people.get("P-1") == again


def test_people_are_listed_by_code_a_page_at_a_time(store: Store) -> None:
    for number in (3, 1, 2, 5, 4):
        store.people.add(person(f"P-{number}", display_name=f"Name {number}"))
    first = store.people.list(limit=2)
    rest = store.people.list(after=first[-1].code)
    assert [each.code for each in (*first, *rest)] == ["P-1", "P-2", "P-3", "P-4", "P-5"]
    assert store.people.count() == 5


@pytest.mark.parametrize(
    ("name", "search"),
    [
        ("Añil Jardín", "anil jard"),
        ("Straße", "STRASSE"),
        ("Θάλασσα", "ΘΆΛΑΣΣΑ"),
        ("Рябина", "рябин"),
        ("山川草木", "草木"),
        ("نَهْر", "نهر"),
        ("नदी", "नदी"),
        ("İncir", "incir"),
        ("50% & _under_", "% & _u"),
        ("ｗｉｄｅ", "wide"),
    ],
)
def test_names_in_any_script_are_found(store: Store, name: str, search: str) -> None:
    store.people.add(person("P-1", display_name=name))
    store.people.add(person("P-2", display_name="Somebody else"))
    assert codes(store, search) == ["P-1"]


def test_codes_are_found_and_nothing_across_code_and_name(store: Store) -> None:
    store.people.add(person("P-0147", display_name="Elm"))
    assert codes(store, "147") == ["P-0147"]
    assert codes(store, "%") == codes(store, "7\ne") == codes(store, "7E") == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_folding_twice_is_folding_once_and_forgets_capitals(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text.upper().casefold()) == folded(text.casefold().upper().casefold())


def test_erasing_somebody_erases_all_that_is_theirs(staffed: Store) -> None:
    staffed.ranges.sign(signed(), PIN)
    staffed.practices.add("P-0147", kept_practice())
    staffed.forgetting.forget("P-0147")
    staffed.people.add(person())
    assert staffed.ranges.history("P-0147") == []
    assert staffed.practices.list("P-0147") == []
