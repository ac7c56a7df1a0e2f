"""Signed ranges: versions only added, by who may sign; the second of two windows is told."""

import pytest
from sqlalchemy.exc import DBAPIError

from exercises.staff import Staff
from records.errors import MayNotSign, NotThePin, Stale, UnknownEntry
from records.store import Store
from records.work import Work
from tests.records.specimens import LEFT, PIN, RIGHT, person, signed


def test_the_highest_version_holds_and_all_stay_to_be_read(staffed: Store) -> None:
    first, second = signed(), signed(version=2, high=85.0, tops=(84.0, 88.5, 90.0), error=3.5)
    staffed.ranges.sign(first, PIN)
    staffed.ranges.sign(second, PIN)
    staffed.ranges.sign(signed(measure_key=RIGHT), PIN)
    assert staffed.ranges.current("P-0147") == [second, signed(measure_key=RIGHT)]
    assert staffed.ranges.history("P-0147")[:2] == [first, second]
    assert staffed.ranges.current("P-0147", "another-movement") == []


def test_a_midline_measure_has_a_range_for_each_side(staffed: Store) -> None:
    lean = {"measure_key": "trunk_side_lean", "exercise_id": "side-bend-seated"}
    left = signed(**lean, low=5.0, high=15.0, ceiling=20.0)
    right = signed(**lean, low=-12.0, high=-4.0, ceiling=-16.0)
    staffed.ranges.sign_all([left, right], PIN)
    assert staffed.ranges.current("P-0147") == [right, left]


def test_two_windows_change_one_range_and_the_second_is_told_and_sees_both(
    staffed: Store,
) -> None:
    staffed.ranges.sign(signed(), PIN)
    theirs, mine = signed(version=2, high=70.0), signed(version=2, high=88.0)
    staffed.ranges.sign(theirs, PIN)
    with pytest.raises(Stale, match="P-0147") as caught:
        staffed.ranges.sign(mine, PIN)
    assert (caught.value.theirs, caught.value.yours) == (theirs, mine)
    assert staffed.ranges.current("P-0147") == [theirs]


def test_a_version_that_skips_one_is_refused(staffed: Store) -> None:
    with pytest.raises(Stale) as caught:
        staffed.ranges.sign(signed(version=2), PIN)
    assert caught.value.theirs is None
    assert staffed.ranges.history("P-0147") == []


def test_both_sides_are_kept_or_neither(staffed: Store) -> None:
    staffed.ranges.sign(signed(measure_key=RIGHT), PIN)
    with pytest.raises(Stale):
        staffed.ranges.sign_all([signed(), signed(measure_key=RIGHT)], PIN)
    assert [each.measure_key for each in staffed.ranges.history("P-0147")] == [RIGHT]


def test_without_the_pin_nothing_is_signed(staffed: Store) -> None:
    with pytest.raises(NotThePin):
        staffed.ranges.sign(signed(), "1234")
    with pytest.raises(MayNotSign):
        staffed.ranges.sign(signed(signed_by="CD"), PIN)
    with pytest.raises(UnknownEntry):
        staffed.ranges.sign(signed(signed_by="XY"), PIN)
    assert staffed.ranges.history("P-0147") == []


def test_the_signer_is_written_as_they_are_known(staffed: Store) -> None:
    staffed.ranges.sign(signed(signed_by="ab"), PIN)
    assert staffed.ranges.current("P-0147")[0].signed_by == "AB"


def test_several_signers_at_once_are_a_fault_of_ours(staffed: Store) -> None:
    with pytest.raises(ValueError, match="too many"):
        staffed.ranges.sign_all([signed(), signed(signed_by="CD", measure_key=RIGHT)], PIN)


def test_nobody_has_no_ranges(staffed: Store) -> None:
    for asked in (staffed.ranges.current, staffed.ranges.history):
        with pytest.raises(UnknownEntry):
            asked("P-9")
    with pytest.raises(UnknownEntry):
        staffed.ranges.sign(signed("P-9"), PIN)


def test_what_is_of_one_person_is_of_no_other(staffed: Store) -> None:
    staffed.people.add(person("P-2"))
    staffed.ranges.sign(signed(), PIN)
    staffed.ranges.sign(signed("P-2", high=60.0), PIN)
    (theirs,) = staffed.ranges.current("P-2")
    assert (theirs.person, theirs.high, theirs.measure_key) == ("P-2", 60.0, LEFT)


def test_the_database_itself_refuses_to_change_a_version(staffed: Store) -> None:
    staffed.ranges.sign(signed(), PIN)
    with (
        pytest.raises(DBAPIError, match="only added"),
        Work(staffed._engine, staffed.place.store).writing() as transaction,
    ):
        transaction.connection().exec_driver_sql("UPDATE signed_range SET version = 9")
    assert staffed.ranges.current("P-0147") == [signed()]


def test_who_left_has_signed_what_they_signed(staffed: Store) -> None:
    staffed.staff.add(Staff(initials="EF", role="clinician"), "8642")
    staffed.ranges.sign(signed(signed_by="EF"), "8642")
    staffed.staff.remove("EF")
    assert staffed.ranges.current("P-0147")[0].signed_by == "EF"
