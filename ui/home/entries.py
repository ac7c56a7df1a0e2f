"""What the entries of a diary consist of, and two of one day side by side."""

from dataclasses import dataclass
from typing import Literal, get_args

from feedback.ratings import DiaryEntry

Felt = Literal["pain", "mood", "energy", "sleep"]
Part = Literal["symptoms", "triggers", "tried", "helped", "early-signs", "words"]
FELT: tuple[Felt, ...] = ("pain", "mood", "energy", "sleep")
"""What is said on a scale of 0 to 10, in order."""
PARTS: tuple[Part, ...] = get_args(Part)
"""What is said in words, in order."""

_FIELDS: dict[Part, str] = {part: part.replace("-", "_") for part in PARTS}
# The longest that a note may be.
_MOST = 4000


def rated(entry: DiaryEntry, what: Felt) -> int | None:
    """Return an answer on a scale; `None` for none."""
    value = getattr(entry, what)
    return None if value is None else int(value)


def rating(entry: DiaryEntry, what: Felt, value: int | None) -> DiaryEntry:
    """Return the entry with another answer on a scale."""
    return entry.model_copy(update={what: value})


def text_of(entry: DiaryEntry, part: Part) -> str:
    """Return what is written in one part."""
    return str(getattr(entry, _FIELDS[part]))


def writing(entry: DiaryEntry, part: Part, text: str) -> DiaryEntry:
    """Return the entry with another text in one part."""
    return entry.model_copy(update={_FIELDS[part]: text})


def says_nothing(entry: DiaryEntry) -> bool:
    """Return whether nothing is noted in it."""
    return entry == DiaryEntry(day=entry.day)


def together(mine: DiaryEntry, theirs: DiaryEntry) -> DiaryEntry:
    """Return an entry with all of two: both texts, and of two answers `mine`."""
    changes: dict[str, object] = {
        field: _joined(getattr(theirs, field), getattr(mine, field)) for field in _FIELDS.values()
    }
    for what in FELT:
        said = rated(mine, what)
        changes[what] = rated(theirs, what) if said is None else said
    return mine.model_copy(update={**changes, "flare": mine.flare or theirs.flare})


def _joined(before: str, after: str) -> str:
    """Return both texts; one where it holds the other."""
    if after in before:
        return before
    return after if before in after else f"{before} {after}"[:_MOST]


@dataclass(frozen=True, slots=True)
class Differing:
    """One thing in which two entries differ, and what each of them says of it."""

    what: Felt | Part | Literal["flare"]
    theirs: str
    mine: str


def differing(mine: DiaryEntry, theirs: DiaryEntry) -> tuple[Differing, ...]:
    """Return all in which two entries differ; a flare day is an empty text or ``flare``."""
    scales = [
        Differing(what, *("" if value is None else str(value) for value in values))
        for what in FELT
        if (values := (rated(theirs, what), rated(mine, what)))[0] != values[1]
    ]
    texts = [
        Differing(part, *said)
        for part in PARTS
        if (said := (text_of(theirs, part), text_of(mine, part)))[0] != said[1]
    ]
    flares = ["flare" if entry.flare else "" for entry in (theirs, mine)]
    last = [Differing("flare", *flares)] if flares[0] != flares[1] else []
    return (*scales, *texts, *last)
