"""The parts of a line that are read one way, and where the caret stands among them.

A simple reading order, of two levels: names in Latin letters and numbers within a line of Arabic or
Hebrew stay readable, and the other way round.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ui.typed import width_of

_WAYS = {"L": True, "EN": True, "AN": True, "R": False, "AL": False}


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line, read from left to right or not."""

    start: int
    end: int
    rightward: bool


@lru_cache(maxsize=512)
def runs(line: str, rightward: bool) -> tuple[Run, ...]:
    """Return the parts of a line in the order of its letters.

    Parameters
    ----------
    rightward
        Whether the whole is read from left to right. What has no way of its own, as a space, goes
        with its neighbours where they are of one way, else with the whole.
    """
    ways = _ways(line, rightward)
    starts = [i for i in range(len(line)) if i == 0 or ways[i] != ways[i - 1]]
    ends = [*starts[1:], len(line)][: len(starts)]
    return tuple(Run(start, end, ways[start]) for start, end in zip(starts, ends, strict=True))


def width(line: str, size_px: int, rightward: bool) -> int:
    """Return how wide a line is, each part in its own face, in pixels."""
    return sum(_width(line, run, size_px) for run in runs(line, rightward))


def along(line: str, place: int, size_px: int, rightward: bool) -> int:
    """Return how far from where the line begins the caret before a place stands, in pixels.

    Between two parts it stands at the end of the one before, where writing goes on.
    """
    far = 0
    for run in runs(line, rightward):
        whole = _width(line, run, size_px)
        if place <= run.end:
            within = width_of(line[run.start : place], size_px) if place > run.start else 0
            return far + (within if run.rightward == rightward else max(whole - within, 0))
        far += whole
    return far


def _width(line: str, run: Run, size_px: int) -> int:
    return width_of(line[run.start : run.end], size_px)


def _ways(line: str, rightward: bool) -> list[bool]:
    strong = [_WAYS.get(unicodedata.bidirectional(letter)) for letter in line]
    before = _filled(strong, rightward)
    after = _filled(strong[::-1], rightward)[::-1]
    return [
        way if way is not None else (ahead if ahead == behind else rightward)
        for way, behind, ahead in zip(strong, before, after, strict=True)
    ]


def _filled(strong: Sequence[bool | None], rightward: bool) -> list[bool]:
    """Return the way last met at each letter; before the first, that of the whole."""
    met, found = rightward, []
    for way in strong:
        met = met if way is None else way
        found.append(met)
    return found
