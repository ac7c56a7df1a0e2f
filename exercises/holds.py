"""A movement without holding the breath."""

from itertools import pairwise

from exercises.definition import Movement, Phase
from exercises.exercise import Exercise
from exercises.phase_checks import SHORTEST_CYCLE_S
from exercises.rebuilt import rebuilt


def holds(exercise: Movement) -> bool:
    """Return whether the breath is held in some phase."""
    return any(phase.breath == "rest" for phase in exercise.phases)


def without_holds(exercise: Exercise) -> Exercise:
    """Return the movement with the breath flowing all the time.

    A phase in which breath and body rest is left out, and where the cycle would become too short
    to breathe with, the others take its time; one in which the body moves on lets the breath out,
    or leaves it to the person in a movement at their own breath.
    """
    if not holds(exercise):
        return exercise
    flowing = "natural" if exercise.pace == "natural" else "out"
    still = _still(exercise)
    phases = [
        phase.model_copy(update={"breath": flowing}) if phase.breath == "rest" else phase
        for row, phase in enumerate(exercise.phases)
        if row not in still
    ]
    # A hair longer, that no rounding of seconds leaves it shorter.
    shortest_s = SHORTEST_CYCLE_S + 1e-6
    longer = max(shortest_s / sum(phase.seconds for phase in phases), 1.0)
    return rebuilt(
        exercise,
        phases=tuple(p.model_copy(update={"seconds": p.seconds * longer}) for p in phases),
    )


def _still(exercise: Movement) -> frozenset[int]:
    """Return the rows of the phases in which breath and body rest; never of all phases."""
    phases = exercise.phases
    pairs = pairwise((phases[-1], *phases))
    rows = frozenset(
        row
        for row, (before, phase) in enumerate(pairs)
        if phase.breath == "rest" and _end_of(before) == _end_of(phase)
    )
    return rows if len(rows) < len(phases) else frozenset()


def _end_of(phase: Phase) -> tuple[float, dict[str, float]]:
    return phase.travel, phase.guide
