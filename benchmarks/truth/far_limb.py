"""What the near limb is said to do while only the one beyond the body moves.

Seen square from the side, both legs lie on one another. The pose model may give the near one the
place of the far one, in full confidence; nothing in the landmarks tells then. These frames are in
all other tables too.
"""

import numpy as np
from numpy.typing import NDArray

from truth.aligned import number, share, table
from truth.drawn import at_turns, moved
from truth.strands import Strand, quantile

# A limb rests while it is no farther than the first from where it began, and moves beyond the
# second.
RESTS_DEG, MOVES_DEG = 3.0, 10.0


def while_far_moves(some: list[Strand]) -> str:
    """Return the table by measure and turn: errors of the near limb in those frames and others."""
    rows = []
    for turn in (0.0, 15.0, 30.0):
        pairs = _pairs(at_turns(moved(some), turn))
        for name in dict.fromkeys(near.measure.name for near, _ in pairs):
            heap = [
                (near, _only_far(near, far)) for near, far in pairs if near.measure.name == name
            ]
            error = np.concatenate([near.error for near, _ in heap])
            only = np.concatenate([frames for _, frames in heap])
            if only.any():
                rows.append((name, f"{turn:.0f}", *_cells(error[only]), *_cells(error[~only])))
    header = "near limb|turned|frames, far moves|p90|withheld|all others|p90|withheld"
    return table(header.split("|"), rows)


def _pairs(some: list[Strand]) -> list[tuple[Strand, Strand]]:
    """Return the near and far strand of each measure that has both, in each clip."""
    found = {(one.scene.name, one.measure.name): one for one in some if one.far}
    near = [one for one in some if one.measure.side is not None and not one.far]
    keys = [(one.scene.name, one.measure.name) for one in near]
    return [
        (one, found[key])
        for one, key in zip(near, keys, strict=True)
        if key in found and len(found[key].true) == len(one.true)
    ]


def _only_far(near: Strand, far: Strand) -> NDArray[np.bool_]:
    rests = np.abs(near.true - near.true[0]) <= RESTS_DEG
    moves = np.abs(far.true - far.true[0]) >= MOVES_DEG
    return np.asarray(rests & moves, np.bool_)


def _cells(error: NDArray[np.float64]) -> tuple[str, str, str]:
    given = np.abs(error[np.isfinite(error)])
    none = 1 - len(given) / len(error) if len(error) else np.nan
    return str(len(error)), number(quantile(given, 0.9)), share(none)
