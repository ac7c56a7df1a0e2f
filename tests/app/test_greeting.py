"""Which greeting fits the hour."""

from datetime import datetime

import pytest

from app.greeting import time_of_day


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [(0, "morning"), (11, "morning"), (12, "day"), (17, "day"), (18, "evening"), (23, "evening")],
)
def test_the_day_has_three_parts(hour: int, greeting: str) -> None:
    assert time_of_day(datetime(2026, 3, 2, hour, 59)) == greeting
