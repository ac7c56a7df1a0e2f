"""How a place of a group does a movement: its own way, the general one, or resting in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.group.whose import Whose
from app.offering import reasons_of
from app.today import gentler_ways
from exercises.copying import suits
from exercises.dial import smaller_today
from exercises.exercise import Exercise
from exercises.offer import SMALL_SHARE, offered
from exercises.pace import paced
from exercises.person import Person
from exercises.prepared import MOST_MINUTES, Prepared, dosed, prepared
from exercises.programme import Item
from feedback.easing import eased
from words.tr import tr

GENERAL_SHARE = SMALL_SHARE
"""What is left of the way from rest where nothing is known of whoever is there: as much as a flag
leaves, since they may have any (a default of ours, unvalidated)."""

# At the middle of the library's own pace and nothing spared, for who knows everybody's ranges.
_ANYBODY = Person(code="anybody")
# Whoever rests breathes along with this.
_BREATH: Mapping[bool, str] = {True: "arriving-breath", False: "arriving-breath-standing"}


@dataclass(frozen=True, slots=True)
class Way:
    """What a place does while a movement is shown.

    Attributes
    ----------
    done
        The movement as it is done there, and the ranges of whoever is there.
    because
        Why it is another than the one that suits the place; empty where it is that one.
    rests
        Whether nothing of it is offered there: its person is invited to rest, and breathes along.
    """

    done: Prepared
    because: str = ""
    rests: bool = False


def clocked(item: Item, movement: Exercise) -> Item:
    """Return an item with its minutes: those written, else those its repetitions take.

    A group goes on by the clock, and the dose of a movement is in its repetitions.
    """
    counted = item.repetitions or movement.repetitions
    if item.minutes is not None:
        return item
    minutes = movement.minutes
    if movement.repetitions:
        sides = 2 if movement.sides == "alternating" else 1
        minutes = counted * sides * movement.cycle_s / item.tempo / 60
    return item.model_copy(update={"minutes": min(minutes, MOST_MINUTES)})


def ways_at(movement: Exercise, known: Mapping[str, Exercise], *, seated: bool) -> list[Exercise]:
    """Return the ways of a movement that suit a place, the one to be done first.

    On a chair those that are done seated; standing the movement itself, then gentler ones. Nobody
    lies down for want of another way.
    """
    if not seated:
        lower = gentler_ways(movement, known)
        return [movement, *(way for way in lower if way.posture != "lying")]
    variants = [known[name] for name in movement.variants if name in known]
    return [way for way in (movement, *variants) if way.posture == "seated"]


def general(item: Item, way: Exercise) -> Prepared:
    """Return a movement for somebody of whom nothing is known: smaller, and nothing is held."""
    flowing = offered(way, ("breath-hold-unsafe",)).exercise
    done = dosed(paced(flowing, item.tempo, _exhale(item, way)), item, flowing.cycle_s)
    return Prepared(*smaller_today(done, (), item.range_share * GENERAL_SHARE))


def shown(item: Item, movement: Exercise, *, narrower: bool) -> Exercise:
    """Return a movement as the guide shows it: as whoever is known least may do it."""
    if narrower:
        return general(item, movement).exercise
    found = prepared(_of(item, movement), movement, _ANYBODY)
    return found.exercise if isinstance(found, Prepared) else movement


def way_of(
    item: Item,
    movement: Exercise,
    whose: Whose | None,
    known: Mapping[str, Exercise],
    today: date,
    *,
    seated: bool,
) -> Way:
    """Return what a place does of an item.

    Parameters
    ----------
    item, movement
        What all do.
    whose
        Who is there; `None` where that is not known.
    known
        All movements there are, by id.
    seated
        Whether the place is a chair, or its person practises seated.
    """
    ways = ways_at(movement, known, seated=seated)
    because = "" if ways else tr("offer.posture-seated")
    for way in ways:
        if whose is None:
            return Way(general(item, way))
        if not suits(way, whose.person):
            because = because or tr(f"offer.posture-{whose.person.posture}")
            continue
        asked = _theirs(item, movement, way, whose, today)
        found = prepared(asked, way, whose.person, whose.versions)
        if isinstance(found, Prepared):
            return Way(found, because)
        because = because or reasons_of(found)
    breath = known.get(_BREATH[seated], movement)
    return Way(general(item, breath), because, rests=True)


def _theirs(item: Item, movement: Exercise, way: Exercise, whose: Whose, today: date) -> Item:
    """Return an item as far as the person's own programme goes in it, and what was eased."""
    asked = _of(item, way)
    own = whose.items.get(way.id) or whose.items.get(movement.id)
    if own is not None:
        sides = own.sides if asked.sides == "both" else asked.sides
        share = min(asked.range_share, own.range_share)
        asked = asked.model_copy(update={"sides": sides, "range_share": share})
    # As long as all: of what was eased, the range alone counts here.
    easings = [
        each.model_copy(update={"exercise_id": way.id}) if each.exercise_id == movement.id else each
        for each in whose.easings
    ]
    less = eased(asked, way, easings, today)
    return asked.model_copy(update={"range_share": less.range_share})


def _of(item: Item, way: Exercise) -> Item:
    return item.model_copy(update={"exercise_id": way.id, "exhale_s": _exhale(item, way)})


def _exhale(item: Item, way: Exercise) -> float:
    return item.exhale_s if way.pace == "breath" else 0.0
