"""Find the weights of the expected error on drawn bodies, whose angles are exact.

    python benchmarks/fit_error.py [--rounds N] [--kept]

Prints `vision/error_weights.py`. For every measure, a quantile of the error's size is fitted as a
sum of signs with weights that are not negative (quantile regression: Koenker and Bassett,
Econometrica 46:33, 1978). Bodies differ more from one another than the frames of one of them, so
all weights of a measure are then scaled together, until the values of a body that the fit has not
seen keep to the bound as often as is promised: found by leaving out each body in turn, and drawn
half way to what is found over all measures, for six bodies are few.

The bodies and cameras are those of `truth.scenes.fit_scenes`; others are left out, on which
`benchmarks/accuracy.py` tries the result; so are those turned by 90 degrees, of which nothing is
told. A first run paints for a quarter of an hour or more.
"""

import argparse
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from truth.followed import Followed, followed
from truth.recordings import kept, recordings
from truth.scenes import SIDE_DEG, fit_scenes

from vision.expected_error import LEAST, MOST, Sign
from vision.measures import MEASURES, NAMES

Floats = NDArray[np.float64]

# What is fitted, and what of a body left out is to keep to the bound: of all its values a little
# above the nine in ten that are promised, and not much less of those that are moved.
QUANTILE = 0.91
OF_ALL, OF_MOVED = 0.92, 0.88
# At rest the true value is zero, and the value itself would be the best of bounds: the fit takes no
# more values at rest than values that are moved, and no more than so many of either.
MOST_ROWS = 6000
ROUNDS = 2
STEPS, RATE = 4000, 0.03


@dataclass(frozen=True, eq=False)
class Rows:
    """What one measure was in many frames.

    Attributes
    ----------
    signs
        (N, S) of `vision.expected_error.Sign`.
    sizes
        (N,) of the errors.
    bodies
        (N,) names.
    moved
        (N,) whether the measure was moved in its own plane.
    """

    signs: Floats
    sizes: Floats
    bodies: NDArray[np.str_]
    moved: NDArray[np.bool_]

    def of(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> "Rows":
        """Return the rows that `which` picks."""
        return Rows(self.signs[which], self.sizes[which], self.bodies[which], self.moved[which])


def rows_of(name: str, clips: list[Followed]) -> Rows:
    """Return the frames in which measure `name` was given."""
    rows = [row for row, measure in enumerate(MEASURES) if measure.name == name]
    parts = [_given(clip, name, row) for clip in clips for row in rows]
    return Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _given(clip: Followed, name: str, row: int) -> tuple[NDArray[Any], ...]:
    size = np.abs(clip.values[:, row] - clip.true[:, row])
    known = np.isfinite(size)
    count = int(known.sum())
    body = np.full(count, clip.recording.scene.body.name)
    moved = np.full(count, name in clip.recording.scene.course.measures)
    return clip.signs[known, row], size[known], body, moved


def weights_of(measures: list[Rows]) -> list[Floats]:
    """Return the weights (S,) of each measure, scaled for bodies that were not seen."""
    scales = np.array([scale_of(rows) for rows in measures])
    drawn = np.sqrt(scales * np.exp(np.log(scales).mean()))
    return [fitted(rows) * scale for rows, scale in zip(measures, drawn, strict=True)]


def scale_of(rows: Rows) -> float:
    """Return how many times larger the bound is to be for bodies left out of its own fit."""
    over = np.empty(len(rows.sizes))
    for body in np.unique(rows.bodies):
        own = rows.bodies == body
        bound = rows.signs[own] @ fitted(rows.of(~own))
        over[own] = rows.sizes[own] / np.clip(bound, LEAST, MOST)
    return max(float(np.quantile(over, OF_ALL)), float(np.quantile(over[rows.moved], OF_MOVED)))


def _balanced(rows: Rows) -> Rows:
    moved, resting = np.flatnonzero(rows.moved), np.flatnonzero(~rows.moved)
    count = min(len(moved), MOST_ROWS)
    picked = [part[:: max(1, len(part) // count)] for part in (moved, resting)]
    return rows.of(np.concatenate(picked))


def fitted(rows: Rows) -> Floats:
    """Return the weights (S,), none negative, of the signs' quantile regression on the sizes."""
    rows = _balanced(rows)
    signs, sizes = rows.signs, rows.sizes
    scale = np.maximum(signs.mean(axis=0), 1e-9)
    scaled, unit = signs / scale, np.median(sizes)
    target = sizes / unit
    weights = np.full(len(scale), 1 / len(scale))
    momentum, spread = np.zeros((2, len(scale)))
    for step in range(1, STEPS + 1):
        over = target > scaled @ weights
        slope = -scaled.T @ np.where(over, QUANTILE, QUANTILE - 1) / len(target)
        momentum = 0.9 * momentum + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        pace = RATE / (1 + 10 * step / STEPS)
        move = momentum / (1 - 0.9**step) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-9)
        weights = np.maximum(weights - pace * move, 0.0)
    found: Floats = weights * unit / scale
    found[signs.max(axis=0) <= 0] = 0.0
    return found


def main() -> None:
    """Fit every measure and print the file of weights."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rounds", type=int, default=ROUNDS, help="scenes of each course and turn")
    asked.add_argument("--kept", action="store_true", help="only what is painted already")
    given = asked.parse_args()
    scenes = [scene for scene in fit_scenes(given.rounds) if abs(scene.turn_deg) < SIDE_DEG]
    if given.kept:
        scenes = [scene for scene in scenes if kept(scene)]
    clips = [followed(recording) for recording in recordings(scenes)]
    print('"""The weights of the expected error, found by `benchmarks/fit_error.py`; not by hand.')
    bodies = len({scene.body.name for scene in scenes})
    print(f"\nFitted on {len(scenes)} clips of {bodies} drawn bodies, seen by the `full` model.")
    print('"""\n')
    print(f"# {', '.join(sign.name.lower() for sign in Sign)}")
    print("WEIGHTS: dict[str, tuple[float, ...]] = {")
    measures = [rows_of(name, clips) for name in NAMES]
    for name, rows, weights in zip(NAMES, measures, weights_of(measures), strict=True):
        within = np.mean(rows.sizes <= np.clip(rows.signs @ weights, LEAST, MOST))
        print(f"    {name!r}: {tuple(round(float(w), 3) for w in weights)},".replace("'", '"'))
        print(f"{name}: {len(rows.sizes)} values, {within:.1%} within", file=sys.stderr)
    print("}")


if __name__ == "__main__":
    main()
