"""Which measure counts the repetitions of a movement."""

from collections.abc import Iterable

from records.export.dossier import Movements, Practised
from vision.measures import MEASURES, Unit


def counted_by(movements: Movements, exercise_id: str) -> str | None:
    """Return the name of the measure that leads a movement.

    `None` where none does, or where the movement is not known here any more: then a repetition's
    numbers are of a measure that nobody can name, and no name is guessed.
    """
    exercise = movements.get(exercise_id)
    return exercise.lead.measure if exercise is not None and exercise.lead is not None else None


def unit_of(measure_name: str) -> Unit:
    """Return the unit of the measure `measure_name`.

    Raises
    ------
    KeyError
        Where there is no such measure.
    """
    for measure in MEASURES:
        if measure.name == measure_name:
            return measure.unit
    raise KeyError(measure_name)


def unknown_in(practices: Iterable[Practised], movements: Movements) -> list[str]:
    """Return the ids of movements that were practised and are not known here, sorted."""
    practised = {each.exercise_id for p in practices for each in p.practice.record.movements}
    return sorted(practised - set(movements))
