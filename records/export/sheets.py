"""The tables that are written of people, in the order in which they are read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from records.export.diary_table import diary
from records.export.dossier import Dossier, Movements
from records.export.outcome_tables import observations, outcomes, reviews
from records.export.practice_tables import movements as movement_rows
from records.export.practice_tables import practices
from records.export.range_table import ranges
from records.export.repetition_tables import measures, repetitions
from records.export.table import Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table.

    Attributes
    ----------
    kind
        What its file is called, without an ending.
    meaning
        What a line of it is.
    table
        Its columns and lines.
    """

    kind: str
    meaning: str
    table: Table


def sheets(dossiers: Sequence[Dossier], known: Movements) -> list[Sheet]:
    """Return the tables of one person or of several (at least one), one after the other in each.

    Their lines are made while they are read, and can be read once.
    """
    kinds: tuple[tuple[str, str, Callable[[Dossier], Table]], ...] = (
        ("practices", "A line for each practice.", practices),
        ("movements", "A line for each movement of each practice.", movement_rows),
        ("repetitions", "A line for each repetition.", lambda each: repetitions(each, known)),
        ("measures", "A line for each measure of each movement.", measures),
        ("ranges", "A line for each version of each signed range.", ranges),
        ("diary", "A line for each entry.", diary),
        ("outcomes", "A line for each item that was asked on a day.", outcomes),
        ("observations", "A line for each day on which a clinician observed.", observations),
        ("reviews", "A line for each signature under a practice.", reviews),
    )
    return [
        Sheet(kind, meaning, _of_all([make(each) for each in dossiers]))
        for kind, meaning, make in kinds
    ]


def _of_all(tables: Sequence[Table]) -> Table:
    return Table(tables[0].columns, chain.from_iterable(each.rows for each in tables))
