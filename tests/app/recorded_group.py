"""A group without pictures: everybody is where they are and moves as they are told, exactly.

Stands in for what the model finds, so that a whole practice takes a moment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np

from app.group.detection import GroupSeen, PlaceSeen
from exercises.exercise import Exercise
from exercises.guide import guide_at
from figure.joint_angles import JointAngles, blend
from tests.ui.scene import FRAME, pose_of
from vision.bodies import body_of
from vision.frames import Frame
from vision.place_eye import Look
from vision.pose import Pose
from vision.zones import Zone

FPS = 10.0
_ROOM = np.full((FRAME[1], FRAME[0], 3), 120, np.uint8)


def zones(count: int) -> tuple[Zone, ...]:
    """Return places that all show the same part of the picture: nobody is in another's way."""
    return tuple(Zone(number, 0.0, 0.0, 1.0, 1.0) for number in range(1, count + 1))


@lru_cache(maxsize=4096)
def _pose(exercise_id: str, hundredth: int, reach: float) -> Pose:
    from exercises.library import find_exercise

    exercise = find_exercise(exercise_id)
    at = guide_at(exercise, hundredth / 100 * exercise.cycle_s).angles
    rest: JointAngles = guide_at(exercise, 0.0).angles
    return pose_of(blend(rest, at, reach))


def coming(
    ways: Mapping[int, Exercise], reaches: Mapping[int, float], seconds: float, begins_s: float
) -> Iterator[GroupSeen]:
    """Yield what is seen of people who do their movement from `begins_s` on.

    Parameters
    ----------
    ways
        What each does, by the number of their place.
    reaches
        How far each goes of the guide's reach; 0 rests.
    """
    for index in range(round(seconds * FPS)):
        t = index / FPS
        frame = Frame(_ROOM, t, index)
        places = {}
        for number, way in ways.items():
            cycles = max(t - begins_s, 0.0) / way.cycle_s
            pose = _pose(way.id, round(100 * (cycles % 1)) % 100, reaches.get(number, 1.0))
            places[number] = PlaceSeen(Look(pose, body_of(pose)), frame, FPS, t)
        yield GroupSeen(places, frame, t)


def away(seen: GroupSeen, *numbers: int) -> GroupSeen:
    """Return what is seen once nobody is at some places."""
    gone = {n: replace(seen.places[n], look=Look(None)) for n in numbers}
    return replace(seen, places={**seen.places, **gone})
