"""Gathering what was measured over a movement, sight by sight, however long it lasts."""

from collections import Counter
from math import isfinite, log2

import numpy as np
from numpy.typing import NDArray

from feedback.histogram import Histogram
from feedback.measured import NOTHING, AngleMeasured, Measured, ViewMeasured
from vision.measures import MEASURES, Side, Unit, Withheld
from vision.measuring import VALID, View
from vision.sight import Sight
from vision.viewpoint import Seen

# Sights wait until there are so many and are then counted together, which is ten times quicker.
TOGETHER = 32
# Between these quantiles lies what is told as the range: one odd frame does not make it. What is
# told of the error at either end is the mean over the outer part (defaults of ours).
LOW, HIGH = 0.05, 0.95
OUTER = 0.10

# In how fine steps values and errors are counted, and how many steps there are.
_STEP: dict[Unit, float] = {"degrees": 1.0, "percent": 1.0, "shoulder_widths": 0.02}
_ERROR_STEP: dict[Unit, float] = {"degrees": 0.1, "percent": 0.1, "shoulder_widths": 0.002}
_VALUES, _ERRORS = 800, 901
_ROLL_STEP, _ROLLS = 0.25, 241
# Sizes are counted by their ratio, in steps of 2%, from one pixel up.
_OCTAVE_PARTS, _OCTAVES = 32, 14


class Overall:
    """Counts what is measured of one person over one movement.

    The order of the sights changes nothing, and its memory does not grow.

    Parameters
    ----------
    view
        The view that the movement declares; measures without a meaning in it are not asked.
    """

    def __init__(self, view: View) -> None:
        self._rows = np.flatnonzero(VALID[view])
        units = [MEASURES[row].unit for row in self._rows]
        self._why = np.zeros((len(units), len(Withheld)), np.int64)
        self._by_vertical = np.zeros(len(units), np.int64)
        self._values = Histogram([_STEP[unit] for unit in units], -(_VALUES // 2), _VALUES)
        self._errors = Histogram([_ERROR_STEP[unit] for unit in units], 0, _ERRORS)
        self._turns = Histogram(1.0, -180, 360)
        self._rolls = Histogram(_ROLL_STEP, -(_ROLLS // 2), _ROLLS)
        self._sizes = Histogram(1 / _OCTAVE_PARTS, 0, _OCTAVE_PARTS * _OCTAVES)
        self._seen: Counter[Seen] = Counter()
        self._sights = self._moved = 0
        self._quality = 0.0
        self._waiting: list[Sight] = []

    def add(self, sight: Sight) -> None:
        """Count one more sight."""
        self._waiting.append(sight)
        if len(self._waiting) >= TOGETHER:
            self._settle()

    def measured(self) -> Measured:
        """Return what was measured so far."""
        self._settle()
        if not self._sights:
            return NOTHING
        followed = self._seen.total()
        return Measured(
            quality=self._quality / followed if followed else 0.0,
            camera_moved=self._moved / self._sights,
            view=self._view(),
            angles=tuple(self._angle(place) for place in range(len(self._rows))),
        )

    def _settle(self) -> None:
        """Count the sights that wait."""
        sights, self._waiting = self._waiting, []
        if not sights:
            return
        self._sights += len(sights)
        self._moved += sum(sight.camera_moved for sight in sights)
        self._settle_views([sight for sight in sights if sight.present])
        found = [sight.measures for sight in sights]
        why = np.array([measures.withheld for measures in found])[:, self._rows]
        places = np.broadcast_to(np.arange(len(self._rows)), why.shape)
        np.add.at(self._why, (places, why), 1)
        values = np.array([measures.values for measures in found])[:, self._rows]
        errors = np.array([measures.error for measures in found])[:, self._rows]
        by_vertical = np.array([measures.by_vertical for measures in found])[:, self._rows]
        given = np.isfinite(values)
        known = given & np.isfinite(errors)
        self._by_vertical += (by_vertical & given).sum(axis=0)
        self._values.add(places[given], values[given], np.where(known, errors, 0.0)[given])
        self._errors.add(places[known], errors[known])

    def _settle_views(self, followed: list[Sight]) -> None:
        """Count how the person stood in sights in which they are followed."""
        self._quality += sum(sight.quality for sight in followed)
        views = [sight.viewpoint for sight in followed]
        self._seen.update(view.seen for view in views)
        _count(self._turns, [view.turn_deg for view in views])
        _count(self._rolls, [view.roll_deg for view in views if view.levelled])
        _count(self._sizes, [log2(view.body_px) for view in views if view.body_px >= 1])

    def _view(self) -> ViewMeasured:
        followed = self._seen.total()
        if not followed:
            return ViewMeasured()
        shares = [(seen, count / followed) for seen, count in self._seen.items()]
        shares.sort(key=lambda each: (-each[1], each[0]))
        turn, size = self._turns.middle_of_round(), self._sizes.quantile(0.5)
        near: Side | None = None
        if shares[0][0] == "side" and turn is not None:
            near = "right" if turn > 0 else "left"
        return ViewMeasured(
            seen=shares[0][0],
            shares=tuple(shares),
            near_side=near,
            turn_deg=turn,
            roll_deg=self._rolls.quantile(0.5),
            levelled=self._rolls.total() / followed,
            body_px=None if size is None else 2.0**size,
        )

    def _angle(self, place: int) -> AngleMeasured:
        counts = self._why[place].tolist()
        given = counts[Withheld.GIVEN]
        sure = self._errors.total(place) > 0
        return AngleMeasured(
            measure=MEASURES[self._rows[place]],
            given=given / self._sights,
            withheld=tuple(
                (why, counts[why] / self._sights)
                for why in Withheld
                if counts[why] and why is not Withheld.GIVEN
            ),
            by_vertical=int(self._by_vertical[place]) / given if given else 0.0,
            error=self._errors.quantile(0.5, place),
            low=self._values.quantile(LOW, place),
            low_error=self._values.carried_by(OUTER, place) if sure else None,
            high=self._values.quantile(HIGH, place),
            high_error=self._values.carried_by(1 - OUTER, place) if sure else None,
        )


def _count(histogram: Histogram, values: list[float]) -> None:
    """Count those of `values` that are finite, of the one quantity of `histogram`."""
    finite = np.array([value for value in values if isfinite(value)])
    rows: NDArray[np.intp] = np.zeros(len(finite), np.intp)
    histogram.add(rows, finite)
