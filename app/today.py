"""What is practised today, and by whom: what Practice and Coach are given."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from app.offering import NotOffered, reasons_of
from exercises.dial import smaller_today, turned
from exercises.exercise import Exercise
from exercises.offer import SMALL_SHARE, Offer, offered
from exercises.person import Person
from exercises.prepared import Prepared, dosed, prepared
from exercises.programme import Item
from exercises.ranges import SafeRange
from exercises.signed_range import SignedRange
from feedback.easing import Easing, eased, easings_of
from records.errors import StoreError
from words.tr import tr

if TYPE_CHECKING:
    from records.programmes import Applied
    from records.store import Store


# A gentler way of a movement is done lower: on a chair rather than standing.
_LOWER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"standing": ("seated", "lying"), "seated": ("lying",), "lying": ()}
)
# No practice goes on for longer than this.
LONGEST_PRACTICE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for today.

    Attributes
    ----------
    movements
        Which, as they are written; without any, the person's programme.
    steps_smaller
        By how many steps of the dial all of it is smaller.
    flare
        Whether the person calls it a flare day.
    items
        How much of the movements that are named; of one without an item, as it is written.
    """

    movements: tuple[Exercise, ...] = ()
    steps_smaller: int = 0
    flare: bool = False
    items: tuple[Item, ...] = ()

    def item(self, exercise_id: str) -> Item | None:
        """Return how much of a movement is asked for; `None` where that is not said."""
        return next((each for each in self.items if each.exercise_id == exercise_id), None)

    @property
    def share(self) -> float:
        """What the dial leaves of every way from rest."""
        return turned(1.0, -self.steps_smaller)


@dataclass(frozen=True, slots=True)
class Today:
    """What is practised.

    Attributes
    ----------
    done
        The movements in order, as they are done.
    person
        Whose practice it is; `None` where that is not known.
    said
        What is to be told staff before it begins, a line each.
    lighter
        A gentler way of a movement, by its id: as small, as short and as eased as the movement.
    """

    done: tuple[Prepared, ...]
    person: Person | None = None
    said: tuple[str, ...] = ()
    lighter: Mapping[str, Prepared] = field(default_factory=dict)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The movements."""
        return tuple(each.exercise for each in self.done)

    @property
    def ranges(self) -> tuple[SafeRange, ...]:
        """The person's own ranges in all of them."""
        return tuple(dict.fromkeys(own for each in self.done for own in each.ranges))

    @property
    def rests_s(self) -> tuple[float, ...]:
        """Seconds of rest after each."""
        return tuple(each.rest_s for each in self.done)


def for_anyone(wish: Wish, known: Mapping[str, Exercise] = MappingProxyType({})) -> Today:
    """Return what somebody practises of whom nothing is known.

    Parameters
    ----------
    known
        The movements of which a gentler way may be taken, by id; without any there is none.
    """

    today = date.today()

    def small(exercise: Exercise, way: Exercise) -> Prepared:
        asked = wish.item(exercise.id)
        item = _in_the_way(asked or Item(exercise_id=exercise.id, rest_s=0), way)
        less = eased(item, way, _flare(wish, today), today)
        share = less.range_share * wish.share
        return Prepared(*smaller_today(dosed(way, less), (), share), less.rest_s)

    lighter = {
        each.id: small(each, ways[0])
        for each in wish.movements
        if (ways := gentler_ways(each, known))
    }
    return Today(tuple(small(each, each) for each in wish.movements), lighter=lighter)


def gentler_ways(exercise: Exercise, known: Mapping[str, Exercise]) -> list[Exercise]:
    """Return the variants of a movement that are done lower, as on a chair; the nearest first."""
    variants = [known[each] for each in exercise.variants if each in known]
    return [
        each for lower in _LOWER[exercise.posture] for each in variants if each.posture == lower
    ]


def for_one(
    store: "Store", code: str, wish: Wish, known: Mapping[str, Exercise], today: date
) -> Today:
    """Return what the person with `code` practises `today`.

    Parameters
    ----------
    known
        All movements there are, by id.

    Raises
    ------
    click.ClickException
        Where a movement that was named is hidden from them, they were looked at and not cleared,
        or there is nothing to do: one line.
    StoreError
        What the store raised; `UnknownEntry` where there is no such person. Where movements are
        named, only what it raised for the person or their ranges: other trouble is told in a line.
    """
    person = store.people.get(code).value
    refuse_not_cleared(person)
    versions = store.ranges.current(person.code)
    troubles: list[str] = []
    applied, since = signed_and_eased(store, person.code, wish, troubles)
    easings = [*since, *_flare(wish, today)]
    done, said = [], [*troubles, *lines_of(person, versions, easings, today)]
    lighter: dict[str, Prepared] = {}
    for item in _items(person, wish, applied):
        if item.exercise_id not in known:
            said.append(f"{item.exercise_id} is left out: there is no such movement any more")
            continue
        less = eased(item, known[item.exercise_id], easings, today)
        found = prepared(less, known[item.exercise_id], person, versions, wish.share)
        if isinstance(found, Prepared):
            done.append(found)
            for way in gentler_ways(known[item.exercise_id], known):
                other = eased(_in_the_way(item, way), way, _carried(easings, item, way), today)
                gentle = prepared(other, way, person, versions, wish.share)
                if isinstance(gentle, Prepared):
                    lighter.setdefault(item.exercise_id, gentle)
        elif wish.movements:
            raise NotOffered(known[item.exercise_id], person, found)
        else:
            said.append(f"{item.exercise_id} is left out: {reasons_of(found)}")
    if not done:
        raise click.ClickException(f"nothing of {person.code}'s programme is offered to them now")
    return Today(tuple(done), person, tuple(said), lighter)


