"""What a pack holds, read and checked as a whole before the store is written to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from feedback.instruments import Filled
from feedback.ratings import DiaryEntry
from records.exchange.contents import (
    PackedChunk,
    PackedEntry,
    PackedPractice,
    PracticeContent,
    ReturnContent,
)
from records.exchange.opening import Opened
from records.exchange.packing import parse
from records.kept_practice import KeptPractice
from records.pack_errors import PackNotUnderstood
from records.trace_codec import CODEC


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
    traces
        The data of each practice's chunks, in a row.
    """

    content: ReturnContent
    began_at: Mapping[UUID, datetime]
    days: Mapping[UUID, date]
    traces: Mapping[UUID, memoryview]

    def chunks(self, practice: PackedPractice) -> Iterator[tuple[PackedChunk, bytes]]:
        """Yield the chunks of a practice with their data, in order."""
        start, data = 0, self.traces[practice.id]
        for chunk in practice.chunks:
            yield chunk, bytes(data[start : start + chunk.size])
            start += chunk.size


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
        _traces(content, opened.unpacked.blobs),
    )
    for practice in content.practices:
        for chunk, data in came.chunks(practice):
            if sha256(data).hexdigest() != chunk.digest or not 0 < chunk.codec <= CODEC:
                raise PackNotUnderstood(opened.path, f"chunk {chunk.number} of a trace")
    return came


def _traces(content: ReturnContent, blobs: memoryview) -> dict[UUID, memoryview]:
    start, found = 0, dict[UUID, memoryview]()
    for practice in content.practices:
        size = sum(chunk.size for chunk in practice.chunks)
        found[practice.id] = blobs[start : start + size]
        start += size
    return found


def _days(
    opened: Opened,
    model: type[DiaryEntry] | type[Filled],
    entries: Iterable[PackedEntry],
    what: str,
) -> dict[UUID, date]:
    return {each.id: parse(opened.path, model, each.document, what).day for each in entries}
