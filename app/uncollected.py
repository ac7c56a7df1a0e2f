"""A while without Python's search for cycles among what was made: a command that soon ends."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be searched for cycles until the end of the block, then as it was before.

    Libraries being read and pages being drawn make hundreds of thousands of objects that are in use
    until the end. Looking through them again and again took a tenth of a report's time, and freed
    nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
