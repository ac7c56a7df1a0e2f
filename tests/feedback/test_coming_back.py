import pytest

from feedback.coming_back import MOVED_ON_S, end_of, moved_on
from feedback.samples import Sample


def samples(*distances: float, step_s: float = 0.1, start_s: float = 0.0) -> list[Sample]:
    return [
        Sample(start_s + step_s * index, distance, distance, 0.0, 4.0)
        for index, distance in enumerate(distances)
    ]


def test_back_within_a_tenth_of_the_height_is_settled() -> None:
    assert end_of(samples(30, 20, 10), 2.0, 90.0, new=False) == "settled"
    assert end_of(samples(30, 20, 13), 2.0, 90.0, new=False) is None


def test_where_somebody_new_rests_is_not_known_before_they_stop() -> None:
    assert end_of(samples(30, 20, 10), 2.0, 90.0, new=True) is None
    stopped = samples(30, 20, *[10.0] * 7)
    assert end_of(stopped, 2.0, 90.0, new=True) == "halted"


def test_stopping_on_the_way_back_is_halting() -> None:
    assert end_of(samples(30, *[24.0] * 7), 2.0, 90.0, new=False) == "halted"
    assert end_of(samples(*[34 - 0.6 * n for n in range(12)]), 2.0, 90.0, new=False) is None


def test_rising_before_rest_is_setting_out_again() -> None:
    assert end_of(samples(30, 20, 22, 34), 2.0, 90.0, new=False) == "again"


def test_to_and_fro_above_another_rest_is_having_moved_on() -> None:
    stance = [26.0] * 20 + [44.0] * 20 + [24.0] * 20 + [44.0] * 20
    found = moved_on(samples(*stance, step_s=MOVED_ON_S / 78), least=10.0)
    assert found is not None
    lowest, farthest = found
    assert (lowest.distance, farthest) == (24.0, 44.0)


@pytest.mark.parametrize("late", [[100.0, 98.0, 100.0], [100.0, 60.0, 30.0], [30.0, 60.0, 100.0]])
def test_staying_or_going_one_way_is_not(late: list[float]) -> None:
    assert moved_on(samples(*late), least=10.0) is None
