"""How a person's measures stand and move now: aims of both sides, steadied, with their speed."""

from collections.abc import Sequence

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.aims import Aim, aims, left_out
from feedback.judge import judge
from feedback.speed import Trace, too_fast
from feedback.steady import Steady, steadied
from feedback.verdict import Standing, Verdict
from vision.measures import SIDES, Measures, Side

# Seconds over which the speed of a limb is taken.
WINDOW_S = 0.35


class Watch:
    """Watches every measure that a movement aims for, whichever side is being done.

    Of a side that is left out altogether the ceilings are watched, and nothing else.
    """

    def __init__(self, exercise: Exercise, ranges: Sequence[SafeRange] = ()) -> None:
        sides: tuple[Side | None, ...] = SIDES if exercise.sides == "alternating" else (None,)
        self._aims = {side: aims(exercise, ranges, side) for side in sides}
        self._held: dict[Side | None, list[Steady | None]] = {
            side: [None] * len(self._aims[side]) for side in sides
        }
        self._left_out = left_out(exercise, ranges)
        self._held_out: list[Steady | None] = [None] * len(self._left_out)
        limits = {target.measure: too_fast(exercise, target) for target in exercise.targets}
        self._speeds = {
            aim.row: (Trace(WINDOW_S), limits[aim.measure.name])
            for side in sides
            for aim in self._aims[side]
            if aim.target.role == "lead" and aim.measure.unit == "degrees"
        }

    def aims(self, side: Side | None) -> tuple[Aim, ...]:
        """Return what is aimed for while `side` is being done."""
        return self._aims[side]

    def take(self, t: float, measures: Measures) -> None:
        """Take what was measured at `t` seconds, once for each sight, for its speed."""
        for row, (trace, _) in self._speeds.items():
            trace.add(t, float(measures.values[row]))

    def verdicts(self, side: Side | None, measures: Measures, t: float) -> tuple[Verdict, ...]:
        """Return how the aims of `side` stand at `t` seconds, steadied; call once for each `t`."""
        for each, held in self._held.items():
            self._held[each] = _steadied(held, self._aims[each], measures, t)
        self._held_out = _steadied(self._held_out, self._left_out, measures, t)
        standings = [held.standing for held in self._held[side] if held is not None]
        return judge(self._aims[side], measures, standings)

    @property
    def past_ceiling(self) -> frozenset[Side | None]:
        """The sides of all measures past their ceiling, on either side of the movement."""
        watched = [(self._aims[side], held) for side, held in self._held.items()]
        return frozenset(
            aim.measure.side
            for aims_held in (*watched, (self._left_out, self._held_out))
            for aim, steady in zip(*aims_held, strict=True)
            if steady is not None and steady.standing is Standing.PAST_CEILING
        )

    def too_fast(self, t: float) -> bool:
        """Return whether a lead measure is faster at `t` than is calm."""
        return any(abs(trace.slope(t)) > limit for trace, limit in self._speeds.values())


def _steadied(
    held: Sequence[Steady | None], watched: Sequence[Aim], measures: Measures, t: float
) -> list[Steady | None]:
    return [
        steadied(before, aim.target, float(measures.values[aim.row]), t)
        for before, aim in zip(held, watched, strict=True)
    ]
