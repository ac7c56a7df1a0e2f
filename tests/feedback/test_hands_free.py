"""Pausing without a key."""

from dataclasses import replace

from exercises.library import find_exercise
from feedback.hands_free import HELD_S, HandsOnHeart, rests_on_heart
from feedback.intent import Intent
from tests.people import arms, seconds
from tests.vision.exact_body import pose_seen
from tests.vision.test_gestures import resting
from vision.sight import Sight, nobody

HANDS, ELSEWHERE = resting(), pose_seen()


def told(person: list[tuple[float, bool]], until_s: float, ignored: bool = False) -> list[float]:
    """Return when it was told of somebody whose hands are there (or not) from these seconds on."""
    hands, found = HandsOnHeart(), []
    for t in seconds(until_s, 15):
        there = [on for since, on in person if since <= t][-1]
        sight = replace(arms(t, 20), pose=HANDS if there else ELSEWHERE)
        if hands.step(sight, ignored=ignored) is Intent.PAUSE:
            found.append(t)
        assert hands.step(sight) is None  # the same again
    return found


def test_it_is_told_once_after_two_seconds() -> None:
    (at,) = told([(0, False), (3, True)], 20)
    assert HELD_S <= at - 3 <= HELD_S + 0.1


def test_again_only_after_the_hands_have_left() -> None:
    assert len(told([(0, True), (6, False), (6.5, True)], 12)) == 1
    assert len(told([(0, True), (6, False), (8, True)], 12)) == 2


def test_a_hand_that_passes_or_slips_changes_nothing() -> None:
    assert told([(0, False), (2, True), (3.5, False)], 8) == []
    assert len(told([(0, True), (1.0, False), (1.2, True)], 3)) == 1


def test_where_hands_are_there_anyway_nothing_is_told_until_they_left() -> None:
    assert told([(0, True)], 10, ignored=True) == []
    hands = HandsOnHeart()
    hands.step(replace(arms(0.0, 20), pose=HANDS), ignored=True)
    later = [replace(arms(t, 20), pose=HANDS) for t in seconds(6, 15, 0.1)]
    assert not any(hands.step(sight) for sight in later)


def test_nobody_asks_for_nothing() -> None:
    hands = HandsOnHeart()
    sights: list[Sight] = [nobody(t) for t in seconds(6)]
    assert not any(hands.step(sight) for sight in sights)


def test_the_movements_that_bring_the_hands_there_are_known() -> None:
    assert rests_on_heart(find_exercise("hand-to-heart-standing"))
    assert not rests_on_heart(find_exercise("sunrise-arms-standing"))
    assert not rests_on_heart(find_exercise("closing-hands-on-belly"))
