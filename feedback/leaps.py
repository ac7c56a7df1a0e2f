"""Sights freed of leaps: an arm that is elsewhere at once was misread, unless it stays there.

Where somebody walks by in front of a person, the pose model puts their arms wherever there is an
arm for some frames before it loses them, and again when it finds them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, isnan, nan

from vision.measures import Measures, indices_of

# No arm turns faster in a slow movement: the quickest guide peaks at 65 degrees a second, and
# whoever is three times as fast is still followed.
FASTEST_PER_S = 200.0
# After a leap it is believed again where it could have come to unhurriedly from where it was, or
# where it has stayed for so long; for longer than that and a little nothing is waited for. All of
# these figures are defaults of ours, unvalidated.
BACK_PER_S = 100.0
STAYS_S = 0.4
LONGEST_S = 1.0
ARMS = ("shoulder_abduction", "shoulder_flexion", "elbow_flexion")


@dataclass(slots=True)
class Taken:
    """What was measured at one moment; a leap in its course (M,) becomes NaN."""

    time_s: float
    course: list[float]
    measures: Measures


@dataclass(slots=True)
class _Arm:
    """Where an arm was last believed to be, and since when and where it has been elsewhere."""

    row: int
    believed_s: float = -inf
    believed: float = nan
    since_s: float | None = None
    last_s: float = nan
    last: float = nan

    def believe(self, t: float, value: float) -> None:
        self.believed_s, self.believed, self.since_s = t, value, None

    def could_be(self, t: float, value: float) -> bool:
        fastest = FASTEST_PER_S if self.since_s is None else BACK_PER_S
        return isnan(self.believed) or _within(value - self.believed, fastest, t - self.believed_s)

    def waits(self, t: float) -> bool:
        """Return whether it is in doubt; of one that is out of sight for long nothing will tell."""
        return self.since_s is not None and t - self.last_s <= LONGEST_S

    def stays(self, t: float, value: float) -> bool:
        """Return whether it has been where it leapt to for long enough."""
        kept = self.since_s is not None and _within(value - self.last, BACK_PER_S, t - self.last_s)
        self.since_s = self.since_s if kept and self.since_s is not None else t
        self.last_s, self.last = t, value
        return t - self.since_s > STAYS_S - 1e-6


class Leaps:
    """Hands on what was measured, a moment later where an arm leapt.

    Parameters
    ----------
    measure
        The name of the measure that is watched on both sides; all is handed on at once where it is
        not an arm's: who steps bends a knee at once.
    """

    def __init__(self, measure: str) -> None:
        self._arms = [_Arm(row) for row in indices_of(measure)] if measure in ARMS else []
        self._held: list[Taken] = []

    def take(self, t: float, course: Sequence[float], measures: Measures) -> Iterator[Taken]:
        """Yield what is known now, in order of time; to be called so too."""
        self._held.append(Taken(t, list(course), measures))
        for arm in self._arms:
            value = course[arm.row]
            if not isnan(value):
                self._follow(arm, t, value)
        if t - self._held[0].time_s > LONGEST_S:
            for arm in self._arms:
                if arm.since_s is not None:
                    self._pass_over(arm.row, inf)
        elif any(arm.waits(t) for arm in self._arms):
            return
        held, self._held = self._held, []
        yield from held

    def forget(self) -> None:
        """Drop what is held: what follows is seen from elsewhere."""
        self._held = []
        self._arms = [_Arm(arm.row) for arm in self._arms]

    def _follow(self, arm: _Arm, t: float, value: float) -> None:
        if arm.could_be(t, value):
            if arm.since_s is not None:
                self._pass_over(arm.row, t)
            arm.believe(t, value)
        elif arm.stays(t, value):
            assert arm.since_s is not None
            self._pass_over(arm.row, arm.since_s)
            arm.believe(t, value)

    def _pass_over(self, row: int, until_s: float) -> None:
        """Take out what an arm was read as while it was in doubt, before `until_s`."""
        believed_s = next(arm.believed_s for arm in self._arms if arm.row == row)
        for taken in self._held:
            if believed_s < taken.time_s < until_s:
                taken.course[row] = nan


def _within(way: float, fastest: float, seconds: float) -> bool:
    return abs(way) <= fastest * seconds
