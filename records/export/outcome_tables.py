"""What people answer of their life, what clinicians observe and who signed, a line each."""

from collections.abc import Iterator

from feedback.instruments import Filled
from records.export.dossier import Dossier, Practised
from records.export.practice_tables import DAY, PERSON, PRACTICE
from records.export.table import Cell, Column, Table
from records.reviews import KeptReview

OUTCOMES = (
    PERSON,
    Column("day", "Which day; moved in a research set."),
    Column(
        "item",
        "`psfs activity` (Patient-Specific Functional Scale, Stratford et al. 1995), `psfs mean`, "
        "or an item of our own: `goal`, `control`, `life`, `practice`.",
    ),
    Column("number", "Counts the activities and the goals from 1; blank for the others."),
    Column("answer", "Blank where it was not answered.", "0-10"),
    Column("words", "The activity or the goal in the person's own words.", holds="words"),
)

OBSERVATIONS = (
    PERSON,
    Column("day", "Which day; moved in a research set."),
    Column("attendance", "`came`, `in-part`, `excused` or `away`."),
    Column("breath ease", "0 laboured or held to 10 quite at ease.", "0-10"),
    Column("gait", "0 unsteady to 10 quite steady.", "0-10"),
    Column("alignment", "0 folded to 10 tall and easy.", "0-10"),
    Column("help", "What help was needed: `none`, `words`, `touch` or `support`."),
    Column("on task", "For how long they were with the practice.", "min"),
    Column("note", "In the clinician's words.", holds="staff"),
    Column("signed by", "The initials of who signed.", holds="staff"),
)

REVIEWS = (
    PERSON,
    PRACTICE,
    DAY,
    Column("signed on", "The local day it was read and signed."),
    Column("signed by", "The initials of who signed.", holds="staff"),
    Column("note", "What they noted.", holds="staff"),
    Column("changed since", "Whether the practice is another now than the one that was read."),
)


def outcomes(dossier: Dossier) -> Table:
    """Return a line for each item of each day."""
    rows: Iterator[list[Cell]] = (
        row for each in dossier.outcomes for row in _items(dossier.code, each.value)
    )
    return Table(OUTCOMES, rows)


def observations(dossier: Dossier) -> Table:
    """Return a line for each day that a clinician observed."""
    rows = (
        [
            dossier.code,
            each.value.day,
            each.value.attendance,
            each.value.breath_ease,
            each.value.gait,
            each.value.alignment,
            each.value.help,
            each.value.on_task_min,
            each.value.note,
            each.signed_by,
        ]
        for each in dossier.observations
    )
    return Table(OBSERVATIONS, rows)


def reviews(dossier: Dossier) -> Table:
    """Return a line for each signature under a practice."""
    rows = (
        _review(dossier.code, practised, each)
        for practised in dossier.practices
        for each in practised.reviews
    )
    return Table(REVIEWS, rows)


def _review(code: str, practised: Practised, review: KeptReview) -> list[Cell]:
    signed_on = review.signed_at.astimezone().date()
    head: list[Cell] = [code, practised.ref, practised.day, signed_on]
    return [*head, review.signed_by, review.note, review.changed_since]


def _items(code: str, filled: Filled) -> Iterator[list[Cell]]:
    for number, activity in enumerate(filled.activities, 1):
        yield [code, filled.day, "psfs activity", number, activity.ability, activity.words]
    if filled.psfs is not None:
        yield [code, filled.day, "psfs mean", None, filled.psfs, None]
    for number, goal in enumerate(filled.goals, 1):
        yield [code, filled.day, "goal", number, goal.satisfaction, goal.words]
    for item in ("control", "life", "practice"):
        answer: int | None = getattr(filled, item)
        if answer is not None:
            yield [code, filled.day, item, None, answer, None]
