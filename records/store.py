"""The store: made once, opened by its key, and read through its parts."""

import os
from dataclasses import dataclass
from pathlib import Path

from records import keys
from records.atomic_file import OWNER_ONLY, make_folder, put_in_place, remove
from records.audit import Audit
from records.diary import Diary
from records.driver import PAGE_BYTES
from records.engine import make_engine
from records.errors import (
    NoStore,
    NotAStore,
    StoreExists,
    StoreReadOnly,
)
from records.exchange.packs import Packs
from records.forgetting import Forgetting
from records.glances import Glances
from records.groups import Groups
from records.locking import held, refuse_network
from records.many import Many
from records.migrating import bring_up_to_date, run_steps
from records.observations import Observations
from records.outcomes import Outcomes
from records.people import People
from records.place import Place
from records.practices import Practices
from records.programmes import Programmes
from records.proposals import Proposals
from records.ranges import Ranges
from records.retention import Retention
from records.reviews import Reviews
from records.rooms import Rooms
from records.staff import StaffList
from records.studies import Studies
from records.traces import Traces
from records.work import Work
from records.writing_files import writing_files
from vision.closing import ClosesOnExit


class Store(ClosesOnExit):
    """An open store.

    Its parts may be used from any thread; each call is a transaction of its own, and returns when
    what it wrote is on the disk.

    Attributes
    ----------
    people, staff, ranges, programmes, proposals, rooms, practices, traces, groups, diary,
    outcomes, observations, reviews, glances, retention, audit, forgetting,
    many
        What is kept, each with calls of its own.
    migrated_from
        The backup made before an older store was brought to this program's form, if it was.
    """

    def __init__(self, place: Place, key: bytes, migrated_from: Path | None = None) -> None:
        self.place = place
        self.migrated_from = migrated_from
        self._engine = make_engine(place.store, key)
        work = Work(self._engine, place.store)
        self.people = People(work)
        self.staff = StaffList(work)
        self.ranges = Ranges(work, self.staff)
        self.programmes = Programmes(work, self.staff)
        self.proposals = Proposals(work, self.staff, self.ranges)
        self.rooms = Rooms(work)
        self.practices = Practices(work)
        self.traces = Traces(work)
        self.groups = Groups(work)
        self.diary = Diary(work)
        self.audit = Audit(work)
        self.forgetting = Forgetting(work, self._engine)
        self.packs = Packs(work, self.staff)
        self.glances = Glances(work)
        self.outcomes = Outcomes(work)
        self.observations = Observations(work, self.staff)
        self.reviews = Reviews(work, self.staff)
        self.retention = Retention(work)
        self.studies = Studies(work)
        self.many = Many(work)

    def close(self) -> None:
        """Let go of the store; nothing is left to be written."""
        self.practices.close()
        self._engine.dispose()


@dataclass(frozen=True, slots=True)
class Made:
    """A store that was just made.

    Attributes
    ----------
    recovery_code
        Opens it when all else is lost: to be written on paper, and shown this once.
    opens
        How it is opened, as `records.key_file.Opens` says.
    """

    recovery_code: str
    opens: str


def make_store(place: Place, passphrase: str | None = None, *, with_keyring: bool = False) -> Made:
    """Make an empty store with a new key.

    Parameters
    ----------
    place
        Where; its folders are made for their owner alone.
    passphrase
        What opens it; without one it opens on this machine without asking.
    with_keyring
        Keep a key that opens without asking in the machine's keyring, where one works.

    Raises
    ------
    StoreExists, NetworkFolder, StoreReadOnly, StoreLocked
        Where it cannot be made.
    WeakPassphrase
        For a passphrase that is too short.
    """
    refuse_network(place)
    with writing_files(place.folder):
        make_folder(place.folder)
    with held(place):
        if place.store.exists():
            raise StoreExists(place.store)
        with writing_files(place.key_folder):
            made = keys.make_key(place.key_file, passphrase, with_keyring=with_keyring)
        build_empty(place.store, made.key)
    return Made(made.recovery_code, keys.how_it_opens(place.key_file) or "")


def open_store(place: Place, passphrase: str | None = None) -> Store:
    """Return the store at `place`, in this program's form.

    An older one is brought to it; a backup is made before.

    Raises
    ------
    StoreError
        Where it cannot be opened: none there, no key or another, a network folder, not writable,
        locked, damaged, not a store, newer than this program. It is left as it is.
    """
    refuse_network(place)
    _refuse_absent(place)
    key = keys.find_key(place.key_file, passphrase)
    with held(place):
        backup = bring_up_to_date(place.store, key, place.backups)
    store = Store(place, key, backup)
    store.practices.settle()
    return store


def build_empty(path: Path, key: bytes) -> None:
    """Put an empty store under `key` at `path`; it is there whole and on the disk, or not at all.

    Raises
    ------
    StoreError
        Where it cannot be written.
    """
    part = path.with_name(path.name + ".part")
    remove(part)
    part.touch(OWNER_ONLY)
    try:
        run_steps(part, key)
        put_in_place(part, path)
    except BaseException:
        remove(part)
        raise


def _refuse_absent(place: Place) -> None:
    """Raise what is to be said of a store that is not there, not a file, or not to be written."""
    if not place.store.exists():
        raise NoStore(place.store)
    if not place.store.is_file() or place.store.stat().st_size < PAGE_BYTES:
        raise NotAStore(place.store)
    for path in (place.folder, place.store):
        if not os.access(path, os.W_OK):
            raise StoreReadOnly(path)
