"""Which of a person's signed ranges held on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from exercises.signed_range import RangeKey, SignedRange


def held_on(history: Iterable[SignedRange], day: date) -> tuple[SafeRange, ...]:
    """Return the ranges that held at the end of `day`: of each, the highest version until then."""
    holding: dict[RangeKey, SignedRange] = {}
    for own in history:
        before = holding.get(own.key)
        if own.signed_on <= day and (before is None or own.version > before.version):
            holding[own.key] = own
    return tuple(own.safe_range() for own in holding.values())


def changes_of(
    history: Sequence[SignedRange], exercise: Exercise, measure: str, side: str
) -> tuple[SignedRange, ...]:
    """Return every version of the ranges of one side of a movement's measure, the oldest first.

    Parameters
    ----------
    side
        ``left``, ``right`` or ``both``; ``both`` has those of either side, and of a midline
        measure.
    """
    keys = {measure, *(f"{measure}_{each}" for each in ("left", "right") if side in (each, "both"))}
    found = [
        own for own in history if own.exercise_id == exercise.id and _named(own.measure_key, keys)
    ]
    return tuple(sorted(found, key=lambda own: (own.signed_on, own.version)))


def _named(key: str, keys: Iterable[str]) -> bool:
    # A key ends in its unit where that is not degrees.
    return any(key == each or key.removeprefix(each) in _UNITS for each in keys)


_UNITS = frozenset({"_percent", "_shoulder_widths"})
