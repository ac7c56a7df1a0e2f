"""A movement as a group does it: shown in one way, and done at each place in its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.group.ways import Way, clocked, shown, way_of, ways_at
from app.group.whose import Whose
from exercises.exercise import Exercise
from exercises.programme import Item
from feedback.group.plan import Move


@dataclass(frozen=True, slots=True)
class Seating:
    """Who is where.

    Attributes
    ----------
    places
        The numbers of all places.
    chairs
        Those that are chairs.
    there
        Who is at a place; a place that is not named, or has `None`, keeps to the general ranges.
    """

    places: tuple[int, ...]
    chairs: frozenset[int]
    there: Mapping[int, Whose | None]

    def seated(self, place: int) -> bool:
        """Return whether a place is a chair, or its person practises seated."""
        who = self.there.get(place)
        return place in self.chairs or (who is not None and who.person.posture == "seated")

    def move(
        self, item: Item, known: Mapping[str, Exercise], day: date, said: list[str]
    ) -> tuple[Move, frozenset[int]] | None:
        """Return a movement with the ways of all, and who rests in it; `None` where all do.

        What is to be told of it is added to `said`.
        """
        movement = known[item.exercise_id]
        if all(self.seated(place) for place in self.places):
            # Where everybody sits, so does the guide.
            movement = next(iter(ways_at(movement, known, seated=True)), movement)
        timed = clocked(item, movement)
        ways = {
            place: way_of(
                timed, movement, self.there.get(place), known, day, seated=self.seated(place)
            )
            for place in self.places
        }
        if all(way.rests for way in ways.values()):
            reasons = dict.fromkeys(way.because for way in ways.values())
            said.append(f"{movement.id} is left out: {'; '.join(reasons)}")
            return None
        said += _told(movement, ways)
        narrower = any(self.there.get(place) is None for place in self.places)
        return (
            Move(
                shown(timed, movement, narrower=narrower),
                {place: way.done.exercise for place, way in ways.items()},
                {place: way.done.ranges for place, way in ways.items()},
            ),
            frozenset(place for place, way in ways.items() if way.rests),
        )


def _told(movement: Exercise, ways: Mapping[int, Way]) -> Iterator[str]:
    """Yield a line for each place that does something else, and why."""
    for place, way in ways.items():
        if way.rests:
            yield f"place {place} is invited to rest in {movement.id}: {way.because}"
        elif way.because:
            other = way.done.exercise.id
            yield f"place {place} does {other} in {movement.id}: {way.because}"
