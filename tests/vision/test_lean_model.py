"""The pose model without the outline of the body finds the same landmarks, to the bit."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from vision.chatter import without_chatter
from vision.landmarker import Landmarker
from vision.lean_model import lean_asset, without_outline
from vision.models import ModelSize, checked_model
from vision.video import VideoFile
from vision.zones import Zone

WHOLE = Zone(number=1, left=0.0, top=0.0, width=1.0, height=1.0)


@pytest.mark.parametrize("size", ["lite", "full"])
def test_every_landmark_is_the_one_of_the_shipped_model(size: ModelSize, clips: Path) -> None:
    import mediapipe
    from mediapipe.tasks.python import BaseOptions, vision

    with without_chatter():
        shipped = vision.PoseLandmarker.create_from_options(
            vision.PoseLandmarkerOptions(
                base_options=BaseOptions(model_asset_path=str(checked_model(size))),
                running_mode=vision.RunningMode.VIDEO,
            )
        )
    with Landmarker(size) as lean, VideoFile(clips / "video" / "lateral_raise.mp4") as film:
        for _ in range(4):
            frame = film.read()
            assert frame is not None
            pose = lean.detect(frame, WHOLE)
            assert pose is not None
            picture = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=frame.image)
            found = shipped.detect_for_video(picture, round(1000 * frame.time_s))
            world = [(m.x, m.y, m.z, m.visibility) for m in found.pose_world_landmarks[0]]
            inside = [(m.x, m.y, m.z, m.visibility) for m in found.pose_landmarks[0]]
            np.testing.assert_array_equal(pose.world, world)
            height, width = frame.image.shape[:2]
            np.testing.assert_array_equal(pose.image, inside * np.array([width, height, width, 1]))
    shipped.close()


def test_only_what_the_outline_alone_is_worked_out_by_is_left_out() -> None:
    from mediapipe.tasks.metadata import schema_py_generated as schema

    with zipfile.ZipFile(checked_model("lite")) as shipped:
        whole = shipped.read("pose_landmarks_detector.tflite")
    graphs = [
        schema.Model.GetRootAs(model, 0).Subgraphs(0) for model in (whole, without_outline(whole))
    ]
    counts = [graph.OperatorsLength() for graph in graphs]
    names = [[graph.Tensors(t).Name() for t in graph.OutputsAsNumpy()] for graph in graphs]
    assert counts == [305, 258]
    assert names[1] == [*names[0][:2], b"outline", *names[0][3:]]


def test_where_a_system_has_no_files_in_memory_the_bundle_is_handed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    lean_asset.cache_clear()
    try:
        handed = lean_asset(checked_model("lite"))
        assert isinstance(handed, bytes)
        with (
            zipfile.ZipFile(checked_model("lite")) as shipped,
            zipfile.ZipFile(BytesIO(handed)) as lean,
        ):
            assert shipped.namelist() == lean.namelist()
            assert shipped.read("pose_detector.tflite") == lean.read("pose_detector.tflite")
        with Landmarker("lite") as landmarker:
            assert not landmarker._closed
    finally:
        lean_asset.cache_clear()
