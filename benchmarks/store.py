"""How long the store takes: opened with a passphrase, 10,000 people listed, a range looked up.

    python benchmarks/store.py

Medians, beside the targets where there are any. Opening is timed twice: within a program that is
running, and for a program that has imported nothing yet, which takes its imports with it.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from exercises.person import Consent, Person
from exercises.signed_range import SignedRange
from exercises.staff import Staff
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from records.kept_practice import KeptPractice
from records.place import Place
from records.store import Store, make_store, open_store

PASSPHRASE = "a quiet morning"
PIN = "4711"
PEOPLE = 10_000
MOVEMENTS = 30
SIDES = "shoulder_abduction_left", "shoulder_abduction_right"
TODAY = date(2026, 3, 2)
NAMES = "Añil Jardín", "Γαλάζιο Ποτάμι", "Тихая Река", "山川草木", "نهر هادئ", "Quiet Elm"
AFRESH = """
import sys, time
began = time.perf_counter()
from pathlib import Path
from records.place import Place
from records.store import open_store
imported = time.perf_counter()
open_store(Place(Path(sys.argv[1]), Path(sys.argv[2])), sys.argv[3]).people.count()
print(imported - began, time.perf_counter() - imported)
"""


def main() -> None:
    """Fill a store, and print a line for each thing that is timed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "data", Path(folder) / "key")
        make_store(place, PASSPHRASE)
        with open_store(place, PASSPHRASE) as store:
            fill(store)
        size = place.store.stat().st_size / 1e6
        print(f"{PEOPLE:,} people, {MOVEMENTS} movements with ranges on both sides: {size:.0f} MB")
        opening(place)
        with open_store(place, PASSPHRASE) as store:
            listing(store)
            single(store)


def fill(store: Store) -> None:
    """Add people with names in several scripts, and for one of them ranges in all movements."""
    consent = Consent(on=TODAY, record=True)
    store.people.add_all(
        Person(code=code_of(n), display_name=f"{NAMES[n % len(NAMES)]} {n}", consent=consent)
        for n in range(PEOPLE)
    )
    store.staff.add(Staff(initials="AB", role="therapist"), PIN)
    for version in (1, 2, 3):
        several = [
            range_of(movement, side, version) for movement in range(MOVEMENTS) for side in SIDES
        ]
        store.ranges.sign_all(several, PIN)


def code_of(number: int) -> str:
    """Return the code of one of them."""
    return f"P-{number:05}"


def range_of(movement: int, side: str, version: int) -> SignedRange:
    """Return one version of one range of one of the people."""
    return SignedRange.model_validate(
        {
            "person": code_of(147),
            "exercise_id": f"movement-{movement}",
            "measure_key": side,
            "low": 40.0,
            "high": 80.0 + version,
            "ceiling": 95.0,
            "version": version,
            "signed_by": "AB",
            "signed_on": TODAY,
        }
    )


def opening(place: Place) -> None:
    """Print how long opening takes."""

    def open_and_count() -> None:
        with open_store(place, PASSPHRASE) as store:
            store.people.count()

    say("opened with a passphrase", open_and_count, 9, target_ms=500)
    command = [sys.executable, "-c", AFRESH, str(place.folder), str(place.key_folder), PASSPHRASE]
    runs = [
        [float(part) for part in subprocess.check_output(command, text=True).split()]
        for _ in range(5)
    ]
    imports, opened = (statistics.median(part) * 1e3 for part in zip(*runs, strict=True))
    print(f"{'the same in a new program':44} {opened:7.1f} ms after {imports:.0f} ms of imports")


def listing(store: Store) -> None:
    """Print how long lists of people take."""
    assert len(store.people.list(search="147")) > 10
    assert len(store.people.list(search="ΓΑΛΆΖΙΟ")) > PEOPLE // 10
    say(f"all {PEOPLE:,} people listed", store.people.list, 15, target_ms=200)
    for search in ("147", "ΓΑΛΆΖΙΟ", "草木", "anil jardin 4", "nobody at all"):
        say(f"searched for {search!r}", lambda text=search: store.people.list(search=text), 15, 200)
    say("a page of 50", lambda: store.people.list(after=code_of(5000), limit=50), 50, 200)
    say("one person", lambda: store.people.get(code_of(147)), 50)


def single(store: Store) -> None:
    """Print how long one look-up and one write take."""
    code = code_of(147)
    practice = KeptPractice(
        began_at=datetime.now(UTC),
        record=PracticeRecord(0.0, 60.0, ()),
        ratings=Ratings(),
        made_with="a benchmark",
    )
    assert len(store.ranges.current(code)) == MOVEMENTS * len(SIDES)
    say("ranges of one movement", lambda: store.ranges.current(code, "movement-7"), 200, 2)
    say("ranges of all movements", lambda: store.ranges.current(code), 50)
    say("a PIN looked at", lambda: store.staff.check("AB", PIN), 9)
    say("a practice kept, on the disk", lambda: store.practices.add(code, practice), 50)


def say(what: str, deed: Callable[[], object], times: int, target_ms: float | None = None) -> None:
    """Print the median of so many times, after one that is not counted."""
    deed()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        deed()
        taken.append((time.perf_counter() - began) * 1e3)
    aim = "" if target_ms is None else f"  (target under {target_ms:g} ms)"
    print(f"{what:44} {statistics.median(taken):7.1f} ms{aim}")


if __name__ == "__main__":
    main()
