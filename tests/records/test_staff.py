"""Staff: who signs, and how often a PIN may be tried."""

import logging
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.staff import Staff
from records.errors import AlreadyThere, MayNotSign, NotThePin, PinPaused, UnfitPin, UnknownEntry
from records.pins import FIRST_PAUSE, LONGEST_PAUSE, pause_after, still_paused
from records.place import Place
from records.store import Store, open_store
from tests.records.specimens import NOON, PIN

FAULTY = "9999000"


def fail_times(store: Store, count: int) -> None:
    for _ in range(count):
        with pytest.raises(NotThePin):
            store.staff.check("AB", FAULTY, NOON)


def test_staff_are_known_by_initials_and_pin_whatever_the_capitals(staffed: Store) -> None:
    assert staffed.staff.check("ab", PIN) == Staff(initials="AB", role="therapist")
    with pytest.raises(NotThePin, match="AB"):
        staffed.staff.check("AB", "1234")
    with pytest.raises(UnknownEntry, match="XY"):
        staffed.staff.check("XY", PIN)
    with pytest.raises(AlreadyThere):
        staffed.staff.add(Staff(initials="aB", role="clinician"), "5678")


def test_letters_that_differ_in_marks_are_two_people(staffed: Store) -> None:
    staffed.staff.add(Staff(initials="ÄB", role="therapist"), "5678")
    assert staffed.staff.check("äb", "5678").initials == "ÄB"
    assert staffed.staff.check("AB", PIN).initials == "AB"


def test_assistants_are_known_and_do_not_sign(staffed: Store) -> None:
    assert staffed.staff.check("CD", PIN).role == "assistant"
    with pytest.raises(MayNotSign, match="CD"):
        staffed.staff.check_signer("CD", PIN)


def test_five_faulty_pins_bring_a_pause_that_a_restart_does_not_end(
    staffed: Store, place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        fail_times(staffed, 5)
    assert "AB: 5 faulty PINs" in caplog.text
    assert FAULTY not in caplog.text
    with open_store(place) as again:
        with pytest.raises(PinPaused, match="30 s") as caught:
            again.staff.check("AB", PIN, NOON)
        assert caught.value.until == NOON + FIRST_PAUSE
        assert again.staff.check("AB", PIN, NOON + FIRST_PAUSE).initials == "AB"
        fail_times(again, 4)  # the count began anew


def test_the_pause_grows_with_every_five(staffed: Store) -> None:
    now = NOON
    for pause in (FIRST_PAUSE, 2 * FIRST_PAUSE):
        for _ in range(5):
            with pytest.raises(NotThePin):
                staffed.staff.check("AB", FAULTY, now)
        with pytest.raises(PinPaused) as caught:
            staffed.staff.check("AB", PIN, now)
        assert caught.value.until == now + pause
        now = caught.value.until


def test_a_pause_of_one_is_none_of_another(staffed: Store) -> None:
    fail_times(staffed, 5)
    assert staffed.staff.check("CD", PIN, NOON).initials == "CD"


@given(faulty=st.integers(min_value=1, max_value=10**9))
def test_a_pause_comes_after_every_five_and_has_an_end(faulty: int) -> None:
    until = pause_after(faulty, NOON)
    assert (until is None) == (faulty % 5 != 0)
    if until is not None:
        assert FIRST_PAUSE <= until - NOON <= LONGEST_PAUSE


def test_a_clock_that_was_set_back_locks_nobody_out() -> None:
    assert still_paused(NOON + FIRST_PAUSE, NOON)
    assert not still_paused(NOON + FIRST_PAUSE, NOON - timedelta(days=400))


@pytest.mark.parametrize("pin", ["", "123", "1" * 6, "12a4", "1234567890123", "١٢٣٤", "12 34"])
def test_what_cannot_be_a_pin_is_refused(store: Store, pin: str) -> None:
    with pytest.raises(UnfitPin):
        store.staff.add(Staff(initials="AB", role="therapist"), pin)
    assert store.staff.list() == []


def test_a_new_pin_ends_the_old_one_and_the_pause(staffed: Store) -> None:
    fail_times(staffed, 5)
    staffed.staff.change_pin("AB", "8642")
    assert staffed.staff.check("AB", "8642", NOON).initials == "AB"
    with pytest.raises(NotThePin):
        staffed.staff.check("AB", PIN, NOON)


def test_who_left_signs_no_more_stays_listed_and_may_come_back(staffed: Store) -> None:
    staffed.staff.remove("AB")
    with pytest.raises(MayNotSign, match="AB"):
        staffed.staff.check("AB", PIN)
    assert [(each.initials, each.active) for each in staffed.staff.list()] == [
        ("AB", False),
        ("CD", True),
    ]
    staffed.staff.add(Staff(initials="AB", role="clinician"), "8642")
    assert staffed.staff.check_signer("AB", "8642").role == "clinician"


def test_the_pin_is_nowhere_in_the_open(staffed: Store, place: Place) -> None:
    staffed.close()
    assert PIN.encode() not in place.store.read_bytes()
