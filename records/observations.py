"""What clinicians observe, signed; only ever added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from feedback.observing import Observation
from records.agreed import refuse_without_yes
from records.days import newest_days
from records.kept import read_document
from records.outcome_tables import ObservationRow
from records.people import known_person
from records.staff import StaffList
from records.work import Work


@dataclass(frozen=True, slots=True)
class KeptObservation:
    """An observation as it is kept.

    Attributes
    ----------
    id, value
        Which, and what was observed.
    signed_by, written_at
        Whose initials, and when, UTC.
    """

    id: UUID
    value: Observation
    signed_by: str
    written_at: datetime


class Observations:
    """Signs observations, and finds them again."""

    def __init__(self, work: Work, staff: StaffList) -> None:
        self._work, self._staff = work, staff

    def sign(
        self,
        code: str,
        observation: Observation,
        initials: str,
        pin: str,
        now: datetime | None = None,
    ) -> KeptObservation:
        """Keep an observation, signed with a PIN.

        Raises
        ------
        UnknownEntry, MayNotSign, PinPaused, NotThePin
            As `StaffList.check_signer` does, and where there is no such person.
        NotAgreed
            Where the person has not agreed that it is kept.
        """
        now = now or datetime.now(UTC)
        signer = self._staff.check_signer(initials, pin, now)
        with self._work.writing() as transaction:
            person = known_person(transaction, code)
            refuse_without_yes(person, self._work.path)
            row = ObservationRow(
                person_id=person.id,
                day=observation.day,
                document=observation.model_dump_json(),
                signed_by=signer.initials,
                written_at=now,
            )
            transaction.add(row)
            transaction.flush()
            return self._kept(row)

    def list(
        self, code: str, since: date = date.min, limit: int = 1000
    ) -> Sequence[KeptObservation]:
        """Return a person's, the newest day first: at most `limit`, from `since` on.

        Raises
        ------
        UnknownEntry
            Where there is no such person.
        """
        with self._work.reading() as transaction:
            rows = newest_days(transaction, ObservationRow, code, since, limit)
            return [self._kept(row) for row in rows]

    def _kept(self, row: ObservationRow) -> KeptObservation:
        value = read_document(Observation, row.document, self._work.path, "an observation")
        return KeptObservation(row.id, value, row.signed_by, row.written_at)
