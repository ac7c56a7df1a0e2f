"""Files on their way out: all of them come to their folder, or none."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from records.atomic_file import make_folder, put_in_place
from records.export_errors import ExportFull, ExportReadOnly, InTheWay

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Outgoing:
    """Writes files aside, and brings them all into their folder at the end; use it as a context.

    Where writing comes to nothing, what was written aside is gone, and the folder is as it was.
    A file that is there by the same name is replaced.

    Parameters
    ----------
    folder
        Where to; it is made, for its owner alone, where it is not there.
    keep
        Refuse to replace a file.
    """

    def __init__(self, folder: Path, *, keep: bool = False) -> None:
        self._folder, self._keep = folder, keep
        self._names: dict[str, None] = {}
        self._made: list[Path] = []

    def __enter__(self) -> Self:
        """Make room for what is written aside, in the folder itself: the last step is then brief.

        Raises
        ------
        ExportFull, ExportReadOnly
            Where it cannot be.
        """
        with naming(self._folder):
            self._made = [up for up in (self._folder, *self._folder.parents) if not up.exists()]
            if self._made:
                make_folder(self._folder)
            self._aside = Path(tempfile.mkdtemp(prefix=".unhurried-part-", dir=self._folder))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Bring the files in, or take back all that was done."""
        whole = False
        try:
            if error is None:
                with naming(self._folder):
                    self._bring_in()
                whole = True
        finally:
            shutil.rmtree(self._aside, ignore_errors=True)
            if not whole:
                self._take_back()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files, where they are once all is done."""
        return tuple(self._folder / name for name in self._names)

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write one file, piece by piece.

        Raises
        ------
        InTheWay
            Where there is such a file and none is to be replaced, or where a folder has its name.
        ExportFull, ExportReadOnly
            Where it cannot be written.
        """
        with self.opened(name) as file, naming(self._folder):
            for piece in pieces:
                file.write(piece)

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """Give one file to be written; raises as `write` does."""
        target = self._folder / name
        if target.is_dir() or (self._keep and os.path.lexists(target)):
            raise InTheWay(target)
        with naming(self._folder), (self._aside / name).open("xb") as file:
            yield file
        self._names[name] = None

    def _bring_in(self) -> None:
        for name in self._names:
            put_in_place(self._aside / name, self._folder / name)

    def _take_back(self) -> None:
        for folder in self._made:
            try:
                folder.rmdir()
            except OSError:  # somebody else put something there meanwhile
                return


@contextmanager
def naming(folder: Path) -> Iterator[None]:
    """Raise by its name what keeps files from being written to `folder`.

    Raises
    ------
    ExportFull, ExportReadOnly
        Where there is no room; where it may not be written, or is no folder.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise ExportFull(folder) from error
        raise ExportReadOnly(folder) from error
