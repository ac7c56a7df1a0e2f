"""Numbers as staff see them: degrees to 5, with their expected error (DOMAIN, section 1)."""

from math import ceil, isfinite

from ui.told import amount
from vision.measures import Unit

STEP_DEG = 5
"""Angles are shown to so many degrees."""


def rounded(value: float, unit: Unit) -> float:
    """Return a value as it is shown: degrees to 5, all else as it is."""
    return STEP_DEG * round(value / STEP_DEG) if unit == "degrees" else value


def with_error(value: float, error: float, unit: Unit) -> str:
    """Return a value as it is shown, with its expected error at 90% where that is known."""
    text = amount(rounded(value, unit), unit)
    if not isfinite(error):
        return text
    return f"{text} ± {amount(error if unit == 'shoulder_widths' else ceil(error), unit)}"
