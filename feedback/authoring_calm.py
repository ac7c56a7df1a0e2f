"""A guide made as slow as is calm."""

from collections import defaultdict
from math import ceil

from exercises.definition import Movement
from exercises.guide_speed import ARM_LIMIT_DEG_S, TRUNK_LIMIT_DEG_S, peak_speeds
from feedback.authoring_pace import STEP_S


def calmed(movement: Movement) -> Movement:
    """Return the movement with more seconds where its guide is faster than `check` allows."""
    factors: dict[int, float] = defaultdict(lambda: 1.0)
    for row, joint, speed in peak_speeds(movement):
        limit = TRUNK_LIMIT_DEG_S if joint.startswith(("trunk", "neck")) else ARM_LIMIT_DEG_S
        factors[row] = max(factors[row], speed / limit)
    phases = tuple(
        phase
        if factors[row] <= 1
        else phase.model_copy(
            update={"seconds": ceil(phase.seconds * factors[row] / STEP_S) * STEP_S}
        )
        for row, phase in enumerate(movement.phases)
    )
    return movement.model_copy(update={"phases": phases})
