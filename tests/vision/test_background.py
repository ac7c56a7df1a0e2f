"""How far what stands still has gone from one picture to the next."""

from math import hypot, inf, isnan, radians

import numpy as np
import pytest

from tests.vision.painted_room import SEEN, seen
from vision.background import FEWEST, Background, background
from vision.background_shift import Shift, shift
from vision.even_picture import evened
from vision.silhouette import silhouette

SMALL = 128, 72
HALF_DIAGONAL = hypot(64, 36) / 128


def held(arms_deg: int = 0, **to: float) -> Shift:
    """Return how far the room is from where it was, the camera moved `to`."""
    image, pose = seen(60)
    before = background(evened(image), silhouette(pose, SEEN, SMALL))
    now, there = seen(arms_deg, **to)  # type: ignore[arg-type]
    return shift(before, evened(now), silhouette(there, SEEN, SMALL))


@pytest.mark.parametrize(
    ("to", "share"),
    [
        ({}, 0.0),
        ({"dx": 0.03}, 0.03),
        ({"dx": -0.06, "dy": 0.08}, 0.1),
        ({"dx": 0.12}, 0.12),
        ({"roll": 4.0}, HALF_DIAGONAL * radians(4)),
        ({"zoom": 1.05}, HALF_DIAGONAL * 0.05),
    ],
    ids=str,
)
def test_a_shift_is_as_large_as_it_is(to: dict[str, float], share: float) -> None:
    assert held(120, **to).share == pytest.approx(share, abs=0.006)


def test_corners_stay_in_place_while_the_person_moves_and_leave_it_with_the_camera() -> None:
    assert held(120).in_place.mean() > 0.8
    assert held(120, dx=0.05).in_place.mean() < 0.2


def test_no_corner_is_on_the_person() -> None:
    image, pose = seen(100)
    people = silhouette(pose, SEEN, SMALL)
    corners = background(evened(image), people).corners.astype(int)
    assert len(corners) >= FEWEST
    assert not people[corners[:, 1], corners[:, 0]].any()


def test_a_blank_wall_has_nothing_to_tell_by() -> None:
    wall = evened(np.full((360, 640, 3), 140, np.uint8))
    nobody = np.zeros(wall.shape, np.bool_)
    before = background(wall, nobody)
    assert not before.tells
    assert isnan(shift(before, wall, nobody).share)


def test_what_is_in_one_corner_alone_tells_nothing() -> None:
    image = np.full((360, 640, 3), 140, np.uint8)
    image[200:, 480:] = seen()[0][100:260, 60:220]
    nobody = np.zeros((72, 128), np.bool_)
    before = background(evened(image), nobody)
    assert len(before.corners) >= FEWEST
    assert not before.tells


def test_another_room_is_gone_and_a_dark_one_says_nothing() -> None:
    image, pose = seen()
    before = background(evened(image), silhouette(pose, SEEN, SMALL))
    nobody = np.zeros(before.picture.shape, np.bool_)
    other = np.ascontiguousarray(image[::-1, ::-1])
    assert shift(before, evened(other), nobody).share == inf
    assert isnan(shift(before, evened(image // 100), nobody).share)


def test_without_corners_it_is_held_against_nothing() -> None:
    picture = evened(seen()[0])
    none = Background(picture, np.empty((0, 2), np.float32), np.empty((0, 25), np.float32))
    found = shift(none, picture, np.zeros(picture.shape, np.bool_))
    assert isnan(found.share)
    assert found.in_place.shape == (0,)
