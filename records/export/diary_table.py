"""A person's diary, a line each day that something was noted."""

from records.export.dossier import Dossier
from records.export.practice_tables import PERSON
from records.export.table import Column, Table

DIARY = (
    PERSON,
    Column("day", "Which day; moved in a research set."),
    Column("pain", "On the whole of the day.", "0-10"),
    Column("mood", "0 unpleasant to 10 pleasant.", "0-10"),
    Column("energy", "0 none to 10 plenty.", "0-10"),
    Column("sleep", "0 restless to 10 restful, the night before.", "0-10"),
    Column("flare", "Whether the person called it a flare day."),
    Column("words", "In their own words.", holds="words"),
    Column("symptoms", "What was felt, in their own words.", holds="words"),
    Column("tried", "What they tried.", holds="words"),
    Column("helped", "What helped.", holds="words"),
    Column("early signs", "Early signs of a flare that they noticed.", holds="words"),
    Column("triggers", "What they think may have brought it on.", holds="words"),
)


def diary(dossier: Dossier) -> Table:
    """Return a line for each entry."""
    rows = (
        [
            dossier.code,
            each.value.day,
            each.value.pain,
            each.value.mood,
            each.value.energy,
            each.value.sleep,
            each.value.flare,
            each.value.words,
            each.value.symptoms,
            each.value.tried,
            each.value.helped,
            each.value.early_signs,
            each.value.triggers,
        ]
        for each in dossier.diary
    )
    return Table(DIARY, rows)
