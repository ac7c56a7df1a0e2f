"""A whole exchange: clinic, home, practice, return, clinic; and again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from sqlalchemy.orm import Session as Transaction

from exercises.person import Screening
from feedback.instruments import Filled
from feedback.ratings import DiaryEntry, Ratings
from records.errors import NotAgreed, NotThePin, NotUnderstood
from records.exchange import gathering
from records.exchange.promised import goes_farther
from records.keys import find_key
from records.pack_errors import (
    NeedsSigner,
    NotAgreedToShare,
    NothingNew,
    OnlyFromClinic,
    PackBeforeForgotten,
    PackOlder,
)
from records.store import Store
from records.verifying import verify
from tests.records.exchange.two_stores import (
    AGREED_TO_PACKS,
    CODE,
    DAYS,
    PASSPHRASE,
    Two,
    begun,
    practised,
    read,
)
from tests.records.specimens import (
    DAY,
    LEFT,
    MOVEMENT,
    NOON,
    PIN,
    person,
    practice,
    programme,
    signed,
)


def test_a_home_practises_within_what_its_clinic_signed_and_the_clinic_reads_what_came_of_it(
    two: Two,
) -> None:
    written = two.write(language="de", words="Take your time.")
    taken = read(two.home, written.path, typed=written.fingerprint.lower().replace("-", " "))
    assert (taken.language, taken.words, taken.paired) == ("de", "Take your time.", True)
    kept = two.home.people.get(CODE).value
    assert (kept.display_name, kept.wary_of) == (None, "")
    assert (kept.flags, kept.posture) == (("dizziness",), "seated")
    assert two.home.ranges.current(CODE) == [signed()]
    applied = two.home.programmes.current(CODE)
    assert applied is not None
    assert (applied.programme, applied.signed_by, applied.signed_at) == (programme(), "AB", NOON)

    first = practised(two.home, NOON)
    two.home.diary.add(CODE, DiaryEntry(day=DAY, words="μαλακά", pain=2), NOON)
    two.home.outcomes.add(CODE, Filled(day=DAY, control=6), NOON)
    back = two.write_back()
    assert (back.practices, back.diary, back.outcomes, back.more) == (1, 1, 1, False)
    came = read(two.clinic, back.path, typed=back.fingerprint)
    assert came.back is not None
    assert (came.back.practices, came.back.diary, came.back.outcomes) == (1, 1, 1)
    (there,) = two.clinic.practices.entries(CODE)
    (here,) = two.home.practices.entries(CODE)
    assert (there.id, there.digest, there.state) == (first, here.digest, here.state)
    read_there, read_here = two.clinic.traces.read(first), two.home.traces.read(first)
    assert read_there.times_s.size == 30
    np.testing.assert_array_equal(read_there.values, read_here.values)
    assert [each.value for each in two.clinic.diary.list(CODE)] == [
        each.value for each in two.home.diary.list(CODE)
    ]
    assert [each.value.control for each in two.clinic.outcomes.list(CODE)] == [6]

    # The second time nobody compares anything, and only what is new goes.
    two.clinic.ranges.sign(signed(version=2, high=88.0, ceiling=99.0), PIN, NOON + DAYS)
    again = read(two.home, two.write(now=NOON + DAYS).path)
    assert again.home is not None
    assert (again.home.ranges, again.home.programme, again.home.profile) == (1, False, False)
    assert two.home.ranges.current(CODE)[0].ceiling == 99.0
    practised(two.home, NOON + DAYS)
    second = two.write_back(now=NOON + 2 * DAYS)
    assert (second.practices, second.diary) == (1, 0)
    came = read(two.clinic, second.path)
    assert not came.missed
    assert len(two.clinic.practices.list(CODE)) == 2


def test_a_pack_that_is_read_twice_changes_nothing(two: Two) -> None:
    written = two.paired()
    before = two.home.people.get(CODE)
    assert read(two.home, written.path).was_read
    assert two.home.people.get(CODE) == before
    assert len(two.home.ranges.history(CODE)) == len(two.home.programmes.history(CODE)) == 1
    practised(two.home, NOON)
    back = two.write_back()
    read(two.clinic, back.path, typed=back.fingerprint)
    assert read(two.clinic, back.path).was_read
    assert len(two.clinic.practices.list(CODE)) == 1


def test_an_older_practice_pack_is_refused_after_a_newer_whatever_the_clocks_said(
    two: Two,
) -> None:
    first = two.paired()
    second = two.write(now=NOON - 365 * DAYS)  # the clinic's clock was set back by a year
    assert second.label.signed_at > first.label.signed_at
    third = two.write(now=NOON + DAYS)
    two.clinic.ranges.sign(signed(version=2, ceiling=90.0, high=75.0), PIN, NOON - 365 * DAYS)
    fourth = two.write(now=NOON + DAYS)
    read(two.home, fourth.path)
    assert two.home.ranges.current(CODE)[0].ceiling == 90.0
    for older in (second, third):
        with pytest.raises(PackOlder, match="before the newest"):
            read(two.home, older.path)
    assert two.home.ranges.current(CODE)[0].ceiling == 90.0


def test_an_older_return_after_a_newer_brings_what_is_missing_and_replaces_nothing(
    two: Two,
) -> None:
    two.paired()
    entry = two.home.diary.add(CODE, DiaryEntry(day=DAY, words="first"), NOON)
    practised(two.home, NOON)
    older = two.write_back()
    two.home.diary.update(entry.id, DiaryEntry(day=DAY, words="second"), 1, NOON)
    newer = two.write_back(now=NOON + 2 * DAYS)
    assert read(two.clinic, newer.path, typed=newer.fingerprint).missed
    late = read(two.clinic, older.path)
    assert late.back is not None
    assert (late.back.practices, late.back.diary) == (1, 0)
    assert [each.value.words for each in two.clinic.diary.list(CODE)] == ["second"]


def test_a_lost_return_is_made_good_by_sending_everything_anew(two: Two) -> None:
    two.paired()
    practised(two.home, NOON)
    two.write_back().path.unlink()
    with pytest.raises(NothingNew, match="--all"):
        two.write_back()
    everything = two.write_back(everything=True)
    came = read(two.clinic, everything.path, typed=everything.fingerprint)
    assert (came.missed, len(two.clinic.practices.list(CODE))) == (False, 1)


def test_what_was_erased_at_the_clinic_does_not_come_back(two: Two) -> None:
    two.paired()
    practised(two.home, NOON)
    back = two.write_back()
    read(two.clinic, back.path, typed=back.fingerprint)
    two.clinic.forgetting.forget(CODE)
    two.clinic.people.add(person())
    # Whoever is there under the code now is another: their home is not known.
    with pytest.raises(Exception, match="first pack from there"):
        read(two.clinic, back.path)


def test_what_is_said_of_a_practice_later_comes_later_and_brings_no_removed_angles_back(
    two: Two,
) -> None:
    two.paired()
    id_ = practised(two.home, NOON)
    first = two.write_back()
    read(two.clinic, first.path, typed=first.fingerprint)
    with two.clinic.packs._work.writing() as transaction:
        transaction.connection().exec_driver_sql("DELETE FROM trace_chunk")
    two.home.practices.amend(id_, practice(), Ratings(pain_after=1), "Doch, gut.")
    second = two.write_back(now=NOON + 2 * DAYS)
    came = read(two.clinic, second.path)
    assert came.back is not None
    assert came.back.practices == 1
    entry = two.clinic.practices.get(id_)
    assert (entry.practice.words, entry.practice.ratings.pain_after) == ("Doch, gut.", 1)
    assert two.clinic.traces.read(id_).times_s.size == 0


def test_a_practice_that_is_going_on_waits_for_the_next_pack(two: Two) -> None:
    two.paired()
    two.home.diary.add(CODE, DiaryEntry(day=DAY), NOON)
    id_ = two.home.practices.begin(CODE, begun())
    assert [each.state for each in two.home.glances.entries(CODE)] == ["running"]
    assert two.write_back().practices == 0
    two.home.practices.close()
    back = two.write_back()
    read(two.clinic, back.path, typed=back.fingerprint)
    assert two.clinic.practices.get(id_).state == "interrupted"


def test_two_homes_of_one_person_are_told_apart(two: Two, second_home: Store) -> None:
    written = two.paired()
    read(second_home, written.path, typed=written.fingerprint)
    practised(two.home, NOON)
    practised(second_home, NOON + timedelta(hours=3))
    first = two.write_back()
    second = two.write_back(second_home)
    assert first.fingerprint != second.fingerprint
    read(two.clinic, first.path, typed=first.fingerprint)
    with pytest.raises(Exception, match="not the fingerprint"):
        read(two.clinic, second.path, typed=first.fingerprint)
    read(two.clinic, second.path, typed=second.fingerprint)
    assert len(two.clinic.practices.list(CODE)) == 2


def test_nothing_goes_and_nothing_comes_without_a_yes(two: Two) -> None:
    two.paired()
    practised(two.home, NOON)
    back = two.write_back()
    for store in (two.home, two.clinic):
        kept = store.people.get(CODE)
        assert kept.value.consent is not None
        ended = kept.value.consent.all_withdrawn(DAY)
        store.people.update(kept.value.model_copy(update={"consent": ended}), kept.row_version)
    with pytest.raises(NotAgreedToShare):
        two.write_back(everything=True)
    with pytest.raises(NotAgreed):
        read(two.clinic, back.path, typed=back.fingerprint)
    assert two.clinic.practices.list(CODE) == []


def test_a_return_is_not_read_once_its_person_took_back_that_packs_go(two: Two) -> None:
    two.paired()
    practised(two.home, NOON)
    back = two.write_back()
    kept = two.clinic.people.get(CODE)
    assert kept.value.consent is not None
    ended = kept.value.consent.withdrawing("pack", DAY)
    two.clinic.people.update(kept.value.model_copy(update={"consent": ended}), kept.row_version)
    with pytest.raises(NotAgreedToShare, match=CODE):
        read(two.clinic, back.path, typed=back.fingerprint)
    assert two.clinic.practices.list(CODE) == []


def test_nothing_at_home_widens_what_the_clinic_signed(two: Two) -> None:
    two.paired()
    two.home.staff.add(two.clinic.staff.get("AB"), PIN)
    for wider in (
        signed(version=2, ceiling=96.0),
        signed(version=2, ceiling=95.0, override_reason="because I want to"),
        signed(measure_key="trunk_side_lean", ceiling=99.0, override_reason="because I want to"),
    ):
        with pytest.raises(OnlyFromClinic, match="signed by their clinic"):
            two.home.ranges.sign(wider, PIN)
    narrower = signed(version=2, high=70.0, ceiling=85.0)
    two.home.ranges.sign(narrower, PIN)
    # The clinic's old word does not widen it again; a new one does.
    taken = read(two.home, two.write(now=NOON + DAYS).path)
    assert taken.home is not None
    assert (taken.home.ranges, two.home.ranges.current(CODE)) == (0, [narrower])
    two.clinic.ranges.sign(signed(version=2, ceiling=92.0), PIN, NOON + DAYS)
    read(two.home, two.write(now=NOON + 2 * DAYS).path)
    (holds,) = two.home.ranges.current(CODE)
    assert (holds.ceiling, holds.version) == (92.0, 3)


def test_flags_of_the_clinic_stay_at_home_and_those_set_at_home_stay_beside_them(
    two: Two,
) -> None:
    two.paired()
    kept = two.home.people.get(CODE)
    with pytest.raises(OnlyFromClinic, match="a flag"):
        two.home.people.update(kept.value.model_copy(update={"flags": ()}), kept.row_version)
    more = kept.value.model_copy(update={"flags": ("dizziness", "pregnancy")})
    two.home.people.update(more, kept.row_version)
    at_clinic = two.clinic.people.get(CODE)
    changed = at_clinic.value.model_copy(update={"flags": ("sciatica",)})
    two.clinic.people.update(changed, at_clinic.row_version)
    read(two.home, two.write(now=NOON + DAYS).path)
    assert two.home.people.get(CODE).value.flags == ("sciatica", "pregnancy")


def test_who_was_found_not_to_be_cleared_at_home_stays_so_until_the_clinic_looks_anew(
    two: Two,
) -> None:
    at_clinic = two.clinic.people.get(CODE)
    cleared = Screening(by="AB", on=DAY, cleared=True)
    looked = at_clinic.value.model_copy(update={"screening": cleared})
    at_clinic = two.clinic.people.update(looked, at_clinic.row_version)
    two.paired()
    kept = two.home.people.get(CODE)
    caution = Screening(by="CD", on=DAY + DAYS, cleared=False)
    two.home.people.update(kept.value.model_copy(update={"screening": caution}), kept.row_version)
    read(two.home, two.write(now=NOON + DAYS).path)
    assert two.home.people.get(CODE).value.screening == caution
    anew = Screening(by="AB", on=DAY + 2 * DAYS, cleared=True)
    looked = at_clinic.value.model_copy(update={"screening": anew})
    two.clinic.people.update(looked, at_clinic.row_version)
    read(two.home, two.write(now=NOON + 2 * DAYS).path)
    assert two.home.people.get(CODE).value.screening == anew


def test_after_a_clinic_is_given_up_the_next_pack_is_a_first_one(
    two: Two, another_clinic: Store
) -> None:
    two.paired()
    out = two.path()
    theirs = another_clinic.packs.write_practice(CODE, out, "a quiet morning", "AB", PIN)
    with pytest.raises(Exception, match="another clinic"):
        read(two.home, out, typed=theirs.fingerprint)
    two.home.packs.unpair(CODE)
    assert not two.home.packs.is_home(CODE)
    assert read(two.home, out, typed=theirs.fingerprint).paired
    with pytest.raises(Exception, match="another clinic"):
        read(two.home, two.write().path, typed=two.clinic.packs.fingerprint())


def test_where_staff_sign_one_of_them_gives_a_clinic_up_with_a_pin(two: Two) -> None:
    two.paired()
    two.home.staff.add(two.clinic.staff.get("AB"), PIN)
    with pytest.raises(NeedsSigner, match="--sign"):
        two.home.packs.unpair(CODE)
    with pytest.raises(NotThePin):
        two.home.packs.unpair(CODE, "AB", "9999")
    assert two.home.packs.is_home(CODE)
    two.home.packs.unpair(CODE, "AB", PIN)
    assert not two.home.packs.is_home(CODE)
    last = two.home.audit.list()[-1]
    assert (last.action, last.by, last.code) == ("unpaired", "AB", CODE)


def test_an_older_wider_pack_is_no_first_one_once_its_person_was_forgotten(
    two: Two, another_clinic: Store
) -> None:
    wide = two.write()
    two.clinic.ranges.sign(signed(version=2, high=75.0, ceiling=90.0), PIN, NOON)
    near = two.write()
    read(two.home, near.path, typed=near.fingerprint)
    assert two.home.forgetting.forget(CODE).clinic_known
    with two.home.packs._work.reading() as transaction:
        (met,) = transaction.connection().exec_driver_sql("SELECT * FROM clinic_met").all()
    assert len(met) == 2  # the clinic's key and a moment, and nothing of whom it was
    for again in (wide, near):
        with pytest.raises(PackBeforeForgotten, match="ask the clinic for a new one"):
            read(two.home, again.path, typed=again.fingerprint)
    assert two.home.people.count() == 0
    fresh = two.write()
    assert read(two.home, fresh.path, typed=fresh.fingerprint).paired
    # Of another clinic nothing was known.
    two.home.forgetting.forget(CODE)
    out = two.path()
    theirs = another_clinic.packs.write_practice(CODE, out, PASSPHRASE, "AB", PIN, now=NOON)
    assert read(two.home, out, typed=theirs.fingerprint).paired


def test_who_gives_a_clinic_up_and_is_forgotten_after_lets_no_older_pack_in(two: Two) -> None:
    wide = two.write()
    near = two.write()
    read(two.home, near.path, typed=near.fingerprint)
    two.home.packs.unpair(CODE)
    two.home.forgetting.forget(CODE)
    with pytest.raises(PackBeforeForgotten):
        read(two.home, wide.path, typed=wide.fingerprint)


def test_what_one_store_signs_is_always_later_whosever_it_is(two: Two) -> None:
    first = two.write()
    two.clinic.people.add(person("P-0200", consent=AGREED_TO_PACKS))
    set_back = NOON - 365 * DAYS
    other = two.clinic.packs.write_practice(
        "P-0200", two.path(), PASSPHRASE, "AB", PIN, now=set_back
    )
    assert other.label.signed_at > first.label.signed_at
    # Also later than what it signed for those it has forgotten.
    two.clinic.forgetting.forget("P-0200")
    two.clinic.forgetting.forget(CODE)
    two.clinic.people.add(person(consent=AGREED_TO_PACKS))
    assert two.write(now=set_back).label.signed_at > other.label.signed_at


def test_a_promise_that_cannot_be_read_is_named_when_the_store_is_looked_over(two: Two) -> None:
    two.paired()
    key = find_key(two.home.place.key_file)
    assert verify(two.home.place.store, key).faults == ()
    with two.home.packs._work.writing() as transaction:
        changed = "UPDATE promised SET document = '{}' WHERE part LIKE 'range %'"
        transaction.connection().exec_driver_sql(changed)
    (fault,) = verify(two.home.place.store, key).faults
    assert f"what a clinic signed (range {MOVEMENT}" in fault
    two.home.staff.add(two.clinic.staff.get("AB"), PIN)
    with pytest.raises(NotUnderstood):
        two.home.ranges.sign(signed(version=2), PIN)


def test_what_was_sent_goes_again_without_its_angles_being_read(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.paired()
    sent = practised(two.home, NOON)
    two.write_back()
    late = practised(two.home, NOON + DAYS)
    looked_at = list[UUID]()
    real = gathering._practice

    def watched(transaction: Transaction, id_: UUID) -> Any:
        looked_at.append(id_)
        return real(transaction, id_)

    monkeypatch.setattr(gathering, "_practice", watched)
    assert two.write_back(now=NOON + 2 * DAYS).practices == 1
    assert looked_at == [late]
    two.home.practices.amend(sent, practice(), Ratings(pain_after=1), "Doch, gut.")
    assert two.write_back(now=NOON + 3 * DAYS).practices == 1
    assert looked_at == [late, sent]
    # What an older program sent is compared whole, once.
    with two.home.packs._work.writing() as transaction:
        transaction.connection().exec_driver_sql("UPDATE exchanged SET as_kept = NULL")
    two.home.diary.add(CODE, DiaryEntry(day=DAY), NOON)
    for number in (4, 5):
        entry = DiaryEntry(day=DAY, words=str(number))
        two.home.diary.add(CODE, entry, NOON)
        assert two.write_back(now=NOON + number * DAYS).practices == 0
    assert looked_at == [late, sent, sent, late]


def test_what_goes_farther_is_told_for_rising_and_for_falling_measures() -> None:
    own = signed(ceiling=95.0).safe_range()
    assert not goes_farther(own, own)
    assert goes_farther(signed(ceiling=95.5).safe_range(), own)
    assert not goes_farther(own, None)
    falling: dict[str, Any] = {
        "measure_key": LEFT,
        "exercise_id": MOVEMENT,
        "low": -12.0,
        "high": -4.0,
    }
    near = signed(**falling, ceiling=-14.0).safe_range()
    far = signed(**falling, ceiling=-16.0).safe_range()
    assert goes_farther(far, near)
    assert not goes_farther(near, far)
