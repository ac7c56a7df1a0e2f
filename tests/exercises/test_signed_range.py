"""Signed ranges as frozen data."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from exercises.signed_range import SignedRange
from tests.exercises.people_data import TODAY, signed, signed_ranges


@settings(max_examples=60, deadline=None)
@given(signed_ranges())
def test_a_signed_range_comes_back_from_json_as_it_was(own: SignedRange) -> None:
    assert SignedRange.model_validate_json(own.model_dump_json()) == own


def test_a_review_is_due_after_four_weeks_and_blocks_nothing() -> None:
    own = signed()
    assert own.review_on == TODAY + timedelta(weeks=4)
    assert not own.review_due(own.review_on - timedelta(days=1))
    assert own.review_due(own.review_on)
    assert own.safe_range().ceiling == 104
    from_json = SignedRange.model_validate_json(own.model_dump_json(exclude={"review_on"}))
    assert from_json == own


def test_both_directions_of_a_midline_measure_have_their_own_versions() -> None:
    left = signed("trunk_side_lean", 5, 12, 18)
    right = signed("trunk_side_lean", -9, -4, -14)
    assert (left.rising, right.rising) == (True, False)
    assert left.key != right.key
    assert left.key == signed("trunk_side_lean", 4, 10, 15, version=2).key


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"measure_key": "shoulder_abduction"}, "unknown measure"),
        ({"low": 96.0}, "reversed range"),
        ({"ceiling": 90.0}, "the ceiling 90 is inside"),
        ({"ceiling": 95.0}, "the ceiling 95 is inside"),
        ({"ceiling": float("nan")}, "finite"),
        ({"high": float("inf")}, "finite"),
        ({"error": -1.0}, "greater than or equal to 0"),
        ({"version": 0}, "greater than or equal to 1"),
        ({"override_reason": "because"}, "at least 10"),
        ({"override_reason": " " * 20}, "something has to be written"),
        ({"review_on": date(2026, 3, 1)}, "before the signature"),
        ({"person": "../etc"}, "pattern"),
        ({"signed_by": "A1"}, "pattern"),
        ({"view": "any"}, "'front' or 'side'"),
        ({"pin": "1234"}, "Extra inputs"),
    ],
)
def test_a_signed_range_that_makes_no_sense_is_refused(
    changes: dict[str, object], said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        signed(**changes)  # type: ignore[arg-type]


def test_a_reason_of_blanks_around_too_little_is_refused() -> None:
    with pytest.raises(ValidationError, match="reason"):
        signed(override_reason="   because     ")
