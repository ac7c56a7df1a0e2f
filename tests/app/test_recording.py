"""Practices written while they run: nothing waits, nothing kept is lost, and trouble is told."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app import recording
from app import strand as strands
from app.following import Following
from app.keeping import Keeping
from app.practised import Practised
from app.recording import Recording
from app.strand import CHUNK_S, Newest, Strand
from exercises.library import find_exercise
from feedback.arc import Arc
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from feedback.said import Rated
from records import keys, practices
from records.errors import StoreError, StoreFull, StoreLocked, StoreReadOnly
from records.kept_practice import PracticeEntry
from records.practices import Practices
from records.store import Store
from records.verifying_practices import verify_practices
from tests.app.clinic import Clinic
from tests.app.practising import begins
from tests.feedback.test_tracing import judged
from tests.people import arms, swing
from tests.records.specimens import NOON, person
from vision.sight import nobody

CODE = "P-0147"
SUNRISE = find_exercise("sunrise-arms-seated")
FIXED = {"began_at": NOON, "made_with": "a test"}
PICTURE = 640, 480


@pytest.fixture
def store(clinic: Clinic) -> Iterator[Store]:
    with clinic.store() as opened:
        opened.people.add(person(CODE))
        yield opened


def newest(until_s: float) -> Newest:
    return Newest(PracticeRecord(0.0, until_s, ()), Ratings())


def seconds_of(strand: Strand, until_s: float, from_s: float = 0.0) -> None:
    """Hand over sights of some seconds, 10 a second, and how the practice stands then."""
    for tenth in range(round(10 * from_s), round(10 * until_s)):
        strand.judged(judged(tenth / 10))
    strand.take(newest(until_s))


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def only(store: Store) -> PracticeEntry:
    (entry,) = store.practices.entries(CODE)
    return entry


def is_whole(store: Store) -> bool:
    key = keys.find_key(store.place.key_file)
    return verify_practices(store.place.store, key).damage == ()


def practise(arc: Arc, follow: Any, until_s: float, from_s: float = 0.0) -> None:
    """Let somebody raise their arms, seen 10 times a second."""
    for tenth in range(round(10 * from_s), round(10 * until_s)):
        t = 5.0 + tenth / 10
        sight = arms(t, swing(t, 5, 95))
        follow(arc, arc.step(None, sight, t), sight, PICTURE, t)


def test_a_practice_is_in_the_store_while_it_runs_and_ended_at_its_end(
    store: Store, clinic: Clinic
) -> None:
    keeping, arc = Keeping(person(CODE), NOON, movements=[SUNRISE]), begins(SUNRISE)(5.0)
    with keeping.running(lambda: store) as follow:
        practise(arc, follow, 12.0)
        until(lambda: store.practices.entries(CODE))
        until(lambda: store.traces.read(only(store).id).times_s.size >= 110)
        assert only(store).state == "running"
        with clinic.store() as another:
            assert only(another).state == "running", "seen from another window too"
    done = Practised.of(arc, 17.0)
    assert keeping.keep(store, done)
    entry = only(store)
    assert (entry.state, entry.practice.record.ended_s) == ("ended", done.record.ended_s)
    assert entry.practice.record.movements[0].active_s == done.record.movements[0].active_s
    assert (entry.practice.set_up[0].posture, entry.practice.set_up[0].view) == ("seated", "front")
    trace = store.traces.read(entry.id)
    assert trace.times_s.size == 120
    assert set(trace.exercise_ids) == {SUNRISE.id}
    assert is_whole(store)


def test_what_is_said_is_kept_with_what_was_called_a_flare_day(store: Store) -> None:
    strand = Strand(CODE, FIXED)
    follow, arc = Following(strand, flare=True), begins(SUNRISE)(0.0)
    arc._answer(Rated("pain", 4))
    moment = arc.step(None, nobody(0.0), 0.0)
    follow(arc, moment, nobody(0.0), PICTURE, 0.0)
    strand.write(store)
    ratings = only(store).practice.ratings
    assert (ratings.pain_after, ratings.flare) == (4, True)


def test_without_a_yes_no_thread_is_begun_and_nothing_kept(store: Store) -> None:
    held = store.people.get(CODE)
    without = held.value.model_copy(update={"consent": None})
    before = threading.active_count()
    keeping, arc = Keeping(without, NOON), begins(SUNRISE)(5.0)
    with keeping.running(lambda: store) as follow:
        assert threading.active_count() == before
        practise(arc, follow, 3.0)
    assert not keeping.keep(store, Practised.of(arc, 8.0))
    assert store.practices.entries(CODE) == []


def test_one_that_is_cut_off_is_interrupted_as_soon_as_its_writer_is_gone(
    store: Store, clinic: Clinic
) -> None:
    strand = Strand(CODE, FIXED)
    seconds_of(strand, 3.0)
    with clinic.store() as writer:
        strand.write(writer)
        assert only(store).state == "running"
    assert only(store).state == "interrupted"
    with clinic.store() as again:
        assert only(again).state == "interrupted"
        assert again.traces.read(only(again).id).times_s.size > 15


@pytest.mark.parametrize("trouble", [StoreFull, StoreReadOnly, StoreLocked])
def test_trouble_with_the_disk_waits_and_what_waited_is_written_once_it_is_over(
    store: Store, monkeypatch: pytest.MonkeyPatch, trouble: type[Any]
) -> None:
    strand = Strand(CODE, FIXED)
    seconds_of(strand, 3.0)
    strand.write(store)
    kept = store.traces.read(only(store).id).times_s.size

    def refused(*_: object, **__: object) -> None:
        raise trouble(store.place.store)

    with monkeypatch.context() as patch:
        patch.setattr(Practices, "go_on", refused)
        seconds_of(strand, 6.0, 3.0)
        with pytest.raises(trouble):
            strand.write(store)
    assert store.traces.read(only(store).id).times_s.size == kept, "what was kept is whole"
    strand.end(store, newest(6.0))
    assert store.traces.read(only(store).id).times_s.size == 60
    assert (only(store).practice.unkept_s, is_whole(store)) == (0.0, True)


def test_a_store_that_another_program_holds_is_tried_again_by_the_thread(
    store: Store, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "_AGAIN_S", 0.01)
    failed = threading.Event()
    go_on, locked = Practices.go_on, [True]

    def held(self: Practices, *given: Any, **named: Any) -> None:
        if locked[0]:
            failed.set()
            raise StoreLocked(store.place.store)
        go_on(self, *given, **named)

    monkeypatch.setattr(Practices, "go_on", held)
    with Recording(lambda: store) as thread:
        strand = thread.strand(CODE, FIXED)
        seconds_of(strand, 2.0)
        until(lambda: strand.id)
        seconds_of(strand, 4.0, 2.0)
        assert failed.wait(20)
        locked[0] = False
        until(lambda: store.traces.read(only(store).id).times_s.size > 30)
    strand.end(store, newest(4.0))
    assert is_whole(store)


def test_one_whose_practice_cannot_be_written_holds_up_nobody_else_of_a_group(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recording, "_AGAIN_S", 3600.0)
    store.people.add(person("P-0200"))
    begin, failed = Practices.begin, threading.Event()

    def refused(self: Practices, code: str, *given: Any, **named: Any) -> Any:
        if code == CODE:
            failed.set()
            raise StoreLocked(store.place.store)
        return begin(self, code, *given, **named)

    monkeypatch.setattr(Practices, "begin", refused)
    with Recording(lambda: store) as thread:
        stuck, other = thread.strand(CODE, FIXED), thread.strand("P-0200", FIXED)
        seconds_of(stuck, 2.0)
        assert failed.wait(20)
        seconds_of(other, 2.0)
        until(lambda: other.id)
    assert isinstance(stuck.trouble, StoreLocked)


def test_what_there_is_no_room_to_hold_on_to_is_counted_and_told_in_half_a_line(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strands, "MOST_WAITING", 2)
    keeping = Keeping(person(CODE), NOON)
    strand = keeping._strand
    for tenth in range(100):
        strand.judged(judged(tenth / 10))
    strand.trouble = StoreFull(store.place.store)
    assert keeping.keep(store, Practised(PracticeRecord(0.0, 10.0, ()), Ratings()))
    assert 6 < strand.unkept_s < 10
    assert keeping.unkept.startswith(f"{strand.unkept_s:.0f} s of its angles were not")
    assert "the disk is full" in keeping.unkept
    entry = only(store)
    assert entry.practice.unkept_s == pytest.approx(strand.unkept_s, abs=1e-3)
    assert store.traces.read(entry.id).times_s.size > 10
    assert is_whole(store)


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=365)])
def test_a_clock_that_is_set_back_meanwhile_changes_neither_order_nor_beginning(
    store: Store, monkeypatch: pytest.MonkeyPatch, back: timedelta
) -> None:
    class SetBack:
        @staticmethod
        def now(zone: Any = None) -> datetime:
            return datetime.now(zone) - back

    earlier = Strand(CODE, FIXED | {"began_at": NOON - timedelta(minutes=30)})
    earlier.end(store, newest(1.0))
    strand = Strand(CODE, FIXED)
    seconds_of(strand, 3.0)
    strand.write(store)
    monkeypatch.setattr(practices, "datetime", SetBack)
    seconds_of(strand, 6.0, 3.0)
    strand.write(store)
    assert store.practices.entries(CODE)[0].state == "running", "no clock tells that it goes on"
    strand.end(store, newest(6.0))
    first, second = store.practices.entries(CODE)
    assert (first.id, first.practice.began_at) == (strand.id, NOON)
    assert second.id == earlier.id
    times = store.traces.read(first.id).times_s
    assert times.size == 60
    assert (times[1:] > times[:-1]).all()
    assert is_whole(store)


def test_sights_without_a_number_or_out_of_order_are_passed_over(store: Store) -> None:
    strand = Strand(CODE, FIXED)
    for t in (-0.5, 0.0, float("nan"), 0.5, 0.2, 0.5, 0.50001, 1.0):
        strand.judged(judged(t, abduction=float("nan") if t == 1.0 else 40.0))
    strand.end(store, newest(1.0))
    trace = store.traces.read(only(store).id)
    assert trace.times_s.tolist() == [0.0, 0.5, 1.0]
    assert is_whole(store)


def test_who_withdraws_their_yes_meanwhile_has_no_more_kept(store: Store) -> None:
    strand = Strand(CODE, FIXED)
    seconds_of(strand, 2.0)
    strand.write(store)
    held = store.people.get(CODE)
    assert held.value.consent is not None
    changed = {"consent": held.value.consent.withdrawing("record", datetime.now(UTC).date())}
    store.people.update(held.value.model_copy(update=changed), held.row_version)
    seconds_of(strand, 6.0, 2.0)
    with pytest.raises(StoreError, match="not agreed"):
        strand.write(store)
    assert not strand.has_more
    with pytest.raises(StoreError, match="not agreed"):
        strand.end(store, newest(6.0))
    assert store.traces.read(only(store).id).times_s.size < 2.1 * 10


def test_a_fault_of_the_programs_own_is_raised_where_it_is_seen(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strands, "trace_of", lambda *_: 1 / 0)
    thread = Recording(lambda: store)
    thread.__enter__()
    seconds_of(thread.strand(CODE, FIXED), 3.0)
    thread._thread.join(20)
    with pytest.raises(ZeroDivisionError):
        thread.__exit__()


def test_less_than_a_second_is_in_hand_at_any_moment() -> None:
    assert CHUNK_S < 1
