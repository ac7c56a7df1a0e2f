"""What one counter has found so far."""

from dataclasses import dataclass, fields, replace
from math import nan
from typing import Any

from feedback.own_range import OwnRange
from feedback.repetition import Repetition

# A repetition comes at least this share of the person's own range (a default of ours, unvalidated).
REACHED = 0.70


@dataclass(frozen=True, slots=True)
class Partial(Repetition):
    """Part of the way there and back; its numbers are those of a repetition.

    Attributes
    ----------
    top
        How far it came, as a distance from the definition's rest.
    lacking
        Whether something that belongs to the movement stayed at rest, however far this came.
    """

    top: float = nan
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """What one counter has found, in order.

    `partial` came part of the way; where that turns out to be this person's own whole way, they
    become repetitions. `unfinished` are spans of time in which a beginning or an end was not seen.
    """

    repetitions: tuple[Repetition, ...] = ()
    partial: tuple[Partial, ...] = ()
    unfinished: tuple[tuple[float, float], ...] = ()

    def with_way(self, way: Repetition, top: float, own: OwnRange, *, lacking: bool) -> "Count":
        """Return the count with one more way there and back, to the distance `top`."""
        if lacking or not own.is_whole(top, REACHED):
            part = Partial(**_of(way), top=top, lacking=lacking)
            return replace(self, partial=(*self.partial, part))
        return replace(self, repetitions=(*self.repetitions, way))

    def with_unfinished(self, start_s: float, end_s: float) -> "Count":
        """Return the count with one more span in which a beginning or an end was not seen."""
        return replace(self, unfinished=(*self.unfinished, (start_s, end_s)))

    def with_own_way_known(self, own: OwnRange) -> "Count":
        """Return the count with what seemed partial counted where it was the person's whole way.

        A range smaller than the definition's is known only after a few excursions; as long as
        none was whole, those it was learnt from are judged by it.
        """
        if self.repetitions or not own.known:
            return self
        whole = [own.is_whole(part.top, REACHED) and not part.lacking for part in self.partial]
        parts = list(zip(self.partial, whole, strict=True))
        return replace(
            self,
            repetitions=tuple(Repetition(**_of(part)) for part, is_whole in parts if is_whole),
            partial=tuple(part for part, is_whole in parts if not is_whole),
        )


def _of(way: Repetition) -> dict[str, Any]:
    return {field.name: getattr(way, field.name) for field in fields(Repetition)}
