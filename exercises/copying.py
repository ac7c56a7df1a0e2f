"""A person's own copy of a programme: what is hidden left out, what suits their posture put in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exercises.exercise import Exercise
from exercises.library import UnknownMovement
from exercises.offer import offered_to
from exercises.one_sided import kept_side
from exercises.person import Person
from exercises.programme import Item, Programme, Sides


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A movement that is not in the copy, and why.

    `because` holds texts of the definition, or keys of the catalogues; `tr` says either.
    """

    exercise_id: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """A programme for one person.

    Attributes
    ----------
    programme
        Their copy; `None` where nothing is left of it.
    left_out
        What is not in it, in order.
    swapped
        Which movement stands in for which, (from, to), in order.
    """

    programme: Programme | None
    left_out: tuple[LeftOut, ...]
    swapped: tuple[tuple[str, str], ...]


def for_person(programme: Programme, person: Person, movements: Mapping[str, Exercise]) -> OwnCopy:
    """Return `programme` as `person` may do it.

    Each movement is kept where it suits their posture and is offered to them; else the first of
    its variants that does takes its place; else it is left out with the reason. Whoever stands may
    sit as well; whoever sits or lies does only that. Sides that are spared are left out.

    Parameters
    ----------
    programme
        For anyone, or an older copy.
    person
        Who is to do it.
    movements
        The movements there are, by id.

    Raises
    ------
    UnknownMovement
        For a movement that is not among them.
    """
    items: list[Item] = []
    left_out: list[LeftOut] = []
    swapped: list[tuple[str, str]] = []
    for item in programme.items:
        chosen, because = _chosen(item, person, movements)
        if chosen is None:
            left_out.append(LeftOut(item.exercise_id, because))
            continue
        items.append(chosen)
        if chosen.exercise_id != item.exercise_id:
            swapped.append((item.exercise_id, chosen.exercise_id))
    copy = programme.model_copy(update={"items": tuple(items)}) if items else None
    return OwnCopy(copy, tuple(left_out), tuple(swapped))


def _chosen(
    item: Item, person: Person, movements: Mapping[str, Exercise]
) -> tuple[Item | None, tuple[str, ...]]:
    """Return the item with the movement that suits, or why there is none."""
    if item.exercise_id not in movements:
        raise UnknownMovement(item.exercise_id)
    written = movements[item.exercise_id]
    variants = [movements[name] for name in written.variants if name in movements]
    because: list[str] = []
    for exercise in sorted([written, *variants], key=lambda each: each.posture != person.posture):
        if not suits(exercise, person):
            because.append(f"offer.posture-{person.posture}")
            continue
        offer = offered_to(exercise, person)
        sides = _sides(item.sides, kept_side(offer.exercise))
        if not offer.hidden and sides is not None:
            return _of(item, exercise, sides), ()
        because += offer.hidden_because or ("offer.spared-side",)
    return None, tuple(dict.fromkeys(because))


def suits(exercise: Exercise, person: Person) -> bool:
    """Return whether a movement is in a posture that the person practises in."""
    allowed: Iterable[str] = {
        "any": ("seated", "standing", "lying"),
        "standing": ("standing", "seated"),
    }.get(person.posture, (person.posture,))
    return exercise.posture in allowed


def _sides(asked: Sides, kept: Sides | None) -> Sides | None:
    """Return the sides of an item of which only `kept` may be done; `None` where none is left."""
    if kept is None or asked == kept:
        return asked
    return kept if asked == "both" else None


def _of(item: Item, exercise: Exercise, sides: Sides) -> Item:
    """Return the item with `exercise`, whose repetitions are left out where it is not counted."""
    repetitions = item.repetitions if exercise.repetitions else None
    exhale_s = item.exhale_s if exercise.pace == "breath" else 0.0
    return item.model_copy(
        update={
            "exercise_id": exercise.id,
            "sides": sides,
            "repetitions": repetitions,
            "exhale_s": exhale_s,
        }
    )
