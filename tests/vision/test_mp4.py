"""The stated length of an MP4."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vision.specimens import front_loaded, write_video
from vision.mp4 import stated_seconds
from vision.video import VideoFile


def box(kind: bytes, contents: bytes) -> bytes:
    return struct.pack(">I4s", len(contents) + 8, kind) + contents


def movie(track_ticks: int, *, wide: bool = False, handler: bytes = b"vide") -> bytes:
    """Return the smallest header that states a track's length in ticks of 1/600 s."""
    if wide:
        mvhd = box(b"mvhd", b"\1\0\0\0" + struct.pack(">QQIQ", 0, 0, 600, track_ticks))
        tkhd = box(b"tkhd", b"\1\0\0\0" + struct.pack(">QQIIQ", 0, 0, 1, 0, track_ticks))
    else:
        mvhd = box(b"mvhd", b"\0\0\0\0" + struct.pack(">IIII", 0, 0, 600, track_ticks))
        tkhd = box(b"tkhd", b"\0\0\0\0" + struct.pack(">IIIII", 0, 0, 1, 0, track_ticks))
    mdia = box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12)))
    return box(b"moov", mvhd + box(b"trak", tkhd + mdia))


def stated(folder: Path, data: bytes) -> float | None:
    path = folder / "clip.mp4"
    path.write_bytes(data)
    return stated_seconds(path)


@pytest.mark.parametrize("wide", [False, True])
def test_the_track_states_its_length(tmp_path: Path, wide: bool) -> None:
    assert stated(tmp_path, box(b"ftyp", b"isom") + movie(1500, wide=wide)) == 2.5


def test_pictures_with_a_wide_size_are_stepped_over(tmp_path: Path) -> None:
    pictures = struct.pack(">I4sQ", 1, b"mdat", 16 + 40) + bytes(40)
    assert stated(tmp_path, pictures + movie(600)) == 1.0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF\0\0\0\0AVI LIST",
        movie(600, handler=b"soun"),
        movie(0),
        movie(0xFFFFFFFF),
        movie(600)[:60],
        b"\0" * 64,
        b"\xff" * 64,
    ],
    ids=["empty", "avi", "sound only", "zero", "unknown", "cut", "zeros", "ones"],
)
def test_what_states_no_length_gives_none(tmp_path: Path, data: bytes) -> None:
    assert stated(tmp_path, data) is None


@given(at=st.integers(0, len(movie(600)) - 1), value=st.integers(0, 255))
def test_a_damaged_header_never_raises(
    tmp_path_factory: pytest.TempPathFactory, at: int, value: int
) -> None:
    data = bytearray(movie(600))
    data[at] = value
    seconds = stated(tmp_path_factory.getbasetemp(), bytes(data))
    assert seconds is None or seconds > 0.0


def test_a_written_video_states_its_length(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", count=45, fps=15.0)
    assert stated_seconds(path) == pytest.approx(3.0, abs=0.01)
    assert stated_seconds(front_loaded(path)) == pytest.approx(3.0, abs=0.01)


def test_a_clip_trimmed_on_a_phone_is_whole(tmp_path: Path) -> None:
    # The phone keeps all 60 frames and adds an edit list that shows the last 30 of them.
    path = write_video(tmp_path / "trimmed.mp4", count=60)
    data = bytearray(path.read_bytes())
    edits, track = data.index(b"elst"), data.index(b"tkhd")
    timescale = struct.unpack_from(">I", data, data.index(b"mvhd") + 16)[0]
    media_timescale = struct.unpack_from(">I", data, data.index(b"mdhd") + 16)[0]
    struct.pack_into(">I", data, track + 24, timescale)
    struct.pack_into(">Ii", data, edits + 12, timescale, media_timescale)
    path.write_bytes(data)
    with VideoFile(path) as video:
        frames = list(iter(video.read, None))
    assert video.frame_count == 30
    assert 28 <= len(frames) <= 32
    assert frames[0].time_s == 0.0
    assert not video.incomplete
