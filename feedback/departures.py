"""What was measured of late, kept to say how a repetition departed once it is over."""

from collections import deque
from collections.abc import Sequence

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.aims import Aim, aims
from feedback.departure import Departed, Sample, departed
from vision.measures import SIDES, Measures, Side

# What is kept to look back on: longer than the slowest repetition that is counted.
KEPT_S = 120.0


class Departures:
    """Keeps what was measured of late, and says how a span of it departed.

    Parameters
    ----------
    exercise
        The movement.
    ranges
        The person's own calibrated ranges; without any, the definition's hold.
    side
        The side being done where sides alternate, else `None`.
    """

    def __init__(
        self, exercise: Exercise, ranges: Sequence[SafeRange] = (), side: Side | None = None
    ) -> None:
        self._aims = aims(exercise, ranges, side)
        self._rows = [aim.row for aim in self._aims]
        self._pairs = _pairs(self._aims) if exercise.sides in ("each", "together") else ()
        self._samples: deque[Sample] = deque()

    def take(self, measures: Measures, t: float) -> None:
        """Take what was measured at `t` seconds; a `t` not after the last is passed over."""
        if self._samples and t <= self._samples[-1][0]:
            return
        values = tuple(measures.values[self._rows].tolist())
        errors = tuple(measures.error[self._rows].tolist())
        courses = tuple(measures.course[self._rows].tolist())
        self._samples.append((t, values, errors, courses))
        while self._samples[0][0] < t - KEPT_S:
            self._samples.popleft()

    def of(self, start_s: float, end_s: float) -> Departed:
        """Return how the person departed from `start_s` to `end_s`, both included."""
        span = [sample for sample in self._samples if start_s <= sample[0] <= end_s]
        return departed(self._aims, span, self._pairs)


def _pairs(aims: Sequence[Aim]) -> tuple[tuple[int, int], ...]:
    """Return the places of left and right of each measure that both sides carry out."""
    places: dict[str, list[int]] = {}
    for place, aim in enumerate(aims):
        if aim.measure.side is not None and aim.target.role != "steady":
            places.setdefault(aim.measure.name, []).append(place)
    return tuple((both[0], both[1]) for both in places.values() if len(both) == len(SIDES))
