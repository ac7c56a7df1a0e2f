"""Files on their way out: all or none, and never outside their folder."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.code import CodeError
from records.export.file_names import file_name
from records.export.outgoing import Outgoing
from records.export_errors import ExportFull, ExportReadOnly, InTheWay


def test_all_files_come_at_the_end_and_belong_to_their_owner(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    with Outgoing(folder) as out:
        out.write("a.csv", [b"1", b"2"])
        out.write("b.csv", [b"3"])
        assert not (folder / "a.csv").exists()
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv", "b.csv"]
    assert (folder / "a.csv").read_bytes() == b"12"
    assert out.paths == (folder / "a.csv", folder / "b.csv")
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


def filling() -> Iterator[bytes]:
    yield b"1"
    raise OSError(errno.ENOSPC, "No space left on device")


def fill(folder: Path) -> None:
    with Outgoing(folder) as out:
        out.write("a.csv", [b"after"])
        out.write("b.csv", filling())


def test_a_disk_that_fills_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"before")
    with pytest.raises(ExportFull, match="disk is full; nothing was written"):
        fill(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"before"
    with pytest.raises(ExportFull):
        fill(tmp_path / "made" / "for-it")
    assert not (tmp_path / "made").exists()


def test_where_nothing_may_be_written_one_line_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    with pytest.raises(ExportReadOnly, match="cannot be written here"), Outgoing(file):
        pass
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(InTheWay), Outgoing(tmp_path) as out:
        out.write("a.csv", [b""])
    with pytest.raises(InTheWay), Outgoing(tmp_path, keep=True) as out:
        out.write("file", [b""])
    assert file.read_bytes() == b""


@given(st.text(max_size=40))
def test_a_name_is_never_a_path(text: str) -> None:
    for kind, code, ref in (
        ("angles.csv", text, None),
        ("angles.csv", "P-0147", text),
        (text, "P-0147", None),
    ):
        try:
            name = file_name(kind, code, ref=ref)
        except (CodeError, ValueError):
            continue
        assert Path(name).name == name
        assert not name.startswith(".")


def test_a_name_says_whose_when_and_which() -> None:
    assert file_name("angles.mot", "P-0147", ref="019c", number=2) == "P-0147_019c_2_angles.mot"
    with pytest.raises(CodeError):
        file_name("angles.mot", "../../etc/passwd")
