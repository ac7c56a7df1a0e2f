"""A movement with something changed, checked as a whole again."""

from typing import Any

from exercises.exercise import Exercise


def rebuilt(exercise: Exercise, **changes: Any) -> Exercise:
    """Return `exercise` with `changes`, of the same kind.

    Raises
    ------
    pydantic.ValidationError
        Where it no longer holds together.
    """
    return type(exercise).model_validate({**dict(exercise), **changes})
