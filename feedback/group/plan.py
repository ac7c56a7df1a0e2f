"""What a group practises, in its order: movements, rests and talk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from exercises.exercise import Exercise
from exercises.ranges import SafeRange

TalkId = Literal["welcome", "check-in", "with-a-neighbour", "reflection", "one-word", "goodbye"]
"""What may be talked of: a welcome; how everybody comes; two and two, what each noticed; what all
take along; one word from each; a goodbye."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A while of talking, with a soft timer that ends nothing by itself."""

    id: TalkId
    seconds: float


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest that ends by itself."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Move:
    """A movement that all do, each in the way of their own place.

    Attributes
    ----------
    shown
        As the guide shows it.
    ways
        As a place does it, by the place's number: on a chair, or smaller. A place that is not
        named does what is shown.
    ranges
        The ranges of whoever is at a place, by the place's number.
    """

    shown: Exercise
    ways: Mapping[int, Exercise] = field(default_factory=lambda: MappingProxyType({}))
    ranges: Mapping[int, Sequence[SafeRange]] = field(default_factory=lambda: MappingProxyType({}))

    def way(self, place: int) -> Exercise:
        """Return the movement as it is done at a place."""
        return self.ways.get(place, self.shown)


Beat = Talk | Rest | Move


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group's practice.

    Attributes
    ----------
    beats
        At least one movement among them.
    places
        The numbers of the places, each once.

    Raises
    ------
    ValueError
        Where there is no movement, no place, or a place twice.
    """

    beats: tuple[Beat, ...]
    places: tuple[int, ...]

    def __post_init__(self) -> None:
        if not any(isinstance(beat, Move) for beat in self.beats):
            raise ValueError("a group's practice needs at least one movement")
        if not self.places or len(set(self.places)) < len(self.places):
            raise ValueError("a group needs places, each with a number of its own")
