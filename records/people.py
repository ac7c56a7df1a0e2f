"""The people who practise, by their codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.consent import Consent, consent_changes
from exercises.person import Person
from records.audit_note import note
from records.errors import AlreadyThere, Stale, UnknownEntry
from records.exchange.promised import refuse_looser
from records.folding import folded
from records.kept import Kept, read_document
from records.tables import PersonRow
from records.work import Work


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of people.

    Attributes
    ----------
    code, display_name
        Who.
    changed_at
        When their profile was last changed, UTC.
    """

    code: str
    display_name: str | None
    changed_at: datetime


class People:
    """Adds, changes, finds and lists people."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, person: Person) -> Kept[Person]:
        """Keep somebody new.

        Raises
        ------
        AlreadyThere
            Where somebody has the code, capitals or not.
        """
        self.add_all((person,))
        return Kept(person, 1)

    def add_all(self, several: Iterable[Person]) -> None:
        """Keep several new people, all of them or none.

        Raises
        ------
        AlreadyThere
            Where somebody has one of the codes, capitals or not.
        """
        now = datetime.now(UTC)
        with self._work.writing() as transaction:
            for person in several:
                if _row(transaction, person.code) is not None:
                    raise AlreadyThere("the person", person.code)
                row = PersonRow(added_at=now, changed_at=now, row_version=1)
                _fill(row, person)
                transaction.add(row)
                transaction.flush()
                _note_consent(transaction, row, None, person.consent)

    def get(self, code: str) -> Kept[Person]:
        """Return the person with `code`, capitals or not.

        Raises
        ------
        UnknownEntry
            Where there is nobody.
        """
        with self._work.reading() as transaction:
            return self._kept(known_person(transaction, code))

    def update(self, person: Person, row_version: int, by: str | None = None) -> Kept[Person]:
        """Keep a change to the person with its code, if nobody else was quicker.

        A change to what they agreed to is noted in the audit, as done by whose initials `by` are.

        Raises
        ------
        UnknownEntry
            Where there is nobody with the code.
        Stale
            Where their row has another version than `row_version`; it holds both.
        OnlyFromClinic
            Where it takes away at home what their clinic signed to protect them.
        """
        with self._work.writing() as transaction:
            row = known_person(transaction, person.code)
            if row.row_version != row_version:
                raise Stale(f"{row.code}'s profile", self._kept(row), Kept(person, row_version))
            refuse_looser(transaction, row.id, person, self._work.path)
            before = self._kept(row).value.consent
            _fill(row, person)
            row.row_version += 1
            row.changed_at = datetime.now(UTC)
            _note_consent(transaction, row, before, person.consent, by)
            return Kept(person, row.row_version)

    def list(self, after: str = "", limit: int = 10_000, search: str = "") -> Sequence[Listed]:
        """Return people in the order of their codes.

        Parameters
        ----------
        after
            Only those whose code comes after this.
        limit
            At most so many.
        search
            Only those whose code or display name holds it, in any script, capitals or not.
        """
        query = (
            sa.select(PersonRow.code, PersonRow.display_name, PersonRow.changed_at)
            .where(PersonRow.folded_code > folded(after))
            .order_by(PersonRow.folded_code)
            .limit(limit)
        )
        if search:
            query = query.where(
                PersonRow.search.contains(folded(search.replace("\n", " ")), autoescape=True)
            )
        with self._work.reading() as transaction:
            return [Listed(*row) for row in transaction.execute(query)]

    def count(self) -> int:
        """Return how many there are."""
        with self._work.reading() as transaction:
            return transaction.scalar(sa.select(sa.func.count()).select_from(PersonRow)) or 0

    def _kept(self, row: PersonRow) -> Kept[Person]:
        person = read_document(Person, row.document, self._work.path, f"the person {row.code}")
        return Kept(person, row.row_version)


def known_person(transaction: Transaction, code: str) -> PersonRow:
    """Return the row of the person with `code`.

    Raises
    ------
    UnknownEntry
        Where there is nobody.
    """
    row = _row(transaction, code)
    if row is None:
        raise UnknownEntry("the person", code)
    return row


def put_person(transaction: Transaction, person: Person) -> PersonRow:
    """Keep a person as given, new or changed, within a transaction, and return their row."""
    now = datetime.now(UTC)
    row = _row(transaction, person.code)
    before = None
    if row is None:
        row = PersonRow(added_at=now, row_version=0)
        transaction.add(row)
    else:
        before = Person.model_validate_json(row.document).consent
    _fill(row, person)
    row.row_version += 1
    row.changed_at = now
    transaction.flush()
    _note_consent(transaction, row, before, person.consent)
    return row


def person_id(transaction: Transaction, code: str) -> UUID:
    """Return the id of the person with `code`, without reading all of them.

    Raises
    ------
    UnknownEntry
        Where there is nobody.
    """
    found = transaction.scalar(
        sa.select(PersonRow.id).where(PersonRow.folded_code == code.casefold())
    )
    if found is None:
        raise UnknownEntry("the person", code)
    return found


def _row(transaction: Transaction, code: str) -> PersonRow | None:
    return transaction.scalar(sa.select(PersonRow).where(PersonRow.folded_code == code.casefold()))


def _note_consent(
    transaction: Transaction,
    row: PersonRow,
    before: Consent | None,
    after: Consent | None,
    by: str | None = None,
) -> None:
    changed = consent_changes(before, after)
    if changed:
        note(transaction, "consent", by, row, "; ".join(changed))


def _fill(row: PersonRow, person: Person) -> None:
    row.code = person.code
    row.folded_code = person.code.casefold()
    row.display_name = person.display_name
    # Two lines, so that nothing is found across them.
    row.search = f"{folded(person.code)}\n{folded(person.display_name or '')}"
    row.document = person.model_dump_json()
