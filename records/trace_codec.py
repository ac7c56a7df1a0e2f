"""How a stretch of a practice is written in few bytes, and read again.

Times in milliseconds, values in hundredths of their unit, errors in tenths, landmarks in halves of
a pixel; each as its difference from the moment before, folded so that a small one either way is a
small number, its low bytes apart from its high ones, and all of it compressed. Measures that were
not asked for are left out.
"""

import re
import zlib
from itertools import groupby
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from feedback.angle_trace import AngleTrace
from vision.measures import Withheld

CODEC = 2
"""The version that is written; every one that ever was is read. The first did not fold steps."""
_UNFOLDED = 1
MEASURES_1 = (
    "shoulder_flexion_left",
    "shoulder_flexion_right",
    "shoulder_abduction_left",
    "shoulder_abduction_right",
    "elbow_flexion_left",
    "elbow_flexion_right",
    "hip_flexion_left",
    "hip_flexion_right",
    "hip_abduction_left",
    "hip_abduction_right",
    "knee_flexion_left",
    "knee_flexion_right",
    "ankle_dorsiflexion_left",
    "ankle_dorsiflexion_right",
    "trunk_side_lean",
    "trunk_forward_lean",
    "neck_side_bend",
    "neck_rotation_percent",
    "shoulder_hike_left_percent",
    "shoulder_hike_right_percent",
    "wrist_span_shoulder_widths",
    "pelvis_shift_percent",
    "heel_height_left_percent",
    "heel_height_right_percent",
)
"""The measures that both know, by their bit: never changed, or what was written is misread."""
FARTHEST = 327.0
"""A value farther from 0 than this, in its unit, is none a body has; it is kept as rejected."""
MOST_MOMENTS = 4096
"""In one chunk, which is about a second of them."""

# Moments, width and height of the picture, number of movements in turn, measures by their bit.
_HEAD = Struct("<HHHHI")
_RUN = Struct("<HB")
# What unpacks to more than this is no chunk of ours.
_LARGEST_BYTES = 4 * 1024 * 1024
_UNKNOWN_ERROR = 0xFFFF
_ID = re.compile(r"[a-z0-9-]{1,255}")
_GIVEN = Withheld.GIVEN


def encode(trace: AngleTrace) -> bytes:
    """Return `trace` as `CODEC` writes it.

    A value that is not a number although it was given is kept as unseen; one beyond `FARTHEST` as
    rejected.

    Raises
    ------
    ValueError
        Where a measure is not known to the codec, the times do not rise, or there are none or more
        than `MOST_MOMENTS` of them.
    """
    times = np.rint(trace.times_s * 1000).astype(np.int64)
    if not 0 < times.size <= MOST_MOMENTS or times[0] < 0 or (np.diff(times) <= 0).any():
        raise ValueError("the moments of a chunk rise from 0 on, and there are some of them")
    withheld = _settled(trace)
    asked = np.flatnonzero((withheld != Withheld.NOT_ASKED).any(axis=0))
    asked = asked[np.argsort([MEASURES_1.index(trace.measures[column]) for column in asked])]
    withheld, given = withheld[:, asked], withheld[:, asked] == _GIVEN
    errors = np.where(np.isfinite(trace.errors), np.clip(trace.errors * 10, 0, 65534), np.nan)
    errors = np.where(np.isnan(errors), _UNKNOWN_ERROR, np.rint(errors))
    body = [
        _head(trace, [MEASURES_1.index(trace.measures[column]) for column in asked]),
        _packed(times, np.int32),
        _packed(withheld, np.int8),
        _packed(_held(trace.values[:, asked] * 100, given), np.int16),
        _packed(_held(errors[:, asked], given), np.uint16),
        np.clip(np.rint(np.nan_to_num(trace.quality) * 100), 0, 100).astype(np.uint8).tobytes(),
        _landmarks(trace.landmarks),
    ]
    return zlib.compress(b"".join(body), 9)


def decode(data: bytes, codec: int) -> AngleTrace:
    """Return what was written; with those measures alone that were asked for in it.

    Raises
    ------
    ValueError
        Where it is not what `codec` writes, or written by one that this program does not know.
    """
    if codec not in (_UNFOLDED, CODEC):
        raise ValueError(f"chunks of codec {codec} are not known to this program")
    rest = _Reading(_unpacked(data), folded=codec != _UNFOLDED)
    try:
        return _decoded(rest)
    except (IndexError, UnicodeDecodeError) as error:
        raise ValueError("a chunk that is not what its codec writes") from error


def _decoded(rest: "_Reading") -> AngleTrace:
    count, width, height, runs, bits = _HEAD.unpack(rest.take(_HEAD.size))
    if not 0 < count <= MOST_MOMENTS or bits >> len(MEASURES_1):
        raise ValueError("a chunk that is not what its codec writes")
    measures = tuple(key for bit, key in enumerate(MEASURES_1) if bits >> bit & 1)
    exercise_ids = tuple(rest.movements(runs, count))
    times = rest.column(count, np.int32)
    shape = (count, len(measures))
    withheld = rest.table(shape, np.int8).astype(np.int8)
    values = rest.table(shape, np.int16) / 100
    errors = rest.table(shape, np.uint16).astype(np.float64)
    quality = np.frombuffer(rest.take(count), np.uint8) / 100
    landmarks = rest.landmarks(count)
    if (
        rest.left
        or len(exercise_ids) != count
        or withheld.view(np.uint8).max(initial=0) > max(Withheld)
    ):
        raise ValueError("a chunk that is not what its codec writes")
    given = withheld == _GIVEN
    return AngleTrace(
        measures=measures,
        times_s=times / 1000,
        exercise_ids=exercise_ids,
        values=np.where(given, values, np.nan),
        errors=np.where(given & (errors != _UNKNOWN_ERROR), errors / 10, np.nan),
        withheld=withheld,
        quality=quality,
        landmarks=landmarks,
        picture_px=(width, height),
    )


