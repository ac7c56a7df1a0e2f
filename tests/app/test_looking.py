"""What looks at frames in a thread of its own goes on, stops, and tells of its error."""

from dataclasses import dataclass

import numpy as np
import pytest

from app.latest import Latest
from app.looking import Looking
from vision.frames import Frame


@dataclass(frozen=True)
class Found:
    """A frame's index, as if it had been looked at."""

    index: int
    found_s: float = 0.0


class Numbering(Looking[Found]):
    """Tells the index of each frame; the one of `falls_at` is too much for it."""

    def __init__(self, frames: Latest[Frame], falls_at: int | None = None) -> None:
        super().__init__(frames)
        self._falls_at = falls_at

    def _look_at_all(self) -> None:
        self.ready.set()
        while self._goes_on:
            frame = self._frames.take(0.01)
            if frame is None:
                continue
            if frame.index == self._falls_at:
                raise RuntimeError("too much")
            self.seen.put(Found(frame.index))


def frame(index: int) -> Frame:
    return Frame(np.zeros((2, 2, 3), np.uint8), index / 10, index)


def test_what_was_found_is_published_until_it_is_stopped() -> None:
    frames: Latest[Frame] = Latest()
    with Numbering(frames) as looking:
        frames.put(frame(3))
        assert looking.seen.take(5.0) == Found(3)
        assert looking.ready.is_set()
    assert looking.seen.ended


def test_it_ends_with_its_frames() -> None:
    frames: Latest[Frame] = Latest()
    with Numbering(frames) as looking:
        frames.end()
        assert looking.seen.take(5.0) is None
        assert looking.seen.ended


def test_an_error_is_raised_where_what_was_found_is_taken() -> None:
    frames: Latest[Frame] = Latest()
    with Numbering(frames, falls_at=1) as looking:
        frames.put(frame(1))
        with pytest.raises(RuntimeError, match="too much"):
            looking.seen.take(5.0)
