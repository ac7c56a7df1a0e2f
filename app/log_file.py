"""The log: what the store is to have noted, such as a pause after faulty PINs, in a file.

It holds the initials of staff and moments; never names, codes of people, PINs or passphrases.
"""

import logging
import os
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
