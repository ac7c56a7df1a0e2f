"""Pictures of figures, and that their truth lies on what is painted."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from figure.actor import Actor
from figure.body import BODIES, Body
from figure.camera import Camera
from figure.joint_angles import NEUTRAL, SEATED
from figure.kinematics import LANDMARKS
from figure.painter import MOST_ACTORS, Painter
from figure.room import background

SMALL = Camera(width=320, height=240, position=(0.0, 1.15, 3.6), look_at=(0.0, 0.95, 0.0))
APART = replace(NEUTRAL, left_shoulder_elevation=70, right_shoulder_elevation=70)


def hue_distance(image: NDArray[np.uint8], pixel: NDArray[np.float64], colour: object) -> float:
    """Return how far the colour about a pixel is from `colour`, brightness aside."""
    x, y = np.rint(pixel).astype(int)
    seen = image[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).mean(0)
    wanted = np.array(colour)
    return float(np.linalg.norm(seen / np.linalg.norm(seen) - wanted / np.linalg.norm(wanted)))


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
@pytest.mark.parametrize("turn", [0.0, 40.0, -40.0])
def test_the_truth_lies_on_the_painted_body(body: Body, turn: float) -> None:
    painter = Painter(SMALL, [Actor(body, turn_deg=turn)])
    picture = painter.paint([APART])
    pixels = dict(zip(LANDMARKS, picture.pixels[0], strict=True))
    for side in ("LEFT", "RIGHT"):
        assert hue_distance(picture.image, pixels[f"{side}_SHOULDER"], body.shirt) < 0.15
        assert hue_distance(picture.image, pixels[f"{side}_KNEE"], body.trousers) < 0.15
        if body.sleeve < 0.4 or body.sleeve > 0.6:  # else the sleeve ends at the elbow
            elbow = body.skin if body.sleeve < 0.5 else body.shirt
            assert hue_distance(picture.image, pixels[f"{side}_ELBOW"], elbow) < 0.2
    changed = np.abs(picture.image.astype(int) - background_image()).max(2) > 12
    for name in LANDMARKS:
        x, y = np.rint(pixels[name]).astype(int)
        assert changed[y - 3 : y + 4, x - 3 : x + 4].any(), name


def background_image() -> NDArray[np.int64]:
    return np.asarray(np.rint(background(SMALL) * 255), int)


def test_painting_twice_gives_the_same_picture() -> None:
    first, second = (Painter(SMALL, [Actor(chair=True)]).paint([SEATED]) for _ in range(2))
    assert np.array_equal(first.image, second.image)
    assert first.image.flags.c_contiguous
    assert first.image.dtype == np.uint8


def test_bodies_look_different() -> None:
    pictures = [Painter(SMALL, [Actor(body)]).paint([NEUTRAL]).image for body in BODIES]
    for i, one in enumerate(pictures):
        for other in pictures[:i]:
            assert (np.abs(one.astype(int) - other).max(2) > 20).mean() > 0.02


@pytest.mark.parametrize("people", [1, 2, MOST_ACTORS])
def test_one_to_ten_figures_stand_in_one_picture(people: int) -> None:
    camera = replace(SMALL, position=(0.0, 1.2, 9.0))
    actors = [Actor(BODIES[i % 6], x=0.8 * (i - (people - 1) / 2)) for i in range(people)]
    picture = Painter(camera, actors).paint([NEUTRAL] * people)
    assert picture.pixels.shape == (people, 33, 2)
    assert picture.room.shape == (people, 33, 3)
    for actor, pixels in zip(actors, picture.pixels, strict=True):
        shoulder = pixels[LANDMARKS.index("LEFT_SHOULDER")]
        assert hue_distance(picture.image, shoulder, actor.body.shirt) < 0.2


@pytest.mark.parametrize("people", [0, MOST_ACTORS + 1])
def test_no_figure_and_too_many_are_refused(people: int) -> None:
    with pytest.raises(ValueError, match=f"one to {MOST_ACTORS}"):
        Painter(SMALL, [Actor()] * people)


def test_a_nearer_figure_hides_one_behind_it() -> None:
    near, far = Actor(BODIES[0], z=0.5), Actor(BODIES[3], z=-0.7)
    alone = Painter(SMALL, [near]).paint([NEUTRAL])
    both = Painter(SMALL, [far, near]).paint([NEUTRAL, NEUTRAL])
    chest = alone.pixels[0, [11, 12, 23, 24]].mean(0)
    x, y = np.rint(chest).astype(int)
    assert np.array_equal(both.image[y, x], alone.image[y, x])


def test_a_full_breath_widens_the_chest() -> None:
    painter = Painter(SMALL, [Actor()])
    empty, full = (painter.paint([replace(NEUTRAL, breath=b)]).image for b in (0.0, 1.0))
    assert not np.array_equal(empty, full)