def _in_the_way(item: Item, way: Exercise) -> Item:
    return item.model_copy(update={"exercise_id": way.id})


def _carried(easings: Sequence[Easing], item: Item, way: Exercise) -> list[Easing]:
    """Return the easings with those of an item's movement held against another way of it too."""
    own = [each for each in easings if each.exercise_id == item.exercise_id]
    return [*easings, *(each.model_copy(update={"exercise_id": way.id}) for each in own)]


def as_signed(exercise: Exercise, person: Person, versions: Iterable[SignedRange]) -> Prepared:
    """Return a movement as `person` does it on any day, with what is signed for them.

    Raises
    ------
    NotOffered
        Where it is hidden from them.
    """
    found = prepared(Item(exercise_id=exercise.id), exercise, person, versions)
    if isinstance(found, Offer):
        raise NotOffered(exercise, person, found)
    return found


def cautious(wish: Wish, trouble: Exception) -> Today:
    """Return what somebody practises whose ranges and flags cannot be read, for `trouble`.

    The ends of every movement are cut as a flag cuts them, and nothing is held.
    """
    done = []
    for exercise in wish.movements:
        flowing = offered(exercise, ("breath-hold-unsafe",)).exercise
        done.append(Prepared(*smaller_today(flowing, (), SMALL_SHARE * wish.share)))
    line = (
        f"{trouble}. So their ranges are not known: what is offered stays well short of the "
        "movement's own ends, and nothing is kept"
    )
    return Today(tuple(done), said=(line,))


def easings_since(store: "Store", code: str, applied: "Applied | None") -> tuple[Easing, ...]:
    """Return what was eased in a person's practices since the programme that holds was signed."""
    if applied is None:
        practices = store.practices.list(code)
    else:
        # What was too much in a practice that was going on while it was signed was not known yet.
        begun = store.practices.list(code, applied.signed_at - LONGEST_PRACTICE)
        practices = [each for each in begun if each.ended_at >= applied.signed_at]
    return tuple(easing for each in reversed(practices) for easing in easings_of(each.outcome()))


def easing_words(easings: Iterable[Easing]) -> str:
    """Return why something was eased, each reason once."""
    return ", ".join(dict.fromkeys(tr(f"easing.{easing.why}") for easing in easings))


def refuse_not_cleared(person: Person) -> None:
    """Raise `click.ClickException`, in one line, for whoever was looked at and not cleared."""
    screening = person.screening
    if screening is not None and not screening.cleared:
        raise click.ClickException(
            f"{person.code} was looked at by {screening.by} on {screening.on} and is not cleared "
            f"to practise; see: unhurried people show {person.code}"
        )


def signed_and_eased(
    store: "Store", code: str, wish: Wish, troubles: list[str]
) -> tuple["Applied | None", tuple[Easing, ...]]:
    """Return the programme that holds, and what was eased since.

    Where movements are named neither is needed to hold to the person's ranges: what cannot be read
    is left out, and told in `troubles`.
    """
    applied: Applied | None = None
    try:
        applied = store.programmes.current(code)
    except StoreError as trouble:
        if not wish.movements:
            raise
        troubles.append(f"{trouble}. So all that was ever eased is eased today")
    try:
        return applied, easings_since(store, code, applied)
    except StoreError as trouble:
        if not wish.movements:
            raise
        troubles.append(f"{trouble}. So what was eased before is not known; their ranges hold")
    return applied, ()


def _flare(wish: Wish, today: date) -> list[Easing]:
    return [Easing(on=today, why="flare-day")] if wish.flare else []


def _items(person: Person, wish: Wish, applied: "Applied | None") -> Sequence[Item]:
    if wish.movements:
        return [wish.item(each.id) or Item(exercise_id=each.id) for each in wish.movements]
    if applied is None:
        raise click.ClickException(
            f"{person.code} has no programme yet; name a movement, or give them one with: "
            f"unhurried programme apply {person.code}"
        )
    return applied.programme.items


def lines_of(
    person: Person, versions: Iterable[SignedRange], easings: Sequence[Easing], today: date
) -> Iterator[str]:
    """Yield what is to be told of what was eased, and of ranges to be looked at again."""
    holding = [easing for easing in easings if easing.holds(today)]
    if holding:
        yield f"smaller and shorter than signed: {easing_words(holding)}"
    if any(own.review_due(today) for own in versions):
        yield f"review due for ranges of {person.code}; they hold all the same"
