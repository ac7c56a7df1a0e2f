"""The guide's time, held back for a person who moves more slowly than the guide."""

from dataclasses import dataclass
from math import exp

from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import GuideMoment

# The guide slows once the person is this share of the whole way behind, and waits at the second.
# Only someone who is moving the guide's way, this share of the way a second, is waited for:
# resting is never hurried and never waited out. Defaults of ours, unvalidated.
SLOWS_AT = 0.10
WAITS_AT = 0.30
MOVING_PER_S = 0.04
# Seconds over which the guide's own speed changes, so that it never starts or stops with a jerk.
EASING_S = 0.3


@dataclass(frozen=True, slots=True)
class GuideTime:
    """The guide's own clock.

    Attributes
    ----------
    elapsed_s
        How far the guide has come, in seconds; never runs back.
    waited_s
        How long it has been held back in all: at most `allowance_s`.
    allowance_s
        The most it is held back: one cycle. After that it lets go.
    rate
        Its speed now, 0 to 1.
    """

    allowance_s: float
    elapsed_s: float = 0.0
    waited_s: float = 0.0
    rate: float = 1.0

    @property
    def let_go(self) -> bool:
        """Whether all the waiting is used up."""
        return self.waited_s >= self.allowance_s


def advanced(time: GuideTime, by_s: float, behind: float) -> GuideTime:
    """Return the guide's clock after `by_s` seconds.

    Parameters
    ----------
    time
        The clock before.
    by_s
        Seconds gone by; not negative.
    behind
        How far the person is behind the guide, as `behind_guide` gives it; NaN waits for nobody.
    """
    wish = 1.0
    if behind > SLOWS_AT and not time.let_go:
        wish = max(0.0, 1 - (behind - SLOWS_AT) / (WAITS_AT - SLOWS_AT))
    rate = wish + (time.rate - wish) * exp(-by_s / EASING_S)
    waited_s = min(by_s * (1 - rate), time.allowance_s - time.waited_s)
    return GuideTime(
        allowance_s=time.allowance_s,
        elapsed_s=time.elapsed_s + by_s - waited_s,
        waited_s=time.waited_s + waited_s,
        rate=rate,
    )


def behind_guide(
    exercise: Exercise, moment: GuideMoment, travelled: float, per_second: float
) -> float:
    """Return how far a moving person is behind the guide, as a share of the whole way.

    Parameters
    ----------
    exercise, moment
        The movement, and where its guide is.
    travelled
        How far the person has come in their own range: 0 at rest, 1 at its end.
    per_second
        How fast that grows.

    Returns
    -------
    float
        0.0 where the person is level or ahead, is not moving the guide's way, or is unseen.
    """
    phases = exercise.phases
    most = max(phase.travel for phase in phases)
    direction = _direction(exercise, moment.phase)
    if not most or direction * per_second < MOVING_PER_S:
        return 0.0
    start = phases[moment.phase - 1].travel
    end = phases[moment.phase].travel
    guide = (start + (end - start) * ease(moment.progress)) / most
    behind = direction * (guide - min(max(travelled, 0.0), 1.0))
    return behind if behind > 0 else 0.0


def _direction(exercise: Exercise, row: int) -> int:
    """Return 1 while the guide leaves rest, -1 while it returns; a pause keeps what was before."""
    phases = exercise.phases
    for back in range(len(phases)):
        change = phases[row - back].travel - phases[row - back - 1].travel
        if change:
            return 1 if change > 0 else -1
    return 0
