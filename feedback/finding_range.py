"""One part of a calibration while it is measured: neutral first, then the tops."""

from math import inf, isfinite, nan
from typing import Literal

from exercises.exercise import Exercise
from exercises.ranges import TOWARD_LEFT
from feedback.calibrating_part import Part
from feedback.counters import mean_seen
from feedback.shows import Shown, Shows, Untaken
from feedback.speed import too_fast
from feedback.stillness import Stillness
from vision.measures import Measures

WANTED = 3
"""Tops that are shown."""

# Neutral is no farther from the movement's rest than this share of the way to its range, unless a
# therapist says so (a default of ours, unvalidated).
AT_REST_SHARE = 0.5
# What is seen no longer for so long is not measured any more.
STOPS_S = 0.5


class FindingRange:
    """Measures one part; pure in time."""

    def __init__(self, exercise: Exercise, part: Part) -> None:
        asked = next(target for target in exercise.targets if target.measure == part.measure)
        in_degrees = part.unit == "degrees"
        self.part = part
        self.value = self.error = nan
        self.neutral: float | None = None
        self._fastest = too_fast(exercise, asked) if in_degrees else inf
        self._still = Stillness(part.unit)
        self._shows: Shows | None = None
        self._taken_s: float | None = None

    @property
    def kind(self) -> Literal["neutral", "show"]:
        """What is asked of the person."""
        return "neutral" if self.neutral is None else "show"

    @property
    def still(self) -> float:
        """0–1: how much of the time that neutral takes has gone by."""
        return self._still.share

    @property
    def tops(self) -> tuple[Shown, ...]:
        """Those that were taken."""
        return self._shows.tops if self._shows else ()

    @property
    def last_untaken(self) -> Untaken | None:
        """Why the last that was shown was not taken, if it was not."""
        return self._shows.last_untaken if self._shows else None

    @property
    def enough(self) -> bool:
        """Whether all tops are there."""
        return len(self.tops) >= WANTED

    def look(self, measures: Measures) -> None:
        """Take what is to be shown now: value and expected error, NaN where they are not known."""
        rows = [row for row in self.part.rows if isfinite(measures.values[row])]
        self.value = mean_seen([float(measures.values[row]) for row in rows])
        self.error = mean_seen([float(measures.error[row]) for row in rows])

    def measure(self, t: float) -> None:
        """Go on with what was looked at, seen at `t` seconds; NaN is time out of sight."""
        if not isfinite(self.value):
            self.pause(t)
            return
        self._taken_s = t
        if self.neutral is None:
            self._still.add(t, self.value)
            if self._still.share >= 1 and self._near_rest(self._still.value, AT_REST_SHARE):
                self._begin(self._still.value, t)
        elif self._shows is not None:
            self._shows.add(t, self.value, self.error)

    def pause(self, t: float) -> None:
        """Measure nothing at `t` seconds; what was begun is dropped once that lasts."""
        if self._taken_s is not None and t - self._taken_s > STOPS_S:
            self._taken_s = None
            self._still.clear()
            if self._shows is not None:
                self._shows.stop()

    def take_as_neutral(self, t: float) -> None:
        """Take where the person is now for neutral, if that is before the movement's range."""
        if self.neutral is None and self._near_rest(self.value, 1.0):
            self._begin(self.value, t)

    def take_back(self) -> None:
        """Take back the last top."""
        if self._shows is not None:
            self._shows.take_back()

    def _near_rest(self, value: float, share: float) -> bool:
        target = self.part.movement
        return isfinite(value) and abs(value - target.rest) < share * abs(target.near - target.rest)

    def _begin(self, neutral: float, t: float) -> None:
        self.neutral = neutral
        target, least = self.part.movement, self.error if isfinite(self.error) else 0.0
        both_ways = target.measure in TOWARD_LEFT
        self._shows = Shows(target, neutral, least, self._fastest, two_sided=both_ways)
        # They are known to rest: nothing that follows was begun before it was seen.
        for past_s in (3.0, 2.0, 1.0, 0.0):
            self._shows.add(t - past_s, neutral, self.error)
