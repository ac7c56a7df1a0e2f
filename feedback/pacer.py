"""The breath to move with: a pure function of the pacer's own elapsed time."""

from collections.abc import Sequence
from math import floor

from exercises.definition import Phase
from exercises.easing import ease
from exercises.exercise import Exercise
from exercises.guide import GuideMoment
from feedback.breath import BreathPhase

# Breaths a minute: where a person's own rate is not known, and the slowest the pacer goes; how
# much it slows in a minute; and the share of a breath that flows in (4 s in, 6 s out at 6 a
# minute, Laborde 2021 and Marchant 2025). The first three are defaults of ours, unvalidated.
START_PER_MIN = 12.0
FLOOR_PER_MIN = 6.0
SLOWING_PER_MIN = 1.0
SHARE_IN = 0.4
# What a shape shows while nothing is asked of the breath.
NATURAL_FULLNESS = 0.5


def breath_at(exercise: Exercise, moment: GuideMoment) -> BreathPhase:
    """Return the breath that goes with the guide at `moment`.

    In a movement at the person's own breath nothing is paced. Elsewhere the breath fills through
    each run of phases that are breathed in and empties through each that is breathed out; a rest
    holds it where it is. No holds are added.
    """
    phase = exercise.phases[moment.phase]
    if exercise.pace == "natural" or phase.breath == "natural":
        return BreathPhase("natural", NATURAL_FULLNESS, moment.progress, moment.cycle)
    fullness = _fullness(exercise.phases, moment.phase, moment.progress)
    return BreathPhase(phase.breath, fullness, moment.progress, moment.cycle)


def _fullness(phases: Sequence[Phase], row: int, progress: float) -> float:
    breath = phases[row].breath
    if breath not in ("in", "out"):
        return _held(phases, row)
    before = _run(phases, row, -1)
    after = _run(phases, row, +1)
    own_s = phases[row].seconds
    done = ease((before + progress * own_s) / (before + own_s + after))
    return done if breath == "in" else 1 - done


def _run(phases: Sequence[Phase], row: int, step: int) -> float:
    """Return the seconds of the phases next to `row` that are breathed alike, around the cycle."""
    seconds = 0.0
    for offset in range(1, len(phases)):
        phase = phases[(row + step * offset) % len(phases)]
        if phase.breath != phases[row].breath:
            break
        seconds += phase.seconds
    return seconds


def _held(phases: Sequence[Phase], row: int) -> float:
    """Return the fullness in which the last breath before `row` ended."""
    for offset in range(1, len(phases)):
        breath = phases[row - offset].breath
        if breath in ("in", "out"):
            return 1.0 if breath == "in" else 0.0
    return NATURAL_FULLNESS


def resting_breath(elapsed_s: float) -> BreathPhase:
    """Return the breath of a picture to rest by: the slowest the pacer goes, from the first on."""
    return ramp(elapsed_s, start=FLOOR_PER_MIN)


def ramp(
    elapsed_s: float,
    start: float = START_PER_MIN,
    floor_per_min: float = FLOOR_PER_MIN,
    per_minute: float = SLOWING_PER_MIN,
) -> BreathPhase:
    """Return the breath of a pacer that slows little by little, for breath-only movements.

    Parameters
    ----------
    elapsed_s
        Seconds since the pacer began; before that the beginning is shown.
    start, floor_per_min
        Breaths a minute at the beginning, and the slowest; a start under the floor is kept.
    per_minute
        How many breaths a minute it slows in each minute.

    Returns
    -------
    BreathPhase
        Continuous in time: the number of breaths is the integral of the rate, in closed form.
    """
    cycle = floor(breaths := _breaths(max(elapsed_s, 0.0), start, floor_per_min, per_minute))
    within = breaths - cycle
    if within < SHARE_IN:
        progress = within / SHARE_IN
        return BreathPhase("in", ease(progress), progress, cycle)
    progress = (within - SHARE_IN) / (1 - SHARE_IN)
    return BreathPhase("out", 1 - ease(progress), progress, cycle)


def _breaths(elapsed_s: float, start: float, slowest: float, per_minute: float) -> float:
    minutes = elapsed_s / 60
    slowing = max(start - slowest, 0.0) / per_minute if per_minute > 0 else 0.0
    ramped = min(minutes, slowing)
    return (
        start * ramped
        - per_minute * ramped**2 / 2
        + (start - per_minute * slowing) * (minutes - ramped)
    )
