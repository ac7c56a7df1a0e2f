"""Which of the places that are there belongs to which of those that were found.

The camera that was moved moves all of them by as much; people who shifted their mats moved each for
themselves. A place that was found far from all is nobody's, and a place that nobody was found near
is left alone: a number that goes to another person takes the limits of its own with it.
"""

from collections.abc import Mapping, Sequence
from math import hypot

from vision.zones import Zone

NEAR = 0.5
"""What was found belongs to no place whose middle is farther off than so much of the place's width
and height, once all are moved as the camera was (a default of ours)."""
# What was found and belongs to no place counts against a shift of the camera like a whole place's
# width between (a default of ours).
_UNMATCHED = 1.0


def matched(zones: Sequence[Zone], found: Sequence[Zone]) -> Mapping[int, Zone]:
    """Return what was found for the places, by the numbers of the places.

    Of all shifts of the camera that put one of those found on one of the places, that one is taken
    which leaves fewest over, with the least way for all: each place has one of those found at
    most, and the other way about. Without places, or with nothing found, there is nothing.
    """
    shifts = [(0.0, 0.0), *(_between(zone, each) for zone in zones for each in found)]
    tries = [_shifted(zones, found, shift) for shift in shifts]
    return min(tries, key=lambda each: each[0])[1]


def _shifted(
    zones: Sequence[Zone], found: Sequence[Zone], shift: tuple[float, float]
) -> tuple[float, dict[int, Zone]]:
    """Return how unlikely a shift is, and which place has which of those found by it."""
    pairs = sorted(
        (off, row, column)
        for row, zone in enumerate(zones)
        for column, each in enumerate(found)
        if (off := _off(zone, _between(zone, each), shift)) <= NEAR
    )
    cost = min((_off(zone, shift) for zone in zones), default=0.0)
    by_place: dict[int, Zone] = {}
    taken: set[int] = set()
    for off, row, column in pairs:
        number = zones[row].number
        if number not in by_place and column not in taken:
            by_place[number] = found[column]
            taken.add(column)
            cost += off
    return cost + _UNMATCHED * (min(len(zones), len(found)) - len(taken)), by_place


def _between(zone: Zone, other: Zone) -> tuple[float, float]:
    """Return how far the middle of another place is to the right and below, of the picture."""
    return (
        other.left + other.width / 2 - zone.left - zone.width / 2,
        other.top + other.height / 2 - zone.top - zone.height / 2,
    )


def _off(zone: Zone, way: tuple[float, float], shift: tuple[float, float] = (0.0, 0.0)) -> float:
    """Return how long a way is beside a shift, in widths and heights of a place."""
    return hypot((way[0] - shift[0]) / zone.width, (way[1] - shift[1]) / zone.height)
