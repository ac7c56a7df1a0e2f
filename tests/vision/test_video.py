"""Video files: whole, turned, cut short, damaged, or no videos at all."""

import os
import random
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.vision.specimens import front_loaded, grainy, write_video
from vision.frames import Frame
from vision.source import SourceError
from vision.video import VideoFile

# The matrices that phones write into the track header for pictures turned clockwise (ISO/IEC
# 14496-12), as a, b, c, d of x' = ax + cy, y' = bx + dy.
TURNS = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}


def read_all(path: Path) -> tuple[VideoFile, list[Frame]]:
    with VideoFile(path) as video:
        return video, list(iter(video.read, None))


def turn(path: Path, degrees: int) -> Path:
    """Mark an MP4 as filmed with the phone turned, as its maker would."""
    data = bytearray(path.read_bytes())
    a, b, c, d = (number << 16 for number in TURNS[degrees])
    matrix = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    place = data.index(b"tkhd") + 44
    data[place : place + len(matrix)] = matrix
    path.write_bytes(data)
    return path


def overwrite(path: Path, start: float, stop: float) -> Path:
    """Put noise in place of a part of the file, given in fractions of its length."""
    data = bytearray(path.read_bytes())
    first, last = int(start * len(data)), int(stop * len(data))
    data[first:last] = random.Random(7).randbytes(last - first)
    path.write_bytes(data)
    return path


def set_times(path: Path, runs: list[tuple[int, int]]) -> Path:
    """Rewrite an MP4's frame durations as runs of (frames, ticks of 1/15360 s), at its end."""
    data = path.read_bytes()
    table = struct.pack(">4sII", b"stts", 0, len(runs))
    table += b"".join(struct.pack(">II", *run) for run in runs)
    at = data.index(b"stts") - 4
    old_size = struct.unpack_from(">I", data, at)[0]
    table = struct.pack(">I", len(table) + 4) + table
    grown = bytearray(data[:at] + table + data[at + old_size :])
    for box in (b"moov", b"trak", b"mdia", b"minf", b"stbl"):
        place = grown.index(box) - 4
        size = struct.unpack_from(">I", grown, place)[0]
        struct.pack_into(">I", grown, place, size + len(table) - old_size)
    # What is shown (track header and edit list) lasts as long as the frames now do.
    timescale = struct.unpack_from(">I", grown, grown.index(b"mvhd") + 16)[0]
    shown = sum(count * ticks for count, ticks in runs) * timescale // 15360
    struct.pack_into(">I", grown, grown.index(b"tkhd") + 24, shown)
    struct.pack_into(">I", grown, grown.index(b"elst") + 12, shown)
    path.write_bytes(grown)
    return path


def test_a_whole_video_is_read_to_its_stated_end(tmp_path: Path) -> None:
    video, frames = read_all(write_video(tmp_path / "clip.mp4", count=45, fps=15.0))
    assert (video.name, video.kind, video.live) == ("clip.mp4", "video", False)
    assert (video.size, video.fps, video.frame_count) == ((160, 120), 15.0, 45)
    assert not video.incomplete
    assert [frame.time_s for frame in frames] == pytest.approx([i / 15.0 for i in range(45)])


def test_the_pictures_are_those_that_were_filmed(tmp_path: Path) -> None:
    _, frames = read_all(write_video(tmp_path / "clip.mp4", count=10))
    for index, frame in enumerate(frames):
        difference = frame.image.astype(int) - grainy(index)
        assert np.abs(difference).mean() < 12.0


