"""What remains of a group's practice, place by place: as it is told."""

from dataclasses import dataclass
from typing import Any

from feedback.group.group import Group
from feedback.record import MovementRecord, PracticeRecord


@dataclass(frozen=True, slots=True)
class PlaceDone:
    """What remains of one place.

    Attributes
    ----------
    record
        Of the movements; `None` where nobody was ever seen.
    attended_s
        Seconds in which its person was seen.
    notes
        What the leader noted.
    """

    record: PracticeRecord | None
    attended_s: float
    notes: tuple[str, ...]


def done_at(group: Group, places: tuple[int, ...], t: float) -> dict[int, PlaceDone]:
    """Return what remains of each place at `t` seconds."""
    attended = group.attendance(t)
    return {
        place: PlaceDone(group.record(place, t), attended[place], group.notes(place))
        for place in places
    }


def as_json(place: int, done: PlaceDone) -> dict[str, Any]:
    """Return what remains of a place, to be written down."""
    record = done.record
    return {
        "place": place,
        "attended_s": round(done.attended_s, 2),
        "rested_s": 0.0 if record is None else round(record.rested_s, 2),
        "movements": [] if record is None else [_movement(each) for each in record.movements],
        "notes": list(done.notes),
    }


def _movement(movement: MovementRecord) -> dict[str, Any]:
    summary = movement.summary
    return {
        "movement": movement.exercise_id,
        "active_s": round(movement.active_s, 2),
        "completed": movement.completed,
        "seen": round(summary.seen_fraction, 3),
        "repetitions": [
            {"side": each.side, "top": round(each.peak, 1)} for each in summary.repetitions
        ],
        "partial": summary.partial,
        "cues": [cue for _, cue in summary.cues],
    }
