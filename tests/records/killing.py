"""Killing a program while it writes."""

import multiprocessing
import os
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

Writes = Callable[[Path, Connection], None]


def killed(write: Writes, folder: Path, after_s: float) -> list[str]:
    """Let `write` write in `folder`, kill it so long after its first word; return what it said.

    `write` is a function of a module, whose process has the connection it is given for its
    standard output.
    """
    # One process imports everything once, and each writer is forked from it.
    if os.name == "posix":
        multiprocessing.set_forkserver_preload([write.__module__])
    heard, words = os.pipe()
    said = Connection(words, readable=False)
    ways = get_context("forkserver") if os.name == "posix" else get_context("spawn")
    writer = ways.Process(target=write, args=(folder, said))
    writer.start()
    said.close()
    with os.fdopen(heard) as lines:
        first = lines.readline()
        time.sleep(after_s)
        writer.kill()
        rest = lines.read()
    writer.join()
    return (first + rest).splitlines()
