"""Days and months as they are written in a person's language."""

from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton

from feedback.calendar import Month

_A_MONDAY = date(2026, 3, 2)
# English is written as in Britain here, days before months too.
_LOCALES = {"en": "en_GB"}
_WHOLE, _DAY, _MONTH = "MMMMEEEEd", "MMMMd", "yMMMM"


@lru_cache(maxsize=128)
def day_words(day: date, language: str) -> str:
    """Return a day with its weekday, as in ``Monday 2 March``."""
    locale = _locale(language)
    if _WHOLE in locale.datetime_skeletons:
        return _capital(format_skeleton(_WHOLE, day, locale=locale))
    weekday = format_date(day, "EEEE", locale=locale)
    return _capital(f"{weekday}, {format_skeleton(_DAY, day, locale=locale)}")


@lru_cache(maxsize=64)
def month_words(month: Month, language: str) -> str:
    """Return a month with its year, as in ``March 2026``."""
    return _capital(format_skeleton(_MONTH, month.first, locale=_locale(language)))


@lru_cache(maxsize=8)
def weekday_words(language: str) -> tuple[str, ...]:
    """Return the short names of the weekdays, from Monday."""
    locale = _locale(language)
    days = (_A_MONDAY + timedelta(days=i) for i in range(7))
    return tuple(_capital(format_date(day, "ccc", locale=locale).rstrip(".")) for day in days)


def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
