"""Make a sample clinic: six weeks of practice of three people, in a store of its own.

    python tools/sample_clinic.py [--out DIR] [--weeks N] [--seconds S]

Two one-minute practices a week of each, at 10 pictures a second. Drawn figures perform them before
the real pose model, and what is seen is judged and written as in any practice; only the clock is
another, so that the days lie behind us. Two processes share the work. The store opens without
asking, at DIR/home (``out/sample-clinic`` without --out):

    UNHURRIED_HOME=out/sample-clinic/home unhurried records list P-0147

The people, their names and what they say are made up. Their therapist is AB, with the PIN 4711.
"""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from exercises.staff import Staff
from records.kept_practice import PracticeEntry
from records.place import Place
from records.store import Store, make_store, open_store
from tools.sample_stories import THERAPIST, WEEKS, Asked, Story, stories

ROOT = Path(__file__).parents[1]
PIN, FPS, SIZE = "4711", 10.0, (640, 480)
PROCESSES = 2
NOON = clock_time(12)


def main() -> None:
    """Make it."""
    asked = argparse.ArgumentParser(description="Make a sample clinic in a folder of its own.")
    asked.add_argument("--out", type=Path, default=ROOT / "out" / "sample-clinic")
    asked.add_argument("--weeks", type=int, choices=range(1, WEEKS + 1), default=WEEKS)
    asked.add_argument("--seconds", type=float, default=60.0, help="of each practice")
    wanted = asked.parse_args()
    began = time.monotonic()
    place = Place(wanted.out / "home", wanted.out / "home-key")
    for folder in (place.folder, place.key_folder):
        shutil.rmtree(folder, ignore_errors=True)
    told = stories(date.today(), wanted.seconds, SIZE, FPS)
    make_store(place)
    with open_store(place) as store:
        write_around(store, told)
    every = [asked for story in told for asked in story.practices]
    # With fewer weeks it is the last of them.
    from_day = min(each.began_at for each in every) + timedelta(weeks=WEEKS - wanted.weeks)
    practise(place, [each for each in every if each.began_at >= from_day])
    with open_store(place) as store:
        sign_reviews(store)
    took = time.monotonic() - began
    size = place.store.stat().st_size / 1e6
    print(f"{place.store}: {size:.1f} MB, made in {took / 60:.1f} minutes")
    print(f"open it with: UNHURRIED_HOME={place.folder} unhurried records list P-0147")


def write_around(store: Store, told: Sequence[Story]) -> None:
    """Keep all but the practices: people, what was signed, diaries, and what was asked of them."""
    store.staff.add(Staff(initials=THERAPIST, role="therapist"), PIN)
    for story in told:
        code = story.person.code
        store.people.add(story.person)
        for after, signed in enumerate(story.signed):
            at = noon(signed.on)
            if signed.ranges:
                store.ranges.sign_all(signed.ranges, PIN, at)
            store.programmes.apply(code, signed.programme, after, THERAPIST, PIN, at)
        for entry in story.diary:
            store.diary.add(code, entry, noon(entry.day))
        for filled in story.filled:
            store.outcomes.add(code, filled, noon(filled.day))
        for observed in story.observed:
            store.observations.sign(code, observed, THERAPIST, PIN, noon(observed.day))


def sign_reviews(store: Store) -> None:
    """Let the therapist read and sign the first practice of each week."""
    for listed in store.people.list():
        for entry in store.practices.entries(listed.code):
            at = entry.practice.began_at + timedelta(hours=6)
            if entry.practice.began_at.astimezone().weekday() == 1:
                note = "Stopped for the knee; rang in the evening." if _stopped(entry) else ""
                store.reviews.sign(entry.id, note, entry.digest, THERAPIST, PIN, at)


def practise(place: Place, every: Sequence[Asked]) -> None:
    """Let all of it be practised, in two processes."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeRemainingColumn(),
    )
    with bar, ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        task = bar.add_task("practices", total=len(every))
        for done in as_completed([pool.submit(one_practice, place, each) for each in every]):
            done.result()
            bar.advance(task)


def one_practice(place: Place, asked: Asked) -> None:
    """Practise once, and keep it as any practice is."""
    from app.ahead import ahead, frames_of
    from app.figure_source import FigureSource
    from app.keeping import Keeping
    from app.led import plain
    from app.outlook import outlook_of
    from app.pipeline import Eyes, Onlooker
    from app.practised import Practised
    from app.settings import Settings
    from app.today import Today
    from exercises.library import find_exercise
    from exercises.prepared import Prepared, prepared
    from vision.landmarker import Landmarker

    done = prepared(asked.item, find_exercise(asked.item.exercise_id), asked.person, asked.ranges)
    assert isinstance(done, Prepared)
    led = plain(Today((done,), asked.person))
    keeping = Keeping(asked.person, asked.began_at, movements=led.every_movement())
    arc, eyes, t = led.begin(Settings())(0.0), Eyes(), 0.0
    with (
        open_store(place) as store,
        FigureSource(asked.figure, done.exercise) as source,
        Landmarker("full") as landmarker,
        closing(ahead(frames_of(source))) as frames,
        keeping.running(lambda: store) as follow,
    ):
        onlooker = Onlooker(landmarker)
        for frame in frames:
            t = frame.time_s
            if t >= asked.seconds:
                break
            sight = eyes.see(onlooker.observe(frame), arc.exercise)
            moment = arc.step(None, sight, t, outlook_of(frame))
            follow(arc, moment, sight, source.size, t)
            if moment.kind == "finished":
                break
        ended = Practised.of(arc, t)
        keeping.keep(store, Practised(ended.record, asked.ratings, asked.words))


def noon(day: date) -> datetime:
    """Return noon of a day on this machine's wall."""
    return datetime.combine(day, NOON).astimezone().astimezone(UTC)


def _stopped(entry: PracticeEntry) -> bool:
    return bool(entry.practice.ratings.stopped)


if __name__ == "__main__":
    main()
