"""Recordings of landmarks: written, replayed, and refused where they are not what they say."""

import contextlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

import vision.replay
from vision.frames import Frame
from vision.pose import Pose
from vision.replay import Replay, save_replay
from vision.source import SourceError


def pose(seed: int) -> Pose:
    rng = np.random.default_rng(seed)
    return Pose(rng.uniform(0.0, 500.0, (33, 4)), rng.uniform(-1.0, 1.0, (33, 4)))


def read_all(path: Path) -> tuple[Replay, list[Frame]]:
    with Replay(path) as replay:
        return replay, list(iter(replay.read, None))


def arrays(count: int = 3) -> dict[str, NDArray[Any]]:
    """Return the arrays of a recording that is as it has to be."""
    return {
        "format": np.array(1),
        "time_s": np.arange(count) / 30.0,
        "image": np.ones((count, 33, 4)),
        "world": np.ones((count, 33, 4)),
        "size": np.array([64, 48]),
    }


def write(path: Path, changed: dict[str, Any]) -> Path:
    kept = {name: array for name, array in (arrays() | changed).items() if array is not None}
    np.savez(path, **kept)
    return path


def test_what_was_saved_comes_back_exactly(tmp_path: Path) -> None:
    path = tmp_path / "seen.npz"
    poses = [pose(1), None, pose(2)]
    save_replay(path, [0.0, 0.5, 0.75], poses, (1280, 720))
    replay, frames = read_all(path)
    assert (replay.name, replay.size, replay.frame_count) == ("seen.npz", (1280, 720), 3)
    assert replay.fps == pytest.approx(2 / 0.75)
    assert [frame.time_s for frame in frames] == [0.0, 0.5, 0.75]
    for frame, saved in zip(frames, poses, strict=True):
        assert frame.recorded is not None
        (played,) = frame.recorded
        assert (played is None) is (saved is None)
        if played is not None and saved is not None:
            assert np.array_equal(played.image, saved.image)
            assert np.array_equal(played.world, saved.world)


def test_whether_the_model_had_smoothed_a_pose_is_kept_with_it(tmp_path: Path) -> None:
    path = tmp_path / "seen.npz"
    rough = replace(pose(1), smoothed=False)
    save_replay(path, [0.0, 0.1, 0.2], [rough, None, pose(2)], (64, 48))
    played = [frame.recorded[0] for frame in read_all(path)[1] if frame.recorded is not None]
    assert [one and one.smoothed for one in played] == [False, None, True]


def test_a_recording_that_does_not_say_was_smoothed_by_the_model(tmp_path: Path) -> None:
    _, frames = read_all(write(tmp_path / "old.npz", {}))
    assert all(f.recorded and f.recorded[0] and f.recorded[0].smoothed for f in frames)


def test_a_recording_that_says_it_of_some_frames_only_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "odd.npz", {"smoothed": np.ones(2, np.uint8)})
    with pytest.raises(SourceError, match="smoothed"):
        Replay(path)


def test_the_picture_is_one_dark_ground_for_all(tmp_path: Path) -> None:
    path = tmp_path / "seen.npz"
    save_replay(path, [0.0, 1.0], [pose(1), pose(2)], (64, 48))
    _, (first, second) = read_all(path)
    assert first.image is second.image
    assert not first.image.any()
    assert not first.image.flags.writeable


def test_a_recording_of_one_moment_states_no_rate(tmp_path: Path) -> None:
    path = tmp_path / "one.npz"
    save_replay(path, [0.0], [pose(1)], (64, 48))
    assert Replay(path).fps == 0.0


