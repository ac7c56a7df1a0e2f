"""The real pose model on real pictures, and what it must never be handed."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from vision import models
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.measures import INDEX
from vision.measuring import measure_all
from vision.models import ModelError
from vision.pose import Pose
from vision.zones import Zone, one_person

WHOLE = Zone(number=1, left=0.0, top=0.0, width=1.0, height=1.0)
BLANK = np.full((240, 320, 3), 128, dtype=np.uint8)


@pytest.fixture
def landmarker() -> Iterator[Landmarker]:
    with Landmarker("lite") as landmarker:
        yield landmarker


def frames(clip: Path, start_s: float, count: int) -> list[Frame]:
    """Return `count` frames of a clip from `start_s` on, with the times of the clip."""
    capture = cv2.VideoCapture(str(clip))
    fps = capture.get(cv2.CAP_PROP_FPS)
    first = round(start_s * fps)
    capture.set(cv2.CAP_PROP_POS_FRAMES, first)
    taken = []
    for index in range(first, first + count):
        read, picture = capture.read()
        assert read
        image = np.ascontiguousarray(picture[:, :, ::-1], dtype=np.uint8)
        taken.append(Frame(image, index / fps, index))
    capture.release()
    return taken


def shown(image: NDArray[np.uint8], time_s: float = 0.0) -> Frame:
    return Frame(image, time_s, 0)


def same(one: Pose | None, other: Pose | None) -> bool:
    return one is not None and other is not None and np.allclose(one.image, other.image, atol=1e-6)


def test_arms_at_the_top_of_a_lateral_raise(clips: Path) -> None:
    with Landmarker("full") as landmarker:
        for frame in frames(clips / "video" / "lateral_raise.mp4", 2.3, 7):
            pose = landmarker.detect(frame, one_person(1280, 720))
    assert pose is not None
    assert pose.image.shape == pose.world.shape == (33, 4)
    values = measure_all(pose.image, np.ones(33, dtype=np.bool_), "front")
    for side in ("left", "right"):
        assert values[INDEX[f"shoulder_abduction_{side}"]] == pytest.approx(100, abs=10)
    left, right = pose.image[11], pose.image[12]
    assert left[0] > right[0]  # faces the camera, not mirrored
    assert np.hypot(*(pose.world[11] - pose.world[12])[:2]) == pytest.approx(0.35, abs=0.1)


def test_a_zone_is_mapped_back_onto_the_whole_frame(clips: Path) -> None:
    frame = frames(clips / "video" / "lateral_raise.mp4", 2.5, 1)[0]
    with Landmarker("full", mode="image") as landmarker:
        whole = landmarker.detect(frame, WHOLE)
        zoned = landmarker.detect(frame, Zone(number=1, left=0.2, top=0.0, width=0.6, height=1.0))
    assert whole is not None
    assert zoned is not None
    trunk_and_arms = slice(11, 17)
    apart = np.abs(whole.image[trunk_and_arms] - zoned.image[trunk_and_arms])
    assert apart[:, :2].max() < 12  # px of 1280
    # Depth is far noisier; its scale shows at the nose, well before the hips.
    assert zoned.image[0, 2] == pytest.approx(whole.image[0, 2], rel=0.15)


def test_an_odd_crop_of_a_flipped_view_equals_its_copy(clips: Path) -> None:
    image = frames(clips / "video" / "lateral_raise.mp4", 2.5, 1)[0].image
    view = image[::-1, ::-1][::-1, ::-1][:, 3:1276]  # odd width, not contiguous
    assert not view.flags.c_contiguous
    zone = Zone(number=1, left=0.1, top=0.0, width=0.7003, height=1.0)
    with Landmarker("full", mode="image") as landmarker:
        assert same(
            landmarker.detect(shown(view), zone),
            landmarker.detect(shown(np.ascontiguousarray(view)), zone),
        )


def test_an_empty_picture_is_refused_and_does_no_harm(landmarker: Landmarker, clips: Path) -> None:
    taken = frames(clips / "video" / "lateral_raise.mp4", 2.4, 3)
    assert landmarker.detect(taken[0], WHOLE) is not None
    for empty in (taken[1].image[:0], taken[1].image[:, :0]):
        with pytest.raises(ValueError, match="not an RGB picture"):
            landmarker.detect(shown(empty, 3.0), WHOLE)
    assert landmarker.detect(taken[2], WHOLE) is not None


@pytest.mark.parametrize(
    "image", [BLANK[..., 0], BLANK.astype(np.float32), np.zeros((24, 32, 4), dtype=np.uint8)]
)
def test_another_kind_of_array_is_refused(landmarker: Landmarker, image: NDArray[np.uint8]) -> None:
    with pytest.raises(ValueError, match="not an RGB picture"):
        landmarker.detect(shown(image), WHOLE)


def test_time_that_stands_still_or_steps_back_is_borne(landmarker: Landmarker) -> None:
    for time_s in (5.0, 5.0, 4.0, 5.0004, 0.0):
        assert landmarker.detect(shown(BLANK, time_s), WHOLE) is None


def test_frames_may_change_size_on_the_way(landmarker: Landmarker, clips: Path) -> None:
    for frame, size in zip(
        frames(clips / "video" / "lateral_raise.mp4", 2.4, 4),
        itertools.cycle([(1280, 720), (641, 360)]),
        strict=False,
    ):
        smaller = np.asarray(cv2.resize(frame.image, size), dtype=np.uint8)
        pose = landmarker.detect(shown(smaller, frame.time_s), WHOLE)
        assert pose is not None
        nose = pose.image[0, :2] / size
        np.testing.assert_allclose(nose, (0.51, 0.17), atol=0.05)


def test_a_single_pixel_is_nobody(landmarker: Landmarker) -> None:
    assert landmarker.detect(shown(BLANK[:1, :1]), WHOLE) is None


def test_nothing_is_found_after_it_is_closed() -> None:
    landmarker = Landmarker("lite")
    landmarker.close()
    landmarker.close()
    with pytest.raises(RuntimeError, match="closed"):
        landmarker.detect(shown(BLANK), WHOLE)


def test_altered_weights_are_never_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_FOLDER", tmp_path)
    models.model_path("full").write_bytes(b"altered")
    with pytest.raises(ModelError, match="altered"):
        Landmarker("full")


def test_mediapipe_is_imported_late_and_speaks_quietly() -> None:
    script = (
        "import sys, numpy as np\n"
        "from vision.landmarker import Landmarker\n"
        "from vision.frames import Frame\n"
        "from vision.zones import Zone\n"
        "assert 'mediapipe' not in sys.modules\n"
        "with Landmarker('lite') as landmarker:\n"
        "    frame = Frame(np.zeros((120, 160, 3), np.uint8), 0.0, 0)\n"
        "    assert landmarker.detect(frame, Zone(1, 0.0, 0.0, 1.0, 1.0)) is None\n"
        "assert 'mediapipe' in sys.modules\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
