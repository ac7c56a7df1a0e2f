"""What was measured over a movement, as plain JSON: the view, and every angle with its error."""

from math import ceil
from typing import Any

from exercises.exercise import Exercise
from feedback.measured import AngleMeasured, Measured
from vision.measures import MEASURES, Unit, Withheld

# Ranges are told this coarsely, for no single camera tells them finer (docs/measures.md); their
# errors are rounded up to the next of the second.
COARSE: dict[Unit, float] = {"degrees": 5, "percent": 5, "shoulder_widths": 0.1}
FINE: dict[Unit, float] = {"degrees": 1, "percent": 1, "shoulder_widths": 0.05}

REASONS = tuple(why for why in Withheld if why not in (Withheld.GIVEN, Withheld.NOT_ASKED))
VERTICAL = "taken from the vertical while the hips were out of sight"


def view_of(exercise: Exercise, measured: Measured, height_px: int) -> dict[str, Any]:
    """Return how the person stood to the camera; `height_px` is that of the pictures."""
    view = measured.view
    body = None if view.body_px is None else round(view.body_px / height_px, 3)
    return {
        "declared": exercise.view,
        "seen": view.seen,
        "seen_fractions": {seen: round(share, 4) for seen, share in view.shares},
        "near_side": view.near_side,
        "turn_deg": None if view.turn_deg is None else round(view.turn_deg),
        "roll_deg": view.roll_deg,
        "levelled_fraction": round(view.levelled, 4),
        "body_fraction_of_height": body,
        "camera_moved_fraction": round(measured.camera_moved, 4),
    }


def angles_of(exercise: Exercise, measured: Measured) -> dict[str, Any]:
    """Return each measure that has a meaning in the declared view, and the names of the others."""
    roles: dict[str, str] = {target.measure: target.role for target in exercise.targets}
    asked = {each.measure.key: _angle(each, roles) for each in measured.angles}
    others = [measure.key for measure in MEASURES if measure.key not in asked]
    return {"angles": asked, "not_asked": others if asked else []}


def _angle(angle: AngleMeasured, roles: dict[str, str]) -> dict[str, Any]:
    unit, reasons = angle.measure.unit, dict(angle.withheld)
    told: dict[str, Any] = {
        "unit": unit,
        "role": roles.get(angle.measure.name),
        "given_fraction": round(angle.given, 4),
        "withheld_fraction": round(sum(reasons.values()), 4),
        "withheld": {why.name.lower(): round(reasons.get(why, 0.0), 4) for why in REASONS},
        "by_vertical_fraction": round(angle.by_vertical, 4),
        "error": _rounded(angle.error, 0.1 if unit != "shoulder_widths" else 0.01),
        "about_range": None,
    }
    if angle.by_vertical:
        told["note"] = VERTICAL
    if angle.low is not None:
        told["about_range"] = {
            "low": _rounded(angle.low, COARSE[unit]),
            "low_error": _rounded_up(angle.low_error, FINE[unit]),
            "high": _rounded(angle.high, COARSE[unit]),
            "high_error": _rounded_up(angle.high_error, FINE[unit]),
        }
    return told


def _rounded(value: float | None, step: float) -> float | None:
    # The second rounding takes off what binary fractions leave behind.
    return None if value is None else round(round(value / step) * step, 2)


def _rounded_up(value: float | None, step: float) -> float | None:
    return None if value is None else round(ceil(value / step) * step, 2)
