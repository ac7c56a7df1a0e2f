"""Turns go by need, and nobody is left waiting."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.turns import COUNTED_S, Need, Turns

LOOK_S = 0.015


def served(
    needs: dict[int, Need], seconds: float, look_s: float = LOOK_S
) -> tuple[Turns, Counter[int]]:
    """Return the turns, and how often each place came, two looks going on at once."""
    turns, t = Turns(needs), 0.0
    came: Counter[int] = Counter()
    for number, need in needs.items():
        turns.need(number, need)
    busy: list[int] = []
    while t < seconds:
        while len(busy) < 2 and (place := turns.next(t, int(t * 30))) is not None:
            busy.append(place)
            came[place] += 1
        t += look_s / 2
        if busy:
            turns.done(busy.pop(0), t)
    return turns, came


def test_equal_needs_have_equal_turns() -> None:
    _, came = served(dict.fromkeys(range(1, 9), Need.USUAL), 10.0)
    assert max(came.values()) - min(came.values()) <= 2


def test_who_moves_is_looked_at_more_often_and_the_empty_place_less() -> None:
    needs = {1: Need.PRESSING, 2: Need.QUIET, 3: Need.EMPTY, 4: Need.USUAL} | dict.fromkeys(
        range(5, 9), Need.USUAL
    )
    _, came = served(needs, 20.0)
    assert came[1] > 1.2 * came[4] > 1.2 * came[2] > 1.2 * came[3]


def test_who_would_rather_not_be_looked_at_never_is() -> None:
    _, came = served({1: Need.USUAL, 2: Need.NONE, 3: Need.EMPTY}, 5.0)
    assert set(came) == {1, 3}


LOOKED_AT = [need for need in Need if need is not Need.NONE]


@given(st.lists(st.sampled_from(LOOKED_AT), min_size=2, max_size=8))
def test_nobody_waits_longer_than_0_4_s_however_the_needs_lie(needs: list[Need]) -> None:
    turns, came = served(dict(enumerate(needs)), 3.0)
    assert set(came) == set(range(len(needs)))
    assert turns.longest_wait_s <= 0.4


def test_where_looks_are_slow_everybody_waits_alike() -> None:
    turns, came = served(dict.fromkeys(range(8), Need.USUAL) | {0: Need.PRESSING}, 20.0, 0.2)
    assert max(came.values()) - min(came.values()) <= 2
    assert turns.longest_wait_s <= 8 * 0.2


def test_nobody_is_looked_at_twice_in_one_frame_or_by_two_at_once() -> None:
    turns = Turns([1, 2])
    assert {turns.next(0.0, 0), turns.next(0.0, 0)} == {1, 2}
    assert turns.next(0.1, 1) is None
    turns.done(1, 0.1)
    assert turns.next(0.1, 0) is None
    assert turns.next(0.1, 1) == 1


def test_no_more_looks_begin_than_are_asked_for_and_late_ones_are_caught_up() -> None:
    turns, began, t = Turns(range(4), most_per_s=50.0), list[float](), 0.0
    for i in range(2000):  # asked every millisecond, but for a moment now and then
        t = i / 1000
        if i % 100 < 90 and (place := turns.next(t, i)) is not None:
            began.append(t)
            turns.done(place, t)
    assert len(began) == pytest.approx(100, abs=1)
    assert min(b - a for a, b in pairwise(began)) >= 0.009


def test_after_a_long_pause_looks_do_not_come_in_a_heap() -> None:
    turns = Turns(range(8), most_per_s=50.0)
    came = [turns.next(10.0, 1) for _ in range(8)]
    assert sum(place is not None for place in came) <= 2


def test_looks_are_counted_over_the_last_seconds() -> None:
    turns = Turns([7])
    for look in range(40):
        turns.next(look / 10, look)
        turns.done(7, look / 10)
    assert turns.per_s(7, 4.0) == pytest.approx(10, abs=0.6)
    assert turns.per_s(7, 4.0 + COUNTED_S) == 0
