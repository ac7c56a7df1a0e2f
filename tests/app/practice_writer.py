"""Keeps on practising before a real store, and says on standard output what was acknowledged.

``python -m tests.app.practice_writer FOLDER PRACTICES [SYNCHRONOUS]``. Each practice is of somebody
new, and written by the recording's own thread. A line ``seen CODE T`` for each sight that is
handed over, ``kept CODE T`` once angles until T are on the disk, ``ended CODE`` once all is.
"""

import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app import recording
from app.recording import Recording
from app.strand import Newest, Strand
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from feedback.tracing import Judged
from records import driver, keys
from records.store import Store, make_store, open_store
from records.verifying_practices import verify_practices
from tests.feedback.test_tracing import judged
from tests.records.specimens import NOON, person
from tests.records.store_writer import code_of, little_work, place_in, say

PER_S, PRACTICE_S = 20, 4.0
# Handed over so much faster than in life, but never so fast that the disk is behind.
FASTER, BEHIND_S = 4.0, 0.2


class Saying(Strand):
    """A strand that says what was acknowledged."""

    def _put(
        self, store: Store, newest: Newest | None, parts: Sequence[Sequence[Judged]], state: Any
    ) -> None:
        super()._put(store, newest, parts, state)
        if parts and self.id is not None:
            say(f"kept {self._code} {parts[-1][-1].sight.time_s}")


def main(folder: Path, practices: int) -> None:
    """Practise so many times."""
    recording.Strand = Saying  # type: ignore[attr-defined]
    place = place_in(folder)
    if not place.store.exists():
        make_store(place)
        say("made")
    with open_store(place) as store, Recording(lambda: store) as thread:
        first = store.people.count() + 1
        for number in range(first, first + practices):
            code = code_of(number)
            store.people.add(person(code))
            strand = thread.strand(code, {"began_at": NOON, "made_with": "a test"})
            practise(strand, code)
            strand.end(store, standing(PRACTICE_S))
            say(f"ended {code}")


def practise(strand: Strand, code: str) -> None:
    """Hand over sights as a practice does, each once, and now and then how it stands."""
    behind_from_s: float | None = None
    for frame in range(round(PER_S * PRACTICE_S)):
        t = frame / PER_S
        while behind_from_s is not None and t - behind_from_s > BEHIND_S and strand._waiting:
            time.sleep(0.001)
        behind_from_s = (behind_from_s or t) if strand._waiting else None
        say(f"seen {code} {t}")
        strand.judged(judged(t))
        if frame % PER_S == 0:
            strand.take(standing(t))
        time.sleep(1 / PER_S / FASTER)


def standing(until_s: float) -> Newest:
    """Return how a practice stands at a second."""
    return Newest(PracticeRecord(0.0, until_s, ()), Ratings())


def lacks(store: Store, acknowledged: Iterable[str], *, killed: bool = False) -> str | None:
    """Return what of the writer's lines is not in the store, or half; `None` for nothing.

    Parameters
    ----------
    killed
        Whether the disk went on: then less than a second of what was seen may be missing.
    """
    seen, kept, ended = dict[str, float](), dict[str, float](), set[str]()
    for line in acknowledged:
        what, *more = line.split()
        if what in ("seen", "kept") and len(more) == 2:
            (seen if what == "seen" else kept)[more[0]] = float(more[1])
        elif what == "ended":
            ended.add(more[0])
    key = keys.find_key(store.place.key_file)
    found = verify_practices(store.place.store, key)
    if found.damage:
        return str(found.damage[0])
    for code, until_s in kept.items():
        entries = store.practices.entries(code)
        if not entries:
            return f"the practice of {code}"
        times_s = store.traces.read(entries[0].id).times_s
        last_s = float(times_s[-1]) if times_s.size else -1.0
        if last_s < until_s - 0.001:
            return f"{code} until {until_s} s: there until {last_s}"
        if killed and seen[code] - last_s >= 1.0:
            return f"{seen[code] - last_s:.2f} s of {code}"
        states = {"ended"} if code in ended else {"interrupted", "ended"}
        if entries[0].state not in states:
            return f"{code} is {entries[0].state}"
    return None


if __name__ == "__main__":
    little_work()
    if len(sys.argv) > 3:
        driver.SYNCHRONOUS = sys.argv[3]
    main(Path(sys.argv[1]), int(sys.argv[2]))
