"""A chair that fits who sits on it."""

import numpy as np
import pytest

from figure.body import BODIES, Body
from figure.chair import chair_for, seat_of
from figure.joint_angles import SEATED
from figure.kinematics import pose


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_the_seat_is_under_the_hips_and_the_legs_stand_on_the_floor(body: Body) -> None:
    height, behind = seat_of(body)
    vertices = np.concatenate([part.vertices for part in chair_for(body)])
    hips = pose(SEATED, body).segments["pelvis"].origin
    assert 0.33 < height < 0.5
    assert height < hips[1] - 0.05
    assert vertices[:, 1].min() == pytest.approx(0, abs=1e-9)
    assert vertices[:, 2].min() < hips[2] < vertices[:, 2].max()
    assert behind == pytest.approx(-hips[2])
