"""Reading ahead loses no frame, keeps their order, and carries errors across."""

import threading

import numpy as np
import pytest

from app.read_ahead import DEPTH, read_ahead
from tests.app.fake_camera import FakeCamera
from vision.frames import Frame
from vision.source import SourceError

PIXELS = np.zeros((4, 4, 3), np.uint8)


def numbered(end: int) -> FakeCamera:
    return FakeCamera(lambda i: Frame(PIXELS, float(i), i) if i < end else None)


def test_every_frame_comes_in_order() -> None:
    assert [frame.index for frame in read_ahead(numbered(50))] == list(range(50))


def test_an_error_comes_after_the_frames_before_it() -> None:
    def broken(index: int) -> Frame:
        if index == 5:
            raise SourceError("the disk was taken out")
        return Frame(PIXELS, float(index), index)

    seen: list[int] = []
    with pytest.raises(SourceError, match="taken out"):
        seen.extend(frame.index for frame in read_ahead(FakeCamera(broken)))
    assert seen == list(range(5))


def test_leaving_early_ends_the_thread_and_reads_no_further_than_its_depth() -> None:
    asked = []

    def endless(index: int) -> Frame:
        asked.append(index)
        return Frame(PIXELS, float(index), index)

    frames = read_ahead(FakeCamera(endless))
    next(frames)
    frames.close()  # type: ignore[attr-defined]
    assert len(asked) <= DEPTH + 3
    assert not [t for t in threading.enumerate() if t.name == "read ahead"]
