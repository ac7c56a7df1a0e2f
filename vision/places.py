"""Where the places of a room are in the picture: laid out for a number, or about people seen.

A place is a zone of the picture with a margin about one person, so that raised arms and lifted feet
stay within it. Lengths are in trunks of the person who is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vision.zones import Zone

MOST_PLACES = 8
# From the middle of the shoulders to the edges of a person's zone, in trunks: of a body stretched
# out (half a span is 1.74, a raised hand 2.0 above the shoulders, the feet 2.84 below them, by
# Drillis and Contini 1966) with a margin of a tenth, for the zone moves as little as the mat does.
ASIDE, ABOVE, BELOW = 1.9, 2.2, 3.1
# As a share of a zone's width: how far to either side of its middle the body of whoever is there
# is met, and may go before they have left it.
CORE, REACH = 0.18, 0.30
# Mats lie at least so far apart, so that arms do not meet; a trunk is half a metre.
APART_M, TRUNK_M = 1.2, 0.5
# How many places are in one row where nothing is known of the room, how wide a place is beside the
# distance to the next, and where the zones of the rows begin and end (defaults of ours).
IN_A_ROW = 4
ROW_SHARE = 1.4
BACK_ROW, FRONT_ROW = (0.05, 0.80), (0.10, 1.0)


@dataclass(frozen=True, slots=True)
class Body:
    """Where somebody is in the picture.

    Attributes
    ----------
    x, y
        Pixels of the middle of the shoulders.
    trunk_px
        How large they are: the length of their trunk, in pixels.
    """

    x: float
    y: float
    trunk_px: float

    def apart(self, other: "Body") -> float:
        """Return how far another is to the side or above, in trunks of the larger of them."""
        longest = max(self.trunk_px, other.trunk_px)
        return max(abs(self.x - other.x), abs(self.y - other.y)) / longest


def laid_out(count: int) -> tuple[Zone, ...]:
    """Return zones for `count` places in a room of which nothing is known.

    Up to four in one row over the whole height; more in two, the farther one higher in the picture
    and between the nearer ones. Numbered from the left.

    Raises
    ------
    ValueError
        For fewer than one or more than `MOST_PLACES`.
    """
    if not 1 <= count <= MOST_PLACES:
        raise ValueError(f"one to {MOST_PLACES} places can be laid out, not {count}")
    rows = [(0.0, 1.0)] if count <= IN_A_ROW else [BACK_ROW, FRONT_ROW]
    width = min(ROW_SHARE * len(rows) / count, 1.0)
    zones = []
    for place in range(count):
        top, bottom = rows[place % len(rows)]
        middle = (place + 0.5) / count
        zones.append(Zone(place + 1, middle - width / 2, top, width, bottom - top))
    return tuple(zones)


def zone_about(body: Body, number: int, width: int, height: int) -> Zone:
    """Return a place for somebody who is seen, within a picture of so many pixels."""
    across, down = body.trunk_px / width, body.trunk_px / height
    left, top = body.x / width - ASIDE * across, body.y / height - ABOVE * down
    # The middle of a place is in the picture, though the feet of who is close to it are not.
    tall = min((ABOVE + BELOW) * down, 2 * (1 - top))
    return Zone(number, left, top, 2 * ASIDE * across, tall)


def about_all(bodies: Sequence[Body], width: int, height: int) -> tuple[Zone, ...]:
    """Return places about people who are seen, numbered from the left; the largest, if too many."""
    nearest = sorted(bodies, key=lambda body: -body.trunk_px)[:MOST_PLACES]
    ordered = sorted(nearest, key=lambda body: body.x)
    return tuple(zone_about(body, row, width, height) for row, body in enumerate(ordered, 1))


def core(zone: Zone) -> Zone:
    """Return the middle columns of a place, in which whoever is there is met."""
    middle = zone.left + zone.width / 2
    half = CORE * zone.width
    return Zone(zone.number, middle - half, zone.top, 2 * half, zone.height)


def within_reach(zone: Zone, body: Body, frame_width: int) -> bool:
    """Return whether somebody is still in a place."""
    middle = (zone.left + zone.width / 2) * frame_width
    return abs(body.x - middle) <= REACH * zone.width * frame_width
