"""A place keeps to whoever is there, whatever else the model would follow."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from tests.vision.stick_body import front_body, pose_of
from vision.frames import Frame
from vision.owner import SETTLES_S, STAYS_S
from vision.place_eye import ARMS_S, LET_GO_S, Look, PlaceEye
from vision.places import Body, core, zone_about
from vision.pose import Pose
from vision.zones import Zone

SIZE = (1280, 720)
FPS = 10.0


def standing(x: float, scale: float = 0.5) -> Pose:
    """Return a stick body with its shoulders about `x`, so many times its usual size."""
    body = front_body()
    body[:, :2] *= scale
    body[:, 0] += x - 400 * scale
    body[:, 1] += 200 - 200 * scale
    return pose_of(body)


OWNER_X, TRUNK_PX = 400.0, 106.0
PLACE = zone_about(Body(OWNER_X, 200.0, TRUNK_PX), 1, *SIZE)


@dataclass
class Model:
    """Stands in for the pose model as it is: it goes on following whom it follows.

    `there` are the people in the picture, the one it would take up first. Whoever is followed is
    lost where they are not shown.
    """

    there: list[Pose] = field(default_factory=list)
    followed: int | None = None
    shown: list[bool] = field(default_factory=list)

    def detect(self, frame: Frame, zone: Zone, *, only: Zone | None = None) -> Pose | None:
        self.shown.append(only is None)
        seen = [self._shown(pose, only or zone) for pose in self.there]
        if self.followed is not None and not (self.followed < len(seen) and seen[self.followed]):
            self.followed = None
        if self.followed is None:
            self.followed = next((row for row, shown in enumerate(seen) if shown), None)
        return None if self.followed is None else self.there[self.followed]

    def close(self) -> None: ...

    @staticmethod
    def _shown(pose: Pose, within: Zone) -> bool:
        left, _, right, _ = within.pixels(*SIZE)
        return left <= float(pose.image[[11, 12], 0].mean()) <= right


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Model:
    found = Model()
    monkeypatch.setattr("vision.place_eye.Landmarker", lambda size: found)
    return found


def looks(
    eye: PlaceEye,
    model: Model,
    there: Callable[[float], list[Pose]],
    seconds: float,
    *,
    since_s: float = 0.0,
    others: tuple[Body, ...] = (),
) -> list[Look]:
    found = []
    for n in range(round(seconds * FPS)):
        t = since_s + n / FPS
        model.there = there(t)
        frame = Frame(np.zeros((SIZE[1], SIZE[0], 3), np.uint8), t, round(t * FPS))
        found.append(eye.look(frame, others))
    return found


def test_whoever_is_in_the_middle_is_met_though_somebody_else_comes_first(model: Model) -> None:
    neighbour, owner = standing(OWNER_X + 170, 0.7), standing(OWNER_X)
    found = looks(PlaceEye(PLACE), model, lambda t: [neighbour, owner], 2.0)
    assert all(look.body is not None and look.body.x == OWNER_X for look in found)
    assert not any(look.stranger for look in found)


def test_who_walks_past_and_takes_the_model_along_is_let_go_within_a_second(model: Model) -> None:
    eye, owner = PlaceEye(PLACE), standing(OWNER_X)
    looks(eye, model, lambda t: [owner], 2.0)

    def passed(t: float) -> list[Pose]:
        return [standing(OWNER_X + 260 * (t - 2.5), 0.8), owner]

    model.followed = None  # the model takes up the passer-by, who is before the owner
    found = looks(eye, model, passed, 3.0, since_s=2.0)
    owners = [look.pose is not None for look in found]
    assert all(look.body is None or look.body.x == OWNER_X for look in found)
    assert all(owners[-15:])
    assert owners.count(False) <= FPS


def test_somebody_of_another_size_is_not_taken_for_them_until_they_have_stayed(
    model: Model,
) -> None:
    eye = PlaceEye(PLACE)
    looks(eye, model, lambda t: [standing(OWNER_X)], 2.0)
    found = looks(eye, model, lambda t: [standing(OWNER_X, 0.8)], STAYS_S + 1, since_s=2.0)
    taken = [look.pose is not None for look in found]
    assert not any(taken[: round(STAYS_S * FPS) - 1])
    assert all(look.stranger for look in found[: round(STAYS_S * FPS) - 1])
    assert taken[-1]


def test_a_stranger_is_looked_past_after_a_while(model: Model) -> None:
    eye = PlaceEye(PLACE)
    looks(eye, model, lambda t: [standing(OWNER_X)], 2.0)
    model.shown.clear()
    looks(eye, model, lambda t: [standing(OWNER_X, 0.8)], 2 * LET_GO_S, since_s=2.0)
    assert not all(model.shown)


def test_who_moves_slowly_about_their_place_is_kept_and_who_leaves_it_is_not(model: Model) -> None:
    eye = PlaceEye(PLACE)
    reach = 0.25 * PLACE.width * SIZE[0]

    def about(t: float) -> list[Pose]:
        return [standing(OWNER_X + reach * np.sin(t / 2))]

    looks(eye, model, about, 0.5, since_s=-0.5)
    assert all(look.pose is not None for look in looks(eye, model, about, 12.0))
    away = lambda t: [standing(OWNER_X + 2 * reach)]  # noqa: E731
    assert not any(look.pose is not None for look in looks(eye, model, away, 2.0, since_s=12.0))


def test_the_body_of_another_place_is_not_taken(model: Model) -> None:
    others = (Body(OWNER_X + 5, 200.0, TRUNK_PX),)
    found = looks(PlaceEye(PLACE), model, lambda t: [standing(OWNER_X)], 1.0, others=others)
    assert not any(look.pose is not None for look in found)


def test_an_empty_place_is_looked_at_once_a_frame_and_is_nobody_s(model: Model) -> None:
    found = looks(PlaceEye(PLACE), model, lambda t: [], 1.0)
    assert not any(look.pose is not None or look.stranger for look in found)
    assert len(model.shown) == len(found)


def test_the_middle_of_a_place_leaves_out_who_stands_a_mat_farther() -> None:
    left, _, right, _ = core(PLACE).pixels(*SIZE)
    assert right - left < 1.2 / 0.5 * TRUNK_PX


def test_a_limb_that_leapt_is_not_believed_and_an_exchange_of_sides_is_left_to_be_mended(
    model: Model,
) -> None:
    eye, arms_out = PlaceEye(PLACE), standing(OWNER_X)
    arms_out.image[[13, 15], :2] = arms_out.image[11, :2] + np.array([[50.0, 0.0], [100.0, 0.0]])
    exchanged = Pose(arms_out.image.copy(), arms_out.world)
    exchanged.image[11::2], exchanged.image[12::2] = arms_out.image[12::2], arms_out.image[11:32:2]
    leapt = Pose(arms_out.image.copy(), arms_out.world)
    leapt.image[[13, 15], :2] = leapt.image[11, :2] + np.array([[0.0, -50.0], [0.0, -100.0]])
    looks(eye, model, lambda t: [arms_out], 2.0)
    assert looks(eye, model, lambda t: [exchanged], 0.1, since_s=2.0)[0].pose is exchanged
    (look,) = looks(eye, model, lambda t: [leapt], 0.1, since_s=2.1)
    assert look.pose is None
    assert look.body is not None
    assert looks(eye, model, lambda t: [arms_out], 0.1, since_s=2.2)[0].pose is arms_out


class ClingingModel(Model):
    """Goes on following whom it follows into the grey, until nobody at all is shown to it."""

    def detect(self, frame: Frame, zone: Zone, *, only: Zone | None = None) -> Pose | None:
        narrow = only is not None and only.width < 0.1 * zone.width
        if self.followed is None or narrow or self.followed >= len(self.there):
            return super().detect(frame, zone, only=only)
        self.shown.append(only is None)
        return self.there[self.followed]


def test_whom_the_model_follows_into_the_grey_is_let_go_for_whoever_is_in_the_middle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clinging = ClingingModel()
    monkeypatch.setattr("vision.place_eye.Landmarker", lambda size: clinging)
    eye, there = PlaceEye(PLACE), [standing(OWNER_X + 170, 0.7), standing(OWNER_X)]
    clinging.there, clinging.followed = there, 0
    found = looks(eye, clinging, lambda t: there, 1.0)
    assert all(look.body is not None and look.body.x == OWNER_X for look in found)


def test_after_somebody_else_whoever_is_here_is_found_before_they_are_measured(
    model: Model,
) -> None:
    eye = PlaceEye(PLACE)
    looks(eye, model, lambda t: [standing(OWNER_X)], 2.0)
    looks(eye, model, lambda t: [standing(OWNER_X, 0.8)], 0.2, since_s=2.0)
    found = looks(eye, model, lambda t: [standing(OWNER_X)], 1.0, since_s=2.2)
    assert all(look.body is not None and look.body.x == OWNER_X for look in found)
    measured = [look.pose is not None for look in found]
    assert not measured[0]
    assert all(measured[round((SETTLES_S + ARMS_S) * FPS) :])


def test_who_is_back_where_they_were_is_found_at_the_second_look(model: Model) -> None:
    eye = PlaceEye(PLACE)
    looks(eye, model, lambda t: [standing(OWNER_X)], 2.0)
    looks(eye, model, lambda t: [standing(OWNER_X + 80)], 0.2, since_s=2.0)  # carried along
    found = looks(eye, model, lambda t: [standing(OWNER_X)], 2.0, since_s=2.2)
    assert all(look.body is not None for look in found[1:])
    assert found[1].pose is None
    assert found[-1].pose is not None


def test_who_walks_through_a_place_is_not_found_there(model: Model) -> None:
    eye = PlaceEye(PLACE)
    looks(eye, model, lambda t: [standing(OWNER_X)], 2.0)
    found = looks(eye, model, lambda t: [standing(OWNER_X + 370 * (t - 2.3))], 0.6, since_s=2.0)
    assert not any(look.body is not None for look in found)
