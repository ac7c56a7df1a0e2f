"""What remains of one person's practice in a group."""

from collections.abc import Sequence
from dataclasses import replace

from feedback.record import MovementRecord, PracticeRecord
from feedback.visit import Visit

PROTECTIVE = "soften-back"
"""The one cue that is shown of a single person, as the other form of their seat."""


def practice_of(
    visits: Sequence[Visit], started_s: float, ended_s: float, rested_s: float
) -> PracticeRecord:
    """Return the movements in which somebody was seen, as if all ended at `ended_s` seconds.

    Before a movement is begun what it guards is guarded already. What was said then is told with
    the movement; where it never was begun it is one of no seconds, so that nothing said is lost.
    """
    movements = _begun([_shown(visit.record(ended_s)) for visit in visits])
    return PracticeRecord(
        started_s=started_s,
        ended_s=ended_s,
        movements=tuple(movement for movement in movements if _done(movement)),
        rested_s=rested_s,
    )


def _begun(records: Sequence[MovementRecord]) -> list[MovementRecord]:
    """Return the records with each in which no time was spent put into the next of its movement."""
    found: list[MovementRecord] = []
    unused: dict[str, MovementRecord] = {}
    for record in records:
        before = unused.pop(record.exercise_id, None)
        whole = record if before is None else _said_before(record, before)
        if record.active_s > 0:
            found.append(whole)
        else:
            unused[record.exercise_id] = whole
    said = (record for record in unused.values() if record.summary.cues)
    return sorted([*found, *said], key=lambda record: record.started_s)


def _said_before(record: MovementRecord, before: MovementRecord) -> MovementRecord:
    """Return a record with the cues of one before it too."""
    cues = before.summary.cues + record.summary.cues
    return replace(record, summary=replace(record.summary, cues=cues))


def _shown(record: MovementRecord) -> MovementRecord:
    """Return a record with the cues that were shown, and not those there was reason for."""
    cues = tuple(cue for cue in record.summary.cues if cue[1] == PROTECTIVE)
    return replace(record, summary=replace(record.summary, cues=cues))


def _done(record: MovementRecord) -> bool:
    return record.summary.seen_fraction > 0 or bool(record.summary.cues)
