"""Labels near their joint: in the picture, off one another, and at rest while the body is."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.overlay_labels import Label, Labels

Points = NDArray[np.float64]
ROOM = np.array((10.0, 10.0, 630.0, 350.0))
SIZE = np.array((90.0, 30.0))
PLACES = st.tuples(st.floats(-50, 700), st.floats(-50, 450))


def label(name: str, x: float, y: float) -> Label:
    return Label(name, np.array((x, y)), 40.0, SIZE)


def nothing() -> Points:
    return np.zeros((0, 3))


def line(a: tuple[float, float], b: tuple[float, float]) -> Points:
    along = np.linspace(a, b, 20)
    return np.column_stack([along, np.ones(20)])


@given(joints=st.lists(PLACES, min_size=1, max_size=3), bones=st.lists(PLACES, max_size=6))
@settings(deadline=None, max_examples=60)
def test_a_label_is_in_the_picture_wherever_its_joint_is(
    joints: list[tuple[float, float]], bones: list[tuple[float, float]]
) -> None:
    wanted = [label(str(number), *joint) for number, joint in enumerate(joints)]
    avoid = np.array([(x, y, 1.0) for x, y in bones]).reshape(-1, 3)
    for middle in Labels().placed(wanted, avoid, ROOM, 15.0, 0.0):
        assert (middle - SIZE / 2 >= ROOM[:2] - 1e-9).all()
        assert (middle + SIZE / 2 <= ROOM[2:] + 1e-9).all()


def test_two_joints_that_are_close_have_labels_apart() -> None:
    first, second = Labels().placed(
        [label("left", 300, 180), label("right", 340, 180)], nothing(), ROOM, 15.0, 0.0
    )
    assert (np.abs(first - second) >= SIZE).any()


def test_a_label_keeps_off_the_limb() -> None:
    up = line((300, 180), (300, 0))
    (middle,) = Labels().placed([label("arm", 300, 180)], up, ROOM, 15.0, 0.0)
    beyond = np.maximum(np.abs(up[:, :2] - middle) - SIZE / 2, 0)
    assert np.hypot(*beyond.T).min() > 5


def test_a_label_stays_while_the_body_trembles_and_glides_when_a_limb_comes_its_way() -> None:
    labels, rng = Labels(), np.random.default_rng(1)
    middles: list[Points] = []
    for step in range(90):
        # A limb that hangs down for a while, and is then lifted to where the label stands.
        lifted = min(max(step - 30, 0) / 20, 1.0) * np.pi
        end = 300 + 150 * np.sin(lifted), 180 + 150 * np.cos(lifted)
        joint = np.array((300.0, 180.0)) + rng.normal(0, 1.0, 2)
        limb = line((300, 180), (float(end[0]), float(end[1])))
        wanted = [Label("arm", joint, 40.0, SIZE)]
        middles += labels.placed(wanted, limb, ROOM, 15.0, step / 30)
    still = np.array(middles[:30])
    assert np.ptp(still, axis=0).max() < 8
    steps = np.hypot(*np.diff(np.array(middles), axis=0).T)
    assert steps.max() < 40, "it goes to its new place, and does not spring there"


def test_a_label_that_was_away_finds_its_place_anew() -> None:
    labels = Labels()
    (before,) = labels.placed([label("arm", 300, 180)], nothing(), ROOM, 15.0, 0.0)
    assert labels.placed([], nothing(), ROOM, 15.0, 0.1) == []
    (after,) = labels.placed([label("arm", 100, 100)], nothing(), ROOM, 15.0, 0.2)
    assert np.allclose(after - before, (-200, -80))
