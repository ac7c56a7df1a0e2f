"""What has to hold between a movement and the others that it names."""

from collections.abc import Collection, Iterator, Mapping

from exercises.exercise import Exercise
from exercises.fault import Fault, did_you_mean


def relation_faults(
    exercise: Exercise, known: Mapping[str, Exercise], unchanged: Collection[str] = ()
) -> Iterator[Fault]:
    """Yield what does not hold between `exercise` and the movements that it names.

    Equals name each other and share a number; what is alike is measured and seen from the same
    side.

    Parameters
    ----------
    exercise
        The movement.
    known
        All movements there are, by id, this one included.
    unchanged
        Ids of those that cannot name it back, as a library cannot a clinic's own.
    """
    yield from _unknown(exercise, known)
    for variant in (known[name] for name in exercise.variants if name in known):
        if variant.id in unchanged:
            continue
        if exercise.id not in variant.variants:
            found = f'"{variant.id}" does not name it back'
            yield Fault("", "variants", found, f'add "{exercise.id}" to the variants of that')
        if variant.number != exercise.number:
            found = f'"{variant.id}" has number {variant.number}, not {exercise.number}'
            yield Fault("", "number", found, "equals share one")
    for other in (known[name] for name in exercise.alike if name in known):
        if other.view != exercise.view:
            found = f'"{other.id}" has view = "{other.view}", not "{exercise.view}"'
            yield Fault("", "alike", found, "what is watched otherwise cannot look the same")


def _unknown(exercise: Exercise, known: Mapping[str, Exercise]) -> Iterator[Fault]:
    for key, names in (("variants", exercise.variants), ("alike", exercise.alike)):
        for name in names:
            if name not in known:
                others = [other for other in known if other != exercise.id]
                found = f'no movement is called "{name}"'
                yield Fault("", key, found, did_you_mean(name, others))
