"""Taking in a practice pack at home, within one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from exercises.consent import PURPOSES, Consent, Given
from exercises.person import Person, Screening
from exercises.signed_range import SignedRange
from records.exchange.contents import (
    PackedProgramme,
    PackedRange,
    PartKey,
    PracticeContent,
    newer,
    part_key,
)
from records.exchange.promised import Promised
from records.kept import read_document
from records.people import put_person
from records.programmes import add_version, newest, put_aside
from records.tables import PersonRow, RangeRow
from records.work import Work

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class TakenHome:
    """What changed at home.

    Attributes
    ----------
    profile, programme
        Whether they did.
    ranges
        How many new ones hold.
    older
        The movements of whose ranges a newer one from the clinic holds already, and stays.
    beyond
        The movements in which a range that was signed here before, and that the clinic signed none
        for, reaches beyond the movement's own ceiling with a reason.
    """

    profile: bool
    programme: bool
    ranges: int
    older: tuple[str, ...]
    beyond: tuple[str, ...]


def take_practice(
    transaction: Transaction,
    work: Work,
    row: PersonRow | None,
    content: PracticeContent,
    before: Promised | None,
) -> tuple[PersonRow, TakenHome]:
    """Keep what a clinic signed, where it is newer than what it signed before.

    Parameters
    ----------
    row
        Whose; `None` where they come into the store by this.
    before
        What the clinic signed in earlier packs; `None` where this is the first.

    Raises
    ------
    NotUnderstood
        Where something kept cannot be read.
    """
    person = content.person
    if row is not None:
        home = read_document(Person, row.document, work.path, f"the person {row.code}")
        person = merged(home, person, None if before is None else before.person)
        changed = person != home
    else:
        changed = True
    if changed:
        row = put_person(transaction, person)
    assert row is not None
    known = {} if before is None else before.ranges
    fresh, older = _sorted(content.ranges, known)
    for own in fresh:
        _add(transaction, row, own)
    programme = _take_programme(transaction, work, row, content.programme, before)
    promised = {*known, *(each.key for each in content.ranges)}
    beyond = _beyond(transaction, work, row, promised)
    return row, TakenHome(changed, programme, len(fresh), older, beyond)


def merged(home: Person, theirs: Person, before: Person | None) -> Person:
    """Return a profile at home with what its clinic says now.

    What the clinic said before and says no longer is gone; what was added here in caution, a flag
    or a spared part, stays, as does that somebody is not cleared until the clinic looks on a later
    day. What was agreed, and what is hoped for, is the person's own: it comes
    from the clinic where nothing is known of it here; of what was agreed, the last word holds.

    Parameters
    ----------
    home, theirs
        As it is here, and as the clinic has it now.
    before
        As the clinic had it in the pack before; `None` for the first.
    """
    return home.model_copy(
        update={
            "posture": theirs.posture,
            "tempo": theirs.tempo,
            "ask_every_weeks": theirs.ask_every_weeks,
            "spare": _with_own(home.spare, theirs.spare, () if before is None else before.spare),
            "flags": _with_own(home.flags, theirs.flags, () if before is None else before.flags),
            "screening": _screened(home, theirs, before),
            "goals": home.goals or theirs.goals,
            "consent": _agreed(home.consent, theirs.consent),
        }
    )


def _agreed(home: Consent | None, theirs: Consent | None) -> Consent | None:
    """Return of each purpose what was said last, here or at the clinic; both are the person's word.

    Of one day, that it was taken back is the last.
    """
    if home is None or theirs is None:
        return home or theirs
    given: list[Given] = []
    for purpose in PURPOSES:
        said = [each for each in (home.of(purpose), theirs.of(purpose)) if each is not None]
        given += [max(said, key=_said_on)] if said else []
    return Consent(on=max(home.on, theirs.on), given=tuple(given))


def _screened(home: Person, theirs: Person, before: Person | None) -> Screening | None:
    """Return who looked last whether this is for them; what was found here in caution stays."""
    here, there = home.screening, theirs.screening
    if here is None or there is None:
        return here or there
    own = before is None or here != before.screening
    return here if own and not here.cleared and here.on >= there.on else there


def _said_on(given: Given) -> tuple[date, bool]:
    return given.withdrawn_on or given.on, given.withdrawn_on is not None


def _with_own(
    home: Sequence[Thing], theirs: Sequence[Thing], before: Sequence[Thing]
) -> tuple[Thing, ...]:
    """Return what the clinic says, and after it what was added here."""
    added = [each for each in home if each not in before and each not in theirs]
    return (*theirs, *added)


def _sorted(
    ranges: Iterable[PackedRange], known: Mapping[PartKey, PackedRange]
) -> tuple[list[PackedRange], tuple[str, ...]]:
    """Return the ranges that are newer than what the clinic signed before, and who is older."""
    fresh, older = [], list[str]()
    for own in ranges:
        had = known.get(own.key)
        if had is None or newer(own, had):
            fresh.append(own)
        elif own != had:
            older.append(own.range.exercise_id)
    return fresh, tuple(dict.fromkeys(older))


def _add(transaction: Transaction, row: PersonRow, own: PackedRange) -> None:
    """Add a range after all that were signed here, with the clinic's number where that is free."""
    signed = own.range
    highest = transaction.scalar(
        sa.select(sa.func.max(RangeRow.version)).where(
            RangeRow.person_id == row.id,
            RangeRow.exercise_id == signed.exercise_id,
            RangeRow.measure_key == signed.measure_key,
            RangeRow.rising == signed.rising,
        )
    )
    number = max(signed.version, (highest or 0) + 1)
    kept = signed.model_copy(update={"version": number, "person": row.code})
    transaction.add(
        RangeRow(
            person_id=row.id,
            exercise_id=kept.exercise_id,
            measure_key=kept.measure_key,
            rising=kept.rising,
            version=number,
            document=kept.model_dump_json(),
            signed_by=kept.signed_by,
            signed_at=own.signed_at,
        )
    )


def _take_programme(
    transaction: Transaction,
    work: Work,
    row: PersonRow,
    theirs: PackedProgramme | None,
    before: Promised | None,
) -> bool:
    had = None if before is None else before.programme
    if theirs is None or not (had is None or newer(theirs, had)):
        return False
    holds = newest(transaction, row.id)
    after = 0 if holds is None else holds.version
    by, at = theirs.signed_by, theirs.signed_at
    add_version(transaction, work, row.code, theirs.programme, after, by, at)
    put_aside(transaction, row.id, by, at)
    return True


def _beyond(
    transaction: Transaction, work: Work, row: PersonRow, promised: set[PartKey]
) -> tuple[str, ...]:
    query = sa.select(RangeRow.document).where(RangeRow.person_id == row.id)
    newest_first = query.order_by(RangeRow.version.desc())
    holding: dict[PartKey, SignedRange] = {}
    for document in transaction.scalars(newest_first):
        signed = read_document(SignedRange, document, work.path, f"a range of {row.code}")
        holding.setdefault(part_key(signed), signed)
    found = [
        each.exercise_id
        for key, each in holding.items()
        if key not in promised and each.override_reason is not None
    ]
    return tuple(dict.fromkeys(found))
