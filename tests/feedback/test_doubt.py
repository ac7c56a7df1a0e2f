from math import nan

import pytest

from exercises.library import find_exercise
from feedback.aims import aims
from feedback.doubt import BAND_DEG, BAND_SHARE, band_of

SUNRISE, HEART = find_exercise("sunrise-arms-standing"), find_exercise("open-heart-seated")


def test_a_known_error_is_the_doubt() -> None:
    for aim in (*aims(SUNRISE, (), None), *aims(HEART, (), None)):
        assert band_of(aim, 3.5) == 3.5


def test_an_unknown_error_of_an_angle_is_ten_degrees() -> None:
    assert {band_of(aim, nan) for aim in aims(SUNRISE, (), None)} == {BAND_DEG}


def test_an_unknown_error_of_anything_else_is_a_share_of_its_range() -> None:
    (span,) = (aim for aim in aims(HEART, (), None) if aim.measure.unit == "shoulder_widths")
    whole = span.target.far - span.target.rest
    assert band_of(span, nan) == pytest.approx(BAND_SHARE * whole)
