"""How a stretch of a practice is written in few bytes; `records.trace_decoding` reads it again.

Times in milliseconds, values in hundredths of their unit, errors in tenths, landmarks in halves of
a pixel; each as its difference from the moment before, folded so that a small one either way is a
small number, its low bytes apart from its high ones, and all of it compressed. Measures that were
not asked for are left out.
"""

import zlib
from itertools import groupby
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from feedback.angle_trace import AngleTrace
from vision.measures import Withheld

CODEC = 2
"""The version that is written; every one that ever was is read."""
UNFOLDED = 1
"""The first, which did not fold steps."""
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
HEAD = Struct("<HHHHI")
# How many of them are of one movement, and how many letters its id has.
RUN = Struct("<HB")
UNKNOWN_ERROR = 0xFFFF
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
    errors = np.where(np.isnan(errors), UNKNOWN_ERROR, np.rint(errors))
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


def _head(trace: AngleTrace, bits: list[int]) -> bytes:
    runs = [(each, len(list(same))) for each, same in groupby(trace.exercise_ids)]
    width, height = trace.picture_px
    head = HEAD.pack(trace.times_s.size, width, height, len(runs), sum(1 << bit for bit in bits))
    names = [(count, name.encode()) for name, count in runs]
    return head + b"".join(RUN.pack(count, len(name)) + name for count, name in names)


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
    steps = np.diff(narrow, axis=0, prepend=np.zeros_like(narrow[:1])).view(unsigned(kind))
    # A small step either way is a small number, whose high bytes are all 0.
    folded = (steps << 1) ^ (0 - (steps >> (8 * steps.itemsize - 1)))
    planes = np.ascontiguousarray(folded.T).reshape(-1).view(np.uint8)
    return planes.reshape(-1, narrow.itemsize).T.tobytes()


def unsigned(kind: type[np.integer]) -> "np.dtype[np.unsignedinteger]":
    """Return the unsigned type of the same width, its lowest byte first."""
    return np.dtype(f"<u{np.dtype(kind).itemsize}")


def _landmarks(landmarks: NDArray[np.float64]) -> bytes:
    seen = np.all(np.abs(landmarks) < 16_000, axis=2)
    has = np.any(seen, axis=1)
    kept, there = landmarks[has].reshape(-1, 66), np.repeat(seen[has], 2, axis=1)
    places = _held(kept * 2, there) if len(kept) else np.zeros((0, 66), np.int64)
    there_bytes: bytes = has.tobytes() + seen[has].tobytes()
    return there_bytes + _packed(places, np.int16)
