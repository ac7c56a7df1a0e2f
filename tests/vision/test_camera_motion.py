"""Stories of a camera that is bumped, carried or left alone, in a painted room."""

from collections.abc import Callable, Iterator
from math import inf, pi, sin

import cv2
import numpy as np
import pytest

from tests.people import seconds
from tests.vision.painted_room import ARMS_DEG, Image, seen, watched
from vision.camera_motion import RESTS_S, CameraMotion
from vision.pose import Pose

Pictures = Iterator[tuple[float, Image, Pose | None]]
BUMP_S = 2.5
FPS = 12


def raising(t: float) -> int:
    """Return how far the arms are raised by someone who moves quickly."""
    return ARMS_DEG[round((1 - abs(t % 2 - 1)) * (len(ARMS_DEG) - 1))]


def bumped(until_s: float = 6.0, *, over_s: float = 0.3, fps: float = FPS, **to: float) -> Pictures:
    """Yield a person raising their arms, before a camera that is moved from `BUMP_S` on."""
    for t in seconds(until_s, fps):
        part = min(max((t - BUMP_S) / over_s, 0.0), 1.0)
        how = {k: 1 + part * (v - 1) if k == "zoom" else part * v for k, v in to.items()}
        yield t, *seen(raising(t), grain=round(t * fps), **how)


def left_alone(
    until_s: float, change: Callable[[Image, float], Image], *, fps: float = FPS
) -> Pictures:
    """Yield a person before a still camera, with something else done to each picture."""
    for t in seconds(until_s, fps):
        image, pose = seen(raising(t), grain=round(t * fps))
        yield t, change(image, t), pose


@pytest.mark.parametrize(
    "to",
    [
        {"dx": 0.03},
        {"dx": -0.03, "dy": 0.03},
        {"dy": 0.08},
        {"dx": 0.12},
        {"roll": 3.0},
        {"roll": -10.0},
        {"zoom": 1.06},
        {"zoom": 0.93},
    ],
    ids=str,
)
def test_a_bump_is_noticed_within_half_a_second_of_its_end_and_rests_after_a_second(
    to: dict[str, float],
) -> None:
    ((start_s, end_s),) = watched(bumped(**to))
    assert BUMP_S < start_s <= BUMP_S + 0.3 + 0.5
    assert start_s + RESTS_S <= end_s <= BUMP_S + 0.3 + 0.5 + RESTS_S + 0.3


@pytest.mark.parametrize("to", [{"dx": 0.01}, {"roll": 0.8}, {"zoom": 1.01}], ids=str)
def test_a_tremble_of_the_table_moves_nothing(to: dict[str, float]) -> None:
    assert watched(bumped(**to)) == []


@pytest.mark.parametrize("fps", [5, 8, 60])
def test_it_is_noticed_at_any_rate_of_pictures(fps: int) -> None:
    assert len(watched(bumped(5.0, dx=0.06, fps=fps))) == 1
    assert watched(bumped(3.0, fps=fps)) == []


def test_a_jump_within_one_picture_is_noticed() -> None:
    ((start_s, _),) = watched(bumped(over_s=0.01, dx=-0.1))
    assert start_s < BUMP_S + 0.5


def test_a_camera_that_is_carried_moves_until_it_is_put_down() -> None:
    ((start_s, end_s),) = watched(bumped(8.0, over_s=3.0, dx=0.12, roll=8.0))
    assert start_s < BUMP_S + 1.5
    assert end_s > BUMP_S + 3.0 + 0.5


def test_a_slow_creep_is_noticed_though_no_two_pictures_differ_much() -> None:
    creeping = ((t, *seen(dx=0.06 * t / 30)) for t in seconds(30, 10))
    assert len(watched(creeping)) >= 1
    still = ((t, *seen(dx=0.01 * t / 30)) for t in seconds(30, 10))
    assert watched(still) == []


def test_a_video_from_the_hand_is_withheld_all_along_and_a_steady_hand_is_not() -> None:
    def hand(sway: float) -> Pictures:
        for t in seconds(6, FPS):
            yield t, *seen(raising(t), dx=sway * sin(pi * t), dy=0.7 * sway * sin(1.3 * pi * t))

    ((start_s, end_s),) = watched(hand(0.03))
    assert start_s < 1.0
    assert end_s == inf
    assert watched(hand(0.005)) == []


def dimmed(image: Image, t: float) -> Image:
    return np.asarray(image * (0.3 if t > 2 else 1.0), np.uint8)


def lamp(image: Image, t: float) -> Image:
    """Switch from the ceiling's light to a lamp on the right, whose shadow has a hard edge."""
    if t < 2:
        return image
    light = np.linspace(0.25, 1.1, image.shape[1])[None, :, None] * np.ones_like(image, float)
    light[:, : image.shape[1] // 3] *= 0.5
    return np.asarray(np.clip(image * light, 0, 255), np.uint8)


def exposed(image: Image, t: float) -> Image:
    return np.asarray(np.clip(image * (1 + 0.5 * sin(2 * t)), 0, 255), np.uint8)


def compressed(image: Image, t: float) -> Image:
    noisy = image + np.random.default_rng(round(100 * t)).normal(0, 12, image.shape)
    packed = cv2.imencode(".jpg", np.clip(noisy, 0, 255), [cv2.IMWRITE_JPEG_QUALITY, 15])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)


def curtain(image: Image, t: float) -> Image:
    moved = image.copy()
    moved[:, -160:] = np.roll(image[:, -160:], round(16 * sin(3 * t)), axis=1)
    return moved


