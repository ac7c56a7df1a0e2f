"""What packs hold: plain documents, checked when they are read as when they are written."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Literal, Self, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from exercises.code import Code, Initials
from exercises.definition import Definition
from exercises.lines import Name, Note
from exercises.person import Person
from exercises.programme import Programme
from exercises.signed_range import SignedRange
from records.exchange.form import MOST_DOCUMENT, MOST_FILE, MOST_ITEMS

Kind = Literal["practice", "return"]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 in hexadecimal, or a public key, which is as long."""
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$", max_length=20)]
PartKey = tuple[str, str, bool]
"""What versions of one person's range share: movement, measure, and whether it rises."""


class Label(Definition):
    """What a pack is, known before what it holds is unpacked."""

    kind: Kind
    """``practice``: from a clinic for a home. ``return``: from a home for its clinic."""
    id: UUID
    """Which pack; one that was read is known again by it."""
    code: Code
    """Whose."""
    signed_at: AwareDatetime
    """When. Of one store it is always later than that of its packs before."""
    by: Initials | None = None
    """The therapist or clinician whose PIN was given; `None` for a return."""
    to: Digest | None = None
    """The public key of the clinic it is for; `None` for a practice pack."""
    made_with: Name
    """The program that wrote it, with its version."""
    packed: Annotated[int, Field(ge=1, le=MOST_FILE)]
    """Bytes of the packed document, which follows."""
    size: Annotated[int, Field(ge=2, le=MOST_DOCUMENT)]
    """Bytes of the document once it is unpacked."""

    @model_validator(mode="after")
    def _as_its_kind(self) -> Self:
        if (self.kind == "practice") != (self.by is not None):
            raise ValueError("a practice pack is signed by staff, and no other is")
        if (self.kind == "return") != (self.to is not None):
            raise ValueError("a return is for one clinic, and no other pack is")
        return self


class PackedRange(Definition):
    """A range that holds, and the moment it was signed."""

    range: SignedRange
    signed_at: AwareDatetime

    @property
    def version(self) -> int:
        """The how manieth of its key it is at the clinic."""
        return self.range.version

    @property
    def key(self) -> "PartKey":
        """What it shares with its other versions."""
        return part_key(self.range)


class PackedProgramme(Definition):
    """The programme that holds, who signed it and when."""

    programme: Programme
    version: Annotated[int, Field(ge=1)]
    signed_by: Initials
    signed_at: AwareDatetime


Signed = TypeVar("Signed", PackedRange, PackedProgramme)


class PracticeContent(Definition):
    """What a home needs to practise within what its clinic signed."""

    person: Person
    """Their profile, without a name and without what is for the therapist alone."""
    ranges: Annotated[tuple[PackedRange, ...], Field(strict=False, max_length=MOST_ITEMS)] = ()
    """Every range that holds, each once."""
    programme: PackedProgramme | None = None
    language: Language | None = None
    """In which the home speaks; `None` for the one it has."""
    words: Note = ""
    """What the therapist says along with it."""

    @property
    def movements(self) -> tuple[str, ...]:
        """The movements that it names."""
        items = () if self.programme is None else self.programme.programme.items
        named = [*(item.exercise_id for item in items), *(own.key[0] for own in self.ranges)]
        return tuple(dict.fromkeys(named))

    @model_validator(mode="after")
    def _of_one_person(self) -> Self:
        own = self.person
        if own.display_name is not None or own.wary_of:
            raise ValueError("a name or a therapist's words travel in no pack")
        if any(each.range.person != own.code for each in self.ranges):
            raise ValueError("a range of another person")
        _each_once((each.key for each in self.ranges), "a range")
        return self


class PackedChunk(Definition):
    """About a second of a trace; its data is among the blobs, in the same order."""

    number: Annotated[int, Field(ge=0, lt=1 << 31)]
    codec: Annotated[int, Field(ge=0, lt=1 << 31)]
    size: Annotated[int, Field(ge=1, le=MOST_FILE)]
    """Bytes of its data."""
    digest: Digest
    """Of its data."""


class PackedPractice(Definition):
    """A practice as it is kept at home, to the letter."""

    id: UUID
    state: Literal["ended", "interrupted"]
    document: Annotated[str, Field(max_length=MOST_DOCUMENT)]
    """A `records.kept_practice.KeptPractice` as JSON."""
    chunks: Annotated[tuple[PackedChunk, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        numbers = [each.number for each in self.chunks]
        if numbers != sorted(set(numbers)):
            raise ValueError("the chunks of a practice are out of order")
        return self


class PackedEntry(Definition):
    """An entry of the diary, or an outcome, as it is kept at home, to the letter."""

    id: UUID
    document: Annotated[str, Field(max_length=MOST_DOCUMENT)]
    written_at: AwareDatetime


class ReturnContent(Definition):
    """What is new at home since the return before."""

    after: UUID | None = None
    """The return before; `None` where this is the first, or everything is sent anew."""
    more: bool = False
    """Whether not all of it had room, so that another follows."""
    practices: Annotated[
        tuple[PackedPractice, ...], Field(strict=False, max_length=MOST_ITEMS)
    ] = ()
    diary: Annotated[tuple[PackedEntry, ...], Field(strict=False, max_length=MOST_ITEMS)] = ()
    outcomes: Annotated[tuple[PackedEntry, ...], Field(strict=False, max_length=MOST_ITEMS)] = ()

    @model_validator(mode="after")
    def _each_item_once(self) -> Self:
        for items in (self.practices, self.diary, self.outcomes):
            _each_once((each.id for each in items), "an item")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.practices or self.diary or self.outcomes)

    @property
    def chunks(self) -> tuple[PackedChunk, ...]:
        """All chunks, in the order of their data among the blobs."""
        return tuple(chunk for practice in self.practices for chunk in practice.chunks)


def for_home(person: Person) -> Person:
    """Return of a profile what a home needs."""
    return person.model_copy(update={"display_name": None, "wary_of": ""})


def part_key(signed: SignedRange) -> PartKey:
    """Return a range's key without whose it is: codes are the same in capitals or not."""
    return signed.key[1:]


def newer(one: Signed, other: Signed) -> bool:
    """Return whether `one` was signed after `other`, an earlier or later version of the same.

    A clock may have been set back between them, and a store brought back from a backup counts
    again from where that was: either its number or its moment tells.
    """
    return one.version > other.version or one.signed_at > other.signed_at


def _each_once(keys: Iterable[object], what: str) -> None:
    found = list(keys)
    if len(set(found)) < len(found):
        raise ValueError(f"{what} is there twice")


def next_moment(now: datetime, before: datetime | None) -> datetime:
    """Return when a pack is signed: now, and after the one before whatever the clock says."""
    if before is None or now > before:
        return now
    return before + timedelta(microseconds=1)
