"""What the program measures of somebody whose joint centres are known exactly.

They are seen from far off, square to them, and measured by the program; jitter is laid over the
measures. So what is counted is the counter's own doing.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from feedback.counting import Counting, Tally
from figure.body import BODIES, Body
from figure.joint_angles import JointAngles
from figure.kinematics import skeleton
from truth.doings import Doing
from vision.measures import MEASURES, Measures, Withheld, unseen
from vision.measuring import VALID, take
from vision.neutral import proportions_now

Array = NDArray[np.float64]
View = Literal["front", "side"]

PX_PER_METRE = 300.0
JITTER_DEG = 1.5
JITTER_LASTS_S = 0.5
# Of how long each hiding lasts and of how long it does not, seconds, least and most.
HIDDEN_S, IN_SIGHT_S = (0.3, 1.5), (3.0, 8.0)


def counted(
    exercise: Exercise,
    doing: Doing,
    fps: float = 30.0,
    seed: int = 0,
    body: Body = BODIES[0],
    *,
    jitter: float = JITTER_DEG,
    hidden: bool = False,
) -> Tally:
    """Return what is counted of `exercise` while somebody does `doing`."""
    counting = Counting(exercise)
    view: View = "side" if exercise.view == "side" else "front"
    for t, measures in measured(doing, view, fps, seed, body, jitter=jitter, hidden=hidden):
        counting.add(t, measures)
    return counting.tally()


def measured(
    doing: Doing,
    view: View,
    fps: float = 30.0,
    seed: int = 0,
    body: Body = BODIES[0],
    *,
    jitter: float = JITTER_DEG,
    hidden: bool = False,
) -> Iterator[tuple[float, Measures]]:
    """Yield the moments of `doing` and what is measured of it.

    Parameters
    ----------
    doing
        What is done.
    view
        Where the camera looks from, which is where the watched movement wants it.
    fps
        How many pictures a second.
    seed
        Of the jitter and of the moments that are hidden.
    body
        Who does it.
    jitter
        Standard deviation laid over every measure, in degrees or percent; in shoulder widths a
        hundredth of it. Half of its variance lasts for about half a second, as the jitter of a
        pose model does.
    hidden
        Whether they are out of sight again and again, for up to a second and a half.
    """
    random = np.random.default_rng(seed)
    values = exact(doing, view, fps, body)
    values = values + _jitter(values.shape, fps, jitter, random)
    if hidden:
        values[_out_of_sight(len(values), fps, random)] = np.nan
    withheld = np.where(VALID[view], Withheld.GIVEN, Withheld.NOT_ASKED).astype(np.int8)
    for row, course in enumerate(values):
        own = np.where(VALID[view], course, np.nan)
        yield row / fps, replace(unseen(), values=own, course=course, withheld=withheld)


@lru_cache(maxsize=128)
def exact(doing: Doing, view: View, fps: float, body: Body = BODIES[0]) -> Array:
    """Return the exact measures (frames, M) of `doing`, whatever the view, seen from `view`.

    Those that need a neutral posture are held against the first moment, in which nobody moves yet.
    """
    times = np.arange(round(doing.seconds * fps)) / fps
    points = np.array([_body_in(doing.posture(t), body) for t in times.tolist()])
    across = points[..., 0] if view == "front" else points[..., 2]
    image = np.stack([across, -points[..., 1]], axis=-1) * PX_PER_METRE
    return take(image, np.ones(image.shape[:-1], dtype=bool), proportions_now(image[0])).values


@lru_cache(maxsize=4096)
def _body_in(posture: JointAngles, body: Body) -> Array:
    """Return joint centres (33, 3); kept, since most of what is done once is waiting."""
    return skeleton(posture, body)


def _jitter(
    shape: tuple[int, ...], fps: float, jitter: float, random: np.random.Generator
) -> Array:
    quick, slow = random.normal(size=(2, *shape))
    kept = np.exp(-1 / (JITTER_LASTS_S * fps))
    for row in range(1, shape[0]):
        slow[row] = kept * slow[row - 1] + np.sqrt(1 - kept**2) * slow[row]
    unit = np.array([0.01 if m.unit == "shoulder_widths" else 1.0 for m in MEASURES])
    return np.asarray(jitter * np.sqrt(0.5) * (quick + slow) * unit, np.float64)


def _out_of_sight(frames: int, fps: float, random: np.random.Generator) -> NDArray[np.bool_]:
    hidden = np.zeros(frames, np.bool_)
    at = 0
    while at < frames:
        at += round(random.uniform(*IN_SIGHT_S) * fps)
        until = at + round(random.uniform(*HIDDEN_S) * fps)
        hidden[at:until] = True
        at = until
    return hidden
