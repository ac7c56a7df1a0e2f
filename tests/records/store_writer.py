"""Keeps on writing to a real store, and says on standard output what was acknowledged.

``python -m tests.records.store_writer FOLDER ROUNDS [SYNCHRONOUS]``. Each round adds a person with
two ranges signed at once, a programme and a large practice; between rounds the store is closed,
backed up, brought back, and its key file written anew. Where there is a store, it goes on there.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

from exercises.staff import Staff
from records import driver, keys, pins, sealing
from records.backing_up import back_up
from records.errors import StoreError
from records.place import Place
from records.restoring import restore
from records.store import Store, make_store, open_store
from tests.records.specimens import (
    LEFT,
    NOON,
    PIN,
    RIGHT,
    kept_practice,
    person,
    practice,
    programme,
    signed,
)

# Every so many rounds the store is closed, looked after and opened again.
ROUNDS_BETWEEN = 2
REPETITIONS = 120


def code_of(number: int) -> str:
    return f"P-{number:04}"


def place_in(folder: Path) -> Place:
    return Place(folder / "data", folder / "key")


def say(words: str) -> None:
    """Say what is kept now, in one write that a trace sees."""
    os.write(1, f"{words}\n".encode())


def write_round(store: Store, number: int) -> None:
    """Write one round, acknowledging each part of it."""
    code = code_of(number)
    store.people.add(person(code, display_name=f"Somebody {number}"))
    say(f"person {number}")
    both = [signed(code, measure_key=key) for key in (LEFT, RIGHT)]
    store.ranges.sign_all(both, PIN)
    say(f"ranges {number}")
    store.programmes.apply(code, programme(), 0, "AB", PIN)
    say(f"programme {number}")
    began = NOON + timedelta(days=number)
    store.practices.add(
        code, kept_practice(began_at=began, record=practice(REPETITIONS), words="It was light.")
    )
    say(f"practice {number}")


def look_after(place: Place, number: int) -> None:
    """Back the store up, bring the backup back, and write the key file anew."""
    key = keys.find_key(place.key_file)
    backup = back_up(place, key, place.folder / f"backup-{number}.db")
    say(f"backup {number}")
    restore(place, backup, key, lambda: "")
    say(f"restored {number}")
    keys.change_opening(place.key_file, key, None, with_keyring=False)
    say(f"key {number}")


def little_work() -> None:
    """Let PINs and keys take little work, so that most of the time is spent writing."""
    pins._MEMORY_KIB = sealing.MEMORY_KIB = 64


def main(folder: Path, rounds: int) -> None:
    """Write `rounds` rounds."""
    place = place_in(folder)
    if not place.store.exists():
        make_store(place)
        say("made")
        with open_store(place) as store:
            store.staff.add(Staff(initials="AB", role="therapist"), PIN)
        say("staffed")
    with open_store(place) as store:
        first = store.people.count() + 1
    for start in range(first, first + rounds, ROUNDS_BETWEEN):
        with open_store(place) as store:
            for number in range(start, min(start + ROUNDS_BETWEEN, first + rounds)):
                write_round(store, number)
        look_after(place, start)


if __name__ == "__main__":
    little_work()
    if len(sys.argv) > 3:
        driver.SYNCHRONOUS = sys.argv[3]
    try:
        main(Path(sys.argv[1]), int(sys.argv[2]))
    except StoreError as error:
        say(f"{type(error).__name__}: {error}")
        sys.exit(1)
