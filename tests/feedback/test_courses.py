import numpy as np
import pytest

from feedback.courses import BLOCK_S, KEPT_S, Courses
from tests.people import seconds


def kept(fps: float, until_s: float = 10.0) -> Courses:
    """Return the courses of rows 0 and 2: the time, and twice the time."""
    courses = Courses([2, 0])
    for t in seconds(until_s, fps):
        courses.add(t, [t, -1.0, 2 * t])
    return courses


@pytest.mark.parametrize("fps", [4.0, 10.0, 30.0, 120.0])
def test_a_passage_is_what_lies_between_and_a_moment_to_either_side(fps: float) -> None:
    passage = kept(fps).between(3.0, 6.0)
    times = passage.of(0)
    assert len(passage) == len(times) <= (3.0 + 2 * BLOCK_S) / BLOCK_S + 1
    assert times[0] == pytest.approx(3.0, abs=2 * BLOCK_S + 1 / fps)
    assert times[-1] == pytest.approx(6.0, abs=2 * BLOCK_S + 1 / fps)
    assert passage.of(2) == pytest.approx(2 * times)


def test_one_frame_amiss_leaves_no_trace() -> None:
    courses = Courses([0])
    for index, t in enumerate(seconds(4)):
        courses.add(t, [500.0 if index == 50 else 20.0])
    assert set(courses.between(0, 4).of(0)) == {20.0}


def test_unseen_stays_unseen() -> None:
    courses = Courses([0])
    for t in seconds(4):
        courses.add(t, [np.nan if 1 <= t < 2 else 5.0])
    course = courses.between(0, 4).of(0)
    assert 3 <= np.isnan(course).sum() <= 6


def test_before_anything_is_seen_a_passage_is_empty() -> None:
    assert len(Courses([0, 1]).between(0, 9)) == 0


def test_memory_stays_flat() -> None:
    courses = Courses([0])
    for t in seconds(2 * KEPT_S, 5):
        courses.add(t, [t])
    passage = courses.between(0, 2 * KEPT_S)
    assert passage.of(0)[0] == pytest.approx(KEPT_S, abs=1)
    assert len(passage) <= KEPT_S / BLOCK_S + 2


def test_a_clock_that_jumps_ahead_leaves_what_was_before_where_it_was() -> None:
    courses = kept(10, 2.0)
    for t in (500.0, 500.1, 500.3, 500.6):
        courses.add(t, [t, -1.0, 2 * t])
    assert len(courses.between(0.0, 2.0)) == 0, "too long ago to be kept"
    assert courses.between(499.0, 501.0).of(0) == pytest.approx([500.05, 500.3])