@settings(max_examples=20)
@given(
    gaps=st.lists(st.floats(1e-4, 10.0), min_size=1, max_size=8),
    seen=st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_any_recording_goes_round(
    tmp_path_factory: pytest.TempPathFactory, gaps: list[float], seen: list[bool]
) -> None:
    path = tmp_path_factory.getbasetemp() / "round.npz"
    times = np.cumsum(gaps).tolist()
    poses = [pose(i) if seen[i] else None for i in range(len(times))]
    save_replay(path, times, poses, (64, 48))
    _, frames = read_all(path)
    assert [frame.time_s for frame in frames] == times
    assert [frame.recorded is not None and frame.recorded[0] is not None for frame in frames] == [
        saved is not None for saved in poses
    ]


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"time_s": None}, "is not a recording: it has no time_s"),
        ({"format": np.array(2)}, "its format is not 1"),
        ({"format": np.array([1, 1])}, "its format is not 1"),
        ({"time_s": np.zeros((3, 1))}, "no list of 1 to"),
        ({"time_s": np.array([0.0, 0.1, 0.1])}, "times do not rise"),
        ({"time_s": np.array([-1.0, 0.1, 0.2])}, "times do not rise from 0 up"),
        ({"time_s": np.array([0.0, np.nan, 0.2])}, "times do not rise"),
        ({"time_s": np.array(["a", "b", "c"])}, "not all numbers"),
        ({"image": np.ones((2, 33, 4))}, r"not both \(3, 33, 4\)"),
        ({"world": np.ones((3, 17, 4))}, r"not both \(3, 33, 4\)"),
        ({"world": np.full((3, 33, 4), np.inf)}, "frame 0 is partly not numbers"),
        ({"image": np.full((3, 33, 4), np.nan)}, "frame 0 is partly not numbers"),
        ({"size": np.array([0, 48])}, "its size is not"),
        ({"size": np.array([64, 1_000_000])}, "its size is not"),
        ({"size": np.array([64.0, np.nan])}, "its size is not"),
        ({"size": np.array(64)}, "its size is not"),
        ({"time_s": np.array([0.0, 0.1, object()], dtype=object)}, "is not a recording"),
    ],
)
def test_a_recording_with_a_fault_is_refused_in_one_line(
    tmp_path: Path, changed: dict[str, Any], line: str
) -> None:
    path = write(tmp_path / "seen.npz", changed)
    with pytest.raises(SourceError, match=line) as refused:
        Replay(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_empty_recording_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "none.npz", arrays(0))
    with pytest.raises(SourceError, match="no list of 1 to"):
        Replay(path)


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "seen.npz"
    path.write_text("time,angle\n", encoding="utf-8")
    with pytest.raises(SourceError, match="is not a recording, or is damaged"):
        Replay(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened: No such file"):
        Replay(tmp_path / "seen.npz")


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_cut_recording_is_refused(tmp_path: Path, part: float) -> None:
    path = write(tmp_path / "seen.npz", {})
    data = path.read_bytes()
    path.write_bytes(data[: int(part * len(data))])
    with pytest.raises(SourceError, match="is not a recording, or is damaged"):
        Replay(path)


@settings(max_examples=60)
@given(at=st.integers(0, 5000), value=st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, at: int, value: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "flipped.npz"
    save_replay(path, [0.0, 0.1], [pose(1), pose(2)], (64, 48))
    data = bytearray(path.read_bytes())
    data[at % len(data)] = value
    path.write_bytes(data)
    frames = None
    with contextlib.suppress(SourceError):
        _, frames = read_all(path)
    assert frames is None or len(frames) == 2


def test_one_larger_than_a_recording_may_be_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bomb.npz"
    zeros = io.BytesIO()
    np.save(zeros, np.zeros(1_000_000))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("time_s.npy", zeros.getvalue())
    monkeypatch.setattr(vision.replay, "_MAX_BYTES", 1_000_000)
    with pytest.raises(SourceError, match="longer than an hour"):
        Replay(path)


def test_one_that_claims_more_than_it_holds_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "seen.npz", {})
    claim = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        claim, {"descr": "<f8", "fortran_order": False, "shape": (10**15,)}
    )
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (members | {"time_s.npy": claim.getvalue()}).items():
            archive.writestr(name, data)
    with pytest.raises(SourceError, match="is not a recording, or is damaged"):
        Replay(path)


@pytest.mark.parametrize(
    ("times", "size"), [([0.1, 0.1], (64, 48)), ([0.0, 0.1], (0, 48)), ([0.0], (64, 48))]
)
def test_what_could_not_be_replayed_is_not_saved(
    tmp_path: Path, times: list[float], size: tuple[int, int]
) -> None:
    with pytest.raises(ValueError, match=r"times do not rise|size is not|not both"):
        save_replay(tmp_path / "seen.npz", times, [pose(1), pose(2)], size)
    assert not (tmp_path / "seen.npz").exists()
