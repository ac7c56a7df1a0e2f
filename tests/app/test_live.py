"""A live source: frames in, things seen out, and a camera that comes and goes."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from app import live as live_module
from app.clock import monotonic
from app.live import Live
from tests.app.fake_camera import FakeCamera, room
from vision.frames import Frame
from vision.source import SourceError

PATIENCE_S = 20.0


def wait_for(live: Live, done: Callable[[], bool]) -> None:
    """Poll as the loop does until `done`, or give up."""
    end = monotonic() + PATIENCE_S
    while monotonic() < end:
        live.newest(monotonic())
        if done():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come about in time")


def paced(index: int) -> Frame:
    time.sleep(0.02)
    return room(index)


def test_a_camera_is_seen_and_nothing_is_said_of_it() -> None:
    with Live(lambda: FakeCamera(paced)) as live:
        assert live.notice(monotonic()) == "notice.opening"
        wait_for(live, lambda: live.last is not None)
        wait_for(live, lambda: live.notice(monotonic()) is None)


def test_a_camera_lost_in_mid_practice_is_opened_again() -> None:
    opened: list[FakeCamera] = []

    def lost_once(index: int) -> Frame:
        if len(opened) == 1 and index == 20:
            raise SourceError("the camera went away")
        return paced(index)

    def open_camera() -> FakeCamera:
        if len(opened) == 1 and not opened[0].closed:
            raise AssertionError("the first one was not let go")
        opened.append(FakeCamera(lost_once))
        return opened[-1]

    with Live(open_camera) as live:
        wait_for(live, lambda: live.notice(monotonic()) == "notice.camera-lost")
        wait_for(live, lambda: len(opened) == 2 and live.notice(monotonic()) is None)
    assert [camera.closed for camera in opened] == [True, True]


def test_a_camera_that_cannot_be_opened_again_is_tried_with_growing_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(live_module, "RETRY_S", (0.05, 0.2, 0.2))
    tries: list[float] = []

    def open_camera() -> FakeCamera:
        tries.append(monotonic())
        if len(tries) in (2, 3):
            raise SourceError("taken by another program")

        def lost(index: int) -> Frame:
            if len(tries) == 1 and index > 3:
                raise SourceError("the camera went away")
            return paced(index)

        return FakeCamera(lost)

    with Live(open_camera) as live:
        wait_for(live, lambda: len(tries) == 4 and live.notice(monotonic()) is None)
    pauses = np.diff(tries)
    assert pauses[1] > 0.15 < pauses[2]


def test_a_stalled_read_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_module, "STALLED_S", 1.5)
    release = threading.Event()
    opened: list[None] = []

    def stalls(index: int) -> Frame:
        if len(opened) == 1 and index == 10:
            release.wait(PATIENCE_S)
        return paced(index)

    def open_camera() -> FakeCamera:
        opened.append(None)
        return FakeCamera(stalls)

    with Live(open_camera) as live:
        wait_for(live, lambda: live.notice(monotonic()) == "notice.silent")
        wait_for(live, lambda: len(opened) == 2 and live.notice(monotonic()) is None)
        release.set()


@pytest.mark.parametrize(
    ("make", "notice"),
    [
        (lambda index: room(index, luma=5), "notice.dark"),
        (lambda index: Frame(room(0).image, monotonic(), index), "notice.frozen"),
    ],
)
def test_a_black_or_standing_picture_is_a_calm_notice(
    make: Callable[[int], Frame], notice: str
) -> None:
    def at_rate(index: int) -> Frame:
        time.sleep(0.02)
        return make(index)

    with Live(lambda: FakeCamera(at_rate)) as live:
        wait_for(live, lambda: live.notice(monotonic()) == notice)


def test_a_camera_that_was_never_there_is_an_error_at_once() -> None:
    def no_camera() -> FakeCamera:
        raise SourceError("no camera found")

    with Live(no_camera) as live, pytest.raises(SourceError, match="no camera found"):
        wait_for(live, lambda: False)


def test_a_fault_of_the_program_in_a_thread_is_raised_in_the_main_one() -> None:
    def broken(index: int) -> Frame:
        raise ZeroDivisionError("in the capture thread")

    with Live(lambda: FakeCamera(broken)) as live, pytest.raises(ZeroDivisionError):
        wait_for(live, lambda: False)


def test_opening_anew_waits_for_nobody_and_nothing_old_comes_after() -> None:
    """A movement is changed while its picture is still being waited for."""
    release = threading.Event()
    opened: list[int] = []

    def numbered(index: int) -> Frame:
        if len(opened) == 1 and index == 5:
            release.wait(PATIENCE_S)
            return replace(room(index), index=999)
        return paced(index)

    def open_camera() -> FakeCamera:
        opened.append(len(opened))
        return FakeCamera(numbered)

    with Live(open_camera) as live:
        wait_for(live, lambda: live.last is not None and live.last.observation.frame.index == 4)
        began_s = monotonic()
        live.reopen()
        assert monotonic() - began_s < 0.5
        wait_for(live, lambda: len(opened) == 2)
        release.set()
        for _ in range(30):
            seen = live.newest(monotonic())
            assert seen is None or seen.observation.frame.index != 999
            time.sleep(0.01)
