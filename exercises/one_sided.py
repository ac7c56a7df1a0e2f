"""A movement done with one side alone, the other left out."""

from dataclasses import asdict, replace
from typing import Any

from exercises.definition import Movement, Target
from exercises.exercise import Exercise
from exercises.keyframes import base_posture, keyframes
from exercises.ranges import mirrored
from exercises.reguided import reguided
from figure.joint_angles import NAMES
from vision.measures import MEASURES, Side, indices_of

# Which measures and joints belong to an arm and to a leg, by how their names begin.
_ARM = ("shoulder_", "elbow_", "wrist_")
_LEG = ("hip_", "knee_", "ankle_", "heel_")


class OneSided(Exercise):
    """A movement of which one side is done; the other is neither asked for nor counted."""

    only: Side
    """The side that is done."""


def kept_side(exercise: Movement) -> Side | None:
    """Return the one side that is done, or `None` where both are or there are none."""
    return exercise.only if isinstance(exercise, OneSided) else None


def rows_of(exercise: Movement, target: Target) -> tuple[int, ...]:
    """Return the rows of a target's measure on the sides that are done, left before right.

    Of the limb that is left out only what is kept steady is aimed for; the other limbs go on. What
    is left out is guarded all the same, see `left_out_rows`.
    """
    rows, kept = indices_of(target.measure), kept_side(exercise)
    if kept is None or target.role == "steady" or _limb(target) != _limb(exercise.lead):
        return rows
    return tuple(row for row in rows if MEASURES[row].side in (kept, None))


def left_out_rows(exercise: Movement, target: Target) -> tuple[int, ...]:
    """Return the rows of a target's measure on the side that is left out.

    Nothing is asked there, and a ceiling holds there as well.
    """
    asked = rows_of(exercise, target)
    return tuple(row for row in indices_of(target.measure) if row not in asked)


def one_sided(exercise: Exercise, only: Side) -> OneSided | None:
    """Return the movement done with one side alone, or `None` where that cannot be done.

    Where sides alternate, that side is done every time. Where both arms go at once, the guide's
    other arm stays as it begins. Both legs at once are not told apart: who rises from a chair
    rises on both.

    Parameters
    ----------
    exercise
        The movement.
    only
        The side that is kept.
    """
    if isinstance(exercise, OneSided):
        return exercise if exercise.only == only else None
    if exercise.sides == "alternating":
        return _every_time(exercise, only)
    if exercise.sides == "midline" or _limb(exercise.lead) != _ARM:
        return None
    other = "right" if only == "left" else "left"
    base = asdict(base_posture(exercise))
    still = {
        name: base[name] for name in NAMES if name.startswith(tuple(f"{other}_{a}" for a in _ARM))
    }
    ends = [replace(end, **still) for end in keyframes(exercise)]
    return _with(exercise, only, sides="each", phases=reguided(exercise, ends))


def _every_time(exercise: Exercise, only: Side) -> OneSided | None:
    midline = {len(indices_of(t.measure)) == 1 for t in exercise.targets if t.role == "lead"}
    if len(midline) > 1:
        return None
    sides = "each" if midline == {False} else "midline"
    if only == "left":
        return _with(exercise, only, sides=sides)
    targets = tuple(mirrored(target) for target in exercise.targets)
    phases = reguided(exercise, keyframes(exercise, True))
    return _with(exercise, only, sides=sides, targets=targets, phases=phases)


def _with(exercise: Exercise, only: Side, **changes: Any) -> OneSided:
    return OneSided.model_validate({**dict(exercise), **changes, "only": only})


def _limb(target: Target | None) -> tuple[str, ...] | None:
    """Return which limb a target is of, `None` for neither."""
    name = "" if target is None else target.measure
    return next((limb for limb in (_ARM, _LEG) if name.startswith(limb)), None)
