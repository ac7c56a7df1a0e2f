"""How a place shows in the circle of the group: fullness, warmth and form, never anything more."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from random import Random

from feedback.group.step import PlaceState, Seat
from feedback.pacer import NATURAL_FULLNESS

# Seconds in which a shape follows its person, and goes over to the pacer or back; how warm it is
# without anybody at ease, and the seconds in which it warms, and cools more slowly, so that the way
# between two restful places does not dim it. Defaults of ours, unvalidated.
FOLLOWING_S = 0.2
HANDING_OVER_S = 0.5
QUIET_WARMTH = 0.35
WARMING_S = 2.0
COOLING_S = 6.0
CHANGED_S = 1.5
"""A form that has changed stays so for at least this long."""

_WARM: frozenset[PlaceState] = frozenset({"easy", "still"})


@dataclass(frozen=True, slots=True)
class Glow:
    """What a seat shows, and what that is worked out of.

    Attributes
    ----------
    own
        0–1: its person's movement, as it was followed last.
    handed
        0–1: how much of the fullness is the person's rather than the pacer's.
    warmth
        From `QUIET_WARMTH` to 1.
    changed
        Whether its form is the other one.
    changed_for_s
        Since how many seconds.
    """

    own: float = NATURAL_FULLNESS
    handed: float = 0.0
    warmth: float = QUIET_WARMTH
    changed: bool = False
    changed_for_s: float = 0.0

    def past(self, by_s: float, *, past: bool) -> "Glow":
        """Return it `by_s` seconds later, its person past the limit or not.

        Nothing delays the change: it is what protects.
        """
        for_s = self.changed_for_s + by_s if self.changed else 0.0
        changed = past or (self.changed and for_s < CHANGED_S)
        return Glow(self.own, self.handed, self.warmth, changed, for_s)

    def after(self, by_s: float, way: float | None, *, at_ease: bool) -> "Glow":
        """Return it `by_s` seconds later.

        Parameters
        ----------
        by_s
            Seconds; not negative.
        way
            0–1, what its fullness follows; `None` for the pacer.
        at_ease
            Whether its person is within their own comfortable range, or rests.
        """
        handed = self.handed + (by_s if way is not None else -by_s) / HANDING_OVER_S
        own = self.own if way is None else way + (self.own - way) * exp(-by_s / FOLLOWING_S)
        wish, within_s = (1.0, WARMING_S) if at_ease else (QUIET_WARMTH, COOLING_S)
        return Glow(
            own=own,
            handed=min(max(handed, 0.0), 1.0),
            warmth=wish + (self.warmth - wish) * exp(-by_s / within_s),
            changed=self.changed,
            changed_for_s=self.changed_for_s,
        )

    def seat(self, number: int, pacer: float, *, seen: bool) -> Seat:
        """Return the seat of place `number`, the pacer's fullness being `pacer`."""
        fullness = pacer + (self.own - pacer) * self.handed
        return Seat(number, fullness, self.warmth, self.changed, seen)


def at_ease(state: PlaceState) -> bool:
    """Return whether somebody is at ease who fares so."""
    return state in _WARM


def circle(places: Sequence[int]) -> tuple[int, ...]:
    """Return the places in the order in which they sit around the circle.

    It hangs on how many there are and on nothing else, and is neither the room's order nor its
    reverse where there are more than two.
    """
    order = list(places)
    chance = Random(len(order))
    while order in (list(places), list(reversed(places))) and len(order) > 2:
        chance.shuffle(order)
    return tuple(order) if len(order) > 2 else tuple(reversed(order))
