"""How long an MP4 or QuickTime file says its picture lasts (ISO/IEC 14496-12).

A clip trimmed on a phone keeps the frames that were cut away and marks them as not shown, so the
number of stored frames overstates its length. The video track's header states what is shown.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

# A header larger than this is not read: an hour of phone video needs a few megabytes.
MAX_HEADER_BYTES = 64_000_000


def stated_seconds(path: Path) -> float | None:
    """Return the shown length of the first video track in seconds.

    `None` where the file is of another kind, states no length or is damaged.

    Raises
    ------
    OSError
        Where the file cannot be read.
    """
    with path.open("rb") as file:
        movie = _movie_header(file)
    try:
        return _video_seconds(movie)
    except struct.error:  # cut short in the middle of a number
        return None


def _movie_header(file: BinaryIO) -> bytes:
    """Return the contents of the ``moov`` box, or nothing."""
    while len(head := file.read(8)) == 8:
        size, kind = struct.unpack(">I4s", head)
        skipped = 8
        if size == 1 and len(wide := file.read(8)) == 8:
            size, skipped = struct.unpack(">Q", wide)[0], 16
        if kind == b"moov":
            return file.read(min(max(size - skipped, 0), MAX_HEADER_BYTES))
        if size < skipped or size >= 1 << 62:
            return b""
        file.seek(size - skipped, 1)
    return b""


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and contents of each box that lies directly in `data`."""
    place = 0
    while place + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if size < 8:
            return
        yield kind, data[place + 8 : place + size]
        place += size


def _video_seconds(movie: bytes) -> float | None:
    ticks_per_s = 0
    for kind, box in _boxes(movie):
        if kind == b"mvhd":
            ticks_per_s = struct.unpack_from(">I", box, 20 if box[0] == 1 else 12)[0]
        elif kind == b"trak" and _is_video(box):
            header = dict(_boxes(box)).get(b"tkhd", b"\0")
            wide = header[0] == 1
            ticks = struct.unpack_from(">Q" if wide else ">I", header, 28 if wide else 20)[0]
            unknown = (1 << 64) - 1 if wide else (1 << 32) - 1
            return ticks / ticks_per_s if ticks_per_s and 0 < ticks < unknown else None
    return None


def _is_video(track: bytes) -> bool:
    """Tell whether a track's handler (``mdia/hdlr``) is the one for pictures."""
    media = dict(_boxes(track)).get(b"mdia", b"")
    return dict(_boxes(media)).get(b"hdlr", b"")[8:12] == b"vide"
