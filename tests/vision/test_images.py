"""A folder of pictures."""

import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vision.specimens import halves, write_image
from vision.frames import Frame
from vision.images import ImageFolder, natural_key
from vision.source import SourceError


def read_all(path: Path, fps: float = 30.0) -> tuple[ImageFolder, list[Frame]]:
    with ImageFolder(path, fps) as images:
        return images, list(iter(images.read, None))


def grey(
    level: int, width: int = 32, height: int = 24
) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.full((height, width, 3), level, np.uint8)


def turned_by_exif(path: Path, orientation: int) -> Path:
    """Put an Exif orientation (1–8, CIPA DC-008) into a JPEG."""
    tag = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = b"MM\0\x2a" + struct.pack(">IH", 8, 1) + tag + bytes(4)
    exif = b"Exif\0\0" + tiff
    data = path.read_bytes()
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    return path


def test_pictures_come_in_their_natural_order(tmp_path: Path) -> None:
    for number, level in ((10, 100), (2, 20), (1, 10)):
        write_image(tmp_path / f"frame{number}.png", grey(level))
    images, frames = read_all(tmp_path, fps=10.0)
    assert [int(frame.image[0, 0, 0]) for frame in frames] == [10, 20, 100]
    assert [frame.time_s for frame in frames] == pytest.approx([0.0, 0.1, 0.2])
    assert (images.frame_count, images.fps, images.size) == (3, 10.0, (32, 24))


@pytest.mark.parametrize("suffix", [".jpg", ".JPEG", ".png", ".bmp", ".webp"])
def test_each_common_format_is_read(tmp_path: Path, suffix: str) -> None:
    made = write_image(tmp_path / f"one{suffix.lower()}", halves(0))
    made.rename(made.with_suffix(suffix))
    _, frames = read_all(tmp_path)
    assert np.abs(frames[0].image.astype(int) - halves(0)).mean() < 4.0


def test_other_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    write_image(tmp_path / "a.png", grey(9))
    (tmp_path / "notes.txt").write_text("seen on Tuesday", encoding="utf-8")
    (tmp_path / "folder.png").mkdir()
    images, frames = read_all(tmp_path)
    assert len(frames) == 1
    assert not images.incomplete


def test_a_picture_from_a_turned_phone_stands_upright(tmp_path: Path) -> None:
    path = write_image(tmp_path / "a.jpg", halves(0))
    _, plain = read_all(tmp_path)
    turned_by_exif(path, 6)
    images, turned = read_all(tmp_path)
    assert images.size == (120, 160)
    assert np.array_equal(turned[0].image, np.rot90(plain[0].image, -1))


def test_an_unreadable_picture_is_passed_over_and_keeps_its_moment(tmp_path: Path) -> None:
    for number in range(4):
        write_image(tmp_path / f"{number}.png", grey(number))
    (tmp_path / "1.png").write_bytes(b"not a picture")
    images, frames = read_all(tmp_path, fps=10.0)
    assert images.incomplete
    assert [frame.index for frame in frames] == [0, 1, 2]
    assert [frame.time_s for frame in frames] == pytest.approx([0.0, 0.2, 0.3])


def test_an_empty_first_picture_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "0.png").touch()
    write_image(tmp_path / "1.png", grey(7))
    images, frames = read_all(tmp_path)
    assert images.incomplete
    assert [int(frame.image[0, 0, 0]) for frame in frames] == [7]


def test_pictures_of_several_sizes_stay_as_they_are(tmp_path: Path) -> None:
    write_image(tmp_path / "1.png", grey(1, 40, 30))
    write_image(tmp_path / "2.png", grey(2, 20, 50))
    images, frames = read_all(tmp_path)
    assert images.size == (40, 30)
    assert [frame.image.shape for frame in frames] == [(30, 40, 3), (50, 20, 3)]


def test_an_empty_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="the folder holds no pictures") as refused:
        ImageFolder(tmp_path)
    assert "\n" not in str(refused.value)


def test_a_folder_of_broken_pictures_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG broken")
    (tmp_path / "b.jpg").touch()
    with pytest.raises(SourceError, match="none of its 2 pictures can be read"):
        ImageFolder(tmp_path)


@pytest.mark.parametrize("make", [Path.touch, lambda path: None], ids=["a file", "nothing"])
def test_what_is_no_folder_is_refused(tmp_path: Path, make: object) -> None:
    path = tmp_path / "pictures"
    assert callable(make)
    make(path)
    with pytest.raises(SourceError, match="pictures cannot be opened: "):
        ImageFolder(path)


@given(st.lists(st.integers(0, 10_000), unique=True, min_size=2, max_size=30))
def test_numbers_in_names_are_sorted_as_numbers(numbers: list[int]) -> None:
    names = [f"Frame{number}.png" for number in numbers]
    in_order = [f"Frame{number}.png" for number in sorted(numbers)]
    assert sorted(names, key=natural_key) == in_order


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_names_can_be_sorted(names: list[str]) -> None:
    assert sorted(sorted(names, key=natural_key)) == sorted(names)
