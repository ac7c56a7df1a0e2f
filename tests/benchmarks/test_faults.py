"""What stops the benchmark stops it with one line that says what to do."""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.recorded import of_truth, recorded

recordings = of_truth("recordings")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which recordings are kept."""
    monkeypatch.setattr(recordings, "FOLDER", tmp_path)
    return tmp_path


def stopped(monkeypatch: pytest.MonkeyPatch, *options: str) -> str:
    """Return with what words the benchmark stops."""
    monkeypatch.setattr(sys, "argv", ["accuracy.py", *options])
    with pytest.raises(SystemExit) as end:
        import_module("accuracy").main()
    return str(end.value.code)


@pytest.mark.usefixtures("folder")
def test_nothing_painted_yet_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    said = stopped(monkeypatch, "--kept")
    assert "run without --kept" in said
    assert "\n" not in said


def test_a_recording_that_was_cut_off_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = of_truth("scenes").left_out_scenes(1)[0]
    cut = folder / f"{recordings.FORMAT}-{first.name}.npz"
    np.savez_compressed(cut, times_s=np.arange(100.0))
    cut.write_bytes(cut.read_bytes()[:-60])
    said = stopped(monkeypatch, "--kept", "--rounds", "1")
    assert str(cut) in said
    assert "delete it" in said
    assert "\n" not in said


def test_what_is_kept_comes_back_as_it_was(folder: Path) -> None:
    one = recorded("heels, standing")
    parts = {name: getattr(one, name) for name in ("times_s", "image", "world", "exact")}
    np.savez_compressed(folder / f"{recordings.FORMAT}-{one.scene.name}.npz", **parts)
    assert recordings.kept(one.scene)
    (found,) = recordings.recordings([one.scene])
    for name, part in parts.items():
        np.testing.assert_array_equal(getattr(found, name), part)
