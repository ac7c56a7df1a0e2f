"""The range that stands beside a number is the one that held on its day."""

from datetime import date

from exercises.signed_range import SignedRange
from records.export.range_in_force import in_force
from tests.records.specimens import signed

LEAN = "trunk_side_lean"


def lean(low: float, high: float, ceiling: float, on: date = date(2026, 3, 2)) -> SignedRange:
    return signed(
        exercise_id="side-bend-seated",
        measure_key=LEAN,
        low=low,
        high=high,
        ceiling=ceiling,
        signed_on=on,
    )


def test_the_newest_version_of_the_day_holds_and_none_of_days_to_come() -> None:
    both = [signed(), signed(version=2, high=70.0, signed_on=date(2026, 3, 5))]
    movement, name = signed().exercise_id, "shoulder_abduction"
    assert in_force(both, movement, name, "left", date(2026, 3, 1)) == []
    assert in_force(both, movement, name, "left", date(2026, 3, 4)) == both[:1]
    assert in_force(both, movement, name, "left", date(2026, 3, 5)) == both[1:]
    assert in_force(both, movement, name, "right", date(2026, 3, 5)) == []
    assert in_force(both, movement, name, "both", date(2026, 3, 5)) == both[1:]
    assert in_force(both, "side-bend-seated", name, "left", date(2026, 3, 5)) == []


def test_a_lean_has_the_range_of_the_side_it_went_to() -> None:
    left, right = lean(5, 15, 20), lean(-15, -5, -20)
    found = [
        in_force([left, right], "side-bend-seated", LEAN, None, date(2026, 3, 9), top)
        for top in (12.0, -12.0, float("nan"))
    ]
    assert found == [[left], [right], [left, right]]
    day = date(2026, 3, 9)
    # The one of the other side is none of this one's.
    assert in_force([left], "side-bend-seated", LEAN, "right", day, -12.0) == []
    assert in_force([left], "side-bend-seated", LEAN, "left", day) == [left]
