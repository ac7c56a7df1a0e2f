"""What is told of a whole movement is what was seen of it, in any order, at any length."""

from dataclasses import replace
from itertools import pairwise
from math import nan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercises.library import find_exercise
from feedback.coach import Coach
from feedback.measured import AngleMeasured, Measured
from feedback.overall import TOGETHER, Overall
from tests.people import arms, live, seconds, sight, swing
from vision.measures import INDEX, MEASURES, Measures, Withheld
from vision.sight import Sight, nobody
from vision.viewpoint import Viewpoint

SUNRISE = find_exercise("sunrise-arms-standing")
ARM = "shoulder_abduction_left"


def angle(measured: Measured, key: str = ARM) -> AngleMeasured:
    return next(each for each in measured.angles if each.measure.key == key)


def told(sights: list[Sight], view: str = "front") -> Measured:
    overall = Overall("side" if view == "side" else "front")
    for each in sights:
        overall.add(each)
    return overall.measured()


def withheld(t: float, why: Withheld) -> Sight:
    """Return a person all of whose measures are withheld for one reason."""
    seen = sight(t)
    seen.measures.withheld[:] = why
    return seen


@st.composite
def sights(draw: st.DrawFn) -> list[Sight]:
    """Return sights of somebody who may be anywhere, standing anyhow, seen or not."""
    found: list[Sight] = []
    for t in range(draw(st.integers(1, 3 * TOGETHER))):
        if draw(st.integers(0, 5)) == 0:
            found.append(nobody(float(t)))
            continue
        rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
        why = rng.integers(0, len(Withheld), len(MEASURES)).astype(np.int8)
        # As `Seeing` has it: what has no meaning in the view is never asked, and is all of that.
        asked = np.array(["front" in measure.views for measure in MEASURES])
        why[asked & (why == Withheld.NOT_ASKED)] = Withheld.UNSEEN
        lies = why == Withheld.GIVEN
        values = np.where(lies, rng.uniform(-90, 180, len(lies)), nan)
        errors = np.where(lies, rng.uniform(0.5, 30, len(lies)), nan)
        vertical, unsure = (lies & (rng.random(len(lies)) < share) for share in (0.3, 0.2))
        measures = Measures(values, errors, values, why, vertical, unsure)
        turn = float(rng.uniform(-180, 180)) if rng.random() < 0.9 else nan
        viewpoint = Viewpoint(turn, 1.0, float(rng.uniform(1, 900)), levelled=rng.random() < 0.5)
        found.append(Sight(float(t), True, None, measures, float(rng.random()), viewpoint))
    return found


@given(seen=sights())
@settings(max_examples=40, deadline=None)
def test_every_share_is_one_and_what_is_withheld_and_given_is_the_whole(seen: list[Sight]) -> None:
    measured = told(seen)
    for each in measured.angles:
        reasons = dict(each.withheld)
        assert Withheld.NOT_ASKED not in reasons
        assert Withheld.GIVEN not in reasons
        assert each.given + sum(reasons.values()) == pytest.approx(1)
        assert all(0 < share <= 1 for share in reasons.values())
        assert 0 <= each.given <= 1
        assert 0 <= each.by_vertical <= 1
        assert (each.low is None) == (each.given == 0)
        if each.low is not None and each.high is not None:
            assert each.low <= each.high
    view = measured.view
    assert sum(share for _, share in view.shares) in (0, pytest.approx(1))
    assert all(a >= b for (_, a), (_, b) in pairwise(view.shares))
    assert view.turn_deg is None or -180 <= view.turn_deg <= 180
    for share in (measured.quality, measured.camera_moved, view.levelled):
        assert 0 <= share <= 1


