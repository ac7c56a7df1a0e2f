"""The tops of one measure while a person shows what is comfortable.

Turns are found by what counts repetitions, with no threshold of the movement's: any way out from
where the person rests and back is one, however far it goes.
"""

from dataclasses import dataclass
from itertools import chain
from math import isfinite, nan
from typing import Literal

from exercises.definition import Target
from feedback.own_range import OwnRange
from feedback.repetition import Repetition
from feedback.repetitions import RepetitionCounter

# A way out and back is a show from this share of the way to the movement's own range on, and from
# where it can be told from rest; it takes as long; and it comes this share of the farthest of them:
# who moves in their seat or scratches their nose shows nothing. Defaults of ours, unvalidated.
LEAST_SHARE = 0.2
SHORTEST_S = 1.5
LEAST_OF_FARTHEST = 0.5

Untaken = Literal["unsure", "hurried", "small"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One top that was shown: its value, the expected error there, and when."""

    value: float
    error: float
    at_s: float


class Shows:
    """Finds the tops.

    Parameters
    ----------
    target
        What the movement asks of the measure, with the sign of the side.
    neutral
        Where the person rests.
    least
        What is nearer to neutral cannot be told from it; in the measure's unit.
    fastest
        A top that was come to faster than this is hurried, in the unit a second.
    two_sided
        Whether the measure passes rest to the other side.
    """

    def __init__(
        self,
        target: Target,
        neutral: float,
        least: float,
        fastest: float,
        *,
        two_sided: bool = False,
    ) -> None:
        sign = 1.0 if target.rising else -1.0
        self._sign, self._neutral, self._fastest = sign, neutral, fastest
        way = sign * max(LEAST_SHARE * abs(target.near - target.rest), least)
        low, high = sorted((neutral + way, neutral + 2 * way))
        around = target.model_copy(
            update={"rest": neutral, "low": low, "high": high, "ceiling": neutral + 3 * way}
        )
        own = OwnRange(around, two_sided=two_sided)
        self._counter = RepetitionCounter("both", own, shortest_s=SHORTEST_S)
        self._taken_back: frozenset[float] = frozenset()

    def add(self, t: float, value: float, error: float) -> None:
        """Take the measure at `t` seconds, with its expected error."""
        self._counter.add(t, value, value, error)

    def stop(self) -> None:
        """Drop a show that was begun: what comes next is seen otherwise."""
        self._counter.break_off()

    def take_back(self) -> None:
        """Take back the last top, if there is one."""
        if self.tops:
            self._taken_back |= {self.tops[-1].at_s}

    @property
    def tops(self) -> tuple[Shown, ...]:
        """Those that are taken, in order."""
        return tuple(shown for shown, why in self._all() if why is None)

    @property
    def last_untaken(self) -> Untaken | None:
        """Why the last one was not taken; `None` where it was, or there is none."""
        return next((why for _, why in reversed(self._all())), None)

    def _all(self) -> list[tuple[Shown, Untaken | None]]:
        done = self._counter.done
        ways = sorted(chain(done.repetitions, done.partial), key=lambda way: way.peak_s)
        kept = [way for way in ways if way.peak_s not in self._taken_back]
        farthest = max((self._height(way) for way in kept if isfinite(way.peak)), default=nan)
        return [
            (Shown(way.peak, way.peak_error, way.peak_s), self._why_untaken(way, farthest))
            for way in kept
        ]

    def _height(self, way: Repetition) -> float:
        return self._sign * (way.peak - self._neutral)

    def _why_untaken(self, way: Repetition, farthest: float) -> Untaken | None:
        if not (isfinite(way.peak) and isfinite(way.peak_error)):
            return "unsure"
        if way.speed > self._fastest:
            return "hurried"
        return "small" if self._height(way) < LEAST_OF_FARTHEST * farthest else None
