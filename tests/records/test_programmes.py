"""Programmes and what is proposed for them: nothing changes without a signature."""

import pytest

from records.errors import AlreadyThere, MayNotSign, NotThePin, Stale, UnknownEntry
from records.store import Store
from tests.records.specimens import NOON, PIN, programme, proposal, signed


@pytest.fixture
def practising(staffed: Store) -> Store:
    """Return a store in which P-0147 has a programme."""
    staffed.programmes.apply("P-0147", programme(), 0, "AB", PIN, NOON)
    return staffed


def test_the_newest_version_holds_and_all_stay_to_be_read(practising: Store) -> None:
    applied = practising.programmes.apply("P-0147", programme("Evenings"), 1, "ab", PIN, NOON)
    assert practising.programmes.current("P-0147") == applied
    assert [each.programme.title for each in practising.programmes.history("P-0147")] == [
        "Mornings",
        "Evenings",
    ]
    assert (applied.version, applied.signed_by, applied.signed_at) == (2, "AB", NOON)


def test_without_a_programme_there_is_none(staffed: Store) -> None:
    assert staffed.programmes.current("P-0147") is None
    with pytest.raises(UnknownEntry):
        staffed.programmes.current("P-9")


def test_two_windows_change_one_programme_and_the_second_is_told(practising: Store) -> None:
    practising.programmes.apply("P-0147", programme("Theirs"), 1, "AB", PIN)
    with pytest.raises(Stale) as caught:
        practising.programmes.apply("P-0147", programme("Yours"), 1, "AB", PIN)
    assert caught.value.theirs.value.title == "Theirs"
    assert caught.value.yours.value.title == "Yours"


def test_only_staff_who_sign_apply_and_decide(practising: Store) -> None:
    waiting = practising.proposals.propose("P-0147", proposal())
    with pytest.raises(MayNotSign):
        practising.programmes.apply("P-0147", programme("Mine"), 1, "CD", PIN)
    with pytest.raises(NotThePin):
        practising.proposals.accept(waiting.id, "AB", "1234", programme(repetitions=5))
    with pytest.raises(MayNotSign):
        practising.proposals.decline(waiting.id, "CD", PIN)
    assert practising.proposals.open("P-0147") == waiting
    applied = practising.programmes.current("P-0147")
    assert applied is not None
    assert applied.version == 1


def test_a_yes_and_what_it_changes_are_kept_together(practising: Store) -> None:
    waiting = practising.proposals.propose("P-0147", proposal(), NOON)
    assert practising.proposals.all_open() == [waiting]
    more = programme(repetitions=5)
    practising.proposals.accept(waiting.id, "AB", PIN, more, [signed()], NOON)
    applied = practising.programmes.current("P-0147")
    assert applied is not None
    assert (applied.programme, applied.version) == (more, 2)
    assert practising.ranges.current("P-0147") == [signed()]
    (decided,) = practising.proposals.history("P-0147")
    assert (decided.state, decided.decided_by, decided.decided_at) == ("accepted", "AB", NOON)
    assert practising.proposals.open("P-0147") is None


def test_a_yes_whose_range_was_changed_meanwhile_changes_nothing(practising: Store) -> None:
    waiting = practising.proposals.propose("P-0147", proposal())
    practising.ranges.sign(signed(), PIN)
    with pytest.raises(Stale):
        practising.proposals.accept(waiting.id, "AB", PIN, programme("More"), [signed()])
    applied = practising.programmes.current("P-0147")
    assert applied is not None
    assert applied.programme.title == "Mornings"
    assert practising.proposals.open("P-0147") == waiting


def test_a_proposal_is_decided_once(practising: Store) -> None:
    waiting = practising.proposals.propose("P-0147", proposal())
    practising.proposals.decline(waiting.id, "AB", PIN)
    with pytest.raises(Stale) as caught:
        practising.proposals.accept(waiting.id, "AB", PIN, programme("More"))
    assert caught.value.theirs.state == "declined"


def test_one_proposal_waits_at_a_time(practising: Store) -> None:
    practising.proposals.propose("P-0147", proposal())
    with pytest.raises(AlreadyThere):
        practising.proposals.propose("P-0147", proposal())


def test_another_programme_puts_aside_what_was_proposed_for_the_one_before(
    practising: Store,
) -> None:
    waiting = practising.proposals.propose("P-0147", proposal())
    practising.programmes.apply("P-0147", programme("Evenings"), 1, "AB", PIN)
    (kept,) = practising.proposals.history("P-0147")
    assert (kept.id, kept.state) == (waiting.id, "superseded")
    assert practising.proposals.propose("P-0147", proposal()).programme_version == 2
