"""The one slot between threads."""

import threading

import pytest

from app.latest import Latest


def test_the_newest_wins_and_the_replaced_are_counted() -> None:
    slot: Latest[int] = Latest()
    for number in (1, 2, 3):
        slot.put(number)
    assert slot.take() == 3
    assert slot.superseded == 2
    assert slot.take() is None


def test_an_error_is_raised_again_after_the_last_item() -> None:
    slot: Latest[str] = Latest()
    slot.put("last")
    slot.end(RuntimeError("the camera went away"))
    assert slot.take() == "last"
    for _ in range(2):
        with pytest.raises(RuntimeError, match="went away"):
            slot.take()


def test_ended_only_once_everything_was_taken() -> None:
    slot: Latest[str] = Latest()
    slot.put("last")
    slot.end()
    assert not slot.ended
    slot.take()
    assert slot.ended
    assert slot.take(timeout_s=5) is None, "no waiting for what cannot come"


def test_a_waiting_taker_is_woken_by_the_putter() -> None:
    slot: Latest[str] = Latest()
    threading.Timer(0.05, slot.put, ["here"]).start()
    assert slot.take(timeout_s=10) == "here"
