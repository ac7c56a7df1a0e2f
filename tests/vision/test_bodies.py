"""People gathered from many looks at parts of a picture."""

from math import isnan

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.vision.stick_body import front_body, pose_of
from vision.bodies import body_of, gathered, stands_out
from vision.place_scan import tiles
from vision.places import Body
from vision.pose import Pose
from vision.zones import Zone


def test_a_body_is_where_its_shoulders_are_and_as_large_as_its_trunk() -> None:
    body = body_of(pose_of(front_body()))
    assert (body.x, body.y) == (400, 200)
    assert 180 <= body.trunk_px <= 240


def test_a_body_that_is_not_seen_has_no_size_and_does_not_stand_out() -> None:
    unseen = front_body()
    unseen[:, 3] = 0.1
    pose = Pose(unseen, unseen)
    assert isnan(body_of(pose).trunk_px)
    assert not stands_out(pose)
    assert stands_out(pose_of(front_body()))


def test_a_body_upside_down_does_not_stand_out() -> None:
    turned = front_body()
    turned[:, 1] = 800 - turned[:, 1]
    assert not stands_out(Pose(turned, turned))


@given(st.permutations(range(4)), st.integers(2, 6))
def test_each_person_is_gathered_once_in_whatever_order_they_were_seen(
    order: list[int], looks: int
) -> None:
    rng = np.random.default_rng(sum((n + 1) * place for n, place in enumerate(order)))
    people = [Body(200 + 260 * n, 300 + 20 * n, 60 + 10 * n) for n in range(4)]
    seen = [
        Body(person.x + rng.uniform(-8, 8), person.y + rng.uniform(-8, 8), person.trunk_px)
        for person in (people[n] for n in order)
        for _ in range(looks)
    ]
    found = sorted(gathered(seen), key=lambda body: body.x)
    assert len(found) == 4
    for person, body in zip(people, found, strict=True):
        assert person.apart(body) < 0.15


def test_what_was_seen_in_one_look_alone_is_not_believed() -> None:
    assert gathered([Body(100, 100, 50)]) == ()
    assert gathered([]) == ()


@given(st.integers(160, 2000), st.integers(120, 2000))
def test_tiles_lie_in_the_picture_and_cover_it_and_each_but_the_edge_twice(
    width: int, height: int
) -> None:
    covered = np.zeros((40, 40), int)
    for tile in tiles(width, height):
        assert isinstance(tile, Zone)
        left, top, right, bottom = tile.pixels(40, 40)
        covered[top:bottom, left:right] += 1
    assert covered.min() >= 2
