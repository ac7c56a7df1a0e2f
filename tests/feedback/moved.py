"""Records of practices, as short as a test of them asks for."""

from collections.abc import Sequence

from feedback.coach import Summary
from feedback.record import Mark, MovementRecord, PracticeRecord

COUNTED = Summary((), 0, 0, (), 1.0)


def record_of(
    *moved_s: float, marks: Sequence[str] = (), rested_s: float = 0.0, ids: Sequence[str] = ()
) -> PracticeRecord:
    """Return a record of movements that took so many seconds each."""
    names = ids or [f"movement-{i}" for i in range(len(moved_s))]
    movements = tuple(
        MovementRecord(name, 0.0, seconds, True, COUNTED)
        for name, seconds in zip(names, moved_s, strict=True)
    )
    noticed = tuple(Mark(1.0, "movement-0", what) for what in marks)  # type: ignore[arg-type]
    return PracticeRecord(0.0, sum(moved_s) + rested_s, movements, noticed, rested_s)
