"""A movement at a person's own pace."""

from exercises.definition import Phase
from exercises.exercise import Exercise
from exercises.guide_speed import ARM_LIMIT_DEG_S, TRUNK_LIMIT_DEG_S, peak_speeds
from exercises.phase_checks import LONGEST_CYCLE_S, SHORTEST_CYCLE_S
from exercises.rebuilt import rebuilt

# So far inside its limits a pace stays, that no rounding of seconds takes it past them.
_INSIDE = 1e-6
_LONGEST_S = LONGEST_CYCLE_S - _INSIDE


def paced(exercise: Exercise, tempo: float, exhale_s: float = 0.0) -> Exercise:
    """Return the movement at another pace, with a longer breath out.

    It stays calm: the guide gets no faster than a guide may be, and a cycle no shorter or longer
    than one may breathe with, whatever is asked.

    Parameters
    ----------
    exercise
        The movement.
    tempo
        Its pace as a share of its own, above 0: 0.5 takes twice as long.
    exhale_s
        Seconds by which the breath out of a cycle is longer, shared by the phases breathed out.
        Left out where the person follows their own breath.

    Raises
    ------
    ValueError
        For a tempo that is not above 0, or an exhale shorter than the movement's own.
    """
    if not tempo > 0 or exhale_s < 0:
        raise ValueError("a pace is above 0, and a breath out is not made shorter")
    slowest = min(exercise.cycle_s / _LONGEST_S, 1.0)
    tempo = min(max(tempo, slowest), _fastest(exercise))
    phases = tuple(_longer(phase, 1 / tempo) for phase in exercise.phases)
    phases = _exhaling(exercise, phases, exhale_s)
    return exercise if phases == exercise.phases else rebuilt(exercise, phases=phases)


def _exhaling(exercise: Exercise, phases: tuple[Phase, ...], exhale_s: float) -> tuple[Phase, ...]:
    """Return the phases with a longer breath out, as far as the cycle has room for it."""
    out_s = sum(phase.seconds for phase in phases if phase.breath == "out")
    room_s = max(_LONGEST_S - sum(phase.seconds for phase in phases), 0.0)
    if not out_s or not min(exhale_s, room_s):
        return phases
    longer = 1 + min(exhale_s, room_s) / out_s
    slower = tuple(_longer(phase, longer if phase.breath == "out" else 1) for phase in phases)
    # Where the guide flows through its postures, a longer breath out hurries what is beside it.
    over = max(_speeds(exercise.model_copy(update={"phases": slower}))) + _INSIDE
    calm = tuple(_longer(phase, max(over, 1.0)) for phase in slower)
    return calm if sum(phase.seconds for phase in calm) <= LONGEST_CYCLE_S else phases


def _longer(phase: Phase, times: float) -> Phase:
    return phase if times == 1 else phase.model_copy(update={"seconds": phase.seconds * times})


def _fastest(exercise: Exercise) -> float:
    """Return the fastest tempo at which guide and breath are calm; 1 or more."""
    calm = 1 / (max(_speeds(exercise)) + _INSIDE)
    return max(min(calm, exercise.cycle_s / (SHORTEST_CYCLE_S + _INSIDE)), 1.0)


def _speeds(exercise: Exercise) -> list[float]:
    """Return the guide's fastest speeds as shares of what is calm."""
    return [
        speed / (TRUNK_LIMIT_DEG_S if joint.startswith(("trunk", "neck")) else ARM_LIMIT_DEG_S)
        for _, joint, speed in peak_speeds(exercise)
    ]
