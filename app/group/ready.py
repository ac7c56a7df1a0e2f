"""A group's practice made ready: what all do, and how each place does it.

All is looked up before it begins: nothing of the store is asked for while a group practises.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from app.group.seating import Seating
from app.group.whose import Whose, refuse_unfit, whose
from exercises.exercise import Exercise
from exercises.programme import Item, Programme
from exercises.programmes import UnknownPreset, find_preset
from feedback.group.plan import Beat, GroupPlan, Move, Rest, Talk
from feedback.pacing import GENTLE, tires

if TYPE_CHECKING:
    from records.store import Store

USUAL = "group-practice"
"""The programme of a group that names none."""

# How long the talks are meant to take, seconds (defaults of ours, unvalidated).
BEFORE = (Talk("welcome", 90), Talk("check-in", 180))
AFTER = (
    Talk("with-a-neighbour", 180),
    Talk("reflection", 180),
    Talk("one-word", 90),
    Talk("goodbye", 30),
)


@dataclass(frozen=True, slots=True)
class Ready:
    """A group's practice that is ready to begin.

    Attributes
    ----------
    plan
        What it practises.
    codes
        Who is at which place, by the place's number; of others nothing is kept.
    kept
        The places of which something is kept: their people agreed to that.
    said
        What is to be told whoever leads before it begins, a line each; never a name.
    resting
        At which of the plan's beats, from 0, which places are to be invited to rest: nothing of the
        movement is offered there. Their way is to breathe along.
    """

    plan: GroupPlan
    codes: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    said: tuple[str, ...] = ()
    resting: Mapping[int, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))
    kept: frozenset[int] = frozenset()


def ready(
    programme: str | None,
    people: Mapping[int, str],
    *,
    store: "Store | None",
    known: Mapping[str, Exercise],
    places: Sequence[int],
    seated: Collection[int] = (),
    today: date | None = None,
    move_s: float = GENTLE.move_s,
    rest_s: float = GENTLE.rest_s,
) -> Ready:
    """Return what a group practises.

    Parameters
    ----------
    programme
        The id of a preset; `None` for `USUAL`.
    people
        Codes by the numbers of places. A place without one keeps to the general ranges, narrower.
    store
        Where the people are; `None` where nobody is named.
    known
        All movements there are, by id.
    places
        The numbers of the places that are used. While nobody is named for one of them, the guide
        goes no farther than the general ranges.
    seated
        Those of them that are chairs.
    today
        Which day it is, for what was eased.
    move_s, rest_s
        After so much moving there is so much rest, between two movements.

    Raises
    ------
    click.ClickException
        In one line: an unknown programme, no place, a place that is not there, a code at two
        places, somebody who is not cleared, nothing that is offered.
    UnknownEntry
        Where nobody has a code.
    """
    refuse_unfit(people, dict.fromkeys(places))
    if not places:
        raise click.ClickException("a group needs at least one place")
    day = today or date.today()
    said: list[str] = []
    items = list(_items(_preset(programme), known, said))
    movements = tuple(known[item.exercise_id] for item in items)
    there = _there(people, store, movements, day, said)
    room = Seating(tuple(places), frozenset(seated), there)
    moves = [found for item in items if (found := room.move(item, known, day, said)) is not None]
    if not moves:
        raise click.ClickException("nothing of this programme is offered to this group")
    beats: list[Beat] = [*BEFORE]
    resting: dict[int, frozenset[int]] = {}
    for beat, rests in _with_rests(moves, move_s, rest_s):
        if rests:
            resting[len(beats)] = rests
        beats.append(beat)
    people_at = {place: each.person for place, each in there.items() if each is not None}
    codes = {place: person.code for place, person in people_at.items()}
    kept = frozenset(
        place
        for place, person in people_at.items()
        if person.consent is not None and person.consent.may_record
    )
    said += [
        f"place {place}: nothing is kept for {code}, who has not agreed that practices are"
        for place, code in codes.items()
        if place not in kept
    ]
    plan = GroupPlan((*beats, *AFTER), tuple(places))
    return Ready(plan, codes, tuple(said), resting, kept)


def _preset(programme: str | None) -> Programme:
    try:
        return find_preset(programme or USUAL)
    except UnknownPreset as unknown:
        raise click.ClickException(str(unknown)) from None


def _items(programme: Programme, known: Mapping[str, Exercise], said: list[str]) -> Iterator[Item]:
    """Yield the items whose movement there is."""
    for item in programme.items:
        if item.exercise_id in known:
            yield item
        else:
            said.append(f"{item.exercise_id} is left out: there is no such movement any more")


def _there(
    people: Mapping[int, str],
    store: "Store | None",
    movements: tuple[Exercise, ...],
    day: date,
    said: list[str],
) -> dict[int, Whose | None]:
    if not people:
        return {}
    if store is None:
        raise click.ClickException(
            "people are looked up by their codes in the store; make one with: unhurried store init"
        )
    return {
        place: whose(store, place, code, movements, day, said)
        for place, code in sorted(people.items())
    }


def _with_rests(
    moves: Sequence[tuple[Move, frozenset[int]]], move_s: float, rest_s: float
) -> Iterator[tuple[Beat, frozenset[int]]]:
    """Yield the movements with a rest wherever the next would take all past `move_s`.

    Breathing and resting movements are a rest themselves.
    """
    moved_s = 0.0
    for move, rests in moves:
        takes_s = move.shown.minutes * 60 if tires(move.shown) else 0.0
        if not takes_s:
            moved_s = 0.0
        elif moved_s and moved_s + takes_s > move_s:
            yield Rest(rest_s), frozenset()
            moved_s = 0.0
        moved_s += takes_s
        yield move, rests
