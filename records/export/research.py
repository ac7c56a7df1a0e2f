"""A set for research: who agreed to it, called otherwise, their days moved, their words left out.

Nothing in it tells who somebody is by itself. It is not anonymous for all that: few people, rare
movements or a habit of the day may still tell whoever knows them, and the files say so.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from exercises.person import Person
from feedback.instruments import Activity, GoalFelt
from feedback.ratings import DiaryEntry
from records.export.dossier import Dossier, Movements, Practised
from records.export.file_names import file_name
from records.export.moment_tables import angles
from records.export.outgoing import Outgoing
from records.export.sheets import Sheet, sheets
from records.export.table import Holds, csv_lines
from records.studies import Study

_REF_SIGNS = 12
_NOBODY = UUID(int=0)
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


# Whatever the diary holds in words, also what it may come to hold.
_NO_DIARY = {name: "" for name, field in DiaryEntry.model_fields.items() if field.annotation is str}
_Said = TypeVar("_Said", Activity, GoalFelt)


def may_research(person: Person) -> bool:
    """Return whether a person's records may be used in research now."""
    return person.consent is not None and person.consent.may_research


def may_research_words(person: Person) -> bool:
    """Return whether a person's own words may be, too."""
    return person.consent is not None and person.consent.may_research_words


def disguised(dossier: Dossier, study: Study) -> Dossier:
    """Return somebody's records as the set has them.

    The profile is empty but for the study id. Of the time of day the hour is left.
    """
    words = may_research_words(dossier.person)
    back = timedelta(days=study.days_back)
    practices = [_practised(each, study, back, words) for each in dossier.practices]
    return Dossier(
        person=Person(code=study.study_id),
        ranges=[
            each.model_copy(
                update={
                    "person": study.study_id,
                    "signed_on": each.signed_on - back,
                    "review_on": each.review_on - back,
                    "override_reason": None,
                }
            )
            for each in dossier.ranges
        ],
        practices=practices,
        diary=[
            replace(
                each,
                id=_NOBODY,
                written_at=_NEVER,
                value=each.value.model_copy(
                    update={"day": each.value.day - back, **({} if words else _NO_DIARY)}
                ),
            )
            for each in dossier.diary
        ],
        outcomes=[
            replace(
                each,
                id=_NOBODY,
                written_at=_NEVER,
                value=each.value.model_copy(
                    update={
                        "day": each.value.day - back,
                        "with_staff": None,
                        "activities": tuple(_mute(a, words) for a in each.value.activities),
                        "goals": tuple(_mute(g, words) for g in each.value.goals),
                    }
                ),
            )
            for each in dossier.outcomes
        ],
        observations=[
            replace(
                each,
                id=_NOBODY,
                written_at=_NEVER,
                signed_by="",
                value=each.value.model_copy(update={"day": each.value.day - back, "note": ""}),
            )
            for each in dossier.observations
        ],
    )


def write_set(
    out: Outgoing, dossiers: Sequence[Dossier], movements: Movements, readme: str
) -> None:
    """Write the set of people who are `disguised` already: a file of each table, and traces.

    Parameters
    ----------
    out
        Where to.
    dossiers
        In any order: they are written in that of their study ids, which are drawn at random.
    movements
        The movements known here.
    readme
        What stands beside the files.
    """
    ordered = sorted(dossiers, key=lambda each: each.code)
    for sheet in research_sheets(ordered, movements):
        out.write(file_name(f"{sheet.kind}.csv"), csv_lines(sheet.table))
    for dossier in ordered:
        for practised in dossier.practices:
            trace = practised.trace()
            if trace.times_s.size:
                name = file_name("angles.csv", ref=practised.ref)
                out.write(name, csv_lines(angles(trace)))
    out.write("README.md", [readme.encode("utf-8")])


def research_sheets(dossiers: Sequence[Dossier], movements: Movements) -> list[Sheet]:
    """Return the tables of a set: without staff, and without words where nobody agreed to them."""
    spoken = any(_says_something(each) for each in dossiers)
    left_out: tuple[Holds, ...] = ("staff",) if spoken else ("staff", "words")
    return [
        replace(sheet, table=sheet.table.without(*left_out))
        for sheet in sheets(dossiers, movements)
        if sheet.kind != "reviews"
    ]


def _practised(practised: Practised, study: Study, back: timedelta, words: bool) -> Practised:
    # The id in the store begins with the time. What is made of it here is the same at each export
    # of this set, whatever days it is of, and leads back to nothing.
    told = hashlib.sha256(f"{study.study_id}/{practised.ref}".encode()).hexdigest()[:_REF_SIGNS]
    hour = practised.began_at.replace(minute=0, second=0, microsecond=0, tzinfo=None)
    changes = {
        "began_at": _NEVER,
        "note": "",
        "with_staff": None,
        **({} if words else {"words": ""}),
    }
    return replace(
        practised,
        ref=f"{study.study_id}-{told}",
        began_at=hour - back,
        digest="",
        practice=practised.practice.model_copy(update=changes),
        reviews=(),
    )


def _mute(said: _Said, words: bool) -> _Said:
    return said if words else said.model_copy(update={"words": ""})


def _says_something(dossier: Dossier) -> bool:
    return (
        any(each.practice.words for each in dossier.practices)
        or any(getattr(each.value, name) for each in dossier.diary for name in _NO_DIARY)
        or any(a.words for each in dossier.outcomes for a in each.value.activities)
        or any(g.words for each in dossier.outcomes for g in each.value.goals)
    )
