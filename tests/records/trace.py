"""What a program did to its files, and what it said meanwhile, read from the log of strace."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

CALLS = (
    "open,openat,creat,close,write,pwrite64,writev,pwritev,lseek,ftruncate,truncate,fallocate,"
    "fsync,fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,"
    "mkdir,mkdirat,sendfile,copy_file_range,dup,dup2,dup3"
)
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
_BEGUN = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")


@dataclass(frozen=True)
class Write:
    """Bytes written to a file, at an offset."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True)
class Cut:
    """A file cut, or drawn out with zeros, to a length."""

    file: int
    length: int


@dataclass(frozen=True)
class SyncFile:
    """A file's content brought on to the disk."""

    file: int


@dataclass(frozen=True)
class Name:
    """A name given to a file, or to a folder (`None`)."""

    path: Path
    file: int | None


@dataclass(frozen=True)
class Unname:
    """A name taken away."""

    path: Path


@dataclass(frozen=True)
class Rename:
    """A name exchanged for another, at one stroke."""

    path: Path
    to: Path
    file: int | None


@dataclass(frozen=True)
class SyncFolder:
    """The names in a folder brought on to the disk."""

    path: Path


@dataclass(frozen=True)
class Said:
    """A line on standard output."""

    words: str


Deed = Write | Cut | SyncFile | Name | Unname | Rename | SyncFolder | Said


def recorded(folder: Path, log: Path, arguments: Sequence[str]) -> list[Deed]:
    """Run ``python`` with `arguments` under strace, and return what it did within `folder`."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed (strace): the store's own writes cannot be recorded")
    done = subprocess.run(
        [
            *("strace", "-f", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", str(log)),
            *(sys.executable, *arguments),
        ],
        capture_output=True,
        text=True,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("this machine does not allow tracing")
    assert done.returncode == 0, done.stdout + done.stderr
    return list(_Reader(folder).deeds(_whole_lines(log)))


def _whole_lines(log: Path) -> Iterator[str]:
    """Give each call on one line, also where another thread's came between its two halves."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if half := _BEGUN.match(line):
                begun[half[1]] = half[2]
            elif rest := _RESUMED.match(line):
                yield f"{rest[1]} {begun.pop(rest[1])}{rest[2]}"
            else:
                yield line


class _Reader:
    """Turns calls into deeds; knows which file each descriptor and each name stands for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[Path, int | None] = {}
        self._open: dict[int, tuple[Path, int | None]] = {}
        self._at: dict[int, int] = {}
        self._files = 0

    def deeds(self, lines: Iterator[str]) -> Iterator[Deed]:
        for line in lines:
            found = _LINE.match(line)
            if found is None or int(found[4]) < 0:
                continue
            call, result = found[2], int(found[4])
            read = getattr(self, f"_{_SAME.get(call, call)}", None)
            given = found[3].split(", ")
            if read is not None:
                yield from read(given, result)
            elif _touches(given, self._open):
                raise AssertionError(f"a call that is not understood: {line[:200]}")

    def _openat(self, given: list[str], result: int) -> Iterator[Deed]:
        if not given[0].startswith(("AT_FDCWD", '"')):
            return
        path = self._path(next(part for part in given if part.startswith('"')))
        if path is None:
            return
        flags = next((part for part in given if "O_" in part), "")
        if path not in self._names and "O_CREAT" in flags:
            self._files += 1
            self._names[path] = self._files
            yield Name(path, self._files)
        file = self._names.get(path)
        self._open[result], self._at[result] = (path, file), 0
        if "O_TRUNC" in flags and file is not None:
            yield Cut(file, 0)

    def _close(self, given: list[str], result: int) -> Iterator[Deed]:
        self._open.pop(int(given[0]), None)
        return iter(())

    def _write(self, given: list[str], result: int) -> Iterator[Deed]:
        descriptor, data = int(given[0]), _bytes(given[1])[:result]
        if descriptor == 1:
            yield Said(data.decode().strip())
        elif descriptor in self._open:
            file = self._file(descriptor)
            yield Write(file, self._at[descriptor], data)
            self._at[descriptor] += result

    def _pwrite64(self, given: list[str], result: int) -> Iterator[Deed]:
        if int(given[0]) in self._open:
            yield Write(self._file(int(given[0])), int(given[3]), _bytes(given[1])[:result])

    def _lseek(self, given: list[str], result: int) -> Iterator[Deed]:
        self._at[int(given[0])] = result
        return iter(())

    def _ftruncate(self, given: list[str], result: int) -> Iterator[Deed]:
        if int(given[0]) in self._open:
            yield Cut(self._file(int(given[0])), int(given[1]))

    def _fsync(self, given: list[str], result: int) -> Iterator[Deed]:
        if int(given[0]) in self._open:
            path, file = self._open[int(given[0])]
            yield SyncFolder(path) if file is None else SyncFile(file)

    def _rename(self, given: list[str], result: int) -> Iterator[Deed]:
        path, to = self._path(given[0]), self._path(given[1])
        if path is not None and to is not None:
            self._names[to] = self._names.pop(path)
            yield Rename(path, to, self._names[to])

    def _link(self, given: list[str], result: int) -> Iterator[Deed]:
        path, to = self._path(given[0]), self._path(given[1])
        if path is not None and to is not None:
            self._names[to] = self._names[path]
            yield Name(to, self._names[to])

    def _unlink(self, given: list[str], result: int) -> Iterator[Deed]:
        path = self._path(given[0])
        if path is not None:
            self._names.pop(path)
            yield Unname(path)

    def _mkdir(self, given: list[str], result: int) -> Iterator[Deed]:
        path = self._path(given[0])
        if path is not None:
            self._names[path] = None
            yield Name(path, None)

    def _file(self, descriptor: int) -> int:
        file = self._open[descriptor][1]
        assert file is not None, "bytes written to a folder"
        return file

    def _path(self, text: str) -> Path | None:
        """Return the path within the folder; `None` for one elsewhere."""
        path = Path(_bytes(text).decode())
        return path if path.is_relative_to(self._folder) else None


_SAME = {"open": "openat", "creat": "openat", "fdatasync": "fsync"}


def _touches(given: list[str], known: dict[int, tuple[Path, int | None]]) -> bool:
    return any(part.isdigit() and int(part) in known for part in given[:2])


def _bytes(text: str) -> bytes:
    assert not text.endswith("..."), "the log holds all of every write"
    return bytes.fromhex(text.strip('"').replace("\\x", ""))
