import numpy as np
import pytest

from feedback.excursion import Excursion, excursion_of, seen_to_begin


def excursion(samples: list[tuple[float, float]], rest: float, left_s: float) -> Excursion:
    times, distances = np.array(samples).T
    return excursion_of(times, distances, rest, left_s)


def test_a_plateau_has_its_top_in_its_middle() -> None:
    samples = [(0.0, 0.0), (1.0, 50.0), (2.0, 100.0), (3.0, 99.0), (4.0, 98.0), (5.0, 0.0)]
    found = excursion(samples, rest=0.0, left_s=0.0)
    assert (found.start_s, found.peak_s, found.end_s) == (0.0, 3.0, 5.0)
    assert found.top == 100.0


def test_rest_is_left_last_and_come_back_to_first() -> None:
    distances = [0.0, 5.0, 30.0, 100.0, 30.0, 8.0, 1.0, 0.0]
    samples = [(float(t), d) for t, d in enumerate(distances)]
    found = excursion(samples, rest=0.0, left_s=0.0)
    assert (found.start_s, found.end_s) == (1.0, 5.0)


@pytest.mark.parametrize("distances", [[40.0, 90.0, 100.0], [100.0, 60.0, 40.0], [70.0]])
def test_a_trace_that_begins_or_ends_away_from_rest_is_taken_whole(distances: list[float]) -> None:
    samples = [(float(t), d) for t, d in enumerate(distances)]
    found = excursion(samples, rest=0.0, left_s=0.0)
    assert (found.start_s, found.end_s) == (0.0, float(len(distances) - 1))
    assert found.start_s <= found.peak_s <= found.end_s


def test_the_top_is_not_looked_for_before_the_excursion() -> None:
    distances = [100.0, 40.0, 12.0, 14.0, 60.0, 90.0, 60.0, 0.0]
    samples = [(float(t), d) for t, d in enumerate(distances)]
    found = excursion(samples, rest=0.0, left_s=4.0)
    assert (found.start_s, found.peak_s, found.end_s, found.top) == (2.0, 5.0, 7.0, 90.0)


def test_the_time_at_the_top_is_that_within_a_twentieth_of_it() -> None:
    distances = [0.0, 40.0, 96.0, 100.0, 97.0, 94.0, 30.0, 0.0]
    found = excursion([(float(t), d) for t, d in enumerate(distances)], rest=0.0, left_s=1.0)
    assert (found.arrived_s, found.departed_s, found.seconds) == (2.0, 4.0, 7.0)


@pytest.mark.parametrize(("first", "begun"), [(2.0, True), (9.0, True), (25.0, False)])
def test_a_beginning_is_seen_by_who_sets_out_from_near_rest(first: float, begun: bool) -> None:
    times = np.arange(12) / 3
    distances = first + (100 - first) * np.sin(np.linspace(0, np.pi, 12))
    whole = excursion_of(times, distances, rest=first, left_s=0.0)
    assert seen_to_begin(times, distances, whole, 0.0, share=0.1) is begun
    assert seen_to_begin(times, distances, whole, 0.0, share=0.5)


def test_who_stayed_where_they_set_out_from_has_begun_there_however_high() -> None:
    times = np.arange(12) / 3
    distances = np.array([30.0, 30, 30, 31, 40, 70, 100, 90, 60, 30, 10, 0])
    whole = excursion_of(times, distances, rest=30.0, left_s=1.0)
    assert seen_to_begin(times, distances, whole, 0.0, share=0.1)
