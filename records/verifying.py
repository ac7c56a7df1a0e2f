"""Looking over a whole store: every page, reference and document, and the angles of practices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from exercises.person import Person
from exercises.programme import Programme
from exercises.signed_range import SignedRange
from feedback.change import Proposal
from feedback.instruments import Filled
from feedback.observing import Observation
from feedback.ratings import DiaryEntry
from records import driver
from records.driver import DriverError, named
from records.errors import StoreDamaged, StoreError
from records.exchange.promised import model_of
from records.form import form_of
from records.groups import KeptGroup
from records.kept import read_document
from records.kept_practice import KeptPractice
from records.migrations.revisions import HEAD
from records.rooms import Room
from records.verifying_practices import practice_damage
from records.work import naming

_DOCUMENTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "people": ("person", Person),
    "ranges": ("signed_range", SignedRange),
    "programmes": ("programme", Programme),
    "proposals": ("proposal", Proposal),
    "rooms": ("room", Room),
    "practices": ("practice", KeptPractice),
    "group practices": ("group_practice", KeptGroup),
    "diary entries": ("diary_entry", DiaryEntry),
    "outcomes": ("outcome", Filled),
    "observations": ("observation", Observation),
}
UNREADABLE = "damaged"
"""The form of a store whose pages are damaged: what is on them says nothing."""
# More of one kind say no more.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    Attributes
    ----------
    form
        Which form the store has, as `records.migrations.revisions` names them; `UNREADABLE`.
    counts
        How many of each kind were read.
    faults
        One line each; none where all is well.
    """

    form: str
    counts: Mapping[str, int]
    faults: tuple[str, ...]


def verify(path: Path, key: bytes) -> Verified:
    """Look over the store at `path` without writing to it.

    Documents are read where the store has the form this program writes; of an older one the pages
    and references are looked over.

    Raises
    ------
    StoreError
        Where it cannot be opened at all.
    """
    with naming(path):
        connection = driver.connect(path, key, only_read=True)
        try:
            faults = list(_pages(connection))
            form = UNREADABLE if faults else _form(connection, path)
            counts: dict[str, int] = {}
            if not faults and form == HEAD:
                for kind, (table, model) in _DOCUMENTS.items():
                    counts[kind] = 0
                    for fault in _documents(connection, path, table, model):
                        counts[kind] += 1
                        if fault is not None:
                            faults.append(fault)
                faults += _promised(connection, path)
                faults += map(str, practice_damage(connection, path))
        finally:
            connection.close()
    return Verified(form, counts, tuple(faults[:_SHOWN]))


def _form(connection: Any, path: Path) -> str:
    form = form_of(connection)
    if form is None:
        raise StoreDamaged(path, "it does not say which form it has")
    return form


def _pages(connection: Any) -> Iterator[str]:
    """Give a line for each page or reference that is not as it was written."""
    for (line,) in connection.execute("PRAGMA cipher_integrity_check").fetchmany(_SHOWN):
        yield str(line)
    try:
        for (line,) in connection.execute(f"PRAGMA integrity_check({_SHOWN})"):
            if line != "ok":
                yield str(line)
        for table, row, *_ in connection.execute("PRAGMA foreign_key_check"):
            yield f"{table} {row} points nowhere"
    except DriverError as error:
        if named(error, Path()) is None:
            raise
        yield str(error)


def _promised(connection: Any, path: Path) -> Iterator[str]:
    """Give a line for each part of what a clinic signed that cannot be read."""
    for part, document in connection.execute("SELECT part, document FROM promised"):
        try:
            read_document(model_of(part), document, path, f"what a clinic signed ({part})")
        except StoreError as error:
            yield str(error)


def _documents(
    connection: Any, path: Path, table: str, model: type[BaseModel]
) -> Iterator[str | None]:
    """Give a line, or `None` where all is well, for each document of one table."""
    for number, (document,) in enumerate(connection.execute(f"SELECT document FROM {table}"), 1):
        try:
            read_document(model, document, path, f"{table} {number}")
        except StoreError as error:
            yield str(error)
        else:
            yield None
