"""A clinic and homes for tests: stores of their own, and the files that go between them."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np

from exercises.consent import Consent, Given
from exercises.staff import Staff
from feedback.angle_trace import AngleTrace
from records.exchange.opening import open_pack
from records.exchange.taken import Taken, Written
from records.kept_practice import KeptPractice
from records.place import Place
from records.store import Store, open_store
from tests.records.specimens import (
    DAY,
    LEFT,
    MOVEMENT,
    NOON,
    PIN,
    kept_practice,
    person,
    signed,
)
from tests.records.specimens import programme as a_programme

PASSPHRASE = "a quiet morning"
CODE = "P-0147"
MADE_WITH = "unhurried 0.1.0"
DAYS = timedelta(days=1)
AGREED_TO_PACKS = Consent(
    on=DAY, given=(Given(purpose="record", on=DAY), Given(purpose="pack", on=DAY))
)


class Two:
    """A clinic with P-0147, a home without anybody, and a folder for what goes between them."""

    def __init__(self, clinic: Store, home: Store, folder: Path) -> None:
        self.clinic, self.home, self.folder = clinic, home, folder
        self._count = 0

    def path(self) -> Path:
        self._count += 1
        return self.folder / f"{self._count}.pack"

    def write(self, **changes: Any) -> Written:
        """Write a practice pack at the clinic."""
        return self.clinic.packs.write_practice(
            CODE, self.path(), PASSPHRASE, "AB", PIN, **{"now": NOON, **changes}
        )

    def write_back(self, home: Store | None = None, **changes: Any) -> Written:
        """Write a return pack at home."""
        store = self.home if home is None else home
        return store.packs.write_return(
            CODE, self.path(), PASSPHRASE, **{"now": NOON + DAYS, **changes}
        )

    def paired(self, **changes: Any) -> Written:
        """Write the first practice pack and read it at home; return it."""
        written = self.write(**changes)
        read(self.home, written.path, typed=written.fingerprint)
        return written


def read(store: Store, path: Path, typed: str | None = None, **changes: Any) -> Taken:
    return store.packs.take(open_pack(path, PASSPHRASE), typed=typed, **changes)


def furnish(clinic: Store) -> None:
    """Give a clinic a therapist, P-0147, their range and their programme."""
    clinic.staff.add(Staff(initials="AB", role="therapist"), PIN)
    clinic.people.add(
        person(
            consent=AGREED_TO_PACKS,
            display_name="Änne",
            wary_of="stairs",
            flags=("dizziness",),
            posture="seated",
        )
    )
    clinic.ranges.sign(signed(), PIN, NOON)
    clinic.programmes.apply(CODE, a_programme(), 0, "AB", PIN, NOON)


def practised(store: Store, at: datetime, seconds: int = 3) -> UUID:
    """Keep a practice with its trace; return its id."""
    id_ = store.practices.add(
        CODE, kept_practice(began_at=at, words="Ganz leicht. 🙂", made_with=MADE_WITH)
    )
    for number in range(seconds):
        store.traces.add(id_, number, trace(number))
    return id_


def begun() -> KeptPractice:
    """Return a practice as it is kept at its beginning."""
    return kept_practice(made_with=MADE_WITH)


def trace(second: int) -> AngleTrace:
    """Return one second of a rising arm at ten pictures a second."""
    count = 10
    return AngleTrace(
        measures=(LEFT,),
        times_s=second + np.arange(count) / count,
        exercise_ids=(MOVEMENT,) * count,
        values=np.linspace(20.0, 80.0, count)[:, None],
        errors=np.full((count, 1), 5.0),
        withheld=np.zeros((count, 1), np.int8),
        quality=np.ones(count),
        landmarks=np.full((count, 33, 2), np.nan),
        picture_px=(640, 480),
    )


@contextmanager
def stores(first: Place, folder: Path, *names: str) -> Iterator[list[Store]]:
    """Give empty stores, each a copy of the `first`."""
    with ExitStack() as closing:
        opened = []
        for name in names:
            place = Place(folder / name / "data", folder / name / "key")
            shutil.copytree(first.folder, place.folder)
            shutil.copytree(first.key_folder, place.key_folder)
            opened.append(closing.enter_context(open_store(place)))
        yield opened
