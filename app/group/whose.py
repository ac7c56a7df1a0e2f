"""Who is at a place of a group, as far as it changes what they do: looked up once, beforehand."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from app.today import Wish, lines_of, refuse_not_cleared, signed_and_eased
from exercises.code import CodeError, check_code
from exercises.exercise import Exercise
from exercises.person import Person
from exercises.programme import Item
from exercises.signed_range import SignedRange
from feedback.easing import Easing
from records.errors import StoreError, UnknownEntry

if TYPE_CHECKING:
    from records.store import Store


@dataclass(frozen=True, slots=True)
class Whose:
    """What is known of the person of a place.

    Attributes
    ----------
    person
        Who, at the pace of the group: its pacer waits for nobody.
    versions
        What is signed for them.
    items
        What their own programme says of a movement, by its id.
    easings
        What was eased since that was signed.
    """

    person: Person
    versions: tuple[SignedRange, ...]
    items: Mapping[str, Item]
    easings: tuple[Easing, ...]


def refuse_unfit(people: Mapping[int, str], places: Mapping[int, object]) -> None:
    """Refuse what cannot be meant: a place that is not there, no code, one code at two places.

    Raises
    ------
    click.ClickException
        With one line that says which.
    """
    taken: dict[str, int] = {}
    for place, code in sorted(people.items()):
        if place not in places:
            there = ", ".join(str(each) for each in sorted(places))
            raise click.ClickException(f"there is no place {place}; the places are {there}")
        try:
            folded = check_code(code).casefold()
        except CodeError as error:
            raise click.ClickException(f"place {place}: {error}") from None
        if folded in taken:
            raise click.ClickException(
                f"{code} is named for place {taken[folded]} and for place {place}; a code goes "
                "with one place"
            )
        taken[folded] = place


def refuse_no_chair(chairs: Collection[int], places: Collection[int]) -> None:
    """Refuse a chair at a place that is not there.

    Raises
    ------
    click.ClickException
        With one line that says which.
    """
    nowhere = sorted(set(chairs) - set(places))
    if nowhere:
        there = ", ".join(str(each) for each in sorted(places))
        raise click.ClickException(
            f"place {nowhere[0]} is named as a chair, and the places are {there}; name one of "
            "these with --seated"
        )


def whose(
    store: "Store",
    place: int,
    code: str,
    movements: tuple[Exercise, ...],
    today: date,
    said: list[str],
) -> Whose | None:
    """Return what is known of the person with `code`; `None` where it cannot be read.

    What is to be told of them is added to `said`, by the number of their place.

    Raises
    ------
    UnknownEntry
        Where there is no such person.
    click.ClickException
        Where they were looked at and not cleared.
    """
    troubles: list[str] = []
    try:
        person = store.people.get(code).value
        refuse_not_cleared(person)
        versions = store.ranges.current(person.code)
        applied, easings = signed_and_eased(store, person.code, Wish(movements), troubles)
    except UnknownEntry:
        hint = f" (place {place}); add them with: unhurried people add {code}"
        raise UnknownEntry("the person", code, hint) from None
    except StoreError as trouble:
        said.append(
            f"place {place}: {trouble}. So their ranges are not known: they keep to the general "
            "ranges, narrower, and nothing is kept of them"
        )
        return None
    told = [*troubles, *lines_of(person, versions, easings, today)]
    said += [f"place {place}: {line}" for line in told]
    return Whose(
        person.model_copy(update={"tempo": 1.0}),
        tuple(versions),
        {item.exercise_id: item for item in applied.programme.items} if applied else {},
        easings,
    )
