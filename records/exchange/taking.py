"""Taking in a pack that may be read here, within one transaction."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session as Transaction

from records.agreed import refuse_not_shared, refuse_without_yes
from records.exchange.contents import PracticeContent
from records.exchange.marks import mark
from records.exchange.meeting import Met
from records.exchange.opening import Opened
from records.exchange.promised import promise, promised
from records.exchange.reading import Came
from records.exchange.taken import Taken
from records.exchange.taking_practice import take_practice
from records.exchange.taking_return import take_return
from records.pack_tables import PackRow, PairingRow
from records.tables import PersonRow
from records.told import Told, untold
from records.work import Work


def take(
    transaction: Transaction,
    work: Work,
    opened: Opened,
    content: PracticeContent | Came,
    met: Met,
    now: datetime,
    told: Told = untold,
) -> Taken:
    """Keep the `content` of a pack, and that it was read; pair with its signer where that is new.

    Raises
    ------
    PackNotUnderstood
        Where an item in it is another person's here.
    NotAgreed
        Where a return is of somebody who has not agreed that it is kept.
    NotAgreedToShare
        Where they have taken back that it goes between home and clinic.
    """
    if isinstance(content, Came):
        return _take_back(transaction, work, opened, content, met, now, told)
    return _take_home(transaction, work, opened, content, met, now)


def _take_home(
    transaction: Transaction,
    work: Work,
    opened: Opened,
    content: PracticeContent,
    met: Met,
    now: datetime,
) -> Taken:
    row = None if met.person is None else transaction.get_one(PersonRow, met.person)
    before = None if row is None else promised(transaction, row.id, work.path)
    row, home = take_practice(transaction, work, row, content, before)
    promise(transaction, row.id, content, before)
    _note(transaction, opened, row.id, met, now)
    return Taken(
        opened.label,
        paired=not met.known,
        home=home,
        language=content.language,
        words=content.words,
        movements=content.movements,
    )


def _take_back(
    transaction: Transaction,
    work: Work,
    opened: Opened,
    came: Came,
    met: Met,
    now: datetime,
    told: Told,
) -> Taken:
    assert met.person is not None
    row = transaction.get_one(PersonRow, met.person)
    refuse_without_yes(row, work.path)
    refuse_not_shared(row, work.path)
    back = take_return(transaction, opened.path, opened.label, came, row.id, told)
    after = came.content.after
    missed = after is not None and not _was_read(transaction, row.id, after)
    pack = _note(transaction, opened, row.id, met, now)
    mark(transaction, row.id, back.marks, pack.signed_at)
    return Taken(
        opened.label, paired=not met.known, back=back, missed=missed, more=came.content.more
    )


def _note(
    transaction: Transaction, opened: Opened, person: UUID, met: Met, now: datetime
) -> PackRow:
    """Note that the pack was read, and from whom it came."""
    label = opened.label
    if not met.known:
        role = "clinic" if label.kind == "practice" else "home"
        transaction.add(
            PairingRow(person_id=person, public=opened.public, role=role, paired_at=now)
        )
    pack = PackRow(
        person_id=person,
        pack_id=str(label.id),
        direction="read",
        kind=label.kind,
        signed_at=label.signed_at,
        digest=opened.digest,
        taken_at=now,
    )
    transaction.add(pack)
    return pack


def _was_read(transaction: Transaction, person: UUID, pack: UUID) -> bool:
    query = sa.select(PackRow.id).where(
        PackRow.person_id == person, PackRow.direction == "read", PackRow.pack_id == str(pack)
    )
    return transaction.scalar(query) is not None
