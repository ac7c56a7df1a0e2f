"""Time inside limits is told of a side whose limits were signed, and of no other."""

from datetime import date
from math import isnan

import numpy as np
import pytest

from exercises.ranges import SafeRange
from records.report.inside import Inside, inside_of
from records.report.over_days import MOST_APART_DAYS, broken
from records.report.practice_report import practice_report
from records.report.trace_chart import Course
from tests.records.report.specimens import ARMS, BEND, MOVEMENTS, practice_data, signed
from vision.measures import Withheld

BENDS = (SafeRange("trunk_side_lean", 8.0, 18.0, 26.0, BEND),)
LEFT_ARM = (SafeRange("shoulder_abduction_left", 40.0, 70.0, 85.0, ARMS),)


def course(sides: tuple[str, ...], *columns: list[float]) -> Course:
    values = np.array(columns, float).T
    withheld = np.where(np.isnan(values), int(Withheld.UNSEEN), 0).astype(np.int8)
    return Course(np.arange(len(values)) / 10, sides, values, withheld)


def test_a_bend_to_a_side_nothing_was_signed_for_is_never_all_inside() -> None:
    bends = course(("",), [5.0, 30.0, 10.0, 20.0, -5.0, -60.0])
    assert inside_of(bends, MOVEMENTS[BEND], "left", BENDS) == Inside(0.75, limited=True)
    right = inside_of(bends, MOVEMENTS[BEND], "right", BENDS)
    assert isnan(right.share)
    assert not right.limited


def test_each_arm_is_held_to_its_own_limit_and_both_to_both() -> None:
    arms = course(("left", "right"), [60.0, 100.0], [170.0, 170.0])
    movement = MOVEMENTS[ARMS]
    assert inside_of(arms, movement, "left", LEFT_ARM) == Inside(0.5, limited=True)
    assert not inside_of(arms, movement, "right", LEFT_ARM).limited
    assert not inside_of(arms, movement, "both", LEFT_ARM).limited
    unseen = course(("left",), [60.0, np.nan, np.nan])
    assert isnan(inside_of(unseen, movement, "left", LEFT_ARM).share)


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_no_cell_of_a_side_is_blank(language: str) -> None:
    left = signed(1, date(2026, 2, 20), 75.0, 90.0)
    report = practice_report(practice_data(ranges=[left]), language)
    rows = next(part.rows for part in report.parts if hasattr(part, "rows"))
    assert len(rows) > 1
    assert all(all(row) for row in rows)


def test_a_line_breaks_over_missing_days_and_over_days_without_a_number() -> None:
    days = np.array([1.0, 4.0, 8.0, 8.0 + MOST_APART_DAYS, 30.0 + MOST_APART_DAYS])
    xs, ys = broken(days, np.ones(5), without=[6.0])
    assert np.flatnonzero(np.isnan(ys)).tolist() == [2, 5]
    assert (np.diff(xs) > 0).all()
    assert broken(np.array([1.0]), np.ones(1))[0].size == 1
