"""What is to be said of places before a group begins: who is seen well in them, and who is not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import atan, degrees, radians, tan
from typing import Literal

from vision.places import ABOVE, APART_M, REACH, TRUNK_M, Body, within_reach
from vision.zones import Zone

CheckId = Literal[
    "seen-well",
    "nobody",
    "two-here",
    "too-far",
    "too-near",
    "cut-off",
    "too-close",
    "overlaps",
    "aside",
]
"""``nobody`` is there. ``two-here`` more than one is. ``too-far`` they are small in the picture;
``too-near`` their raised hands leave it; ``cut-off`` an edge of the picture goes through them.
``too-close`` to whoever is at another place, so that arms meet. ``overlaps`` the middle of another
place lies in this one."""

# In trunks. Of a body with a trunk shorter than so many pixels the small model loses more than it
# finds (a zone of it is under 200 pixels high; a default of ours).
SMALLEST_PX = 36.0
# The middle of the shoulders is at least so far from the sides of the picture, and above its foot:
# the hips show.
FROM_SIDE, FROM_FOOT = 0.5, 1.05
# People as large as one another, within so many times, stand at one distance from the camera.
ALIKE = 1.25
# Somebody at the side who faces as the camera looks is seen from an angle. From so many degrees on
# it is said, since with a little turning of their own besides their angles are withheld (beyond
# `vision.viewpoint.SQUARE_DEG`). It is told from where they are in the picture of a camera that
# sees so wide, which is not known of any: both are defaults of ours, unvalidated.
ASIDE_DEG, SEES_DEG = 20.0, 70.0
# Distances are told from how large people are, to within so much.
DISTANCE_ERROR = 0.15


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing to be said of a place; `other` is the place it has to do with, where there is one.

    A place that is fine has ``seen-well`` alone.
    """

    id: CheckId
    other: int | None = None


@dataclass(frozen=True, slots=True)
class RoomCheck:
    """What is to be said of a room.

    Attributes
    ----------
    places
        By the places' numbers.
    placeless
        How many people were found who are at no place.
    """

    places: Mapping[int, tuple[Checked, ...]]
    placeless: int


def check(zones: Sequence[Zone], people: Sequence[Body], size: tuple[int, int]) -> RoomCheck:
    """Hold places against everybody found in a picture of `size` (width, height in pixels)."""
    there = {zone.number: _at(zone, people, size) for zone in zones}
    placed = {id(body) for bodies in there.values() for body in bodies}
    return RoomCheck(
        {zone.number: _of_place(zone, zones, there, size) for zone in zones},
        sum(id(body) not in placed for body in people),
    )


def _at(zone: Zone, people: Sequence[Body], size: tuple[int, int]) -> list[Body]:
    """Return who is at a place, whoever is nearest to its middle first."""
    width, height = size
    top, bottom = zone.top * height, (zone.top + zone.height) * height
    here = [body for body in people if within_reach(zone, body, width) and top < body.y < bottom]
    middle = (zone.left + zone.width / 2) * width
    return sorted(here, key=lambda body: abs(body.x - middle))


def _of_place(
    zone: Zone, zones: Sequence[Zone], there: Mapping[int, list[Body]], size: tuple[int, int]
) -> tuple[Checked, ...]:
    found = [Checked("overlaps", other.number) for other in zones if _overlap(zone, other)]
    here = there[zone.number]
    if not here:
        return (Checked("nobody"), *found)
    if len(here) > 1 and _alike(here[0], here[1]):
        found.append(Checked("two-here"))
    body = here[0]
    found += [Checked(each) for each in _framed(body, size)]
    for other, bodies in there.items():
        if other != zone.number and bodies and _too_close(body, bodies[0]):
            found.append(Checked("too-close", other))
    aside = aside_deg(body.x, size[0]) > ASIDE_DEG
    return tuple(found) or (Checked("aside" if aside else "seen-well"),)


def aside_deg(x: float, width: int, sees_deg: float = SEES_DEG) -> float:
    """Return from how many degrees to the side a point is seen; 0 in the middle of the picture.

    Parameters
    ----------
    x, width
        Pixels, from the left edge of the picture and across all of it.
    sees_deg
        How wide the camera sees, under 180.
    """
    half = width / 2
    return degrees(atan(abs(x - half) / half * tan(radians(sees_deg / 2))))


def _framed(body: Body, size: tuple[int, int]) -> list[CheckId]:
    width, height = size
    found: list[CheckId] = []
    if body.trunk_px < SMALLEST_PX:
        found.append("too-far")
    if body.y - ABOVE * body.trunk_px < -0.5 * body.trunk_px:
        found.append("too-near")
    beside = FROM_SIDE * body.trunk_px
    inside = beside <= body.x <= width - beside
    if not inside or body.y + FROM_FOOT * body.trunk_px > height:
        found.append("cut-off")
    return found


def _too_close(body: Body, other: Body) -> bool:
    """Return whether two at one distance from the camera are too near one another."""
    if body is other or not _alike(body, other):
        return False
    trunk_px = (body.trunk_px + other.trunk_px) / 2
    apart_m = abs(body.x - other.x) / trunk_px * TRUNK_M
    return apart_m < APART_M * (1 - DISTANCE_ERROR)


def _alike(body: Body, other: Body) -> bool:
    smaller, larger = sorted((body.trunk_px, other.trunk_px))
    return larger <= ALIKE * smaller


def _overlap(zone: Zone, other: Zone) -> bool:
    """Return whether the middle of another place of about the same size lies in a place's reach."""
    if other.number == zone.number:
        return False
    across = abs((zone.left + zone.width / 2) - (other.left + other.width / 2))
    down = abs((zone.top + zone.height / 2) - (other.top + other.height / 2))
    smaller, larger = sorted((zone.width, other.width))
    return larger <= ALIKE * smaller and across <= REACH * larger and down <= zone.height / 4
