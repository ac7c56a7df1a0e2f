"""What many people's practices come to, read as quickly as may be: a person at a time.

Of most practices only what was answered is looked at; of a person's first and last all of it is.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from statistics import fmean
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import Session as Transaction

from exercises.person import Person
from feedback.instruments import Filled
from records.errors import NotUnderstood
from records.groups import KeptGroup
from records.kept import read_document
from records.kept_practice import KeptPractice, PracticeEntry
from records.outcome_tables import OutcomeRow
from records.report.evaluation import OfOne, RangeWay
from records.report.range_ways import range_way
from records.report.saying import Movements
from records.tables import GroupRow, PersonRow, PracticeRow
from records.work import Work

SCALES = ("pain", "mood", "energy")


class _Answered(BaseModel):
    """What is looked at of the ratings of a practice."""

    pain_before: int | None = None
    pain_after: int | None = None
    mood_before: int | None = None
    mood_after: int | None = None
    energy_before: int | None = None
    energy_after: int | None = None
    effort: int | None = None
    satisfaction: int | None = None
    signs: tuple[str, ...] = ()
    stopped: bool = False


class _Glimpse(BaseModel):
    """What is looked at of a practice."""

    began_at: datetime
    ratings: _Answered
    made_with: str


@dataclass(frozen=True, slots=True)
class OfMany:
    """What is known of many people over a while.

    Attributes
    ----------
    people
        What the practices come to of each who practised and agreed that they are kept.
    attended
        At how many places somebody was seen, of each meeting of a group.
    made_with
        The programs and pose models that the practices were made with.
    first_day
        The day of the first practice; `None` without any.
    """

    people: tuple[OfOne, ...]
    attended: tuple[int, ...]
    made_with: tuple[str, ...]
    first_day: date | None


class Many:
    """Reads what many people's practices come to."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def over(
        self,
        since: date,
        until: date,
        movements: Movements,
        progress: Callable[[int], None] = lambda done: None,
    ) -> OfMany:
        """Return what is known of the practices from `since` to `until`, both included.

        Parameters
        ----------
        movements
            The movements that are known here.
        progress
            Called with the number of practices read.

        Raises
        ------
        NotUnderstood
            Where something kept is not what it is to be.
        """
        made_with: set[str] = set()
        days: list[date] = []
        found: list[OfOne] = []
        count = 0
        with self._work.reading() as transaction:
            people = self._agreed(transaction)
            filled = self._filled(transaction, since, until)
            for person, rows in groupby(
                transaction.execute(_within(since, until)), lambda row: row.person_id
            ):
                several = list(rows)
                count += len(several)
                progress(count)
                if person not in people:
                    continue
                glimpses = [self._glimpse(row.document) for row in several]
                made_with.update(each.made_with for each in glimpses)
                days.append(_day(glimpses[0]))
                way = None
                if len(several) > 1:
                    first, last = (
                        self._entry(row, people[person]) for row in several[:: len(several) - 1]
                    )
                    way = range_way(first, last, movements)
                found.append(of_one(glimpses, filled.pop(person, ()), way))
            attended = self._attended(transaction, since, until)
        return OfMany(tuple(found), attended, tuple(sorted(made_with)), min(days, default=None))

    def _agreed(self, transaction: Transaction) -> dict[UUID, str]:
        """Return the codes of all who agreed that their practices are kept, by their ids."""
        agreed = {}
        for id_, code, document in transaction.execute(
            sa.select(PersonRow.id, PersonRow.code, PersonRow.document)
        ):
            person = read_document(Person, document, self._work.path, f"the person {code}")
            if person.consent is not None and person.consent.may_record:
                agreed[id_] = code
        return agreed

    def _filled(
        self, transaction: Transaction, since: date, until: date
    ) -> dict[UUID, Sequence[Filled]]:
        found: dict[UUID, list[Filled]] = defaultdict(list)
        query = (
            sa.select(OutcomeRow.person_id, OutcomeRow.document)
            .where(OutcomeRow.day >= since, OutcomeRow.day <= until)
            .order_by(OutcomeRow.day, OutcomeRow.id)
        )
        for person, document in transaction.execute(query):
            found[person].append(
                read_document(Filled, document, self._work.path, "what was answered")
            )
        return dict(found)

    def _attended(self, transaction: Transaction, since: date, until: date) -> tuple[int, ...]:
        begin, end = _bounds(since, until)
        query = sa.select(GroupRow.document).where(
            GroupRow.began_at >= begin, GroupRow.began_at < end
        )
        return tuple(
            read_document(KeptGroup, each, self._work.path, "a group's practice").attended
            for each in transaction.scalars(query)
        )

    def _glimpse(self, document: str) -> _Glimpse:
        try:
            return _Glimpse.model_validate_json(document)
        except ValidationError as error:
            raise NotUnderstood(self._work.path, "a practice", "its ratings") from error

    def _entry(self, row: Any, code: str) -> PracticeEntry:
        practice = read_document(
            KeptPractice, row.document, self._work.path, f"a practice of {code}"
        )
        return PracticeEntry(row.id, code, row.state, row.digest, practice)


def of_one(glimpses: Sequence[_Glimpse], filled: Sequence[Filled], way: RangeWay | None) -> OfOne:
    """Return what one person's practices come to, the oldest first."""
    rated = [each.ratings for each in glimpses]
    changes: dict[str, float | None] = {}
    before: dict[str, float | None] = {}
    for what in SCALES:
        pairs = [(getattr(r, f"{what}_before"), getattr(r, f"{what}_after")) for r in rated]
        changes[what] = _mean([b - a for a, b in pairs if a is not None and b is not None])
        before[what] = _mean([a for a, _ in pairs if a is not None])
    return OfOne(
        practices=len(glimpses),
        days=len({_day(each) for each in glimpses}),
        changes=changes,
        before=before,
        effort=_mean([r.effort for r in rated if r.effort is not None]),
        satisfaction=_mean([r.satisfaction for r in rated if r.satisfaction is not None]),
        stopped=any(r.stopped or r.signs for r in rated),
        psfs=_ends([each.psfs for each in filled]),
        control=_ends([each.control for each in filled]),
        life=_ends([each.life for each in filled]),
        range_way=way,
    )


def _ends(values: Sequence[float | None]) -> tuple[float, float] | None:
    """Return the first and the last of what was answered; `None` of fewer than two."""
    told = [float(value) for value in values if value is not None]
    return (told[0], told[-1]) if len(told) > 1 else None


def _mean(values: Sequence[int]) -> float | None:
    return fmean(values) if values else None


def _day(glimpse: _Glimpse) -> date:
    return glimpse.began_at.astimezone().date()


def _bounds(since: date, until: date) -> tuple[datetime, datetime]:
    """Return from when to when, UTC; days are those of this machine's wall."""
    begin = datetime.combine(max(since, date(1970, 1, 2)), time.min).astimezone(UTC)
    end = datetime.combine(min(until, date(9998, 12, 30)) + timedelta(days=1), time.min)
    return begin, end.astimezone(UTC)


def _within(since: date, until: date) -> sa.Select[Any]:
    begin, end = _bounds(since, until)
    columns: tuple[Any, ...] = (
        PracticeRow.person_id,
        PracticeRow.id,
        PracticeRow.state,
        PracticeRow.digest,
        PracticeRow.document,
    )
    return (
        sa.select(*columns)
        .where(PracticeRow.began_at >= begin, PracticeRow.began_at < end)
        .order_by(PracticeRow.person_id, PracticeRow.began_at, PracticeRow.id)
        .execution_options(yield_per=500)
    )
