"""One measure through one recording, beside what is true of it; and what many come to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from truth.followed import Followed
from truth.scenes import Scene
from vision.measures import MEASURES, Measure, Withheld
from vision.measuring import VALID

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Strand:
    """One measure in the frames of one recording in which it has a true value.

    Attributes
    ----------
    scene, measure
        Of which clip, and what is measured; it has a meaning in the view of the clip's course.
    true, value, bound
        (T,) the exact measure, the number given (NaN where none is) and the error expected of it.
    withheld
        (T,) of `Withheld`.
    """

    scene: Scene
    measure: Measure
    true: Floats
    value: Floats
    bound: Floats
    withheld: NDArray[np.int8]

    @property
    def moved(self) -> bool:
        """Whether the course moves it in its own plane; else it is more or less at rest."""
        return self.measure.name in self.scene.course.measures

    @property
    def off_deg(self) -> float:
        """How far the figure is turned from the view that its course is to be seen in."""
        return abs(self.scene.turn_deg)

    @property
    def far(self) -> bool:
        """Whether it is of the limb that the body hides from the camera."""
        return self.measure.side is not None and self.measure.side == far_side(self.scene)

    @property
    def error(self) -> Floats:
        """(T,) value less truth, NaN where no number is given."""
        return self.value - self.true


def far_side(scene: Scene) -> str | None:
    """Return the side that is hidden in a side view: turned to its left, the body shows its right.

    A figure that ought to stand sideways and faces the camera hides neither.
    """
    if scene.course.view == "front" or not 0 < scene.yaw_deg < 180:
        return None
    return "left"


def strands(clip: Followed) -> list[Strand]:
    """Return what a clip tells of each measure that its course's view gives a meaning."""
    found = []
    for row, measure in enumerate(MEASURES):
        known = np.isfinite(clip.true[:, row])
        if VALID[clip.recording.scene.course.view][row] and known.any():
            columns = (clip.true, clip.values, clip.error, clip.withheld)
            true, value, bound, withheld = (column[known, row] for column in columns)
            found.append(Strand(clip.recording.scene, measure, true, value, bound, withheld))
    return found


@dataclass(frozen=True)
class Sum:
    """What some strands come to. All errors in the measure's own unit; NaN where none is given.

    Attributes
    ----------
    frames
        Frames with a true value.
    withheld, learning
        Shares (0–1): of the frames not spent on learning, how many have no number; of all, how many
        are spent on learning the person's neutral.
    median, p90, bias
        Of the error's size the median and the worst tenth's least; of the error itself the median.
    own_p90
        The same worst tenth once each body's own median error is taken off.
    kept
        Share of numbers whose error is no larger than was expected.
    """

    frames: int
    withheld: float
    learning: float
    median: float
    p90: float
    bias: float
    own_p90: float
    kept: float


def summed(some: Iterable[Strand]) -> Sum:
    """Return what strands come to; those of measures whose unit is the same."""
    heap = list(some)
    error = _joined(heap, lambda one: one.error)
    bound = _joined(heap, lambda one: one.bound)
    why = _joined(heap, lambda one: one.withheld)
    learning = float(np.mean(why == Withheld.LEARNING)) if len(why) else np.nan
    given = np.isfinite(error)
    asked = len(why) - np.count_nonzero(why == Withheld.LEARNING)
    size = np.abs(error[given])
    own = np.abs(less_own_median(heap))
    return Sum(
        frames=len(error),
        withheld=1 - np.count_nonzero(given) / asked if asked else np.nan,
        learning=learning,
        median=quantile(size, 0.5),
        p90=quantile(size, 0.9),
        bias=quantile(error[given], 0.5),
        own_p90=quantile(own, 0.9),
        kept=float(np.mean(size <= bound[given])) if len(size) else np.nan,
    )


def less_own_median(some: Iterable[Strand]) -> Floats:
    """Return the errors given (N,), from each body's taken off the median of that body.

    The median for each measure over all that is handed in: both sides, every course, camera and
    light of the body.
    """
    heaps: dict[tuple[str, str], list[Floats]] = {}
    for one in some:
        error = one.error[np.isfinite(one.error)]
        heaps.setdefault((one.scene.body.name, one.measure.name), []).append(error)
    joined = [np.concatenate(parts) for parts in heaps.values()]
    return np.concatenate([np.empty(0), *(e - quantile(e, 0.5) for e in joined)])


def quantile(values: Floats, share: float) -> float:
    """Return a quantile; NaN of nothing."""
    return float(np.quantile(values, share)) if len(values) else np.nan


def _joined(heap: list[Strand], column: Callable[[Strand], NDArray[np.generic]]) -> Floats:
    parts = [column(one) for one in heap]
    return np.concatenate(parts).astype(np.float64) if parts else np.empty(0)
