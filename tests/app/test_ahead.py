"""Working ahead loses nothing, keeps the order, and carries errors across."""

import threading
import time
from collections.abc import Iterator

import numpy as np
import pytest

from app.ahead import DEPTH, ahead, frames_of
from tests.app.fake_camera import FakeCamera
from vision.frames import Frame
from vision.source import SourceError

PIXELS = np.zeros((4, 4, 3), np.uint8)


def numbered(end: int) -> FakeCamera:
    return FakeCamera(lambda i: Frame(PIXELS, float(i), i) if i < end else None)


def threads_left() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "ahead"]


def test_every_frame_comes_in_order_through_two_stages() -> None:
    frames = ahead(frames_of(numbered(50)))
    assert list(ahead(frame.index for frame in frames)) == list(range(50))
    assert not threads_left()


def test_an_error_comes_after_the_frames_before_it_and_through_two_stages() -> None:
    def broken(index: int) -> Frame:
        if index == 5:
            raise SourceError("the disk was taken out")
        return Frame(PIXELS, float(index), index)

    seen: list[int] = []
    frames = ahead(frames_of(FakeCamera(broken)))
    with pytest.raises(SourceError, match="taken out"):
        seen.extend(ahead(frame.index for frame in frames))
    assert seen == list(range(5))
    assert not threads_left()


def test_leaving_early_ends_both_threads_and_works_no_further_ahead_than_its_depth() -> None:
    asked = []

    def endless(index: int) -> Frame:
        asked.append(index)
        return Frame(PIXELS, float(index), index)

    frames = ahead(frames_of(FakeCamera(endless)))
    numbers = ahead(frame.index for frame in frames)
    next(numbers)
    numbers.close()
    frames.close()
    assert len(asked) <= 2 * (DEPTH + 3)
    assert not threads_left()


def test_stages_really_run_side_by_side() -> None:
    def slow(count: int) -> Iterator[int]:
        for number in range(count):
            time.sleep(0.03)
            yield number

    began = time.monotonic()
    for _ in ahead(slow(20)):
        time.sleep(0.03)
    assert time.monotonic() - began < 1.1, "one after the other would take 1.2 s and more"
