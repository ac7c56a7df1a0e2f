"""Watching a group: its places change, and the source goes on."""

from collections.abc import Mapping
from time import sleep

import pytest

from app.clock import monotonic
from app.group.detection import MOST_PER_S, GroupDetection
from app.group.watching import Watching
from app.latest import Latest
from exercises.library import find_exercise
from feedback.group.place_sight import PlaceSight
from tests.app.fake_camera import FakeCamera, room
from vision.frames import Frame
from vision.places import laid_out

SUNRISE = find_exercise("sunrise-arms-standing")


def slowly(index: int) -> Frame:
    sleep(0.02)
    return room(index)


def sights(watching: Watching, *numbers: int) -> Mapping[int, PlaceSight]:
    """Wait until something is known of all of these places, and return what is."""
    ends_s = monotonic() + 20
    while monotonic() < ends_s:
        found = watching.look(None, monotonic())
        if set(numbers) <= set(found):
            return found
        sleep(0.01)
    raise AssertionError(f"nothing is known of {numbers}")


def test_other_places_are_looked_at_without_opening_the_source_anew() -> None:
    opened: list[FakeCamera] = []

    def open_source() -> FakeCamera:
        opened.append(FakeCamera(slowly))
        return opened[-1]

    before, after = laid_out(2), (laid_out(2)[0], laid_out(3)[2])
    with Watching(open_source, before, dict.fromkeys((1, 2, 3), SUNRISE)) as watching:
        known = sights(watching, 1, 2)[1]
        watching.take_places(after)
        assert watching.zones == after
        assert sights(watching, 1)[1].sight.time_s >= known.sight.time_s, "who stays is known"
        assert set(sights(watching, 1, 3)) == {1, 3}
        assert len(opened) == 1
        assert not opened[0].closed
    assert opened[0].closed


def test_all_places_together_are_looked_at_no_oftener_than_is_of_use() -> None:
    turns = GroupDetection(Latest(), laid_out(4))._turns
    now_s, looks = monotonic(), 0
    for milliseconds in range(10_000):  # asked far oftener than two threads could
        t = now_s + milliseconds / 1000
        if (place := turns.next(t, milliseconds // 33)) is not None:
            turns.done(place, t)
            looks += 1
    assert looks / 10 == pytest.approx(MOST_PER_S, rel=0.05)
