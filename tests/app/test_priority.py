"""The display goes first."""

import os
import sys
import threading

import pytest

from app.priority import yield_to_display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one thread's priority: Linux only")


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


def priority() -> tuple[int, int]:
    """Return how nice this thread is, and after which policy it runs."""
    return niceness(), os.sched_getscheduler(threading.get_native_id())


def test_a_thread_yields_and_the_main_thread_does_not() -> None:
    before, policy = priority()
    found = list[tuple[int, int]]()

    def look() -> None:
        yield_to_display()
        found.append(priority())

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found[0][0] > before
    assert found[0][1] == os.SCHED_BATCH
    assert priority() == (before, policy)


def test_what_a_thread_starts_yields_with_it() -> None:
    found = list[tuple[int, int]]()

    def look() -> None:
        yield_to_display()
        within = threading.Thread(target=lambda: found.append(priority()))
        within.start()
        within.join()
        found.append(priority())

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found[0] == found[1]


def test_where_it_may_not_be_set_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    before = niceness()
    monkeypatch.setattr(os, "setpriority", refused)
    yield_to_display()
    assert niceness() == before
