"""A disk as it may be after the power went: what was synced is there, of the rest anything.

Of what was not synced each write is kept, dropped, or torn between sectors; of names given, taken
or exchanged in a folder since it was synced, the first so many are kept, as a journal would.
Nothing is taken to be on the disk by luck: a file's name counts only once its folder was synced.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.records.trace import (
    Cut,
    Deed,
    Name,
    Rename,
    Said,
    SyncFile,
    SyncFolder,
    Unname,
    Write,
)

SECTOR = 512


@dataclass
class _File:
    there: bytearray = field(default_factory=bytearray)
    waiting: list[Write | Cut] = field(default_factory=list)


class Disk:
    """Follows what was done, and can lose its power at any moment."""

    def __init__(self) -> None:
        self._files: dict[int, _File] = {}
        self._names: dict[Path, int | None] = {}
        self._waiting: list[Name | Unname | Rename] = []

    def do(self, deed: Deed) -> None:
        """Take in one deed."""
        match deed:
            case Write() | Cut():
                self._file(deed.file).waiting.append(deed)
            case SyncFile():
                file = self._file(deed.file)
                for waiting in file.waiting:
                    _apply(file.there, waiting)
                file.waiting.clear()
            case Name() | Unname() | Rename():
                self._waiting.append(deed)
            case SyncFolder():
                for named in [each for each in self._waiting if each.path.parent == deed.path]:
                    self._settle(named)
                    self._waiting.remove(named)

    def lose_power(self, chance: Random) -> None:
        """Let what waits come out as it may."""
        for file in self._files.values():
            _lose(file, chance)
        by_folder: dict[Path, list[Name | Unname | Rename]] = {}
        for waiting in self._waiting:
            by_folder.setdefault(waiting.path.parent, []).append(waiting)
        for several in by_folder.values():
            for named in several[: chance.randint(0, len(several))]:
                self._settle(named)
        self._waiting.clear()

    def write_out(self, folder: Path, to: Path) -> None:
        """Write what is on the disk in `folder` to the real folder `to`."""
        for path in sorted(self._names):
            if any(
                up not in self._names
                for up in path.parents
                if up.is_relative_to(folder) and up != folder
            ):
                continue  # in a folder that is not there
            file, real = self._names[path], to / path.relative_to(folder)
            if file is None:
                real.mkdir(mode=0o700)
            else:
                real.write_bytes(self._file(file).there)

    def _file(self, number: int) -> _File:
        return self._files.setdefault(number, _File())

    def _settle(self, named: Name | Unname | Rename) -> None:
        match named:
            case Name():
                self._names[named.path] = named.file
            case Unname():
                self._names.pop(named.path, None)
            case Rename():
                self._names.pop(named.path, None)
                self._names[named.to] = named.file


def disk_after(deeds: Sequence[Deed], cut: int, chance: Random) -> tuple[Disk, list[str]]:
    """Return the disk where the power goes after `cut` deeds, and what was said until then."""
    disk = Disk()
    for deed in deeds[:cut]:
        disk.do(deed)
    disk.lose_power(chance)
    return disk, said(deeds[:cut])


def said(deeds: Iterable[Deed]) -> list[str]:
    """Return the lines that were said."""
    return [deed.words for deed in deeds if isinstance(deed, Said)]


def _lose(file: _File, chance: Random) -> None:
    luck = chance.random()
    for waiting in file.waiting:
        if luck < 0.2:
            _apply(file.there, waiting)
        elif luck < 0.4:
            continue
        elif isinstance(waiting, Cut):
            if chance.random() < 0.5:
                _apply(file.there, waiting)
        else:
            for start in range(0, len(waiting.data), SECTOR):
                if chance.random() < 0.5:
                    sector = waiting.data[start : start + SECTOR]
                    _apply(file.there, Write(waiting.file, waiting.offset + start, sector))
    file.waiting.clear()


def _apply(there: bytearray, deed: Write | Cut) -> None:
    if isinstance(deed, Cut):
        del there[deed.length :]
        there.extend(bytes(deed.length - len(there)))
        return
    end = deed.offset + len(deed.data)
    there.extend(bytes(max(0, end - len(there))))
    there[deed.offset : end] = deed.data
