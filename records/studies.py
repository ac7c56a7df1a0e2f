"""What people are called in research sets, and by how much their days are moved.

Both are drawn at random the first time and kept here alone, so that a later export of the same set
fits an earlier one. In another set the same person is called otherwise, and moved otherwise: two
sets cannot be laid over one another. Who is forgotten takes their row along.
"""

import re
import secrets
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.export_errors import LONGEST_NAME, UnfitSetName
from records.people import known_person
from records.research_table import StudyRow
from records.work import Work

SET_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Without letters and digits that are taken for one another.
_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_SIGN_COUNT = 8
MOST_DAYS_BACK = 364
"""Days are moved back by one to so many, for nobody's practices are to lie in days to come (a
default of ours)."""


@dataclass(frozen=True, slots=True)
class Study:
    """One person in one set.

    Attributes
    ----------
    study_id
        What they are called in it.
    days_back
        By how many days all of theirs are moved back.
    """

    study_id: str
    days_back: int


class Studies:
    """Finds what people are called in sets, and draws it where it is not there."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, code: str, set_name: str) -> Study:
        """Return what a person is called in a set.

        Raises
        ------
        UnknownEntry, UnfitSetName
            Where there is no such person; where a set cannot be named so.
        """
        if len(set_name) > LONGEST_NAME or not SET_NAME.fullmatch(set_name):
            raise UnfitSetName(set_name)
        with self._work.writing() as transaction:
            person = known_person(transaction, code)
            row = transaction.scalar(
                sa.select(StudyRow).where(
                    StudyRow.person_id == person.id, StudyRow.set_name == set_name
                )
            )
            if row is None:
                row = StudyRow(
                    person_id=person.id,
                    set_name=set_name,
                    study_id=_free_id(transaction, set_name),
                    days_back=1 + secrets.randbelow(MOST_DAYS_BACK),
                )
                transaction.add(row)
            return Study(row.study_id, row.days_back)


def _free_id(transaction: Transaction, set_name: str) -> str:
    while True:
        drawn = "S-" + "".join(secrets.choice(_SIGNS) for _ in range(_SIGN_COUNT))
        taken = sa.select(StudyRow.id).where(
            StudyRow.set_name == set_name, StudyRow.study_id == drawn
        )
        if transaction.scalar(taken) is None:
            return drawn
