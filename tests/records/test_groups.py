"""That a group practised: what is kept of it, and that nobody is named."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from pydantic import ValidationError

from records.errors import UnknownEntry
from records.groups import Attended, KeptGroup
from records.keys import find_key
from records.store import Store
from records.verifying import verify
from tests.records.specimens import NOON


def group(**changes: object) -> KeptGroup:
    plain = {
        "began_at": NOON,
        "room": "Garden room",
        "led_by": "AB",
        "places": (Attended(place=1, seen_s=812.5), Attended(place=2, seen_s=0)),
    }
    return KeptGroup.model_validate({**plain, **changes})


def test_what_is_kept_of_groups_comes_back_the_newest_first(store: Store) -> None:
    later = group(began_at=NOON + timedelta(days=7), room=None, led_by=None)
    store.groups.add(group())
    store.groups.add(later)
    assert store.groups.list() == [later, group()]
    assert store.groups.list(limit=1) == [later]
    assert group().attended == 1


def test_what_is_known_of_a_group_that_goes_on_takes_its_place(store: Store) -> None:
    id_ = store.groups.add(group())
    longer = group(places=(Attended(place=1, seen_s=900), Attended(place=2, seen_s=60)))
    store.groups.go_on(id_, longer)
    assert store.groups.list() == [longer]
    with pytest.raises(UnknownEntry, match="not in the store"):
        store.groups.go_on(uuid4(), longer)


def test_a_group_is_looked_over_with_the_store(store: Store) -> None:
    store.groups.add(group())
    found = verify(store.place.store, find_key(store.place.key_file))
    assert (found.counts["group practices"], found.faults) == (1, ())


@pytest.mark.parametrize(
    "changes",
    [
        {"places": ()},
        {"places": (Attended(place=1, seen_s=1), Attended(place=1, seen_s=2))},
        {"led_by": "Anna Berg"},
        {"began_at": datetime(2026, 1, 1)},
    ],
)
def test_what_is_no_group_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        group(**changes)


def test_its_day_is_kept_in_utc() -> None:
    assert group().began_at.tzinfo is UTC
