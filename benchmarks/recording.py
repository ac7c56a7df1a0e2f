"""What recording costs: added to a frame, and the size of a practice of 30 minutes.

    python benchmarks/recording.py [--minutes M] [--seconds S]

A made-up body that moves and is seen as unsteadily as the pose model sees one, 30 times a second.
First it is practised in real time at 60 pictures a second, by turns with recording and without:
medians of a turn, their ratio, and of what is handed over alone. Then as fast as it is written,
for the size, and how long the writing of a chunk and the reading of all take.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np

from app.clock import Cadence
from app.keeping import Follow, Keeping, follow_nothing
from app.led import plain
from app.practised import Practised
from app.settings import Settings
from app.today import Today
from exercises.library import find_exercise
from exercises.person import Consent, Person
from exercises.prepared import Prepared
from feedback.arc import Arc
from records.place import Place
from records.store import Store, make_store, open_store
from vision.measures import MEASURES, Measures, Withheld
from vision.pose import Pose
from vision.sight import Sight
from vision.viewpoint import UNKNOWN

MOVEMENT = find_exercise("sunrise-arms-seated")
PERSON = Person(code="P-1", consent=Consent(on=datetime.now(UTC).date(), record=True))
PICTURE, SEEN_PER_S, SHOWN_PER_S = (1280, 720), 30, 60
# As the pose model's own jitter is: degrees at a joint, pixels at a landmark.
JITTER_DEG, JITTER_PX = 0.4, 0.6
TARGET_MS, TARGET_MB, TURNS = 0.2, 4.0, 4
# Landmarks of the elbows, wrists and hands, which go far in the movement.
_ARMS = range(13, 23)


def main() -> None:
    """Print a line for each thing that is measured."""
    asked = argparse.ArgumentParser(description="Measure what recording costs.")
    asked.add_argument("--minutes", type=float, default=30.0, help="of practice, for the size")
    asked.add_argument("--seconds", type=float, default=10.0, help="of each turn in real time")
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "data", Path(folder) / "key")
        make_store(place)
        with open_store(place) as store:
            store.people.add(PERSON)
            in_time(store, wanted.seconds)
            before = place.store.stat().st_size
            measure_size(store, 60 * wanted.minutes)
        grown = (place.store.stat().st_size - before) / 1e6
        print(f"{wanted.minutes:.0f} minutes: {grown:.2f} MB (target under {TARGET_MB:.0f})")


def in_time(store: Store, seconds: float) -> None:
    """Practise in real time, by turns with recording and without."""
    took: dict[bool, list[float]] = {True: [], False: []}
    handed: list[float] = []
    for turn in range(TURNS):
        recorded = turn % 2 == 0
        arc, sights = begun(), seen(seconds)
        keeping = Keeping(PERSON, datetime.now(UTC), movements=[MOVEMENT])
        with ExitStack() as stack:
            follow: Follow = follow_nothing
            if recorded:
                follow = stack.enter_context(keeping.running(lambda: store))
            cadence, sight = Cadence(SHOWN_PER_S), next(sights)
            for shown in range(round(seconds * SHOWN_PER_S)):
                cadence.begin()
                t = shown / SHOWN_PER_S
                if shown % (SHOWN_PER_S // SEEN_PER_S) == 0:
                    sight = next(sights)
                began = time.perf_counter()
                moment = arc.step(None, sight, t)
                stepped = time.perf_counter()
                follow(arc, moment, sight, PICTURE, t)
                ended = time.perf_counter()
                took[recorded].append(1000 * (ended - began))
                if recorded:
                    handed.append(1000 * (ended - stepped))
                cadence.beat()
        if recorded:
            keeping.keep(store, Practised.of(arc, seconds))
    with_it, without = statistics.median(took[True]), statistics.median(took[False])
    p99 = np.percentile(handed, 99)
    print(
        f"a turn: {with_it:.3f} ms with recording, {without:.3f} without, ratio "
        f"{with_it / without:.2f}; handing over {statistics.median(handed):.4f} ms, p99 "
        f"{p99:.3f}, longest {max(handed):.2f} (target: under {TARGET_MS} ms added)"
    )
    means = statistics.fmean(took[True]) - statistics.fmean(took[False])
    print(f"added to a turn on average: {means:.3f} ms")


def measure_size(store: Store, seconds: float) -> None:
    """Practise for so long as fast as it goes, and read it again."""
    arc, last_s = begun(), 0.0
    keeping = Keeping(PERSON, datetime.now(UTC), movements=[MOVEMENT])
    with keeping.running(lambda: store) as follow:
        for sight in seen(seconds):
            last_s = sight.time_s
            moment = arc.step(None, sight, last_s)
            follow(arc, moment, sight, PICTURE, last_s)
            while len(keeping._strand._waiting) > 20:  # as in real time, where it never is behind
                time.sleep(0.002)
    keeping.keep(store, Practised.of(arc, last_s))
    entry = store.practices.entries(PERSON.code, limit=1)[0]
    began = time.perf_counter()
    trace = store.traces.read(entry.id)
    read_s = time.perf_counter() - began
    print(
        f"read {trace.times_s.size:,} moments of {len(trace.measures)} measures in "
        f"{1000 * read_s:.0f} ms; {entry.practice.chunks} chunks, "
        f"{entry.practice.unkept_s:.0f} s not kept"
    )


def begun() -> Arc:
    """Return a practice of one movement that does not end by itself meanwhile."""
    endless = MOVEMENT.model_copy(update={"minutes": 60.0, "repetitions": 0})
    return plain(Today((Prepared(endless, (), 0.0),), PERSON)).begin(Settings())(0.0)


def seen(seconds: float) -> Iterator[Sight]:
    """Give sights of somebody who raises their arms, as unsteady as the pose model's."""
    rng = np.random.default_rng(1)
    meant = np.array(["front" in measure.views for measure in MEASURES])
    at_rest = rng.uniform((300, 100), (900, 700), (33, 2))
    far = np.zeros((33, 2))
    far[_ARMS] = rng.uniform(-250, 250, (len(_ARMS), 2))
    withheld = np.where(meant, Withheld.GIVEN, Withheld.NOT_ASKED).astype(np.int8)
    for frame in range(round(seconds * SEEN_PER_S) + 1):
        t = frame / SEEN_PER_S
        way = 0.5 - 0.5 * np.cos(2 * np.pi * t / MOVEMENT.cycle_s)
        values = np.where(meant, 5 + 90 * way, np.nan) + rng.normal(0, JITTER_DEG, meant.size)
        error = np.where(meant, 5 + 2 * way, np.nan) + rng.normal(0, 0.1, meant.size)
        image = np.ones((33, 4))
        image[:, :2] = at_rest + far * way + rng.normal(0, JITTER_PX, (33, 2))
        measures = Measures(values, error, values, withheld, np.zeros(meant.size, np.bool_))
        yield Sight(t, True, Pose(image, image), measures, 1.0, UNKNOWN)


if __name__ == "__main__":
    main()
