"""The measures taken of a body: their names, sides, units, valid views and fixed order.

Names, definitions and valid views are those of the angle table in ``docs/measures.md``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
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


class Withheld(IntEnum):
    """Why a measure has no number; of several reasons, the last of this list that holds."""

    GIVEN = 0
    """It has one."""
    NOT_ASKED = 1
    """It has no meaning in the view that the movement declares."""
    LEARNING = 2
    """The person's own neutral posture, or a length to compare with, is not known yet."""
    FORESHORTENED = 3
    """A segment points toward or away from the camera."""
    TURNED = 4
    """The person is turned too far from the declared view."""
    UNSEEN = 5
    """A landmark it needs is out of sight."""
    REJECTED = 6
    """The frame cannot be believed."""
    MOVED = 7
    """The camera was moved; where it looks from has to be found anew."""


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """All measures of one person at one moment, in the order of `MEASURES`.

    Attributes
    ----------
    values
        (M,) float64 in each measure's unit; NaN where it is withheld.
    error
        (M,) float64, positive: in nine of ten cases the value lies within this of the truth, in
        the same unit; NaN where the value is.
    course
        (M,) float64: what the landmarks say whatever the view, for counting alone and never to be
        shown; NaN where unseen or rejected.
    withheld
        (M,) int8 of `Withheld`: why there is no value, `GIVEN` where there is one.
    by_vertical
        (M,) bool: whether it was taken from the picture's vertical, the hips being out of sight.
    unsure
        (M,) bool: whether its course may be anything, whatever it is withheld for: a limb that it
        rests on is seen much shorter than it is, and its expected error is large.
    """

    values: NDArray[np.float64]
    error: NDArray[np.float64]
    course: NDArray[np.float64]
    withheld: NDArray[np.int8]
    by_vertical: NDArray[np.bool_]
    unsure: NDArray[np.bool_]

    def __getitem__(self, key: str) -> float:
        """Return the value of the measure whose `Measure.key` is `key`."""
        return float(self.values[INDEX[key]])


def unseen(why: Withheld = Withheld.UNSEEN) -> Measures:
    """Return measures in which nothing has a number, for the reason `why`."""
    count = len(MEASURES)
    values, error, course = np.full((3, count), np.nan)
    return Measures(
        values=values,
        error=error,
        course=course,
        withheld=np.full(count, why, np.int8),
        by_vertical=np.zeros(count, np.bool_),
        unsure=np.zeros(count, np.bool_),
    )


def measures_from(values: Iterable[tuple[str, float]]) -> Measures:
    """Return measures with the given (key, value) pairs, their error unknown, and nothing else."""
    measures = unseen()
    for key, value in values:
        row = INDEX[key]
        measures.values[row] = measures.course[row] = value
        measures.withheld[row] = Withheld.GIVEN
    return measures
