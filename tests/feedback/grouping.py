"""Made-up groups: who is at which place, and what whoever leads asks over synthetic seconds."""

from collections.abc import Mapping
from dataclasses import dataclass

from exercises.exercise import Exercise
from exercises.library import find_exercise
from feedback.group.group import Group
from feedback.group.leading import Led
from feedback.group.place_sight import PlaceSight
from feedback.group.plan import Beat, GroupPlan, Move
from feedback.group.step import GroupStep, PlaceStep, Seat
from tests.people import Person, arms, seconds, sight, swing
from vision.sight import Sight

SUNRISE = find_exercise("sunrise-arms-standing")
SEATED = find_exercise("sunrise-arms-seated")


@dataclass(frozen=True)
class At:
    """A group's step and when it was."""

    t: float
    step: GroupStep

    def place(self, number: int) -> PlaceStep:
        return next(place for place in self.step.places if place.number == number)

    def seat(self, number: int) -> Seat:
        return next(seat for seat in self.step.public.seats if seat.number == number)


def short(exercise: Exercise, minutes: float) -> Exercise:
    return exercise.model_copy(update={"minutes": minutes})


def plan_of(*beats: Beat, places: tuple[int, ...] = (1, 2, 3, 4)) -> GroupPlan:
    return GroupPlan(beats or (Move(SUNRISE),), places)


def raising(t: float) -> Sight:
    """Somebody who comes well into the comfortable range and back, once in a cycle."""
    return arms(t, swing(t, 5, 95))


def holding(t: float) -> Sight:
    return arms(t, 90)


def leaning(t: float) -> Sight:
    """Somebody who raises their arms and leans, beyond all doubt."""
    way = swing(t, 5, 95)
    return sight(
        t,
        error=1.0,
        shoulder_abduction_left=way,
        shoulder_abduction_right=way,
        trunk_side_lean=16.0,
    )


def hanging(t: float) -> Sight:
    return arms(t, 4)


def led(
    group: Group,
    people: Mapping[int, Person],
    until_s: float,
    asks: Mapping[float, Led] | None = None,
    *,
    fps: float = 5.0,
    start_s: float = 0.0,
    per_s: float = 10.0,
) -> list[At]:
    """Return all steps of a group, whose places are looked at as often as it steps."""
    waiting = dict(sorted((asks or {}).items()))
    found = []
    for t in seconds(until_s, fps, start_s):
        due = next((at for at in waiting if at <= t + 1e-9), None)
        asked = None if due is None else waiting.pop(due)
        sights = {
            number: PlaceSight(person(t), per_s, stranger=False)
            for number, person in people.items()
        }
        found.append(At(t, group.step(asked, sights, t)))
    return found


def at(steps: list[At], t: float) -> At:
    """Return the first step at or after `t` seconds."""
    return next(each for each in steps if each.t >= t - 1e-9)
