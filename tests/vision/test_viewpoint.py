from math import isnan, nan

import pytest

from vision.viewpoint import SQUARE_DEG, UNKNOWN, Viewpoint


@pytest.mark.parametrize(
    ("turn", "seen", "near"),
    [
        (0.0, "front", None),
        (-SQUARE_DEG, "front", None),
        (45.0, "turned", None),
        (90.0, "side", "right"),
        (-75.0, "side", "left"),
        (130.0, "turned", None),
        (-175.0, "back", None),
        (nan, "unknown", None),
    ],
)
def test_a_turn_in_a_word(turn: float, seen: str, near: str | None) -> None:
    viewpoint = Viewpoint(turn_deg=turn)
    assert (viewpoint.seen, viewpoint.near_side) == (seen, near)


@pytest.mark.parametrize(
    ("turn", "front", "side"),
    [(0, 0, 90), (-30, 30, 60), (90, 90, 0), (120, 120, 30), (180, 180, 90)],
)
def test_how_far_from_square(turn: float, front: float, side: float) -> None:
    viewpoint = Viewpoint(turn_deg=turn)
    assert viewpoint.off_deg("front") == front
    assert viewpoint.off_deg("side") == side
    assert viewpoint.off_deg("any") == 0


def test_nothing_is_known_of_an_unknown_view() -> None:
    assert isnan(UNKNOWN.off_deg("front"))
    assert isnan(UNKNOWN.off_deg("side"))
    assert UNKNOWN.off_deg("any") == 0
