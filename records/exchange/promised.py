"""What a home's clinic signed for a person: nothing at home goes beyond it.

Of a person who is paired with no clinic nothing is promised, and staff of this store sign freely.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.person import Person
from exercises.ranges import SafeRange
from exercises.signed_range import SignedRange
from records.exchange.contents import (
    PackedProgramme,
    PackedRange,
    PartKey,
    PracticeContent,
    newer,
    part_key,
)
from records.kept import read_document
from records.pack_errors import OnlyFromClinic
from records.pack_tables import PromisedRow

_PROFILE, _PROGRAMME = "profile", "programme"
_WHAT = "what a clinic signed"


@dataclass(frozen=True, slots=True)
class Promised:
    """What was signed in all packs from a person's clinic.

    Attributes
    ----------
    ranges
        Of each range the newest.
    person
        The profile in the newest pack.
    programme
        The newest; `None` where there was none in any.
    """

    ranges: Mapping[PartKey, PackedRange]
    person: Person
    programme: PackedProgramme | None


def promised(transaction: Transaction, person: UUID, path: Path) -> Promised | None:
    """Return what the clinic of the person of that id signed; `None` where they have none here.

    Raises
    ------
    NotUnderstood
        Where something of it, kept in the store at `path`, cannot be read any more.
    """
    found = _parts(transaction, person)
    if not found:
        return None
    profile, programme = found.pop(_PROFILE), found.pop(_PROGRAMME, None)
    ranges = [read_document(PackedRange, each, path, _WHAT) for each in found.values()]
    return Promised(
        {own.key: own for own in ranges},
        read_document(Person, profile, path, _WHAT),
        None if programme is None else read_document(PackedProgramme, programme, path, _WHAT),
    )


def promise(
    transaction: Transaction, person: UUID, content: PracticeContent, before: Promised | None
) -> None:
    """Keep what a newer pack from a person's clinic signs, in place of what it signed `before`.

    A range or a programme that was signed later than the one in this pack stays: a clinic may have
    been brought back from a backup.
    """
    now: dict[str, Person | PackedProgramme | PackedRange] = {_PROFILE: content.person}
    programme = content.programme
    had = None if before is None else before.programme
    if programme is not None and (had is None or newer(programme, had)):
        now[_PROGRAMME] = programme
    known = {} if before is None else before.ranges
    for own in content.ranges:
        earlier = known.get(own.key)
        if earlier is None or newer(own, earlier):
            now[_range_part(own.key)] = own
    for part, signed in now.items():
        row = PromisedRow(person_id=person, part=part, document=signed.model_dump_json())
        transaction.merge(row)


def refuse_wider(transaction: Transaction, person: UUID, signed: SignedRange, path: Path) -> None:
    """Refuse a range signed here that goes farther than what the person's clinic signed.

    Raises
    ------
    OnlyFromClinic
        Where its ceiling lies farther out, or beyond the movement's own where the clinic's may not.
    """
    part = _range_part(part_key(signed))
    found = _parts(transaction, person, _PROFILE, part)
    if not found:
        return
    theirs = None
    if part in found:
        theirs = read_document(PackedRange, found[part], path, _WHAT).range.safe_range()
    if goes_farther(signed.safe_range(), theirs):
        raise OnlyFromClinic(signed.person, f"the ceiling of {signed.measure_key}")


def goes_farther(own: SafeRange, theirs: SafeRange | None) -> bool:
    """Return whether `own` lets somebody go where `theirs`, of the same key, does not.

    Without a reason for it neither goes beyond the movement's own ceiling, which is what holds
    where there is no `theirs`.
    """
    if own.override_reason is not None and (theirs is None or theirs.override_reason is None):
        return True
    if theirs is None:
        return False
    sign = 1.0 if own.rising else -1.0
    return sign * own.ceiling > sign * theirs.ceiling


def refuse_looser(transaction: Transaction, person: UUID, changed: Person, path: Path) -> None:
    """Refuse a profile that takes away what the person's clinic signed to protect them.

    Raises
    ------
    OnlyFromClinic
        Where a flag or a spared part is taken away, or somebody not cleared is.
    """
    found = _parts(transaction, person, _PROFILE)
    if not found:
        return
    signed = read_document(Person, found[_PROFILE], path, _WHAT)
    if not set(signed.flags) <= set(changed.flags):
        raise OnlyFromClinic(changed.code, "a flag")
    if not set(signed.spare) <= set(changed.spare):
        raise OnlyFromClinic(changed.code, "a part that is spared")
    not_cleared = signed.screening is not None and not signed.screening.cleared
    if not_cleared and (changed.screening is None or changed.screening.cleared):
        raise OnlyFromClinic(changed.code, "the screening")


def model_of(part: str) -> type[Person] | type[PackedProgramme] | type[PackedRange]:
    """Return what the document of a part holds."""
    if part == _PROFILE:
        return Person
    return PackedProgramme if part == _PROGRAMME else PackedRange


def _parts(transaction: Transaction, person: UUID, *only: str) -> dict[str, str]:
    """Return what was promised to a person, part by part; those named `only`, else all."""
    query = sa.select(PromisedRow.part, PromisedRow.document).where(PromisedRow.person_id == person)
    if only:
        query = query.where(PromisedRow.part.in_(only))
    return {row.part: row.document for row in transaction.execute(query)}


def _range_part(key: PartKey) -> str:
    exercise, measure, rising = key
    return f"range {exercise} {measure} {'up' if rising else 'down'}"
