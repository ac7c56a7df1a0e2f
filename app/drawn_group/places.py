"""Who of a group stands where: one row or two, neighbours apart, nobody behind another."""

from dataclasses import dataclass
from math import sqrt

from app.drawn_group.options import GroupOptions

# Where the hips of one row, or of the back and the front one, are: metres from the middle of the
# room toward the camera.
ONE_ROW_Z, BACK_Z, FRONT_Z = 0.0, -0.25, 1.25
# Every other person of a row stands so much farther back, so that arms pass each other.
STAGGER_M = 0.36


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one person's hips.

    Attributes
    ----------
    x
        Metres to the right in the picture, in the plane of the front row.
    z
        Metres toward the camera.
    row_z, front_z
        The lines of this person's row and of the front row.
    """

    x: float
    z: float
    row_z: float
    front_z: float

    def across(self, away: float) -> float:
        """Return the x in the room, metres, where the camera is `away` (its z).

        Rows share their lines of sight: who is behind stands as much wider as it is farther.
        """
        return self.x * (away - self.row_z) / (away - self.front_z)


def spots(options: GroupOptions) -> list[Spot]:
    """Return a place for each person, from left to right."""
    rows = options.in_rows
    lines = (FRONT_Z, BACK_Z) if rows == 2 else (ONE_ROW_Z,)
    step = sqrt(options.apart**2 - STAGGER_M**2) / rows
    middle = (options.people - 1) / 2
    placed = []
    for person in range(options.people):
        row_z = lines[person % rows]
        aside = STAGGER_M / 2 if person // rows % 2 == 0 else -STAGGER_M / 2
        placed.append(Spot(step * (person - middle), row_z + aside, row_z, lines[0]))
    return placed


def sitting(options: GroupOptions) -> list[bool]:
    """Return who sits: every other one first, which of two rows is the front one."""
    order = [*range(0, options.people, 2), *range(1, options.people, 2)]
    chosen = set(order[: options.on_chairs])
    return [person in chosen for person in range(options.people)]
