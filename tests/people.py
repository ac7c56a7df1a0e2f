"""Made-up people: what a sight of them is, and how they move over synthetic seconds."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from exercises.easing import ease
from feedback.coach import Coach
from feedback.feedback import Feedback
from vision.measures import INDEX, MEASURES, Withheld, measures_from, unseen
from vision.sight import Sight

Person = Callable[[float], Sight]


def sight(t: float, *, quality: float = 1.0, error: float | None = None, **values: float) -> Sight:
    """Return a person of whom the given measures (by key) were seen at `t` seconds."""
    measures = measures_from(values.items())
    if error is not None:
        measures.error[:] = error
    return Sight(t, present=True, pose=None, measures=measures, quality=quality)


def arms(t: float, left: float, right: float | None = None, *, lean: float = 0.0) -> Sight:
    """Return a person holding their arms at these degrees of abduction, leaning a little."""
    return sight(
        t,
        shoulder_abduction_left=left,
        shoulder_abduction_right=left if right is None else right,
        trunk_side_lean=lean,
    )


def swing(
    t: float, rest: float, top: float, *, cycle_s: float = 10.0, rising: float = 0.4
) -> float:
    """Return where a value is that eases from rest to top and back, `rising` its share up."""
    part = (t % cycle_s) / cycle_s
    way = ease(part / rising) if part < rising else 1 - ease((part - rising) / (1 - rising))
    return rest + (top - rest) * way


def mirrored(seen: Sight) -> Sight:
    """Return the same sight with the person's left and right exchanged."""
    found = unseen()
    values = found.values
    for row, measure in enumerate(MEASURES):
        if measure.side is None:
            signed = measure.unit != "shoulder_widths" and measure.name != "trunk_forward_lean"
            values[row] = -seen.measures.values[row] if signed else seen.measures.values[row]
        else:
            other = "right" if measure.side == "left" else "left"
            values[row] = seen.measures.values[INDEX[measure.key.replace(measure.side, other)]]
    found.course[:] = values
    found.withheld[np.isfinite(values)] = Withheld.GIVEN
    return replace(seen, measures=found)


def seconds(until_s: float, fps: float = 30.0, start_s: float = 0.0) -> Iterator[float]:
    """Yield the moments of a picture at `fps`, until before `until_s`."""
    for index in range(round((until_s - start_s) * fps)):
        yield start_s + index / fps


def live(
    coach: Coach, person: Person, until_s: float, *, fps: float = 30.0, start_s: float = 0.0
) -> list[Feedback]:
    """Return all the answers of a coach who sees `person` at `fps`."""
    return [coach.step(person(t), t) for t in seconds(until_s, fps, start_s)]


def cues_of(answers: list[Feedback]) -> list[tuple[float, str]]:
    """Return each cue that began, with its moment, in order."""
    begun = {(answer.cue.since_s, answer.cue.id) for answer in answers if answer.cue is not None}
    return sorted(begun)
