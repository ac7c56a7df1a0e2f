"""A clinic's own movements beside the library."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from exercises.exercise import Exercise
from exercises.library import UnknownMovement
from exercises.own_folder import Movements, next_number, with_own
from exercises.writing import written
from tests.exercises.definitions import plain

LIBRARY: Mapping[str, Exercise] = {"of-the-library": plain({"id": "of-the-library"})}


def put(folder: Path, name: str, movement_id: str, number: int = 101) -> Path:
    path = folder / name
    path.write_text(written(plain({"id": movement_id, "number": number})), encoding="utf-8")
    return path


def read(folder: Path) -> Movements:
    return with_own(LIBRARY, folder)


def test_own_movements_come_after_the_library_by_number_then_name(tmp_path: Path) -> None:
    put(tmp_path, "c.toml", "last", 103)
    put(tmp_path, "b.toml", "second", 102)
    first = put(tmp_path, "a.toml", "first", 102)
    found = read(tmp_path)
    assert list(found.exercises) == ["of-the-library", "first", "second", "last"]
    assert list(found.own) == ["first", "second", "last"]
    assert found.files["first"] == first
    assert found.faults == ()
    assert found.find("second").number == 102


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    found = read(tmp_path / "nowhere")
    assert dict(found.exercises) == dict(LIBRARY)
    assert found.faults == ()
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"this is not TOML", "not TOML"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"x" * 70_000, "larger than 64 kB"),
        (b"", "missing"),
        (written(plain()).replace("ceiling = 150", "ceiling = 80").encode(), "ceiling"),
    ],
)
def test_a_faulty_file_is_named_and_left_out_and_the_others_are_read(
    tmp_path: Path, content: bytes, named: str
) -> None:
    put(tmp_path, "good.toml", "good")
    (tmp_path / "faulty.toml").write_bytes(content)
    found = read(tmp_path)
    assert list(found.own) == ["good"]
    assert found.left_out == (str(tmp_path / "faulty.toml"),)
    assert any(named in str(fault) for fault in found.faults)


def test_whatever_else_lies_in_the_folder_stops_nothing(tmp_path: Path) -> None:
    put(tmp_path, "good.toml", "good")
    (tmp_path / "notes.txt").write_text("not a movement")
    (tmp_path / "half.toml.part").write_text("half")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.toml")  # opened, it would wait for ever
    found = read(tmp_path)
    assert list(found.own) == ["good"]
    assert [Path(name).name for name in found.left_out] == ["folder.toml", "gone.toml", "pipe.toml"]


def test_the_librarys_id_holds_and_so_does_the_first_of_two_files(tmp_path: Path) -> None:
    put(tmp_path, "a.toml", "of-the-library")
    put(tmp_path, "b.toml", "mine", 102)
    put(tmp_path, "c.toml", "mine", 103)
    found = read(tmp_path)
    assert found.exercises["of-the-library"] is LIBRARY["of-the-library"]
    assert found.own["mine"].number == 102
    first, second = map(str, found.faults)
    assert "a.toml" in first
    assert "the library, which holds" in first
    assert "c.toml" in second
    assert "the id of b.toml already" in second


def test_an_id_that_nothing_has_is_asked_after_among_own_ones_too(tmp_path: Path) -> None:
    put(tmp_path, "mine.toml", "evening-arms")
    with pytest.raises(UnknownMovement, match="did you mean evening-arms"):
        read(tmp_path).find("evening-arm")


def test_the_next_number_is_after_all_own_ones(tmp_path: Path) -> None:
    assert next_number(read(tmp_path)) == 101
    put(tmp_path, "a.toml", "mine", 105)
    assert next_number(read(tmp_path)) == 106
    put(tmp_path, "b.toml", "other", 999)
    assert next_number(read(tmp_path)) == 999
