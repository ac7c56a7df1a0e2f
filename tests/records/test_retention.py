"""What is older than a clinic keeps it for: shown first, removed when told, noted, and no more."""

from datetime import UTC, date, datetime
from uuid import UUID

from feedback.ratings import DiaryEntry
from feedback.record import PracticeRecord
from records import keys
from records.groups import Attended, KeptGroup
from records.kept_practice import KeptPractice
from records.store import Store
from records.verifying_practices import verify_practices
from tests.records.specimens import person, ratings, signed
from tests.records.test_traces import trace

LIMIT = date(2020, 1, 1)
PIN = "4711"


def kept(store: Store, year: int, code: str = "P-0147") -> UUID:
    practice = KeptPractice(
        began_at=datetime(year, 6, 1, 12, tzinfo=UTC),
        record=PracticeRecord(0.0, 2.0, ()),
        ratings=ratings(),
        made_with="a test",
        chunks=1,
    )
    return store.practices.begin(code, practice, [trace()], state="ended")


def test_old_practices_go_when_told_and_nothing_before_or_besides(staffed: Store) -> None:
    old, new = kept(staffed, 2015), kept(staffed, 2025)
    staffed.people.add(person("P-2"))
    staffed.ranges.sign(signed(), PIN)
    staffed.diary.add("P-0147", DiaryEntry(day=date(2016, 1, 1), pain=2))
    staffed.diary.add("P-0147", DiaryEntry(day=LIMIT, pain=2))
    group = KeptGroup(
        began_at=datetime(2014, 1, 1, tzinfo=UTC), places=(Attended(place=1, seen_s=3),)
    )
    staffed.groups.add(group)
    going = staffed.retention.going(LIMIT, None)
    assert [(each.code, dict(each.counts)) for each in going] == [
        ("P-0147", {"practices": 1, "diary entries": 1}),
        (None, {"practices of groups": 1}),
    ]
    assert len(staffed.practices.entries("P-0147")) == 2, "showing removes nothing"
    steps: list[tuple[int, int]] = []
    assert (
        staffed.retention.remove(LIMIT, None, "AB", told=lambda n, of: steps.append((n, of)))
        == going
    )
    assert steps == [(1, 2), (2, 2)]
    assert [each.id for each in staffed.practices.entries("P-0147")] == [new]
    assert staffed.traces.read(old).times_s.size == 0
    assert [each.value.day for each in staffed.diary.list("P-0147")] == [LIMIT]
    assert (staffed.groups.list(), len(staffed.ranges.current("P-0147"))) == ([], 1)
    assert staffed.retention.going(LIMIT, None) == []
    noted = [each for each in staffed.audit.list() if each.action == "pruned"]
    assert [(each.by, each.code) for each in noted] == [("AB", "P-0147"), ("AB", None)]
    assert "1 practices, 1 diary entries" in noted[0].detail


def test_angles_may_go_sooner_and_are_not_missed_by_looking_over(staffed: Store) -> None:
    old, new = kept(staffed, 2015), kept(staffed, 2025)
    (going,) = staffed.retention.remove(None, LIMIT)
    assert dict(going.counts) == {"practices' angles": 1}
    assert staffed.traces.read(old).times_s.size == 0
    assert staffed.traces.read(new).times_s.size == 30
    assert len(staffed.practices.entries("P-0147")) == 2
    key = keys.find_key(staffed.place.key_file)
    assert verify_practices(staffed.place.store, key).damage == ()
