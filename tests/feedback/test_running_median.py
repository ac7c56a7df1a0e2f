import pytest

from feedback.running_median import FEWEST, RunningMedian
from tests.people import seconds


@pytest.mark.parametrize("fps", [5.0, 30.0, 100.0])
def test_a_steady_rise_keeps_its_timing(fps: float) -> None:
    smoothed = RunningMedian()
    for t in seconds(3, fps):
        at, value = smoothed.add(t, 20 * t)
        assert value == pytest.approx(20 * at)
        assert t - at <= max(0.16, (FEWEST - 1) / 2 / fps + 1e-9)


@pytest.mark.parametrize("fps", [5.0, 30.0])
def test_one_frame_amiss_leaves_no_trace(fps: float) -> None:
    smoothed = RunningMedian()
    amiss = round(fps)
    values = [
        smoothed.add(t, 170 if index == amiss else 10)[1] for index, t in enumerate(seconds(2, fps))
    ]
    assert set(values) == {10}


def test_after_clearing_the_past_has_no_say() -> None:
    smoothed = RunningMedian()
    smoothed.add(0.0, 100)
    smoothed.clear()
    assert smoothed.add(0.1, 10) == (0.1, 10)
