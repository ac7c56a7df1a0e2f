"""The targets of drawn figures: errors of the angles, of the error expected, and where none may be.

What counts for a target
    The measures that a course moves in its own plane, seen square to that plane (turned by 0), in
    every light, near and far, from a level or rolled camera, standing and seated together. Turned
    by 15 and 30 degrees, where numbers are still given, stands beside it. From a side view the
    limb beyond the body is left out: the body hides it, and up to 20 degrees from square it has no
    number. Frames in which a person's neutral is still being learnt are counted apart.
Each body's own median error
    For one body and one measure over all frames that count: both sides, all courses and cameras.
    Nothing finer is taken off: not by course, posture, light or clip. What would be left if it were
    taken off by course stands beside it.
Expected error
    Over all frames in which a number is given, at every turn, of the measures that are moved;
    beside it, of those at rest.
"""

import numpy as np

from truth.aligned import number, share, table
from truth.claim import Claim
from truth.drawn import MARKS_DEG, at_turns, chosen, moved
from truth.followed import Followed
from truth.strands import Strand, less_own_median, quantile, summed
from vision.measures import NAMES, indices_of

MOST_WITHHELD = 0.05
KEPT = (0.85, 0.97)
# Turned no farther than this, a figure is seen from its front.
FRONT_DEG = 30.0


def targets(some: list[Strand]) -> tuple[str, list[Claim]]:
    """Return the table of the angles that have a mark, and what is claimed of them."""
    rows, claims = [], []
    for name, mark in MARKS_DEG.items():
        heap = chosen(moved(some), name)
        square = at_turns(heap, 0.0)
        if not square:
            continue
        found = summed(square)
        met = found.own_p90 <= mark and found.withheld <= MOST_WITHHELD
        own = f"{number(found.own_p90)}, {share(found.withheld)} withheld"
        claims.append(Claim(name, own, f"≤{mark:.0f}, ≤{100 * MOST_WITHHELD:.0f}%", met))
        rows.append((name, f"{mark:.0f}", *_target_cells(heap, square), share(found.withheld)))
    header = "own p90|mark|square|standing|seated|turned 15|turned 30|by course|withheld"
    return table(header.split("|"), rows), claims


def _target_cells(heap: list[Strand], square: list[Strand]) -> list[str]:
    courses = dict.fromkeys(one.scene.course.name for one in square)
    alone = [less_own_median(s for s in square if s.scene.course.name == c) for c in courses]
    by_course = number(quantile(np.abs(np.concatenate(alone)), 0.9))
    heaps = (
        square,
        [one for one in square if not one.scene.course.seated],
        [one for one in square if one.scene.course.seated],
        at_turns(heap, 15.0),
        at_turns(heap, 30.0),
    )
    return [*(number(summed(one).own_p90) for one in heaps), by_course]


def coverage(some: list[Strand]) -> tuple[str, list[Claim]]:
    """Return how many numbers lie within their expected error, and what is claimed of it.

    Claimed of all numbers that are given, for each of them carries the promise; how many of those
    that are moved is told beside it.
    """
    rows, claims = [], []
    for name in NAMES:
        heap = [one for one in some if one.measure.name == name]
        resting = summed(one for one in heap if not one.moved)
        found, whole = summed(moved(heap)), summed(heap)
        bound = np.concatenate([np.empty(0), *(one.bound for one in moved(heap))])
        bound = bound[np.isfinite(bound)]
        rows.append(
            (
                name,
                share(found.kept),
                share(resting.kept),
                share(whole.kept),
                number(quantile(bound, 0.1)),
                number(quantile(bound, 0.5)),
                number(quantile(bound, 0.9)),
            )
        )
        met = KEPT[0] <= whole.kept <= KEPT[1] if len(bound) else None
        told = f"{share(whole.kept)}, moved {share(found.kept)}"
        claims.append(Claim(f"{name} within", told, "85-97%", met))
    header = "within the expected error|moved|at rest|all|bound p10|p50|p90"
    return table(header.split("|"), rows), claims


def seated_from_front(clips: list[Followed]) -> Claim:
    """Return how many numbers were given for hips and knees of a seated figure seen from the front.

    Whether the course asks for a front view or for a side view.
    """
    rows = [r for n in ("hip_flexion", "hip_abduction", "knee_flexion") for r in indices_of(n)]
    count = frames = 0
    for clip in clips:
        scene = clip.recording.scene
        if scene.course.seated and abs(scene.yaw_deg) <= FRONT_DEG:
            count += int(np.isfinite(clip.values[:, rows]).sum())
            frames += len(clip.values)
    found = f"{count} in {frames} frames"
    return Claim("seated hip and knee from the front", found, "0", count == 0 if frames else None)
