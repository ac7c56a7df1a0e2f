import numpy as np
import pytest

from tests.vision.painted_room import seen
from vision.background import background
from vision.corner_flow import flown, leap_between
from vision.even_picture import SIDE_PX, evened

ROOM = evened(seen()[0])


def test_a_corner_is_found_where_it_went() -> None:
    corners = background(ROOM, np.zeros(ROOM.shape, np.bool_)).corners
    ends, found = flown(ROOM, evened(seen(dx=0.03)[0]), corners, corners.copy())
    gone = (ends - corners)[found]
    assert found.mean() > 0.8
    assert np.median(gone, axis=0) == pytest.approx([-0.03 * SIDE_PX, 0.0], abs=0.2)


@pytest.mark.parametrize(("dx", "dy"), [(0.0, 0.0), (0.12, 0.0), (-0.1, 0.06), (0.02, -0.06)])
def test_a_leap_is_found_however_far_it_is(dx: float, dy: float) -> None:
    leap = leap_between(ROOM, evened(seen(dx=dx, dy=dy)[0]))
    assert leap == pytest.approx([-dx * SIDE_PX, -dy * SIDE_PX], abs=0.6)


def test_into_a_flat_picture_there_is_no_leap() -> None:
    assert np.isfinite(leap_between(ROOM, np.full_like(ROOM, 128))).all()
    assert np.isfinite(leap_between(np.zeros_like(ROOM), np.zeros_like(ROOM))).all()
