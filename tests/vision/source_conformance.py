"""What every source keeps to, whatever it is: checks to run over each of them.

Each check takes a function that opens a fresh source. `CHECKS` fit any source; `PICTURE_CHECKS`
also need it to show `halves` of `tests.vision.specimens`.
"""

import threading
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from vision.frames import Frame
from vision.source import Source

OpenSource = Callable[[], Source]

# Sources without an end are read this far.
SOME_FRAMES = 40
KINDS = {"camera", "video", "images", "figure", "replay"}


def some_frames(source: Source) -> Iterator[Frame]:
    """Yield the first frames of a source, one at a time."""
    for _ in range(SOME_FRAMES):
        frame = source.read()
        if frame is None:
            return
        yield frame


def check_says_what_it_is(open_source: OpenSource) -> None:
    with open_source() as source:
        assert isinstance(source, Source)
        assert source.name
        assert source.kind in KINDS
        assert source.size[0] > 0
        assert source.size[1] > 0
        assert source.fps >= 0.0
        assert source.frame_count is None or source.frame_count > 0
        assert source.live is (source.kind == "camera")
        assert source.incomplete is False


def check_times_rise_and_frames_are_counted(open_source: OpenSource) -> None:
    with open_source() as source:
        moments = [(frame.index, frame.time_s) for frame in some_frames(source)]
    indices, times = zip(*moments, strict=True)
    assert indices == tuple(range(len(moments)))
    assert len(moments) > 1
    assert times[0] >= 0.0
    assert all(later > earlier for earlier, later in pairwise(times))


def check_pictures_are_contiguous_rgb_of_the_stated_size(open_source: OpenSource) -> None:
    with open_source() as source:
        width, height = source.size
        for frame in some_frames(source):
            assert frame.image.shape == (height, width, 3)
            assert frame.image.dtype == np.uint8
            assert frame.image.flags.c_contiguous


def check_a_kept_picture_is_not_written_over(open_source: OpenSource) -> None:
    with open_source() as source:
        first = source.read()
        assert first is not None
        before = first.image.copy()
        for _ in some_frames(source):
            pass
        assert np.array_equal(first.image, before)


def check_the_end_is_said_again_and_again(open_source: OpenSource) -> None:
    with open_source() as source:
        if source.frame_count is None:
            return
        frames = 0
        while source.read() is not None:
            frames += 1
            assert frames <= source.frame_count
        assert frames == source.frame_count
        assert [source.read() for _ in range(3)] == [None] * 3
        assert not source.incomplete


def check_it_may_be_closed_twice_and_gives_nothing_after(open_source: OpenSource) -> None:
    source = open_source()
    assert source.read() is not None
    source.close()
    source.close()
    assert source.read() is None
    assert source.read() is None


def check_it_may_be_closed_unread(open_source: OpenSource) -> None:
    source = open_source()
    source.close()
    assert source.read() is None


def check_leaving_the_context_closes_it(open_source: OpenSource) -> None:
    with open_source() as source:
        assert source.read() is not None
    assert source.read() is None


def check_it_may_be_closed_while_another_thread_reads(open_source: OpenSource) -> None:
    source = open_source()
    begun = threading.Event()
    raised: list[BaseException] = []

    def read_all() -> None:
        try:
            while source.read() is not None:
                begun.set()
        except BaseException as error:
            raised.append(error)
        finally:
            begun.set()

    reader = threading.Thread(target=read_all, daemon=True)
    reader.start()
    assert begun.wait(10.0)
    source.close()
    reader.join(10.0)
    assert not reader.is_alive()
    assert not raised
    assert source.read() is None


def check_memory_stays_flat(open_source: OpenSource) -> None:
    with open_source() as source:
        frame_bytes = source.size[0] * source.size[1] * 3
        tracemalloc.start()
        try:
            sizes = [tracemalloc.get_traced_memory()[0] for _ in some_frames(source)]
        finally:
            tracemalloc.stop()
    early, late = max(sizes[:10]), sizes[-1]
    assert late <= early + 2 * frame_bytes + 100_000


def check_left_is_left_and_red_is_red(open_source: OpenSource) -> None:
    with open_source() as source:
        frame = source.read()
    assert frame is not None
    third = frame.image.shape[1] // 3
    left = frame.image[:, :third].mean(axis=(0, 1))
    right = frame.image[:, -third:].mean(axis=(0, 1))
    assert left[0] > 150
    assert left[2] < 100
    assert right[0] < 100
    assert right[2] > 150


CHECKS: tuple[Callable[[OpenSource], None], ...] = (
    check_says_what_it_is,
    check_times_rise_and_frames_are_counted,
    check_pictures_are_contiguous_rgb_of_the_stated_size,
    check_a_kept_picture_is_not_written_over,
    check_the_end_is_said_again_and_again,
    check_it_may_be_closed_twice_and_gives_nothing_after,
    check_it_may_be_closed_unread,
    check_leaving_the_context_closes_it,
    check_it_may_be_closed_while_another_thread_reads,
    check_memory_stays_flat,
)
PICTURE_CHECKS: tuple[Callable[[OpenSource], None], ...] = (check_left_is_left_and_red_is_red,)
