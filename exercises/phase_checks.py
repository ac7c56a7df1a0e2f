"""What has to hold of a movement's phases: their joints, breath, travel and time."""

from collections import Counter
from collections.abc import Iterator

from exercises.definition import Movement
from exercises.fault import Fault, did_you_mean
from exercises.joints import JOINTS

SHORTEST_CYCLE_S = 4.0
LONGEST_CYCLE_S = 30.0
"""One cycle holds one or more slow breaths: defaults of ours, unvalidated."""

_BREATHS = {"breath": ("in", "out", "rest"), "natural": ("natural", "rest")}


def joint_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield each joint angle named in the stance or a guide that does not exist."""
    postures = [("stance", exercise.stance)]
    postures += [(f"phases[{row}].guide", p.guide) for row, p in enumerate(exercise.phases)]
    for at, angles in postures:
        for name in angles:
            if name not in JOINTS:
                yield Fault("", f"{at}.{name}", "unknown joint angle", did_you_mean(name, JOINTS))


def breath_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield a breath that is missing from a breath-paced movement, or does not fit the pace."""
    breaths = {phase.breath for phase in exercise.phases}
    if exercise.pace == "breath":
        for needed in ("in", "out"):
            if needed not in breaths:
                hint = 'add one, or say pace = "natural"'
                yield Fault("", "phases", f'no phase has breath = "{needed}"', hint)
    fitting = _BREATHS[exercise.pace]
    for row, phase in enumerate(exercise.phases):
        if phase.breath not in fitting:
            found = f'"{phase.breath}" in a movement with pace = "{exercise.pace}"'
            yield Fault("", f"phases[{row}].breath", found, f"one of {', '.join(fitting)}")


def travel_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield a lead target that no phase carries out, or from which none comes back."""
    leads = any(target.role == "lead" for target in exercise.targets)
    travels = [phase.travel for phase in exercise.phases]
    if leads and not any(travels):
        yield Fault("", "phases", "no phase travels", "one phase ends with travel above 0")
    if leads and exercise.repetitions and all(travels):
        yield Fault("", "phases", "no phase returns", "one phase ends with travel = 0")
    if exercise.targets and exercise.repetitions and not leads:
        hint = 'give one target role = "lead", or say repetitions = 0'
        yield Fault("", "repetitions", "no target leads, so none can be counted", hint)


def cycle_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield a cycle too short or too long to breathe with, and phases of one name."""
    if not SHORTEST_CYCLE_S <= exercise.cycle_s <= LONGEST_CYCLE_S:
        hint = f"from {SHORTEST_CYCLE_S:g} to {LONGEST_CYCLE_S:g}"
        yield Fault("", "phases", f"one cycle takes {exercise.cycle_s:g} seconds", hint)
    for phase_id, count in Counter(phase.id for phase in exercise.phases).items():
        if count > 1:
            found = f'{count} phases have id = "{phase_id}"'
            yield Fault("", "phases", found, "give each its own")
    if exercise.flowing and exercise.sides == "alternating":
        hint = "a circle has no sides to alternate: say flowing = false"
        yield Fault("", "flowing", "the guide comes to rest between the sides", hint)
    if exercise.support and exercise.posture != "standing":
        yield Fault(
            "", "support", f"held on to {exercise.posture}", "only who stands holds on to it"
        )
