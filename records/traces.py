"""What was measured moment by moment: chunks of a practice, added while it runs, and read whole."""

import hashlib
from uuid import UUID

import sqlalchemy as sa

from feedback.angle_trace import AngleTrace, joined
from records.errors import NotUnderstood, UnknownEntry
from records.tables import PracticeRow
from records.trace_codec import CODEC, encode
from records.trace_decoding import decode, decode_all
from records.trace_table import ChunkRow
from records.work import Work


class Traces:
    """Keeps what was measured of practices, chunk by chunk."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, practice_id: UUID, number: int, part: AngleTrace) -> None:
        """Keep the chunk `number`, from 0 on, of a practice; it is on the disk on return.

        Raises
        ------
        UnknownEntry
            Where there is no such practice any more.
        ValueError
            As `records.trace_codec.encode` does.
        """
        row = chunk_row(practice_id, number, part)
        with self._work.writing() as transaction:
            if transaction.get(PracticeRow, practice_id) is None:
                raise UnknownEntry("the practice", str(practice_id))
            transaction.add(row)

    def read(self, practice_id: UUID) -> AngleTrace:
        """Return all that was measured of a practice; nothing where nothing was kept.

        A chunk that is not as it was written is left out, as is every one that this program does
        not know: `records.verifying` names them.

        Raises
        ------
        NotUnderstood
            Where none of the chunks can be read.
        """
        query = (
            sa.select(ChunkRow.codec, ChunkRow.data, ChunkRow.digest)
            .where(ChunkRow.practice_id == practice_id)
            .order_by(ChunkRow.number)
        )
        with self._work.reading() as transaction:
            rows = transaction.execute(query).all()
        whole = [(codec, data) for codec, data, digest in rows if _as_written(data, digest)]
        parts = [part for part in decode_all(whole) if part is not None]
        if rows and not parts:
            raise NotUnderstood(self._work.path, f"practice {practice_id}", "none of its angles")
        return joined(parts)


def chunk_row(practice_id: UUID, number: int, part: AngleTrace) -> ChunkRow:
    """Return the row that keeps a chunk.

    Raises
    ------
    ValueError
        As `records.trace_codec.encode` does.
    """
    data = encode(part)
    digest = hashlib.sha256(data).digest()
    return ChunkRow(practice_id=practice_id, number=number, codec=CODEC, data=data, digest=digest)


def read_chunk(codec: int, data: bytes, digest: bytes) -> AngleTrace:
    """Return what a chunk holds.

    Raises
    ------
    ValueError
        Where it is not as it was written, or not known to this program.
    """
    if not _as_written(data, digest):
        raise ValueError("not as it was written: its checksum is another")
    return decode(data, codec)


def _as_written(data: bytes, digest: bytes) -> bool:
    return hashlib.sha256(data).digest() == digest
