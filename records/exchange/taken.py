"""What a pack did, told to whoever wrote or read it."""

from dataclasses import dataclass
from pathlib import Path

from records.exchange.contents import Label
from records.exchange.taking_practice import TakenHome
from records.exchange.taking_return import TakenBack


@dataclass(frozen=True, slots=True)
class Written:
    """A pack that was written.

    Attributes
    ----------
    path, label
        Where, and what it is.
    fingerprint
        Of whoever signed it: this store.
    ranges, programme
        How many ranges a practice pack holds, and whether a programme.
    practices, diary, outcomes
        How many of each a return holds.
    more
        Whether not all of it had room, so that another is to be written.
    movements
        The movements that the programme and the ranges name.
    """

    path: Path
    label: Label
    fingerprint: str
    ranges: int = 0
    programme: bool = False
    practices: int = 0
    diary: int = 0
    outcomes: int = 0
    more: bool = False
    movements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of a pack before it is taken in.

    Attributes
    ----------
    first
        Whether its signer is not known here, so that their fingerprint is to be compared.
    needs_signer
        Whether somebody who signs here has to say that this store becomes the person's home.
    was_read
        Whether it was read before.
    """

    first: bool
    needs_signer: bool
    was_read: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A pack that was read.

    Attributes
    ----------
    label
        What it is.
    was_read
        Whether it was read before; then nothing was changed.
    paired
        Whether its signer is known from now on.
    home
        What a practice pack changed.
    back
        What a return pack brought.
    language, words
        What a practice pack says of the home's language, and the therapist's words.
    missed
        Whether a return before this one was never read here.
    more
        Whether another return follows, because not all had room.
    movements
        The movements that the programme and the ranges name.
    """

    label: Label
    was_read: bool = False
    paired: bool = False
    home: TakenHome | None = None
    back: TakenBack | None = None
    language: str | None = None
    words: str = ""
    missed: bool = False
    more: bool = False
    movements: tuple[str, ...] = ()
