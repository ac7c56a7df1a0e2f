"""What has to hold of a movement's targets: their measures and their ranges."""

from collections import Counter
from collections.abc import Iterator

from exercises.definition import Movement, Target
from exercises.fault import Fault, did_you_mean
from vision.measures import MEASURES, NAMES


def range_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield each range that is out of order: low, high, rest before it, ceiling beyond it."""
    for row, target in enumerate(exercise.targets):
        at = f"targets[{row}]"
        if target.low >= target.high:
            found = f"reversed range, {target.low:g} to {target.high:g}"
            yield Fault("", f"{at}.low", found, "low is smaller than high")
        elif target.role == "steady":
            yield from _steady_faults(at, target)
        else:
            yield from _travelling_faults(at, target)


def _steady_faults(at: str, target: Target) -> Iterator[Fault]:
    if not target.low <= target.rest <= target.high:
        found = f"{target.rest:g} is outside {target.low:g} to {target.high:g}"
        yield Fault("", f"{at}.rest", found, "a steady measure rests inside its range")
    elif abs(target.ceiling - target.rest) <= max(
        target.rest - target.low, target.high - target.rest
    ):
        found = f"{target.ceiling:g} is inside the comfortable range"
        yield Fault("", f"{at}.ceiling", found, "it is farther from rest than low and high")


def _travelling_faults(at: str, target: Target) -> Iterator[Fault]:
    if target.low < target.rest < target.high:
        found = f"{target.rest:g} is inside the comfortable range"
        yield Fault("", f"{at}.rest", found, "it is at the near end or before it")
    elif target.rising and target.ceiling <= target.high:
        found = f"{target.ceiling:g} is not beyond {target.high:g}"
        yield Fault("", f"{at}.ceiling", found, "the measure rises, so it is above high")
    elif not target.rising and target.ceiling >= target.low:
        found = f"{target.ceiling:g} is not beyond {target.low:g}"
        yield Fault("", f"{at}.ceiling", found, "the measure falls, so it is below low")


def timing_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield where a movement that is timed only, or measured, does not say so."""
    if not exercise.targets and exercise.view != "any":
        hint = 'say view = "any": without targets a movement is timed only'
        yield Fault("", "view", f'"{exercise.view}", though nothing is measured', hint)
    if not exercise.targets and exercise.repetitions:
        hint = "say repetitions = 0: it runs for its minutes"
        yield Fault("", "repetitions", "nothing is measured, so none can be counted", hint)
    hint = 'take them away and say view = "any": the movement is then timed only'
    if exercise.targets and exercise.posture == "lying":
        yield Fault("", "targets", "a lying body is not measured", hint)
    elif exercise.targets and exercise.view == "any":
        yield Fault("", "targets", "each measure needs its own view", hint)


def measure_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield each measure that is unknown, named twice, or not valid in the declared view."""
    uses = Counter(target.measure for target in exercise.targets)
    for row, target in enumerate(exercise.targets):
        at = f"targets[{row}].measure"
        views = {view for m in MEASURES if m.name == target.measure for view in m.views}
        if not views:
            found = f'unknown measure "{target.measure}"'
            yield Fault("", at, found, did_you_mean(target.measure, NAMES))
        elif exercise.view not in views | {"any"}:
            found = f'{target.measure} has no meaning in view = "{exercise.view}"'
            yield Fault("", at, found, f"it is seen from the {' or '.join(sorted(views))}")
        if uses[target.measure] > 1:
            yield Fault("", at, f"{target.measure} has more than one target", "keep one")


def side_faults(exercise: Movement) -> Iterator[Fault]:
    """Yield each lead measure that cannot be counted on the sides the movement names."""
    midline = {measure.name for measure in MEASURES if measure.side is None}
    for row, target in enumerate(exercise.targets):
        at = f"targets[{row}].measure"
        if target.role != "lead" or target.measure not in NAMES:
            continue
        if target.measure in midline and exercise.sides in ("each", "together"):
            hint = 'sides is "midline" or "alternating"'
            yield Fault("", at, f"{target.measure} has no left and right", hint)
        if target.measure not in midline and exercise.sides == "midline":
            hint = 'sides is "each", "together" or "alternating"'
            yield Fault("", at, f"{target.measure} has a left and a right", hint)