def covered(image: Image, t: float) -> Image:
    return np.asarray(image * (0.01 if 2 < t < 4 else 1.0), np.uint8)


def frozen(image: Image, t: float) -> Image:
    return seen(grain=1)[0] if t > 2 else image


@pytest.mark.parametrize(
    "change",
    [dimmed, lamp, exposed, compressed, curtain, covered, frozen],
    ids=lambda f: f.__name__,
)
def test_what_is_not_the_camera_is_not_taken_for_it(
    change: Callable[[Image, float], Image],
) -> None:
    assert watched(left_alone(7.0, change)) == []


def checked(width: int) -> Image:
    """Return a strip of the picture's height in a bold check."""
    y, x = np.mgrid[:360, :width]
    bold = 127 + 100 * np.sign(np.sin(x / 7)) * np.sign(np.sin(y / 10))
    return np.repeat(bold[:, :, None], 3, axis=2).astype(np.uint8)


@pytest.mark.parametrize("width", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("crossing_s", [1.5, 3.0])
def test_somebody_in_a_bold_check_who_walks_through_is_no_camera(
    width: float, crossing_s: float
) -> None:
    strip = checked(round(640 * width))

    def with_them(image: Image, t: float) -> Image:
        left = round(-strip.shape[1] + (640 + strip.shape[1]) * (t - 2) / crossing_s)
        first, last = max(left, 0), min(left + strip.shape[1], 640)
        if first >= last:
            return image
        passed = image.copy()
        passed[:, first:last] = strip[:, first - left : last - left]
        return passed

    assert watched(left_alone(6.0, with_them)) == []


def test_the_person_themselves_is_no_camera_though_nobody_finds_them() -> None:
    def from_side_to_side() -> Pictures:
        for t in seconds(6, FPS):
            # The person alone moves: cut out of a shifted picture and laid over the still one.
            room, there = seen()[0], seen(dx=0.1 * sin(2 * t))[0]
            room[:, 200:440] = there[:, 200:440]
            yield t, room, None

    assert watched(from_side_to_side()) == []


@pytest.mark.parametrize("spread", [0.0, 3.0, 25.0])
def test_before_a_blank_wall_nothing_is_said(spread: float) -> None:
    def wall() -> Pictures:
        rng = np.random.default_rng(0)
        for t in seconds(5, FPS):
            light = 150 + 40 * np.linspace(0, 1, 640) + 20 * sin(3 * t)
            image = light[None, :, None] + rng.normal(0, spread, (360, 640, 3))
            yield t, np.clip(image, 0, 255).astype(np.uint8), None

    assert watched(wall()) == []


def test_another_room_altogether_is_a_camera_that_was_moved() -> None:
    def elsewhere() -> Pictures:
        for t in seconds(8, FPS):
            image, pose = seen(grain=round(t * FPS))
            there = np.random.default_rng(7).normal(0, 1, (360, 640)).astype(np.float32)
            blobs = cv2.normalize(cv2.GaussianBlur(there, (0, 0), 9), None, 0, 255, cv2.NORM_MINMAX)
            other = np.repeat(blobs.astype(np.uint8)[:, :, None], 3, axis=2)
            yield t, image if t < 3 else other, pose if t < 3 else None

    ((start_s, end_s),) = watched(elsewhere())
    assert 3 < start_s < 6
    assert end_s < 8


def test_a_camera_moved_while_its_lens_was_covered_is_noticed_after() -> None:
    def moved_unseen() -> Pictures:
        for t in seconds(7, FPS):
            image, pose = seen(dx=0.07 if t > 3 else 0.0)
            yield t, covered(image, t), pose

    ((start_s, _),) = watched(moved_unseen())
    assert 4 <= start_s < 4.6


def test_a_picture_of_another_shape_begins_anew_and_says_nothing() -> None:
    motion = CameraMotion()
    for t in seconds(3, FPS):
        assert not motion.look(*seen(), t)
    for t in seconds(6, FPS, 3.0):
        image, pose = seen(dx=0.1)
        assert not motion.look(np.ascontiguousarray(image[:, :480]), pose, t)


def test_the_same_picture_in_another_size_has_not_moved() -> None:
    def resized() -> Pictures:
        for t in seconds(5, FPS):
            image, pose = seen(grain=round(t * FPS))
            if t > 2.5:
                image = np.asarray(cv2.resize(image, (320, 180)), np.uint8)
                pose = Pose(pose.image / 2, pose.world)
            yield t, image, pose

    assert watched(resized()) == []


def test_times_that_repeat_go_back_or_leap_do_no_harm() -> None:
    rng = np.random.default_rng(3)
    motion = CameraMotion()
    t = 5.0
    for index in range(150):
        t += float(rng.choice([0.0, 0.07, 0.2, -0.3, -2.0, 4.0]))
        assert not motion.look(*seen(raising(index / FPS), grain=index), t)
    moved = [motion.look(*seen(dx=0.06), t + n / FPS) for n in range(15)]
    assert moved[-1]
    moved = [motion.look(*seen(dx=0.06), t - 60 + n / FPS) for n in range(30)]
    assert not any(moved[20:])


def test_with_the_least_of_pictures_nothing_is_said() -> None:
    motion = CameraMotion()
    for t in seconds(3, FPS):
        assert not motion.look(np.zeros((1, 1, 3), np.uint8), None, t)
    unseen = np.full((33, 4), np.nan)
    for t in seconds(6, FPS, 3.0):
        assert not motion.look(seen()[0], Pose(unseen, unseen), t)
