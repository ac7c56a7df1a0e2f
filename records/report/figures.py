"""Numbers as reports write them: angles to 5 degrees, errors rounded up, days in the language."""

from datetime import date, datetime
from functools import cache
from math import ceil, isfinite
from typing import Any

from vision.measures import INDEX, MEASURES, Unit

STEP: dict[Unit, float] = {"degrees": 5.0, "percent": 5.0, "shoulder_widths": 0.1}
"""Values are shown to so much, their error being what it is (docs/measures.md)."""
SIGN: dict[Unit, str] = {"degrees": "°", "percent": " %", "shoulder_widths": "×"}
UNKNOWN = "–"


def unit_of(measure_key: str) -> Unit:
    """Return the unit of a measure."""
    return MEASURES[INDEX[measure_key]].unit


def in_unit(unit: Unit) -> str:
    """Return a unit as it stands behind the name of what is drawn."""
    return f" ({SIGN[unit].strip()})"


def rounded(value: float, unit: Unit) -> float:
    """Return a value as far as it is shown; halves go away from zero."""
    steps = int(abs(value) / STEP[unit] + 0.5)
    return (steps if value >= 0 else -steps) * STEP[unit]


def number(value: float, language: str, places: int = 0) -> str:
    """Return a number in the language's own way, with a real minus."""
    if not isfinite(value):
        return UNKNOWN
    text = f"{abs(value):.{places}f}"
    # German and Spanish write a comma.
    text = text if language == "en" else text.replace(".", ",")
    minus = value < 0 and float(f"{abs(value):.{places}f}") != 0
    return f"−{text}" if minus else text


def value_text(value: float, unit: Unit, language: str) -> str:
    """Return a measured value with its unit, as far as it is shown."""
    if not isfinite(value):
        return UNKNOWN
    places = 1 if unit == "shoulder_widths" else 0
    return f"{number(rounded(value, unit), language, places)}{SIGN[unit]}"


def with_error(value: float, error: float, unit: Unit, language: str) -> str:
    """Return a measured value with its expected error, which is rounded up."""
    if not isfinite(value):
        return UNKNOWN
    said = value_text(value, unit, language)
    if not isfinite(error):
        return f"{said} ± ?"
    places = 1 if unit == "shoulder_widths" else 0
    up = ceil(error * 10**places - 1e-9) / 10**places
    return f"{said} ± {number(up, language, places)}{SIGN[unit]}"


def exact(value: float, unit: Unit, language: str) -> str:
    """Return a number that somebody set, as they set it."""
    places = 0 if value == int(value) else 1
    return f"{number(value, language, places)}{SIGN[unit]}"


def percent(share: float, language: str) -> str:
    """Return a share as a whole percentage."""
    return f"{number(100 * share, language)} %" if isfinite(share) else UNKNOWN


def minutes(seconds: float) -> str:
    """Return seconds as minutes and seconds, as on a clock."""
    whole = max(round(seconds), 0)
    return f"{whole // 60}:{whole % 60:02d}"


def day_text(day: date, language: str) -> str:
    """Return a day in the language's own way."""
    return str(_dates().format_date(day, format="medium", locale=language))


def short_day(day: date, language: str) -> str:
    """Return a day without its year."""
    return str(_dates().format_skeleton("MMMd", day, locale=language))


def time_text(moment: datetime, language: str) -> str:
    """Return the time of day of a moment, in hours and minutes."""
    return str(_dates().format_time(moment, format="short", locale=language))


@cache
def _dates() -> Any:
    from babel import dates

    return dates
