"""The tables of what is exchanged between a clinic and a home."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.base import Base, new_id
from records.tables import of_person


class SigningKeyRow(Base):
    """This store's own signing key: a clinic signs packs with it, a home its returns."""

    __tablename__ = "signing_key"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    private: Mapped[bytes] = mapped_column(LargeBinary)
    """Ed25519, 32 bytes; it never leaves the encrypted store."""
    made_at: Mapped[datetime]


class PairingRow(Base):
    """Whose packs are taken for one person, agreed once by a fingerprint on paper."""

    __tablename__ = "pairing"
    __table_args__ = (
        UniqueConstraint("person_id", "public"),
        CheckConstraint("role IN ('clinic', 'home')", name="role"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    public: Mapped[bytes] = mapped_column(LargeBinary)
    """Ed25519, 32 bytes."""
    role: Mapped[str] = mapped_column(String(10))
    """What the other is: ``clinic``, of which a person has one, or ``home``."""
    paired_at: Mapped[datetime]


class PackRow(Base):
    """A pack that was read or written; reading one twice changes nothing."""

    __tablename__ = "pack"
    __table_args__ = (UniqueConstraint("person_id", "pack_id", "direction"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    person_id: Mapped[UUID] = mapped_column(of_person())
    pack_id: Mapped[str] = mapped_column(String(40))
    direction: Mapped[str] = mapped_column(String(10))
    """``read`` or ``written``."""
    kind: Mapped[str] = mapped_column(String(10))
    """``practice`` or ``return``."""
    signed_at: Mapped[datetime]
    """When it was signed: an older one never takes the place of a newer."""
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of the signed content."""
    taken_at: Mapped[datetime]


class PromisedRow(Base):
    """One part of what a person's clinic signed, at home: the newest of all packs read."""

    __tablename__ = "promised"

    person_id: Mapped[UUID] = mapped_column(of_person(), primary_key=True)
    part: Mapped[str] = mapped_column(String(140), primary_key=True)
    """Which, as `records.exchange.promised` calls it: the profile, the programme, or one range."""
    document: Mapped[str]
    """As JSON an `exercises.person.Person`, or of `records.exchange.contents` a `PackedProgramme`
    or a `PackedRange`."""


class ClinicMetRow(Base):
    """A clinic that was given up, or whose person was forgotten; of nobody it says who they were.

    Where somebody was forgotten this store's own is among them, if it has signed a pack.
    """

    __tablename__ = "clinic_met"

    public: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    """Its public key: Ed25519, 32 bytes."""
    signed_at: Mapped[datetime]
    """When it signed the newest pack that was read here, or written: a later one is later."""


class ExchangedRow(Base):
    """One item that went from a home to its clinic: at home as it was sent, there as it came."""

    __tablename__ = "exchanged"

    person_id: Mapped[UUID] = mapped_column(of_person(), primary_key=True)
    item_id: Mapped[UUID] = mapped_column(primary_key=True)
    """Of a practice, a diary entry or an outcome; the row itself may have been erased since."""
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of the item as it went."""
    signed_at: Mapped[datetime]
    """When the pack was signed in which it went last."""
    as_kept: Mapped[bytes | None] = mapped_column(LargeBinary)
    """At home, of a practice: SHA-256 of what tells without its angles that it has not changed
    since; `None` of anything else, and of what an older program sent."""