class _Reading:
    """Takes one part after the other off what was unpacked."""

    def __init__(self, data: bytes, *, folded: bool) -> None:
        self._data, self._at, self._folded = data, 0, folded

    @property
    def left(self) -> int:
        return len(self._data) - self._at

    def take(self, size: int) -> bytes:
        if size > self.left:
            raise ValueError("a chunk that ends too soon")
        self._at += size
        return self._data[self._at - size : self._at]

    def movements(self, runs: int, most: int) -> list[str]:
        ids: list[str] = []
        for _ in range(runs):
            count, size = _RUN.unpack(self.take(_RUN.size))
            if len(ids) + count > most:  # before it takes gigabytes of memory
                raise ValueError("a chunk that says more movements than it has moments")
            name = self.take(size).decode()
            if not _ID.fullmatch(name):  # it would go on to lists and to the heads of files
                raise ValueError("a chunk of what is called as no movement is")
            ids += [name] * count
        return ids

    def table(self, shape: tuple[int, ...], kind: type[np.integer]) -> NDArray[np.integer]:
        size = int(np.prod(shape))
        wide = np.dtype(kind).itemsize
        planes = np.frombuffer(self.take(size * wide), np.uint8).reshape(wide, size)
        folded = np.ascontiguousarray(planes.T).view(_unsigned(kind)).reshape(shape[::-1])
        steps = (folded >> 1) ^ (0 - (folded & 1)) if self._folded else folded
        # What was stepped over the end of the type comes back over it.
        return np.cumsum(steps.astype(kind), axis=-1, dtype=kind).T

    def column(self, count: int, kind: type[np.integer]) -> NDArray[np.integer]:
        return self.table((count,), kind)

    def landmarks(self, count: int) -> NDArray[np.float64]:
        """Return (count, 33, 2): NaN in moments and of landmarks of which none are kept."""
        found = np.full((count, 33, 2), np.nan)
        has = np.frombuffer(self.take(count), np.uint8) > 0
        seen = np.frombuffer(self.take(int(has.sum()) * 33), np.uint8).reshape(-1, 33) > 0
        places = self.table((len(seen), 66), np.int16).reshape(-1, 33, 2) / 2
        found[has] = np.where(seen[..., None], places, np.nan)
        return found


def _head(trace: AngleTrace, bits: list[int]) -> bytes:
    runs = [(each, len(list(same))) for each, same in groupby(trace.exercise_ids)]
    width, height = trace.picture_px
    head = _HEAD.pack(trace.times_s.size, width, height, len(runs), sum(1 << bit for bit in bits))
    names = [(count, name.encode()) for name, count in runs]
    return head + b"".join(_RUN.pack(count, len(name)) + name for count, name in names)


def _settled(trace: AngleTrace) -> NDArray[np.int8]:
    """Return why there is no value, `GIVEN` exactly where there is one."""
    withheld = trace.withheld.copy()
    withheld[(withheld == _GIVEN) & np.isnan(trace.values)] = Withheld.UNSEEN
    withheld[(withheld == _GIVEN) & (np.abs(trace.values) > FARTHEST)] = Withheld.REJECTED
    return withheld


def _held(values: NDArray[np.float64], given: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the values, and where there is none the last before it, so that nothing steps."""
    latest = np.maximum.accumulate(np.where(given, np.arange(len(values))[:, None], -1), axis=0)
    held = np.take_along_axis(np.where(given, values, 0.0), np.maximum(latest, 0), axis=0)
    return np.rint(np.where(latest < 0, 0.0, held)).astype(np.int64)


def _packed(table: NDArray[np.integer], kind: type[np.integer]) -> bytes:
    """Return a table column by column, as steps from row to row, in planes of bytes."""
    narrow = table.astype(kind)
    steps = np.diff(narrow, axis=0, prepend=np.zeros_like(narrow[:1])).view(_unsigned(kind))
    # A small step either way is a small number, whose high bytes are all 0.
    folded = (steps << 1) ^ (0 - (steps >> (8 * steps.itemsize - 1)))
    planes = np.ascontiguousarray(folded.T).reshape(-1).view(np.uint8)
    return planes.reshape(-1, narrow.itemsize).T.tobytes()


def _unsigned(kind: type[np.integer]) -> "np.dtype[np.unsignedinteger]":
    """Return the unsigned type of the same width, its lowest byte first."""
    return np.dtype(f"<u{np.dtype(kind).itemsize}")


def _landmarks(landmarks: NDArray[np.float64]) -> bytes:
    seen = np.all(np.abs(landmarks) < 16_000, axis=2)
    has = np.any(seen, axis=1)
    kept, there = landmarks[has].reshape(-1, 66), np.repeat(seen[has], 2, axis=1)
    places = _held(kept * 2, there) if len(kept) else np.zeros((0, 66), np.int64)
    there_bytes: bytes = has.tobytes() + seen[has].tobytes()
    return there_bytes + _packed(places, np.int16)


def _unpacked(data: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(data, _LARGEST_BYTES)
    except zlib.error as error:
        raise ValueError("a chunk that cannot be unpacked") from error
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("a chunk that cannot be unpacked, or to too much")
    return unpacked
