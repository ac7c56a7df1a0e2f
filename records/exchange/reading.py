"""What a pack holds, read and checked as a whole before the store is written to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from records.exchange.contents import PackedEntry, PackedPractice, PracticeContent, ReturnContent
from records.exchange.opening import Opened
from records.exchange.packing import parse
from records.pack_errors import PackNotUnderstood
from records.practices import KeptPractice
from records.trace_codec import CODEC
from records.trace_table import ChunkRow


@dataclass(frozen=True, slots=True)
class Came:
    """What a return pack holds, every document of it understood.

    Attributes
    ----------
    content
        As it was packed.
    began_at
        When each practice began.
    days
        The day each entry and outcome is of.
    blobs
        The data of all chunks, in their order.
    """

    content: ReturnContent
    began_at: Mapping[UUID, datetime]
    days: Mapping[UUID, date]
    blobs: bytes

    def chunks(self) -> Iterator[tuple[PackedPractice, list[ChunkRow]]]:
        """Yield each practice with the rows of its chunks, new to any store."""
        blobs, start = memoryview(self.blobs), 0
        for practice in self.content.practices:
            rows = []
            for chunk in practice.chunks:
                data = bytes(blobs[start : start + chunk.size])
                start += chunk.size
                rows.append(
                    ChunkRow(
                        practice_id=practice.id,
                        number=chunk.number,
                        codec=chunk.codec,
                        data=data,
                        digest=bytes.fromhex(chunk.digest),
                    )
                )
            yield practice, rows


def read_content(opened: Opened) -> PracticeContent | Came:
    """Return what a pack holds.

    Raises
    ------
    PackTooLarge, PackNotUnderstood
        Where it does not hold what a pack of its kind holds.
    """
    return opened.practice() if opened.label.kind == "practice" else _came(opened)


def _came(opened: Opened) -> Came:
    content = opened.returned()
    came = Came(
        content,
        {
            each.id: parse(opened.path, KeptPractice, each.document, "a practice").began_at
            for each in content.practices
        },
        {
            **_days(opened, DiaryEntry, content.diary, "a diary entry"),
            **_days(opened, Filled, content.outcomes, "an outcome"),
        },
        opened.unpacked.blobs,
    )
    for _, rows in came.chunks():
        for row in rows:
            if sha256(row.data).digest() != row.digest or not 0 < row.codec <= CODEC:
                raise PackNotUnderstood(opened.path, f"chunk {row.number} of a trace")
    return came


def _days(
    opened: Opened,
    model: type[DiaryEntry] | type[Filled],
    entries: Iterable[PackedEntry],
    what: str,
) -> dict[UUID, date]:
    return {each.id: parse(opened.path, model, each.document, what).day for each in entries}
