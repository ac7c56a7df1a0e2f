"""Chunks of a practice read again, as `records.trace_codec` wrote them: many of one form at once.

Half an hour is 1,800 chunks. Those that have the same beginning and are as long differ in nothing
but their numbers, which are unfolded for all of them together.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from feedback.angle_trace import AngleTrace
from records.trace_codec import (
    CODEC,
    HEAD,
    MEASURES_1,
    MOST_MOMENTS,
    RUN,
    UNFOLDED,
    UNKNOWN_ERROR,
    unsigned,
)
from vision.measures import Withheld

Bytes = NDArray[np.uint8]

# What unpacks to more than this is no chunk of ours.
_LARGEST_BYTES = 4 * 1024 * 1024
_ID = re.compile(r"[a-z0-9-]{1,255}")
_GIVEN = Withheld.GIVEN
_POINTS = 33
# So many are read together at most: more take memory, and are no faster.
_TOGETHER = 256


def decode(data: bytes, codec: int) -> AngleTrace:
    """Return what was written; with those measures alone that were asked for in it.

    Raises
    ------
    ValueError
        Where it is not what `codec` writes, or written by one that this program does not know.
    """
    beginning, rest = _begun(data, codec)
    return _read([rest], beginning)[0]


def decode_all(chunks: Sequence[tuple[int, bytes]]) -> list[AngleTrace | None]:
    """Return what each of many chunks holds, as `decode` does; `None` for one it would refuse.

    Parameters
    ----------
    chunks
        The codec and the bytes of each.
    """
    found: list[AngleTrace | None] = [None] * len(chunks)
    alike: dict[tuple[_Beginning, int], list[tuple[int, bytes]]] = {}
    for row, (codec, data) in enumerate(chunks):
        try:
            beginning, rest = _begun(data, codec)
        except ValueError:
            continue
        alike.setdefault((beginning, len(rest)), []).append((row, rest))
    for (beginning, _), several in alike.items():
        for first in range(0, len(several), _TOGETHER):
            together = several[first : first + _TOGETHER]
            for row, part in zip(
                [row for row, _ in together],
                _each(beginning, [rest for _, rest in together]),
                strict=True,
            ):
                found[row] = part
    return found


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What stands before the numbers of a chunk."""

    codec: int
    count: int
    picture_px: tuple[int, int]
    exercise_ids: tuple[str, ...]
    measures: tuple[str, ...]


def _each(beginning: _Beginning, rests: list[bytes]) -> list[AngleTrace | None]:
    """Return what chunks of one form hold; one that is not what it says hides no other."""
    try:
        return list(_read(rests, beginning))
    except ValueError:
        if len(rests) == 1:
            return [None]
        return [part for rest in rests for part in _each(beginning, [rest])]


def _begun(data: bytes, codec: int) -> tuple[_Beginning, bytes]:
    """Return the beginning of a chunk, and the bytes after it."""
    if codec not in (UNFOLDED, CODEC):
        raise ValueError(f"chunks of codec {codec} are not known to this program")
    unpacked = _unpacked(data)
    if len(unpacked) < HEAD.size:
        raise ValueError("a chunk that ends too soon")
    count, width, height, runs, bits = HEAD.unpack_from(unpacked)
    if not 0 < count <= MOST_MOMENTS or bits >> len(MEASURES_1):
        raise ValueError("a chunk that is not what its codec writes")
    ids, at = _movements(unpacked, runs, count)
    measures = tuple(key for bit, key in enumerate(MEASURES_1) if bits >> bit & 1)
    return _Beginning(codec, count, (width, height), tuple(ids), measures), unpacked[at:]


def _movements(data: bytes, runs: int, count: int) -> tuple[list[str], int]:
    """Return the movement of each moment, and where their names end."""
    ids: list[str] = []
    at = HEAD.size
    for _ in range(runs):
        if at + RUN.size > len(data):
            raise ValueError("a chunk that ends too soon")
        several, size = RUN.unpack_from(data, at)
        at += RUN.size
        if len(ids) + several > count:  # before it takes gigabytes of memory
            raise ValueError("a chunk that says more movements than it has moments")
        name = data[at : at + size].decode("utf-8", "replace")
        if not _ID.fullmatch(name):  # it would go on to lists and to the heads of files
            raise ValueError("a chunk of what is called as no movement is")
        at += size
        ids += [name] * several
    if len(ids) != count:
        raise ValueError("a chunk that is not what its codec writes")
    return ids, at


