"""Stories of a practice that becomes smaller while it goes on."""

from collections.abc import Sequence

import numpy as np
import pytest

from exercises.dial import SMALLEST
from exercises.library import library
from exercises.ranges import SafeRange
from feedback.intent import Intent
from feedback.practice import Practice
from feedback.step import Step
from feedback.verdict import Standing
from figure.joint_angles import JointAngles
from tests.people import arms, seconds, swing

FPS = 15
LIBRARY = library()
SUNRISE, BEND = LIBRARY["sunrise-arms-seated"], LIBRARY["side-bend-seated"]


def story(
    practice: Practice, until_s: float, asked: dict[float, Intent], top: float = 95.0
) -> list[Step]:
    """Return all steps of somebody who raises both arms and asks for these at these moments."""
    waiting = sorted(asked.items())
    steps = []
    for t in seconds(until_s, FPS):
        intent = waiting.pop(0)[1] if waiting and t >= waiting[0][0] else None
        steps.append(practice.step(intent, arms(t, swing(t, 10, top)), t))
    return steps


def at(steps: Sequence[Step], t: float) -> Step:
    return steps[round(t * FPS)]


def ceiling(step: Step) -> float:
    return step.feedback.verdicts[0].ceiling


def test_too_much_is_smaller_and_shorter_at_once_and_stays_so() -> None:
    practice = Practice([SUNRISE, BEND])
    steps = story(practice, 14, {6.0: Intent.TOO_MUCH})
    assert (ceiling(at(steps, 5.9)), at(steps, 5.9).planned) == (150, 5)
    now = at(steps, 6.0)
    assert (ceiling(now), now.planned) == pytest.approx((120, 3))
    assert now.remaining_s == pytest.approx(0.7 * 120 - 6, abs=0.1)
    assert ceiling(steps[-1]) == pytest.approx(120)
    assert practice.size.too_much == (SUNRISE.id,)
    later = practice.step(Intent.NEXT, arms(14, 10), 14)
    assert ceiling(later) == 30
    back = practice.step(Intent.PREVIOUS, arms(14.1, 10), 14.1)
    assert ceiling(back) == pytest.approx(120)


def test_the_dial_turns_everything_down_and_back_but_not_beyond() -> None:
    practice = Practice([SUNRISE, BEND])
    down = {1.0: Intent.SMALLER, 1.5: Intent.SMALLER, 3.0: Intent.LARGER}
    up = {3.5 + n / 10: Intent.LARGER for n in range(5)}
    steps = story(practice, 5, {**down, **up})
    assert ceiling(at(steps, 2)) == pytest.approx(120)
    assert ceiling(at(steps, 3.2)) == pytest.approx(135)
    assert ceiling(steps[-1]) == 150
    assert at(steps, 2).planned == 5
    for _ in range(20):
        steps.append(practice.step(Intent.SMALLER, arms(5, 10), 5))
    assert practice.size.dial == SMALLEST
    bend = practice.step(Intent.NEXT, arms(5.1, 10), 5.1)
    assert ceiling(bend) == pytest.approx(SMALLEST * 30)


def test_ones_own_ceiling_comes_nearer_with_it() -> None:
    own = [SafeRange("shoulder_abduction_left", 80, 90, 100, SUNRISE.id)]
    practice = Practice([SUNRISE], own)
    steps = story(practice, 3, {1.0: Intent.TOO_MUCH})
    left, right, _ = steps[-1].feedback.verdicts
    assert (left.low, left.high, left.ceiling) == pytest.approx((64, 72, 80))
    assert right.ceiling == pytest.approx(120)


def test_what_is_past_the_nearer_ceiling_is_told_at_once() -> None:
    steps = story(Practice([SUNRISE]), 6, {4.0: Intent.TOO_MUCH}, top=130)
    told = next(s for s in steps if s.feedback.cue and s.feedback.cue.protective)
    assert told.feedback.time_s == pytest.approx(4.0, abs=0.05)
    assert told.feedback.verdicts[0].standing is Standing.PAST_CEILING


def test_what_was_counted_stays_and_smaller_ways_count_from_now_on() -> None:
    practice = Practice([SUNRISE.model_copy(update={"minutes": 20.0, "repetitions": 30})])
    steps = []
    for t in seconds(62, FPS):
        intent = Intent.TOO_MUCH if t == 32.0 else None
        top = 95 if t < 30 else 60
        steps.append(practice.step(intent, arms(t, swing(t, 10, top)), t))
    done = steps[-1].feedback.repetitions
    assert [repetition.side for repetition in done].count("left") == 6
    assert len(at(steps, 32.1).feedback.repetitions) == len(at(steps, 31.9).feedback.repetitions)


@pytest.mark.parametrize(
    "asked",
    [
        {3.5: Intent.TOO_MUCH},
        {3.5: Intent.TOO_MUCH, 3.7: Intent.SMALLER, 3.9: Intent.SMALLER, 4.1: Intent.LARGER},
    ],
    ids=["once", "again and again within a second"],
)
def test_the_guide_goes_over_to_its_smaller_way_without_a_jump(asked: dict[float, Intent]) -> None:
    steps = story(Practice([SUNRISE]), 8, asked)

    def raised(angles: JointAngles) -> float:
        return angles.left_shoulder_elevation

    course = np.array([raised(step.feedback.guide) for step in steps])
    plain = story(Practice([SUNRISE]), 8, {})
    usual = np.abs(np.diff([raised(step.feedback.guide) for step in plain])).max()
    assert np.abs(np.diff(course)).max() < 1.5 * usual
    assert course[round(4.6 * FPS) : 5 * FPS].max() < 0.85 * 103


def test_asking_during_a_pause_or_a_rest_holds_when_it_goes_on() -> None:
    practice = Practice([SUNRISE, BEND], rests_s=[30.0])
    asked = {1.0: Intent.PAUSE, 2.0: Intent.SMALLER, 3.0: Intent.PAUSE}
    steps = story(practice, 5, asked)
    assert at(steps, 2.5).kind == "paused"
    assert ceiling(steps[-1]) == pytest.approx(135)