@given(seen=sights(), seed=st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_sights_changes_nothing(seen: list[Sight], seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(seen))
    here, there = told(seen), told([seen[index] for index in order])
    assert there.quality == pytest.approx(here.quality)
    assert replace(there, quality=0, angles=()) == replace(here, quality=0, angles=())
    for a, b in zip(here.angles, there.angles, strict=True):
        assert replace(a, low_error=None, high_error=None) == replace(
            b, low_error=None, high_error=None
        )
        assert a.high_error == pytest.approx(b.high_error)


def test_of_an_arm_the_range_its_error_and_why_it_had_no_number_are_told() -> None:
    seen = []
    for t in seconds(100, fps=10):
        up = swing(t, 10, 90)
        one = arms(t, up)
        one.measures.error[:] = 3 + up / 30
        seen.append(withheld(t, Withheld.TURNED) if 20 <= t < 40 else one)
    found = angle(told(seen))
    assert found.given == pytest.approx(0.8)
    assert dict(found.withheld) == {Withheld.TURNED: pytest.approx(0.2)}
    assert found.low == pytest.approx(10, abs=2)
    assert found.high == pytest.approx(90, abs=2)
    assert found.low_error == pytest.approx(3 + 10 / 30, abs=0.2)
    assert found.high_error == pytest.approx(6, abs=0.2)
    assert found.error is not None
    assert 3.3 < found.error < 6


def test_only_what_has_a_meaning_in_the_declared_view_is_told() -> None:
    keys = {each.measure.key for each in told([arms(0, 40)]).angles}
    assert keys == {measure.key for measure in MEASURES if "front" in measure.views}
    aside = {each.measure.key for each in told([arms(0, 40)], "side").angles}
    assert "knee_flexion_left" in aside
    assert "shoulder_abduction_left" not in aside


def test_an_empty_place_counts_as_out_of_sight_and_not_as_a_view() -> None:
    stands = Viewpoint(turn_deg=2.0, body_px=200.0)
    seen = [replace(arms(t, 40), viewpoint=stands) if t < 3 else nobody(t) for t in seconds(4)]
    measured = told(seen)
    assert dict(angle(measured).withheld)[Withheld.UNSEEN] == pytest.approx(0.25)
    assert measured.view.shares == (("front", 1.0),)
    assert measured.quality == 1.0


def test_the_view_is_the_one_for_most_of_the_time() -> None:
    def turned(turn_deg: float) -> Sight:
        return replace(arms(0, 40), viewpoint=Viewpoint(turn_deg, 2.0, 150.0, levelled=True))

    measured = told([*(turned(-88 + n % 5) for n in range(70)), *(turned(3) for _ in range(30))])
    assert measured.view.seen == "side"
    assert measured.view.shares == (("side", 0.7), ("front", 0.3))
    assert measured.view.near_side == "left"
    assert measured.view.turn_deg == pytest.approx(-85, abs=3)
    assert measured.view.roll_deg == 2
    assert measured.view.body_px == pytest.approx(150, rel=0.02)


def test_arms_against_the_vertical_are_counted_among_their_numbers() -> None:
    seen = [arms(t, 40) for t in seconds(1)]
    for one in seen[:10]:
        one.measures.by_vertical[INDEX[ARM]] = True
    assert angle(told(seen)).by_vertical == pytest.approx(1 / 3)
    assert angle(told(seen), "shoulder_abduction_right").by_vertical == 0


def test_asking_in_between_changes_nothing_and_before_a_sight_there_is_nothing() -> None:
    asked, plain = Overall("front"), Overall("front")
    assert asked.measured() == Measured()
    for t in seconds(3):
        for overall in (asked, plain):
            overall.add(arms(t, swing(t, 10, 90)))
        asked.measured()
    assert asked.measured() == plain.measured()


def test_hours_are_told_in_no_more_memory_than_minutes() -> None:
    overall = Overall("front")

    def held() -> int:
        arrays = [value for value in vars(overall).values() if isinstance(value, np.ndarray)]
        for histogram in vars(overall).values():
            if hasattr(histogram, "quantile"):
                arrays += [part for part in vars(histogram).values() if hasattr(part, "nbytes")]
        return sum(part.nbytes for part in arrays) + len(overall._waiting)

    one = arms(0, 40)
    for _ in range(TOGETHER):
        overall.add(one)
    before = held()
    for _ in range(40 * TOGETHER):
        overall.add(one)
    assert held() == before


def test_a_coach_tells_what_was_measured_and_counts_a_sight_once() -> None:
    coach = Coach(SUNRISE)
    live(coach, lambda t: arms(t, swing(t, 10, 90)), 20)
    for late in (0.0, 0.1, 0.2):
        coach.step(withheld(19.9, Withheld.TURNED), 20 + late)
    found = angle(coach.summary(20.2).measured)
    assert found.given == 1.0
    assert found.high == pytest.approx(90, abs=2)
    coach.pause(21)
    coach.step(withheld(22, Withheld.TURNED), 22)
    assert angle(coach.summary(22).measured).given == 1.0
