"""Where the places of a room are while they are being set: pure steps, never out of the picture."""

from dataclasses import dataclass, replace

from ui.group.place_match import matched
from vision.zones import Zone

LEAST_SIDE = 0.08
"""No place is narrower or lower than this, of the picture."""
MOST_PLACES = 8
# A place that is added: of the picture, as wide and as high; it takes the first of some steps
# across the picture that is free.
_NEW_WIDTH, _NEW_HEIGHT, _STEPS = 0.2, 0.8, 9


@dataclass(frozen=True, slots=True)
class Placing:
    """The places, in the order of their numbers, and the number of the one that is chosen.

    Attributes
    ----------
    fixed
        Whether the numbers are given: while a group practises, people's limits, chairs and records
        are by them. Places are moved and resized then, and none is added, removed or renumbered.

    Raises
    ------
    ValueError
        Where a number is there twice, or what is chosen is not there.
    """

    zones: tuple[Zone, ...] = ()
    chosen: int | None = None
    fixed: bool = False

    def __post_init__(self) -> None:
        numbers = [zone.number for zone in self.zones]
        if len(set(numbers)) < len(numbers):
            raise ValueError("every place has a number of its own")
        if self.chosen is not None and self.chosen not in numbers:
            raise ValueError(f"there is no place {self.chosen}")

    @property
    def zone(self) -> Zone | None:
        """The place that is chosen."""
        return next((zone for zone in self.zones if zone.number == self.chosen), None)


def placed(zones: tuple[Zone, ...]) -> Placing:
    """Return these places, numbered anew from the left, with the first chosen.

    What of them lies outside the picture, where nothing is seen, is left off.
    """
    ordered = sorted(zones, key=lambda zone: (zone.left + zone.width / 2, zone.number))
    kept = ordered[:MOST_PLACES]
    numbered = tuple(replace(_inside(zone), number=i) for i, zone in enumerate(kept, start=1))
    return Placing(numbered, numbered[0].number if numbered else None)


def taken(placing: Placing, found: tuple[Zone, ...]) -> Placing:
    """Return the placing with what was found in place of what is there.

    Where the numbers are fixed each goes to what was found near it, and stays where it is without;
    what was found near no place is left out.
    """
    if not placing.fixed:
        return placed(found)
    near = matched([_inside(zone) for zone in placing.zones], [_inside(zone) for zone in found])
    zones = tuple(
        replace(near.get(zone.number, zone), number=zone.number) for zone in placing.zones
    )
    return replace(placing, zones=zones)


def choosing(placing: Placing, number: int | None) -> Placing:
    """Return the placing with another place chosen; what is not there chooses nothing new."""
    known = number is None or any(zone.number == number for zone in placing.zones)
    return replace(placing, chosen=number) if known else placing


def choosing_along(placing: Placing, by: int) -> Placing:
    """Return the placing with the place chosen that is `by` farther on, round about."""
    numbers = [zone.number for zone in placing.zones]
    if not numbers:
        return placing
    if placing.chosen is None:
        return replace(placing, chosen=numbers[0 if by > 0 else -1])
    return replace(placing, chosen=numbers[(numbers.index(placing.chosen) + by) % len(numbers)])


def moved(placing: Placing, right: float, down: float) -> Placing:
    """Return the placing with the chosen place moved, as far as the picture goes."""
    if placing.zone is None:
        return placing
    zone = _inside(placing.zone)
    left = _within(zone.left + right, 0.0, 1.0 - zone.width)
    top = _within(zone.top + down, 0.0, 1.0 - zone.height)
    return _with(placing, replace(zone, left=left, top=top))


def resized(
    placing: Placing, wider: float, higher: float, corner: tuple[bool, bool] = (False, False)
) -> Placing:
    """Return the placing with the chosen place made wider and higher.

    Parameters
    ----------
    corner
        Which corner goes: whether the left one, and whether the upper one; the other stays.
    """
    if placing.zone is None:
        return placing
    zone = _inside(placing.zone)
    left, width = _side(zone.left, zone.width, wider, low=corner[0])
    top, height = _side(zone.top, zone.height, higher, low=corner[1])
    return _with(placing, replace(zone, left=left, width=width, top=top, height=height))


def added(placing: Placing) -> Placing:
    """Return the placing with one place more, chosen, where it hides the others least; at most
    `MOST_PLACES` of them, and none where the numbers are fixed."""
    free = sorted(set(range(1, MOST_PLACES + 1)) - {zone.number for zone in placing.zones})
    if placing.fixed or not free:
        return placing
    top = (1.0 - _NEW_HEIGHT) / 2
    tries = [
        Zone(free[0], (1.0 - _NEW_WIDTH) * i / (_STEPS - 1), top, _NEW_WIDTH, _NEW_HEIGHT)
        for i in range(_STEPS)
    ]
    best = min(tries, key=lambda zone: sum(_shared(zone, other) for other in placing.zones))
    zones = sorted((*placing.zones, best), key=lambda zone: zone.number)
    return Placing(tuple(zones), best.number)


def removed(placing: Placing) -> Placing:
    """Return the placing without the chosen place; the one after it is chosen. All stay where the
    numbers are fixed."""
    zone = placing.zone
    if zone is None or placing.fixed:
        return placing
    at = placing.zones.index(zone)
    rest = (*placing.zones[:at], *placing.zones[at + 1 :])
    return Placing(rest, rest[min(at, len(rest) - 1)].number if rest else None)


def _with(placing: Placing, changed: Zone) -> Placing:
    zones = tuple(changed if zone.number == changed.number else zone for zone in placing.zones)
    return replace(placing, zones=zones)


def _inside(zone: Zone) -> Zone:
    """Return the part of a place that lies in the picture, at least as large as a place is."""
    left, width = _part(zone.left, zone.width)
    top, height = _part(zone.top, zone.height)
    return replace(zone, left=left, width=width, top=top, height=height)


def _part(start: float, length: float) -> tuple[float, float]:
    low, high = _within(start, 0.0, 1.0), _within(start + length, 0.0, 1.0)
    low = _within(low, 0.0, min(high, 1.0) - LEAST_SIDE)
    return low, max(high - low, LEAST_SIDE)


def _side(start: float, length: float, longer: float, *, low: bool) -> tuple[float, float]:
    """Return start and length of a side that grew at its end, or at its start where `low`."""
    end = start + length
    if low:
        start = _within(start - longer, 0.0, max(end - LEAST_SIDE, 0.0))
    else:
        end = _within(end + longer, min(start + LEAST_SIDE, 1.0), 1.0)
    return start, end - start


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), max(high, low))


def _shared(one: Zone, other: Zone) -> float:
    """Return how much of the picture two places share."""
    wide = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    high = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(wide, 0.0) * max(high, 0.0)
