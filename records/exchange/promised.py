"""What a home's clinic signed for a person: nothing at home goes beyond it.

Of a person who is paired with no clinic nothing is promised, and staff of this store sign freely.
"""

from collections.abc import Mapping, Sequence
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
from records.pack_tables import PackRow


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
        Where a pack that was read into the store at `path` cannot be read any more.
    """
    documents = _documents(transaction, person)
    if not documents:
        return None
    contents = [read_document(PracticeContent, each, path, "a pack") for each in documents]
    ranges: dict[PartKey, PackedRange] = {}
    programme: PackedProgramme | None = None
    for content in contents:
        for own in content.ranges:
            before = ranges.get(own.key)
            if before is None or newer(own, before):
                ranges[own.key] = own
        also = content.programme
        if also is not None and (programme is None or newer(also, programme)):
            programme = also
    return Promised(ranges, contents[-1].person, programme)


def refuse_wider(transaction: Transaction, person: UUID, signed: SignedRange, path: Path) -> None:
    """Refuse a range signed here that goes farther than what the person's clinic signed.

    Raises
    ------
    OnlyFromClinic
        Where its ceiling lies farther out, or beyond the movement's own where the clinic's may not.
    """
    theirs = promised(transaction, person, path)
    if theirs is None:
        return
    own = theirs.ranges.get(part_key(signed))
    if goes_farther(signed.safe_range(), None if own is None else own.range.safe_range()):
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
    theirs = promised(transaction, person, path)
    if theirs is None:
        return
    signed = theirs.person
    if not set(signed.flags) <= set(changed.flags):
        raise OnlyFromClinic(changed.code, "a flag")
    if not set(signed.spare) <= set(changed.spare):
        raise OnlyFromClinic(changed.code, "a part that is spared")
    not_cleared = signed.screening is not None and not signed.screening.cleared
    if not_cleared and (changed.screening is None or changed.screening.cleared):
        raise OnlyFromClinic(changed.code, "the screening")


def _documents(transaction: Transaction, person: UUID) -> Sequence[str]:
    """Return the practice packs that were read from a person's clinic, the oldest first."""
    query = sa.select(PackRow.document).where(
        PackRow.person_id == person,
        PackRow.direction == "read",
        PackRow.document.is_not(None),
    )
    found = transaction.scalars(query.order_by(PackRow.signed_at, PackRow.id))
    return [each for each in found if each is not None]
