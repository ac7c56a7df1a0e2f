"""The ranges that were signed for a person, every version a line."""

from records.export.dossier import Dossier
from records.export.practice_tables import MOVEMENT, PERSON
from records.export.table import Column, Table
from vision.measures import INDEX
from vision.measures import MEASURES as TAKEN

RANGES = (
    PERSON,
    MOVEMENT,
    Column("measure", "Which measure of which side, by its key."),
    Column("unit", "Unit of the line's numbers."),
    Column("version", "The highest of one movement, measure and direction holds."),
    Column("low", "The smaller end of the comfortable range.", "unit"),
    Column("high", "The larger end of the comfortable range.", "unit"),
    Column("ceiling", "The hard limit beyond it.", "unit"),
    Column("error", "Expected error of the tops it was found from.", "unit"),
    Column("view", "The view it was found in; blank where it was set by hand."),
    Column("signed on", "When; moved in a research set."),
    Column("review on", "When it is to be looked at again; moved in a research set."),
    Column("signed by", "The initials of who signed.", holds="staff"),
    Column("reason", "Why the ceiling lies beyond the movement's own.", holds="staff"),
)


def ranges(dossier: Dossier) -> Table:
    """Return a line for each version of each range."""
    rows = (
        [
            dossier.code,
            each.exercise_id,
            each.measure_key,
            TAKEN[INDEX[each.measure_key]].unit,
            each.version,
            each.low,
            each.high,
            each.ceiling,
            each.error,
            each.view,
            each.signed_on,
            each.review_on,
            each.signed_by,
            each.override_reason,
        ]
        for each in dossier.ranges
    )
    return Table(RANGES, rows)
