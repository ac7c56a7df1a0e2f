import pytest

from feedback.excursion import excursion_of


def test_a_plateau_has_its_top_in_its_middle() -> None:
    samples = [(0.0, 0.0), (1.0, 50.0), (2.0, 100.0), (3.0, 99.0), (4.0, 98.0), (5.0, 0.0)]
    found = excursion_of(samples, rest=0.0, left_s=0.0)
    assert (found.start_s, found.peak_s, found.end_s) == (0.0, 3.0, 5.0)
    assert found.top == 100.0


def test_rest_is_left_last_and_come_back_to_first() -> None:
    distances = [0.0, 5.0, 30.0, 100.0, 30.0, 8.0, 1.0, 0.0]
    samples = [(float(t), d) for t, d in enumerate(distances)]
    found = excursion_of(samples, rest=0.0, left_s=0.0)
    assert (found.start_s, found.end_s) == (1.0, 5.0)


@pytest.mark.parametrize("distances", [[40.0, 90.0, 100.0], [100.0, 60.0, 40.0], [70.0]])
def test_a_trace_that_begins_or_ends_away_from_rest_is_taken_whole(distances: list[float]) -> None:
    samples = [(float(t), d) for t, d in enumerate(distances)]
    found = excursion_of(samples, rest=0.0, left_s=0.0)
    assert (found.start_s, found.end_s) == (0.0, float(len(distances) - 1))
    assert found.start_s <= found.peak_s <= found.end_s


def test_the_top_is_not_looked_for_before_the_excursion() -> None:
    distances = [100.0, 40.0, 12.0, 14.0, 60.0, 90.0, 60.0, 0.0]
    samples = [(float(t), d) for t, d in enumerate(distances)]
    found = excursion_of(samples, rest=0.0, left_s=4.0)
    assert (found.start_s, found.peak_s, found.end_s, found.top) == (2.0, 5.0, 7.0, 90.0)
