"""The measures taken of a body: their names, sides, units, valid views and fixed order.

Names, definitions and valid views are those of the angle table in ``docs/measures.md``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Side = Literal["left", "right"]
Unit = Literal["degrees", "percent", "shoulder_widths"]
SIDES: tuple[Side, Side] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured.

    Attributes
    ----------
    name
        Clinical name, as in ``shoulder_abduction``.
    side
        ``left`` or ``right`` of the person, or ``None`` for a midline measure.
    unit
        ``degrees``, ``percent`` or ``shoulder_widths``.
    views
        The camera views in which its number means something.
    """

    name: str
    side: Side | None
    unit: Unit
    views: frozenset[str]

    @property
    def key(self) -> str:
        """Unique name used in files: name, side, and the unit where it is not degrees."""
        parts = [self.name, self.side or "", "" if self.unit == "degrees" else self.unit]
        return "_".join(part for part in parts if part)


def _pair(name: str, unit: Unit, *views: str) -> list[Measure]:
    return [Measure(name, side, unit, frozenset(views)) for side in SIDES]


def _midline(name: str, unit: Unit, *views: str) -> list[Measure]:
    return [Measure(name, None, unit, frozenset(views))]


MEASURES: tuple[Measure, ...] = (
    *_pair("shoulder_flexion", "degrees", "side"),
    *_pair("shoulder_abduction", "degrees", "front"),
    *_pair("elbow_flexion", "degrees", "front", "side"),
    *_pair("hip_flexion", "degrees", "side"),
    *_pair("hip_abduction", "degrees", "front"),
    *_pair("knee_flexion", "degrees", "side"),
    *_pair("ankle_dorsiflexion", "degrees", "side"),
    *_midline("trunk_side_lean", "degrees", "front"),
    *_midline("trunk_forward_lean", "degrees", "side"),
    *_midline("neck_side_bend", "degrees", "front"),
    *_midline("neck_rotation", "percent", "front"),
    *_pair("shoulder_hike", "percent", "front"),
    *_midline("wrist_span", "shoulder_widths", "front"),
    *_midline("pelvis_shift", "percent", "front"),
    *_pair("heel_height", "percent", "side"),
)
INDEX: dict[str, int] = {measure.key: i for i, measure in enumerate(MEASURES)}
NAMES: tuple[str, ...] = tuple(dict.fromkeys(measure.name for measure in MEASURES))


def indices_of(name: str) -> tuple[int, ...]:
    """Return the rows of measure `name`: (left, right), or one row for a midline measure."""
    return tuple(i for i, measure in enumerate(MEASURES) if measure.name == name)


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """All measures of one person at one moment, in the order of `MEASURES`.

    Attributes
    ----------
    values
        (M,) float64 in each measure's unit; NaN where unseen or not valid in the declared view.
    error
        (M,) float64, expected error at 90% in the same unit; NaN while it is not measured.
    """

    values: NDArray[np.float64]
    error: NDArray[np.float64]

    def __getitem__(self, key: str) -> float:
        """Return the value of the measure whose `Measure.key` is `key`."""
        return float(self.values[INDEX[key]])


def unseen() -> Measures:
    """Return measures in which nothing is seen."""
    nothing = np.full(len(MEASURES), np.nan)
    return Measures(values=nothing, error=nothing.copy())


def measures_from(values: Iterable[tuple[str, float]]) -> Measures:
    """Return measures with the given (key, value) pairs and everything else unseen."""
    measures = unseen()
    for key, value in values:
        measures.values[INDEX[key]] = value
    return measures