def _read(rests: list[bytes], of: _Beginning) -> list[AngleTrace]:
    """Return what chunks hold that begin as `of` and are all as long."""
    stacked = np.frombuffer(b"".join(rests), np.uint8).reshape(len(rests), -1)
    rest = _Reading(stacked, folded=of.codec != UNFOLDED)
    times = rest.table(of.count, 1, np.int32)[..., 0] / 1000
    across = len(of.measures)
    withheld = rest.table(of.count, across, np.int8).astype(np.int8)
    values = rest.table(of.count, across, np.int16) / 100
    errors = rest.table(of.count, across, np.uint16).astype(np.float64)
    quality = rest.take(of.count) / 100
    landmarks = rest.landmarks(of.count)
    if rest.left or withheld.view(np.uint8).max(initial=0) > max(Withheld):
        raise ValueError("a chunk that is not what its codec writes")
    given = withheld == _GIVEN
    values = np.where(given, values, np.nan)
    errors = np.where(given & (errors != UNKNOWN_ERROR), errors / 10, np.nan)
    return [
        AngleTrace(
            measures=of.measures,
            times_s=times[row],
            exercise_ids=of.exercise_ids,
            values=values[row],
            errors=errors[row],
            withheld=withheld[row],
            quality=quality[row],
            landmarks=landmarks[row],
            picture_px=of.picture_px,
        )
        for row in range(len(rests))
    ]


class _Reading:
    """Takes one part after the other off chunks, (G, bytes), of each the same bytes at once."""

    def __init__(self, data: Bytes, *, folded: bool) -> None:
        self._data, self._at, self._folded = data, 0, folded

    @property
    def left(self) -> int:
        return int(self._data.shape[1]) - self._at

    def take(self, size: int) -> Bytes:
        """Return the next so many bytes of each, (G, `size`)."""
        if size > self.left:
            raise ValueError("a chunk that ends too soon")
        self._at += size
        return self._data[:, self._at - size : self._at]

    def table(self, count: int, across: int, kind: type[np.integer]) -> NDArray[np.integer]:
        """Return the next table of each, (G, `count`, `across`)."""
        size, wide, many = count * across, np.dtype(kind).itemsize, len(self._data)
        planes = self.take(size * wide).reshape(many, wide, size)
        numbers = np.ascontiguousarray(planes.transpose(0, 2, 1)).view(unsigned(kind))
        folded = numbers.reshape(many, across, count)
        steps = (folded >> 1) ^ (0 - (folded & 1)) if self._folded else folded
        # What was stepped over the end of the type comes back over it.
        return np.cumsum(steps.astype(kind), axis=-1, dtype=kind).transpose(0, 2, 1)

    def landmarks(self, count: int) -> NDArray[np.float64]:
        """Return (G, `count`, 33, 2): NaN in moments and of landmarks of which none are kept."""
        many = len(self._data)
        found = np.full((many, count, _POINTS, 2), np.nan)
        has = self.take(count) > 0
        kept = has.sum(axis=1)
        if (kept != kept[0]).any():
            raise ValueError("chunks that are not alike")
        moments = int(kept[0])
        seen = self.take(moments * _POINTS).reshape(many, moments, _POINTS) > 0
        places = self.table(moments, 2 * _POINTS, np.int16) / 2
        places = places.reshape(many, moments, _POINTS, 2)
        found[has] = np.where(seen[..., None], places, np.nan).reshape(-1, _POINTS, 2)
        return found


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(data, _LARGEST_BYTES)
    except zlib.error as error:
        raise ValueError("a chunk that cannot be unpacked") from error
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("a chunk that cannot be unpacked, or to too much")
    return unpacked
