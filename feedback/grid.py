"""The steps in which ranges are proposed and set: finer is not known of any measure."""

from math import floor

from vision.measures import Unit

STEP: dict[Unit, float] = {"degrees": 1.0, "percent": 1.0, "shoulder_widths": 0.05}
"""The smallest step, in the measure's unit (a default of ours)."""

MANY = 5
"""A large step is so many small ones: values are shown to 5 degrees."""

_DIGITS = 6
_A_HAIR = 1e-6


def down_to(value: float, unit: Unit) -> float:
    """Return the last step at or below `value`."""
    return round(STEP[unit] * floor(value / STEP[unit] + _A_HAIR), _DIGITS)
