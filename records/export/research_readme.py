"""What stands beside a research set: what it is, how it was made, and every column of it."""

from collections.abc import Sequence

from records.export.dossier import Dossier, Movements
from records.export.research import research_sheets
from records.export.table import Table

_HEAD = """\
# Research set `{set_name}`

{label}

{people} people, {practices} practices, written by {made_with}.{few}

Each agreed that their records are used in research. They go by study ids that were drawn at
random; codes, names, profiles, who worked with them and what staff wrote are not here. Every
person's days are moved back by a number of days of their own, drawn at random and the same in all
their lines: days between practices are true, weekdays and seasons are not. Of the time of day the
hour is left. Words are here only of those who agreed to that. The set is not anonymous: few people,
rare movements or a habit of the day may tell somebody to whoever knows them. Keep it as you keep
the records themselves.

Files are CSV, UTF-8 with a byte order mark; units stand in the heads. A blank cell is not known or
was withheld. Text that a spreadsheet could take for a formula begins with `'`. `NAME_angles.csv`
holds what was measured of the practice NAME moment by moment: beside each measure its expected
error (nine of ten cases), and why it has no number.
"""

FEW = 5
"""Fewer people than this are told apart easily: it is said aloud (as elsewhere for small cells)."""


def readme_of(
    dossiers: Sequence[Dossier], movements: Movements, set_name: str, label: str, made_with: str
) -> str:
    """Return what stands beside a set: what it is, how it was made, every column, and the label."""
    people = len(dossiers)
    told = f" **Fewer than {FEW} people: they are told apart easily.**" if people < FEW else ""
    head = _HEAD.format(
        set_name=set_name,
        label=label,
        people=people,
        practices=sum(len(each.practices) for each in dossiers),
        made_with=made_with,
        few=told,
    )
    lines = [head]
    for sheet in research_sheets(dossiers, movements):
        lines += [f"## {sheet.kind}.csv", "", sheet.meaning, "", *dictionary(sheet.table), ""]
    return "\n".join(lines)


def dictionary(table: Table) -> list[str]:
    """Return the columns of a table as lines of Markdown."""
    lines = [f"| `{column.head}` | {column.meaning} |" for column in table.columns]
    return ["| column | meaning |", "|---|---|", *lines]
