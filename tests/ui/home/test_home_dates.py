"""Days and months in each language."""

from datetime import date

import pytest

from feedback.calendar import Month
from ui.home.dates import day_words, month_words, weekday_words

DAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("language", "day", "month", "monday"),
    [
        ("en", "Wednesday 18 March", "March 2026", "Mon"),
        ("de", "Mittwoch, 18. März", "März 2026", "Mo"),
        ("es", "Miércoles, 18 de marzo", "Marzo de 2026", "Lun"),
    ],
)
def test_days_are_written_as_the_language_has_them(
    language: str, day: str, month: str, monday: str
) -> None:
    assert day_words(DAY, language) == day
    assert month_words(Month.of(DAY), language) == month
    assert weekday_words(language)[0] == monday
    assert len(set(weekday_words(language))) == 7
