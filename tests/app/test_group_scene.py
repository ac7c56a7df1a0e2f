"""A drawn group at the level of its truth: places, motion, those who pass by."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from app.drawn_group.bodies import body_of
from app.drawn_group.options import GroupOptions
from app.drawn_group.performer import PAST, Performer, loop_cycles, over_reach, way_of
from app.drawn_group.scene import BEFORE_M, GroupScene
from exercises.library import find_exercise
from exercises.smaller import smaller
from figure.joint_angles import NAMES, SEATED
from figure.painter import HIPS
from vision.source import SourceError

SUNRISE = find_exercise("sunrise-arms-standing")
SEATED_SUNRISE = find_exercise("sunrise-arms-seated")
# Few pictures: nothing here is painted.
SMALL = GroupOptions(width=320, height=180, fps=5)


def points_at(scene: GroupScene, frame: int) -> list[NDArray[np.float64] | None]:
    actors, postures = scene.at(frame)
    return [
        None if angles is None else actor.posed(angles).points
        for actor, angles in zip(actors, postures, strict=True)
    ]


def homes(options: GroupOptions) -> NDArray[np.float64]:
    """Return where the hips of each are at rest, (people, 2): x, z, metres."""
    scene = GroupScene(replace(options, rests=0), SUNRISE)
    hips = [points[list(HIPS)].mean(axis=0) for points in points_at(scene, 0) if points is not None]
    return np.array(hips)[:, [0, 2]]


@pytest.mark.parametrize("rows", [1, 2])
@pytest.mark.parametrize(
    ("people", "seated"), [(2, 0), (3, 1), (4, None), (5, 5), (6, 0), (7, 2), (8, None)]
)
def test_everybody_is_in_the_picture_the_whole_time(
    people: int, rows: int, seated: int | None
) -> None:
    options = replace(SMALL, people=people, rows=rows, seated=seated, over=1, apart=1.3)
    scene = GroupScene(options, SUNRISE)
    assert sum(actor.chair for actor in scene.actors) == options.on_chairs
    for frame in range(0, scene.frames, 7):
        for points in points_at(scene, frame):
            assert points is not None
            pixels = scene.camera.project(points)
            assert (pixels > 0).all()
            assert (pixels < (320, 180)).all()


@pytest.mark.parametrize("apart", [1.2, 1.5, 1.8])
@pytest.mark.parametrize("people", [2, 4])
def test_neighbours_of_one_row_are_as_far_apart_as_was_asked(people: int, apart: float) -> None:
    places = homes(replace(SMALL, people=people, apart=apart))
    assert (np.diff(places[:, 0]) > 0).all()
    between = np.linalg.norm(np.diff(places, axis=0), axis=1)
    assert between == pytest.approx(apart, abs=0.02)


@pytest.mark.parametrize("people", [5, 8])
def test_of_two_rows_the_front_one_is_so_far_apart_and_the_back_one_is_seen_between(
    people: int,
) -> None:
    options = replace(SMALL, people=people, apart=1.2)
    places = homes(options)
    front, back = places[::2], places[1::2]
    assert front[:, 1].min() > back[:, 1].max() + 1.0
    assert np.linalg.norm(np.diff(front, axis=0), axis=1) == pytest.approx(1.2, abs=0.02)
    assert (np.linalg.norm(np.diff(back, axis=0), axis=1) > 1.2).all()
    scene = GroupScene(options, SUNRISE)
    noses = [scene.camera.project(p[0])[0] for p in points_at(scene, 0) if p is not None]
    # From left to right in the picture, front and back by turns, and evenly.
    steps = np.diff(noses)
    assert steps.min() > 0.7 * steps.max()


def test_all_bodies_are_different() -> None:
    bodies = [body_of(place) for place in range(10)]
    assert len({body.name for body in bodies}) == 10
    assert len({body.shirt for body in bodies}) == 10
    assert body_of(0, first=3) == body_of(2)


@pytest.mark.parametrize("movement", ["sunrise-arms-standing", "side-bend-seated"])
def test_the_loop_is_no_longer_than_told_and_closes_without_a_jump(movement: str) -> None:
    scene = GroupScene(replace(SMALL, people=3, fps=15), find_exercise(movement))
    assert 15 <= scene.frames / 15 <= 24
    frames = [*range(scene.frames - 3, scene.frames + 3)]
    tracks = np.array(
        [
            [getattr(p, name) for p in scene.at(f)[1] if p is not None for name in NAMES]
            for f in frames
        ]
    )
    assert np.abs(np.diff(tracks, axis=0)).max() < 8  # 120 a second
    assert scene.at(2)[1] == scene.at(scene.frames + 2)[1]


def test_each_does_it_in_their_own_way_and_none_much_slower_or_faster() -> None:
    options = replace(SMALL, people=4, loop=60, seed=3)
    scene = GroupScene(options, SUNRISE)
    done = np.array([scene.cycles(frame) for frame in range(scene.frames + 1)])
    assert done[-1] - done[0] == pytest.approx(loop_cycles(SUNRISE, options))
    assert len({round(float(start) % 1, 2) for start in done[0]}) == 4
    speeds = np.diff(done, axis=0) * options.fps * SUNRISE.cycle_s
    assert speeds.min() > 1 / 1.09
    assert speeds.max() < 1 / 0.91
    assert np.ptp(speeds[:, 0]) > 0.01
    arms = np.array(
        [
            [p.left_shoulder_elevation for p in scene.at(frame)[1] if p is not None]
            for frame in range(scene.frames)
        ]
    )
    tops = arms[:, 1::2].max(axis=0)  # both stand
    assert abs(tops[0] - tops[1]) > 0.5


def test_one_may_rest_the_whole_time_and_one_go_too_far() -> None:
    scene = GroupScene(replace(SMALL, people=4, seated=0, rests=2, over=3), SUNRISE)
    arms = np.array(
        [
            [p.left_shoulder_elevation for p in scene.at(frame)[1] if p is not None]
            for frame in range(scene.frames)
        ]
    )
    low, high = arms.min(axis=0), arms.max(axis=0)
    guide = max(phase.guide.get("shoulder_elevation", 0.0) for phase in SUNRISE.phases)
    assert high[1] - low[1] < 3
    (lead,) = (target for target in SUNRISE.targets if target.role == "lead")
    assert high[2] == pytest.approx(low[2] + over_reach(SUNRISE) * (guide - low[2]), abs=4)
    assert high[2] > PAST * lead.ceiling
    assert max(high[0], high[3]) < 1.15 * guide


def test_who_sits_does_as_much_less_where_a_movement_was_made_smaller() -> None:
    seated = way_of(smaller(SUNRISE, 0.6), "seated")
    assert seated == smaller(SEATED_SUNRISE, 0.6)
    assert over_reach(seated) == pytest.approx(over_reach(SUNRISE))


def test_who_sits_does_the_seated_way_and_where_there_is_none_as_much_as_one_can_sitting() -> None:
    assert way_of(SUNRISE, "seated") == SEATED_SUNRISE
    assert way_of(SEATED_SUNRISE, "standing") == SUNRISE
    options = replace(SMALL, people=2)
    leg = find_exercise("leg-to-side-standing")
    sits = Performer(leg, options, 0, 100, seated=True)
    assert sits.seated
    assert sits.posture(30).left_hip_flexion == SEATED.left_hip_flexion
    assert sits.posture(30).left_hip_abduction == SEATED.left_hip_abduction
    # What can only be done on a chair, all do on chairs.
    extension = find_exercise("knee-extension-seated")
    assert Performer(extension, options, 0, 100, seated=False).seated


def test_no_group_lies_down() -> None:
    with pytest.raises(SourceError, match="a drawn group stands or sits; sunrise-arms-lying"):
        GroupScene(SMALL, find_exercise("sunrise-arms-lying"))


@pytest.mark.parametrize("people", [2, 8])
def test_passers_cross_from_edge_to_edge_one_before_all_and_one_behind(people: int) -> None:
    scene = GroupScene(replace(SMALL, people=people, passers=2, fps=8), SUNRISE)
    seen: list[list[tuple[int, float, float]]] = [[], []]
    reach: list[float] = []
    for frame in range(scene.frames):
        placed = list(zip(*scene.at(frame), strict=True))
        for track, (actor, angles) in zip(seen, placed[people:], strict=True):
            if angles is not None:
                hips = actor.posed(angles).points[list(HIPS)].mean(axis=0)
                track.append((frame, float(scene.camera.project(hips)[0]), float(hips[2])))
        if frame % 8 == 0:
            bodies = (actor.posed(angles) for actor, angles in placed[:people] if angles)
            reach += [float(body.points[:, 2].max()) for body in bodies]
    for track, first, last in zip(seen, (0, 320), (320, 0), strict=True):
        frames, x, z = zip(*track, strict=True)
        # Once in a loop, in one go, at an even pace.
        assert frames == tuple(range(frames[0], frames[0] + len(frames)))
        assert 4.5 <= len(frames) / 8 <= 7.5
        assert abs(x[0] - first) > 5
        assert abs(x[-1] - last) > 5
        assert np.sign(x[0] - 160) == -np.sign(x[-1] - 160)
        assert min(x) < 0
        assert max(x) > 320
        assert np.ptp(np.diff(x)) < 1
        assert np.ptp(z) < 1e-6
    front, behind = seen
    assert front[0][2] > max(reach) + BEFORE_M - 0.05
    homes_z = [actor.z for actor in scene.actors[:people]]
    assert behind[0][2] < min(homes_z) - 0.3
    # At different times.
    assert front[-1][0] < behind[0][0]


def test_no_arm_goes_through_a_neighbour() -> None:
    scene = GroupScene(replace(SMALL, people=4, apart=1.2, over=2), SUNRISE)
    arms = [11, 13, 15, 19, 12, 14, 16, 20]
    nearest = np.inf
    for frame in range(0, scene.frames, 3):
        bodies = [p for p in points_at(scene, frame) if p is not None]
        for one, other in pairwise(bodies):
            near = np.concatenate([_along(one[arms[:4]]), _along(one[arms[4:]])])
            far = np.concatenate([_along(other[arms[:4]]), _along(other[arms[4:]])])
            off = np.linalg.norm(near[:, None] - far[None], axis=2).min()
            nearest = min(nearest, float(off))
    assert nearest > 0.10


def _along(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points along the lines between points (N, 3)."""
    share = np.linspace(0, 1, 6)[:, None, None]
    return (points[:-1] * (1 - share) + points[1:] * share).reshape(-1, 3)
