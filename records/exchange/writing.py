"""Writing packs: gathered in one look at the store, written whole, and noted after that.

The file is there before it is noted: where noting it does not come about, the next pack holds the
same again, which whoever reads both does not notice.
"""

from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session as Transaction

from records.agreed import refuse_not_shared
from records.atomic_file import write_whole
from records.audit import note
from records.base import new_id
from records.exchange.clinics_met import newest_own_at
from records.exchange.contents import Kind, Label, next_moment
from records.exchange.fingerprint import fingerprint
from records.exchange.gathering import for_practice, for_return
from records.exchange.marks import Mark, mark
from records.exchange.opening import closed_pack
from records.exchange.own_key import own_private
from records.exchange.paired import clinic_of
from records.exchange.signing import public_of
from records.exchange.taken import Written
from records.pack_errors import NoClinic, NothingNew, PackOutOfPlace, PackThere
from records.pack_tables import PackRow
from records.people import known_person
from records.running import Running
from records.settling import settle_person
from records.told import Told, untold
from records.work import Work
from records.writing_files import writing_files


def write_practice(
    work: Work,
    code: str,
    out: Path,
    passphrase: str,
    signer: str,
    language: str | None,
    words: str,
    now: datetime,
) -> Written:
    """Write what a home needs of a person to `out`; `signer` gave their PIN.

    Raises
    ------
    UnknownEntry, NotAgreedToShare, PackThere, PackOutOfPlace, WeakPassphrase, StoreFull,
    StoreReadOnly
        Where there is no such person or no yes, or it cannot be written.
    """
    _refuse_there(out)
    with work.writing() as transaction:
        row = known_person(transaction, code)
        if clinic_of(transaction, row.id) is not None:
            raise PackOutOfPlace(
                out, f"this is the home of {row.code}, and practice packs come from their clinic"
            )
        refuse_not_shared(row, work.path)
        private = own_private(transaction)
        content = for_practice(transaction, work, row, language, words)
        label = _label(transaction, "practice", row.code, now, by=signer)
        person = row.id
    document = content.model_dump_json().encode()
    _write(work, out, private, label, document, b"", passphrase, person, now, {})
    return Written(
        out,
        label,
        fingerprint(public_of(private)),
        ranges=len(content.ranges),
        programme=content.programme is not None,
        movements=content.movements,
    )


def write_return(
    work: Work,
    code: str,
    out: Path,
    passphrase: str,
    now: datetime,
    *,
    everything: bool,
    told: Told = untold,
) -> Written:
    """Write what is new of a person at home to `out`, for their clinic.

    Raises
    ------
    UnknownEntry, NoClinic, NotAgreedToShare, NothingNew
        Where there is nobody, nowhere to send it, no yes to sending it, or nothing to send.
    PackThere, WeakPassphrase, StoreFull, StoreReadOnly
        Where it cannot be written.
    """
    _refuse_there(out)
    with work.writing() as transaction:
        row = known_person(transaction, code)
        clinic = clinic_of(transaction, row.id)
        if clinic is None:
            raise NoClinic(row.code)
        refuse_not_shared(row, work.path)
        settle_person(transaction, Running.beside(work.path), row.id)
        private = own_private(transaction)
        label = _label(transaction, "return", row.code, now, to=clinic.hex())
        person = row.id
    with work.reading() as transaction:
        gathered = for_return(transaction, person, everything=everything, told=told)
    if gathered.content.is_empty:
        raise NothingNew(label.code)
    content = gathered.content
    document = content.model_dump_json().encode()
    _write(
        work, out, private, label, document, gathered.blobs, passphrase, person, now, gathered.marks
    )
    return Written(
        out,
        label,
        fingerprint(public_of(private)),
        practices=len(content.practices),
        diary=len(content.diary),
        outcomes=len(content.outcomes),
        more=content.more,
    )


def _refuse_there(out: Path) -> None:
    if out.exists() or out.is_symlink():
        raise PackThere(out)


def _label(
    transaction: Transaction,
    kind: Kind,
    code: str,
    now: datetime,
    *,
    by: str | None = None,
    to: str | None = None,
) -> Label:
    before = newest_own_at(transaction)
    return Label(
        kind=kind,
        id=new_id(),
        code=code,
        signed_at=next_moment(now, before),
        by=by,
        to=to,
        made_with=f"unhurried {version('unhurried')}",
        packed=1,
        size=2,
    )


def _write(
    work: Work,
    out: Path,
    private: bytes,
    label: Label,
    document: bytes,
    blobs: bytes,
    passphrase: str,
    person: UUID,
    now: datetime,
    marks: Mapping[UUID, Mark],
) -> None:
    whole, digest = closed_pack(private, label, document, blobs, passphrase)
    with writing_files(out.parent):
        write_whole(out, whole)
    with work.writing() as transaction:
        transaction.add(
            PackRow(
                person_id=person,
                pack_id=str(label.id),
                direction="written",
                kind=label.kind,
                signed_at=label.signed_at,
                digest=digest,
                taken_at=now,
            )
        )
        mark(transaction, person, marks, label.signed_at)
        note(transaction, "pack-written", label.by, label.code, f"{label.kind} pack {label.id}")