@pytest.mark.parametrize("degrees", TURNS)
def test_a_video_from_a_turned_phone_stands_upright(tmp_path: Path, degrees: int) -> None:
    path = tmp_path / "clip.mp4"
    _, plain = read_all(write_video(path, count=3))
    video, turned = read_all(turn(path, degrees))
    height, width = turned[0].image.shape[:2]
    assert video.size == (width, height)
    # np.rot90 turns against the clock.
    expected = np.rot90(plain[0].image, -degrees // 90)
    assert np.array_equal(turned[0].image, expected)
    assert turned[0].image.flags.c_contiguous


def test_a_variable_rate_keeps_the_frames_own_times(tmp_path: Path) -> None:
    path = set_times(
        write_video(tmp_path / "phone.mp4", count=40), [(20, 512), (10, 1536), (10, 512)]
    )
    video, frames = read_all(path)
    steps = np.diff([frame.time_s for frame in frames])
    assert len(steps) == 39
    assert steps[:20] == pytest.approx(512 / 15360)
    assert steps[20:30] == pytest.approx(1536 / 15360)
    assert steps[30:] == pytest.approx(512 / 15360)
    assert not video.incomplete


def test_times_that_stand_still_are_spread_by_the_rate(tmp_path: Path) -> None:
    path = set_times(write_video(tmp_path / "still.mp4", count=30), [(10, 512), (10, 0), (10, 512)])
    _, frames = read_all(path)
    assert len(frames) == 30
    assert np.all(np.diff([frame.time_s for frame in frames]) > 0)


def test_a_hole_in_the_times_is_incomplete(tmp_path: Path) -> None:
    path = set_times(
        write_video(tmp_path / "gap.mp4", count=40), [(20, 512), (1, 30720), (19, 512)]
    )
    video, frames = read_all(path)
    assert max(np.diff([frame.time_s for frame in frames])) == pytest.approx(2.0)
    assert video.incomplete


def test_a_video_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = front_loaded(write_video(tmp_path / "cut.mp4", count=90))
    whole, _ = read_all(path)
    assert not whole.incomplete
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    video, frames = read_all(path)
    assert video.incomplete
    assert video.frame_count == 90
    assert 50 <= len(frames) <= 62


def test_a_video_cut_before_its_header_is_refused_in_one_line(tmp_path: Path) -> None:
    path = write_video(tmp_path / "cut.mp4")
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(SourceError, match=r"cut\.mp4 is not a video that can be read") as refused:
        VideoFile(path)
    assert "\n" not in str(refused.value)


def test_damage_in_the_middle_is_passed_over_and_marked(tmp_path: Path) -> None:
    path = overwrite(write_video(tmp_path / "scratched.mp4", count=90), 0.4, 0.7)
    video, frames = read_all(path)
    assert video.incomplete
    assert 45 <= len(frames) < 90
    times = [frame.time_s for frame in frames]
    assert np.all(np.diff(times) > 0)
    assert times[-1] == pytest.approx(89 / 30.0)  # the end is reached, each frame at its own time
    assert [frame.index for frame in frames] == list(range(len(frames)))


def test_a_frame_missing_from_the_stated_length_is_let_pass(tmp_path: Path) -> None:
    path = front_loaded(write_video(tmp_path / "clip.mp4", count=60))
    data = path.read_bytes()
    path.write_bytes(data[:-4000])  # within the last frame
    video, frames = read_all(path)
    assert len(frames) in (59, 60)
    assert not video.incomplete


def test_the_first_frames_damaged_still_opens(tmp_path: Path) -> None:
    path = overwrite(write_video(tmp_path / "late.mp4", count=60), 0.001, 0.3)
    video, frames = read_all(path)
    assert video.incomplete
    assert 0 < len(frames) < 60


def test_nothing_but_damage_is_refused(tmp_path: Path) -> None:
    path = write_video(tmp_path / "noise.mp4")
    data = bytearray(path.read_bytes())
    media, movie = data.index(b"mdat") + 4, data.index(b"moov") - 4
    data[media:movie] = bytes(movie - media)
    path.write_bytes(data)
    with pytest.raises(SourceError, match="no picture in it can be read"):
        VideoFile(path)


def _text(path: Path) -> None:
    path.write_text("This is a letter, not a film.\n" * 50, encoding="utf-8")


def _playlist(path: Path) -> None:
    path.write_text("#EXTM3U\n#EXTINF:5,\nhttp://127.0.0.1:9/x.ts\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (_text, "is not a video that can be read"),
        (_playlist, "is not a video that can be read"),
        (Path.touch, "is empty"),
        (Path.mkdir, "is a folder"),
        (lambda path: None, "there is no such file"),
    ],
    ids=["text", "playlist", "empty", "folder", "missing"],
)
def test_what_is_no_video_is_refused_in_one_line(tmp_path: Path, make: object, line: str) -> None:
    path = tmp_path / "film.mp4"
    assert callable(make)
    make(path)
    with pytest.raises(SourceError, match=line) as refused:
        VideoFile(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_may_not_be_read_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_video(tmp_path / "locked.mp4", count=3)

    def refuse(*_: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"locked\.mp4 cannot be opened: Permission denied"):
        VideoFile(path)


def test_a_damaged_video_says_nothing_on_the_terminal(tmp_path: Path) -> None:
    path = overwrite(write_video(tmp_path / "scratched.mp4", count=30), 0.3, 0.8)
    program = (
        "import pathlib, sys; from vision.video import VideoFile\n"
        "video = VideoFile(pathlib.Path(sys.argv[1]))\n"
        "while video.read(): pass\n"
        "assert video.incomplete\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == ""
    assert done.stderr == ""


def test_a_real_phone_sized_clip_is_read_whole(clips: Path) -> None:
    video, frames = read_all(clips / "video" / "pose_squats.mp4")
    assert (video.size, video.fps, len(frames)) == ((720, 1280), 5.0, 65)
    assert not video.incomplete


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as Unicode")
def test_a_name_that_is_not_unicode_is_refused_before_opencv_crashes_on_it(tmp_path: Path) -> None:
    clip = tmp_path / os.fsdecode(b"caf\xe9.mp4")
    write_video(tmp_path / "clip.mp4", count=3).rename(clip)
    with pytest.raises(SourceError, match="not Unicode here; rename it"):
        VideoFile(clip)
