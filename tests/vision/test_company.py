"""Whether somebody else is in the picture."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.vision.stick_body import front_body, pose_of
from vision.company import Company
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.pose import Pose
from vision.zones import Zone, one_person


@pytest.fixture
def company() -> Iterator[Company]:
    with Company() as company:
        yield company


def looks(company: Company, clip: Path, every: int, count: int) -> list[bool]:
    """Return what every `every`th frame shows beside the person followed through all of them."""
    capture = cv2.VideoCapture(str(clip))
    fps = capture.get(cv2.CAP_PROP_FPS)
    found = []
    with Landmarker("lite") as landmarker:
        for index in range(every * count):
            image = np.ascontiguousarray(capture.read()[1][:, :, ::-1], dtype=np.uint8)
            frame = Frame(image, index / fps, index)
            pose = landmarker.detect(frame, one_person(image.shape[1], image.shape[0]))
            if index % every == every - 1:
                assert pose is not None
                found.append(company.others(frame, pose))
    capture.release()
    return found


def test_two_people_are_two(company: Company, clips: Path) -> None:
    assert all(looks(company, clips / "video" / "two_people_headtilt.mp4", every=10, count=5))


@pytest.mark.parametrize("clip", ["lateral_raise.mp4", "pose_squats.mp4"])
def test_one_person_among_furniture_is_one(company: Company, clips: Path, clip: str) -> None:
    assert not any(looks(company, clips / "video" / clip, every=10, count=5))


def test_anybody_is_company_where_nobody_is_followed(company: Company, clips: Path) -> None:
    picture = cv2.VideoCapture(str(clips / "video" / "lateral_raise.mp4")).read()[1]
    image = np.ascontiguousarray(picture[:, :, ::-1], dtype=np.uint8)
    assert company.others(Frame(image, 0.0, 0), None)
    assert not company.others(Frame(np.full_like(image, 90), 0.0, 0), None)


class Watcher:
    """Stands in for the pose model: notes where it is asked to look, and finds what it is told."""

    def __init__(self, found: Pose | None = None) -> None:
        self.zones: list[Zone] = []
        self._found = found

    def detect(self, _: Frame, zone: Zone) -> Pose | None:
        self.zones.append(zone)
        return self._found


@pytest.mark.parametrize("upright", [True, False])
def test_a_body_upside_down_is_furniture(
    company: Company, monkeypatch: pytest.MonkeyPatch, upright: bool
) -> None:
    body = front_body() if upright else 800 - front_body()
    monkeypatch.setattr(company, "_landmarker", Watcher(pose_of(body)))
    picture = np.zeros((720, 1280, 3), dtype=np.uint8)
    assert company.others(Frame(picture, 0.0, 0), pose_of(front_body())) is upright


# The body is 110 px wide and 635 px high, and leaves a room of 63.5 px free to either side.
@pytest.mark.parametrize(
    ("middle_px", "strips"),
    [
        (500, [(0.0, 381.5 / 1280), (618.5 / 1280, 1.0)]),
        (100, [(218.5 / 1280, 1.0)]),
        (1200, [(0.0, 1081.5 / 1280)]),
    ],
)
def test_it_looks_beside_the_person_where_there_is_room(
    company: Company,
    monkeypatch: pytest.MonkeyPatch,
    middle_px: int,
    strips: list[tuple[float, float]],
) -> None:
    watcher = Watcher()
    monkeypatch.setattr(company, "_landmarker", watcher)
    body = front_body()
    body[:, 0] += middle_px - 400
    picture = np.zeros((720, 1280, 3), dtype=np.uint8)
    assert not company.others(Frame(picture, 0.0, 0), pose_of(body))
    looked = [(zone.left, zone.left + zone.width) for zone in watcher.zones]
    np.testing.assert_allclose(looked, strips)
