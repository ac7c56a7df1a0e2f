"""The log: what the store is to have noted, such as a pause after faulty PINs, in a file.

It holds the initials of staff and moments; never names, codes of people, PINs or passphrases.
"""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import gmtime
from typing import cast

NAME = "unhurried.log"
# Defaults of ours: some thousand lines in each, and as many older files beside it.
_LARGEST_BYTES, _OLDER_FILES = 256 * 1024, 3


class LogFile(RotatingFileHandler):
    """A log in `folder`, which only its owner reads; there from the first line that is noted.

    Nothing is noted where the folder is not there or cannot be written: no log ever stops a
    command.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder / NAME,
            maxBytes=_LARGEST_BYTES,
            backupCount=_OLDER_FILES,
            encoding="utf-8",
            delay=True,
        )
        lines = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        lines.converter = gmtime
        self.setFormatter(lines)

    def _open(self) -> TextIOWrapper:
        opened = open(  # noqa: SIM115 (closed by the handler)
            self.baseFilename,
            self.mode,
            encoding=self.encoding,
            errors="backslashreplace",
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )
        return cast(TextIOWrapper, opened)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (the library's name)
        """Let it be: what could not be noted is no trouble of who is at the screen."""


@contextmanager
def noting(folder: Path) -> Iterator[None]:
    """Note in `folder` what the store has to say, and nothing of it on the screen."""
    log, file = logging.getLogger("records"), LogFile(folder)
    told_on = log.propagate
    log.addHandler(file)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(file)
        log.propagate = told_on
        file.close()


def log_files(folder: Path) -> tuple[Path, ...]:
    """Return the log in `folder` and the older ones beside it, those that are there."""
    names = (NAME, *(f"{NAME}.{number}" for number in range(1, _OLDER_FILES + 1)))
    return tuple(folder / name for name in names if (folder / name).is_file())


def take_out(folder: Path, word: str) -> int:
    """Take every line that holds `word` out of the logs in `folder`; return how many there were.

    Only as a word of its own, capitals or not. A log is written in its place, so that a program
    that has it open goes on in it.

    Raises
    ------
    OSError
        Where a log cannot be read or written.
    """
    held = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    taken = 0
    for path in log_files(folder):
        with path.open("r+", encoding="utf-8", errors="surrogateescape", newline="") as file:
            lines = file.readlines()
            left = [line for line in lines if not held.search(line)]
            if len(left) == len(lines):
                continue
            taken += len(lines) - len(left)
            file.seek(0)
            file.writelines(left)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    return taken
