"""The angles that an overlay shows: which, at which joint, and how their degrees lie there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, isfinite, radians, sin

import numpy as np
from numpy.typing import NDArray

from app.stepped import Stepped
from exercises.exercise import Exercise
from ui.arcs import ArcFrame, arc_frame
from ui.flat_body import Placed
from vision.measures import MEASURES, Measure, Unit, indices_of
from vision.sight import Sight
from vision.viewpoint import Viewpoint
from words.tr import tr

Points = NDArray[np.float64]

# Numbers are shown so coarsely (docs/measures.md), and their error is rounded up to the second.
_STEPS = {"degrees": (5.0, 1.0), "percent": (5.0, 1.0), "shoulder_widths": (0.1, 0.1)}
_WORDS: dict[Unit, str] = {
    "degrees": "overlay.degrees",
    "percent": "overlay.percent",
    "shoulder_widths": "overlay.shoulder_widths",
}
# Where a measure without an arc is told: the middle of these joints, of its own side or of both.
_JOINTS = {
    "ankle_dorsiflexion": "ankle",
    "neck_rotation": "ear",
    "shoulder_hike": "shoulder",
    "wrist_span": "wrist",
    "pelvis_shift": "hip",
    "heel_height": "heel",
}
# Arcs lie nearer to their joint than on the screen of a practice, to be quieter.
_NEARER = 0.62
# Angles without a sign: they open to the side on which the limb is seen.
_UNSIGNED = frozenset({"shoulder_flexion", "shoulder_abduction", "hip_flexion", "knee_flexion"})


@dataclass(frozen=True, slots=True, eq=False)
class ShownAngle:
    """One number in the picture.

    Attributes
    ----------
    measure
        Which.
    value, error
        In its unit; both finite.
    text
        As it is written.
    at
        (2,) pixels: where it belongs.
    frame
        How its degrees lie around that joint; `None` where they have no arc.
    """

    measure: Measure
    value: float
    error: float
    text: str
    at: Points
    frame: ArcFrame | None


def rows_of(exercise: Exercise) -> tuple[int, ...]:
    """Return the rows of the measures a movement is about: what leads it and what goes along."""
    return tuple(
        row
        for target in exercise.targets
        if target.role != "steady"
        for row in indices_of(target.measure)
    )


def shown_angles(
    sight: Sight, rows: Sequence[int], body: Placed, stepped: Stepped, language: str
) -> list[ShownAngle]:
    """Return what there is to show of the measures `rows`; what is withheld is forgotten.

    Parameters
    ----------
    body
        Where the joints are in the picture.
    stepped
        The numbers shown before.
    """
    shown = []
    for row in rows:
        measure = MEASURES[row]
        value, error = float(sight.measures.values[row]), float(sight.measures.error[row])
        if not isfinite(value + error):
            stepped.forget(measure.key)
            continue
        frame = _frame(measure, sight, row, body)
        at = _joint(measure, body) if frame is None else _held_at(measure, frame)
        told = _text(measure, value, error, stepped, language)
        shown.append(ShownAngle(measure, value, error, told, at, frame))
    return shown


def _text(measure: Measure, value: float, error: float, stepped: Stepped, language: str) -> str:
    step, fine = _STEPS[measure.unit]
    number, bound = stepped.to(measure.key, value, step), ceil(error / fine) * fine
    decimals = 0 if step >= 1 else 1
    return tr(
        _WORDS[measure.unit],
        language,
        value=f"{number + 0.0:.{decimals}f}",
        within=f"{bound:.{decimals}f}",
    )


def _joint(measure: Measure, body: Placed) -> Points:
    name = _JOINTS[measure.name]
    return body.at(name, measure.side) if measure.side else body.middle(name)


def _held_at(measure: Measure, frame: ArcFrame) -> Points:
    """Return where an angle is told: at its joint, that of the trunk or the neck at its far end."""
    return np.asarray(frame.centre if measure.side else frame.limb[-1])


def _frame(measure: Measure, sight: Sight, row: int, body: Placed) -> ArcFrame | None:
    """Return how degrees lie at the joint, zero being where the measure takes it from."""
    viewpoint = sight.viewpoint
    facing = None
    if viewpoint.seen == "side":
        # Turned to their own left, a person looks to the right of a picture that is no mirror.
        facing = 1.0 if viewpoint.turn_deg > 0 else -1.0
    frame = arc_frame(measure, body, facing)
    if frame is None:
        return None
    frame = replace(frame, radius=frame.radius * _NEARER)
    if sight.measures.by_vertical[row]:
        return _opening(replace(frame, zero=-_upright(viewpoint)))
    if measure.name.startswith("trunk_"):
        return _turned_to(frame, _upright(viewpoint))
    return _opening(frame) if measure.name in _UNSIGNED else frame


def _upright(viewpoint: Viewpoint) -> Points:
    """Return the direction in which the head of an upright body points, rolled with the camera."""
    roll = radians(viewpoint.roll_deg)
    return np.array((sin(roll), -cos(roll)))


def _turned_to(frame: ArcFrame, zero: Points) -> ArcFrame:
    """Return the frame with another zero; its degrees grow the same way as before."""
    square = np.array((-zero[1], zero[0]))
    return replace(frame, zero=zero, toward=square if square @ frame.toward >= 0 else -square)


def _opening(frame: ArcFrame) -> ArcFrame:
    """Return the frame with degrees that grow to the side on which its limb lies."""
    limb = frame.limb[1] - frame.limb[0]
    square = np.array((-frame.zero[1], frame.zero[0]))
    # Along zero itself the side is not told.
    told = abs(float(square @ limb)) > 0.1 * float(np.hypot(*limb))
    hint = limb if told else frame.toward
    return replace(frame, toward=square if square @ hint >= 0 else -square)
