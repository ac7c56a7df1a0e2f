"""A change is claimed from 10 degrees, in the same view and set-up, and beyond the error."""

from dataclasses import replace
from datetime import date
from math import nan

import pytest

from feedback.comparing import claim
from feedback.tops import Stood, Top
from records.report.progress_report import _held, progress_report, seen_of
from tests.records.report.specimens import MOVEMENTS, entries, progress_data, signed

FIRST = Top("sunrise-arms-seated", "shoulder_abduction", "left", "degrees", 80, 5, 5, 5, 9.0)
STOOD = Stood("front", "", 3.0, 180.0, "seated", "pose full, mediapipe 0.10.33")


@pytest.mark.parametrize(
    ("last", "stood", "said"),
    [
        (replace(FIRST, value=92.0), STOOD, "changed"),
        (replace(FIRST, value=68.0), STOOD, "changed"),
        (replace(FIRST, value=89.9), STOOD, "within"),
        (replace(FIRST, value=92.0, error=12.0), STOOD, "within"),
        (replace(FIRST, value=120.0), replace(STOOD, view="side"), "other-view"),
        (replace(FIRST, value=120.0), replace(STOOD, posture="standing"), "other-view"),
        (replace(FIRST, value=120.0), replace(STOOD, body_px=250.0), "other-view"),
        (replace(FIRST, value=120.0), replace(STOOD, turn_deg=25.0), "other-view"),
        (replace(FIRST, value=120.0), replace(STOOD, model="pose lite"), "other-view"),
        (replace(FIRST, value=120.0, error=nan), STOOD, "not-known"),
        (replace(FIRST, value=120.0, unit="percent"), STOOD, "changed"),
    ],
)
def test_a_change_is_claimed_only_where_it_may_be(last: Top, stood: Stood, said: str) -> None:
    first = replace(FIRST, unit=last.unit)
    expected = "other-unit" if last.unit != "degrees" else said
    assert claim(first, last, STOOD, stood) == expected


def test_a_view_that_is_not_known_is_compared_with_nothing() -> None:
    unknown = replace(STOOD, view="unknown")
    assert claim(FIRST, replace(FIRST, value=120.0), unknown, unknown) == "other-view"


def test_a_difference_that_may_not_be_claimed_is_not_written_down() -> None:
    slow = str(progress_report(progress_data(entries=entries(6, gain=1.0)), "en").parts)
    assert "no change claimed" in slow
    assert "+5°" not in slow
    assert "'within uncertainty'" in slow
    fast = str(progress_report(progress_data(entries=entries(12)), "en").parts)
    assert "'+20° ± 9°'" in fast
    assert "changed beyond the uncertainty" in fast


def test_tops_of_several_practices_are_brought_together() -> None:
    several = seen_of(entries(2), MOVEMENTS)
    assert {len(each) for each in several.values()} == {2}


@pytest.mark.parametrize(("lean", "bands"), [(10.0, 1), (-10.0, 0)])
def test_a_lean_is_not_held_to_what_was_signed_for_the_other_side(lean: float, bands: int) -> None:
    to_the_left = signed(
        *(1, date(2026, 2, 20), 18.0, 26.0),
        exercise_id="side-bend-seated",
        measure_key="trunk_side_lean",
        low=8.0,
    )
    side = "left" if lean > 0 else "right"
    top = Top("side-bend-seated", "trunk_side_lean", side, "degrees", lean, 3.0, 5, 5, 9.0)
    first, last = (float(date(2026, 3, day).toordinal()) for day in (1, 20))
    found, ceiling = _held((to_the_left,), top, first, last)
    assert len(found) == bands
    assert (ceiling is not None) == bool(bands)
