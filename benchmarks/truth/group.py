"""A drawn group gone through place by place, beside what is true of it."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from math import ceil, floor, nan

import numpy as np
from numpy.typing import NDArray

from app.drawn_group.performer import way_of
from app.drawn_group.source import GroupSource
from app.group.analysis import PROPOSED_IN, PROPOSED_WITHIN_S, WORKERS, WatchedPlace, proposed
from exercises.exercise import Exercise
from feedback.counters import counters
from feedback.going_along import GoingAlong
from vision.frames import Frame
from vision.models import ModelSize
from vision.place_eye import Look, PlaceEye
from vision.skeleton import Landmark
from vision.zones import Zone

# Whoever is found so near to where a person truly is, in lengths of their trunk, is that person.
NEAR = 0.6
# Somebody nearer whose shoulders are so near aside, in their own trunk lengths, hides a person.
HIDES = 1.0
# Everybody is to be found by then.
FOUND_WITHIN_S = 3.0

_TRUNK = [
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
]


@dataclass(frozen=True)
class PlaceFound:
    """What became of one person of a drawn group.

    Attributes
    ----------
    place
        The number of their place; `None` where they have none.
    first_s
        When they were found first; NaN where they never were.
    seen, believed
        0–1: in how many of the frames after `FOUND_WITHIN_S` they were found, as a body at its
        place, and in how many of those they were measured: their pose was believed.
    unhidden
        0–1: in how many of those frames they were found in which nobody who walks by was before
        them.
    longest_other_s
        The longest for which somebody else was given out for them.
    counted, true
        Repetitions done whole, and those of them that were counted once on each side that is
        counted.
    """

    place: int | None
    first_s: float
    seen: float
    unhidden: float
    believed: float
    longest_other_s: float
    counted: int
    true: int


def frames_of_group(source: GroupSource, seconds: float) -> Iterator[Frame]:
    """Yield so many seconds of a drawn group."""
    for _ in range(round(seconds * source.fps)):
        frame = source.read()
        if frame is None:
            return
        yield frame


def gone_through(
    source: GroupSource, exercise: Exercise, seconds: float, size: ModelSize
) -> list[PlaceFound]:
    """Return what became of every person, from left to right; places are proposed."""
    frames = frames_of_group(source, seconds)
    every = round(PROPOSED_WITHIN_S / (PROPOSED_IN - 1) * source.fps)
    begin = [next(frames) for _ in range((PROPOSED_IN - 1) * every + 1)]
    zones = proposed(begin[::every])
    owners = _owners(zones, source)
    with ExitStack() as stack:
        watched = [
            WatchedPlace(
                zone,
                _way(source, exercise, owners.get(zone.number)),
                stack.enter_context(PlaceEye(zone, size)),
            )
            for zone in zones
        ]
        pool = stack.enter_context(ThreadPoolExecutor(WORKERS))
        who, believed, end_s = _looked(source, begin, frames, watched, pool)
        sides = _counted_sides(exercise)
        rows = {person: row for row, zone in enumerate(zones) for person in [owners[zone.number]]}
        return [
            _found(person, rows.get(person), watched, who, believed, source, end_s, sides)
            for person in range(source.scene.people)
        ]


def _looked(
    source: GroupSource,
    begin: list[Frame],
    frames: Iterator[Frame],
    watched: list[WatchedPlace],
    pool: ThreadPoolExecutor,
) -> tuple[NDArray[np.int64], NDArray[np.bool_], float]:
    """Return who was found at each place in every frame, and whether their pose was believed.

    Both are (frames, places); -1 is nobody.
    """
    looks = [Look(None)] * len(watched)
    who, believed, last = [], [], begin[0]
    for frame in (*begin, *frames):
        last = frame
        others = [
            [look.body for row, look in enumerate(looks) if row != own and look.body is not None]
            for own in range(len(watched))
        ]
        looks = list(pool.map(WatchedPlace.look, watched, [frame] * len(watched), others))
        truth, _ = source.truth(frame.index)
        for place, look in zip(watched, looks, strict=True):
            place.take(look, frame, camera_moved=False)
        who.append([_nearest(look, truth) for look in looks])
        believed.append([look.pose is not None for look in looks])
    return np.array(who), np.array(believed), last.time_s


def _nearest(look: Look, truth: NDArray[np.float64]) -> int:
    """Return which person a body is, -2 where it is none of them, -1 where there is none."""
    if look.body is None:
        return -1
    shoulders = truth[:, _TRUNK[:2]].mean(axis=1)
    off = np.linalg.norm(shoulders - (look.body.x, look.body.y), axis=1)
    long = np.linalg.norm(shoulders - truth[:, _TRUNK[2:]].mean(axis=1), axis=1)
    nearest = int(np.nanargmin(off))
    return nearest if off[nearest] <= NEAR * long[nearest] else -2


def _owners(zones: tuple[Zone, ...], source: GroupSource) -> dict[int, int]:
    """Return which person each place is about: whose shoulders are nearest to where it has them."""
    truth, passing = source.truth(0)
    shoulders = truth[~passing][:, _TRUNK[:2]].mean(axis=1) / np.array(source.size)
    # A place has its person's shoulders in its middle and this far down.
    return {
        zone.number: int(np.argmin(np.abs(shoulders[:, 0] - (zone.left + zone.width / 2))))
        for zone in zones
    }


def _way(source: GroupSource, exercise: Exercise, person: int | None) -> Exercise:
    seated = person is not None and source.scene.actors[person].chair
    return way_of(exercise, "seated" if seated else "standing") or exercise


def _counted_sides(exercise: Exercise) -> frozenset[str]:
    """Return of which sides a movement is counted; its ways are counted of the same."""
    lead = exercise.lead
    if lead is None:
        return frozenset()
    return frozenset(each.side for each in counters(exercise, lead, (), GoingAlong(exercise, lead)))


def _found(
    person: int,
    row: int | None,
    watched: list[WatchedPlace],
    who: NDArray[np.int64],
    believed: NDArray[np.bool_],
    source: GroupSource,
    end_s: float,
    sides: frozenset[str],
) -> PlaceFound:
    cycles = np.array([source.cycles(frame)[person] for frame in range(len(who))])
    whole = range(ceil(cycles[0]), floor(cycles[-1]))
    if row is None:
        return PlaceFound(None, nan, 0.0, 0.0, 0.0, 0.0, 0, len(whole))
    there = who[:, row] == person
    begin = round(FOUND_WITHIN_S * source.fps)
    after = there[begin:]
    apart = after[[not _hidden(source, frame, person) for frame in range(begin, len(there))]]
    first = np.flatnonzero(there)
    tops: Counter[tuple[str, int]] = Counter()
    for repetition in watched[row].coach(0.0).summary(end_s).repetitions:
        top = min(round(repetition.peak_s * source.fps), len(cycles) - 1)
        tops[repetition.side, floor(cycles[top])] += 1
    return PlaceFound(
        watched[row].number,
        float(first[0]) / source.fps if len(first) else nan,
        float(after.mean()) if len(after) else 0.0,
        float(apart.mean()) if len(apart) else 0.0,
        float(believed[-len(after) :, row][after].mean()) if after.any() else 0.0,
        _longest((who[:, row] != person) & (who[:, row] != -1)) / source.fps,
        sum(all(tops[side, each] == 1 for side in sides) for each in whole),
        len(whole),
    )


def _hidden(source: GroupSource, frame: int, person: int) -> bool:
    """Return whether somebody who walks by, and is nearer, is before a person."""
    truth, passing = source.truth(frame)
    shoulders, hips = (truth[:, rows].mean(axis=1) for rows in (_TRUNK[:2], _TRUNK[2:]))
    long = np.linalg.norm(shoulders - hips, axis=1)
    aside = np.abs(shoulders[:, 0] - shoulders[person, 0])
    # A comparison with NaN is false: who is away hides nobody.
    return bool((passing & (long > long[person]) & (aside < HIDES * long)).any())


def _longest(flags: NDArray[np.bool_]) -> int:
    """Return the length of the longest run of what is so."""
    longest = run = 0
    for flag in flags.tolist():
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest
