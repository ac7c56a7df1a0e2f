"""Only the tested weights and the tested library are let in."""

from importlib import metadata
from pathlib import Path

import pytest

from vision import models
from vision.models import (
    MEDIAPIPE_VERSION,
    ModelError,
    ModelSize,
    check_mediapipe,
    checked_model,
    model_path,
)

SIZES: tuple[ModelSize, ...] = ("full", "lite")


@pytest.mark.parametrize("size", SIZES)
def test_the_shipped_bundles_are_the_ones_tested(size: ModelSize) -> None:
    assert checked_model(size) == model_path(size)


def test_one_flipped_bit_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(model_path("lite").read_bytes())
    content[len(content) // 2] ^= 1
    monkeypatch.setattr(models, "_FOLDER", tmp_path)
    model_path("lite").write_bytes(content)
    with pytest.raises(ModelError) as caught:
        checked_model("lite")
    assert "pose_landmarker_lite.task is altered or damaged" in str(caught.value)
    assert "reinstall unhurried" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_bundle_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "_FOLDER", tmp_path)
    with pytest.raises(ModelError, match=r"pose_landmarker_full\.task is missing: reinstall"):
        checked_model("full")


def test_a_bundle_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "_FOLDER", tmp_path)
    model_path("full").mkdir()
    with pytest.raises(ModelError, match=r"pose_landmarker_full\.task cannot be read"):
        checked_model("full")


def test_the_installed_library_is_the_one_tested() -> None:
    check_mediapipe()


@pytest.mark.parametrize("version", ["0.10.35", "0.10.32", "1.0.0"])
def test_every_other_release_is_refused_with_the_reason(
    version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: version)
    with pytest.raises(ModelError) as caught:
        check_mediapipe()
    line = str(caught.value)
    assert line.startswith(f"mediapipe {version} is installed")
    assert "report usage" in line
    assert line.endswith(f"pip install mediapipe=={MEDIAPIPE_VERSION}")
    assert "\n" not in line


def test_an_absent_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", absent)
    with pytest.raises(ModelError, match=f"mediapipe {MEDIAPIPE_VERSION} is not installed"):
        check_mediapipe()
