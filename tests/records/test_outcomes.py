"""What is asked, observed and signed beside what was seen: it comes back, and is never lost."""

from datetime import timedelta
from uuid import uuid4

import pytest

from exercises.library import find_exercise
from feedback.instruments import Activity, Filled, GoalFelt
from feedback.observing import Observation
from feedback.trend import trend_of
from records.errors import MayNotSign, NotAgreed, NotThePin, Stale, UnknownEntry
from records.kept import digest_of
from records.store import Store
from tests.records.specimens import DAY, MOVEMENT, NOON, PIN, kept_practice, practice, ratings

FILLED = Filled(
    day=DAY,
    activities=(Activity(words="Eine Kiste tragen 🙂", ability=3),),
    goals=(GoalFelt(words="Comb my hair", satisfaction=6),),
    control=4,
)
SEEN = Observation(day=DAY, breath_ease=7, help="words", on_task_min=20, note="Left hip first.")


def unagree(store: Store) -> None:
    held = store.people.get("P-0147")
    store.people.update(held.value.model_copy(update={"consent": None}), held.row_version)


def test_what_was_answered_comes_back_and_is_never_overwritten_unasked(staffed: Store) -> None:
    kept = staffed.outcomes.add("P-0147", FILLED)
    later = FILLED.model_copy(update={"day": DAY + timedelta(days=28), "skipped": True})
    staffed.outcomes.add("p-0147", later)
    assert [each.value for each in staffed.outcomes.list("P-0147")] == [later, FILLED]
    assert [each.value for each in staffed.outcomes.list("P-0147", limit=1)] == [later]
    assert [each.value for each in staffed.outcomes.list("P-0147", since=later.day)] == [later]
    more = FILLED.model_copy(update={"life": 5})
    assert staffed.outcomes.update(kept.id, more, 1).row_version == 2
    with pytest.raises(Stale):
        staffed.outcomes.update(kept.id, FILLED, 1)
    with pytest.raises(UnknownEntry):
        staffed.outcomes.update(uuid4(), FILLED, 1)


def test_nothing_is_kept_of_whoever_did_not_agree(staffed: Store) -> None:
    kept = staffed.outcomes.add("P-0147", FILLED)
    unagree(staffed)
    with pytest.raises(NotAgreed):
        staffed.outcomes.add("P-0147", FILLED)
    with pytest.raises(NotAgreed):
        staffed.outcomes.update(kept.id, FILLED, 1)
    with pytest.raises(NotAgreed):
        staffed.observations.sign("P-0147", SEEN, "AB", PIN)


def test_an_observation_is_signed_or_not_kept(staffed: Store) -> None:
    with pytest.raises(NotThePin):
        staffed.observations.sign("P-0147", SEEN, "AB", "0815")
    with pytest.raises(MayNotSign):
        staffed.observations.sign("P-0147", SEEN, "CD", PIN)
    assert staffed.observations.list("P-0147") == []
    kept = staffed.observations.sign("P-0147", SEEN, "ab", PIN)
    assert (kept.signed_by, kept.value) == ("AB", SEEN)
    assert list(staffed.observations.list("P-0147")) == [kept]


def test_a_signature_stands_for_what_was_read_and_says_what_changed_since(staffed: Store) -> None:
    id_ = staffed.practices.add("P-0147", kept_practice(words="Light."))
    (kept,) = staffed.practices.list("P-0147")
    read = digest_of(kept.model_dump_json())
    first = staffed.reviews.sign(id_, "Hip first.\nSeen.", read, "AB", PIN)
    assert not first.changed_since
    staffed.practices.amend(id_, practice(), ratings(), "Light, then heavy.")
    (again,) = staffed.reviews.of_practice(id_)
    assert (again.id, again.changed_since, again.digest) == (first.id, True, read)
    with pytest.raises(Stale):
        staffed.reviews.sign(id_, "", read, "AB", PIN)
    assert staffed.reviews.of_person("P-0147") == {id_: [again]}
    assert staffed.reviews.of_practice(uuid4()) == []


def test_at_a_glance_the_same_is_read_as_of_whole_practices(staffed: Store) -> None:
    for n in range(3):
        staffed.practices.add(
            "P-0147", kept_practice(began_at=NOON + timedelta(days=n), record=practice(n + 1))
        )
    known = {MOVEMENT: find_exercise(MOVEMENT)}
    whole, brief = staffed.practices.list("P-0147"), staffed.glances.list("P-0147", limit=2)
    assert [each.began_at for each in brief] == [each.began_at for each in whole[:2]]
    # Compared as text: a number that was withheld is not equal to itself.
    assert repr(trend_of(brief, (), known)) == repr(trend_of(whole[:2], (), known))
    assert trend_of(brief, (), known).courses
