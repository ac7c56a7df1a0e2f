"""Whose turn it is to be looked at: by need, and nobody left waiting."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from math import inf


class Need(Enum):
    """How much a place needs to be looked at; the value is its share beside the others."""

    PRESSING = 1.5
    """Somebody moves, or is near their limit."""
    USUAL = 1.0
    QUIET = 0.7
    """Somebody rests."""
    EMPTY = 0.4
    """Nobody is there."""
    NONE = 0.0
    """Somebody would rather not be looked at: they are not."""


# Who has waited for so long comes first, whatever their need: with looks of 15 ms by two at once a
# place waits no longer than 0.4 s, also where eight of them wait (a default of ours).
LONGEST_S = 0.25
# Over so long it is counted how often a place is looked at.
COUNTED_S = 2.0


@dataclass(slots=True)
class _Place:
    need: Need = Need.USUAL
    busy: bool = False
    frame: int = -1
    began_s: float = -inf
    looks: deque[float] = field(default_factory=lambda: deque(maxlen=512))


class Turns:
    """Shares looks among places; time and frames come from outside.

    Parameters
    ----------
    places
        Their numbers.
    now_s
        When it begins: nobody has waited before.
    most_per_s
        So many looks a second are begun at most, however many could be.
    """

    def __init__(self, places: Iterable[int], now_s: float = 0.0, most_per_s: float = inf) -> None:
        self._gap_s, self._from_s = 1 / most_per_s, now_s
        self._places = {place: _Place(began_s=now_s) for place in places}
        self._longest_s = 0.0

    @property
    def longest_wait_s(self) -> float:
        """The longest that any place has waited between two looks so far."""
        return self._longest_s

    def need(self, place: int, need: Need) -> None:
        """Say how much a place needs to be looked at from now on."""
        self._places[place].need = need

    def next(self, now_s: float, frame: int) -> int | None:
        """Return who is looked at next, in the frame of that index, and count it as begun.

        `None` where everybody is being looked at, or was in this frame, or is not to be; and where
        it is too soon after the look before.
        """
        if now_s < self._from_s:
            return None
        free = [
            (number, place)
            for number, place in self._places.items()
            if place.need is not Need.NONE and not place.busy and place.frame != frame
        ]
        if not free:
            return None
        number, chosen = max(free, key=lambda one: _claim(one[1], now_s))
        if chosen.frame >= 0:
            self._longest_s = max(self._longest_s, now_s - chosen.began_s)
        # One that begins a little late does not make the next later still.
        self._from_s = max(self._from_s, now_s - self._gap_s) + self._gap_s
        chosen.busy, chosen.frame, chosen.began_s = True, frame, now_s
        return number

    def done(self, place: int, now_s: float) -> None:
        """Say that the look at a place is over."""
        self._places[place].busy = False
        self._places[place].looks.append(now_s)

    def per_s(self, place: int, now_s: float) -> float:
        """Return how often a place was looked at in the last `COUNTED_S`, a second."""
        looks = self._places[place].looks
        return sum(now_s - COUNTED_S < look <= now_s for look in looks) / COUNTED_S


def _claim(place: _Place, now_s: float) -> tuple[bool, float]:
    """Return what is greater for who comes sooner: the longest wait first, then need by wait."""
    waited_s = now_s - place.began_s
    if waited_s >= LONGEST_S:
        return True, waited_s
    return False, waited_s * place.need.value
