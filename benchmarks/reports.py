"""How long reports take: one practice, 200 of one person, 50,000 of a thousand people.

    python benchmarks/reports.py

Each is a whole command in a new program, the store's opening and the writing of the file included,
over a store that is made here: practices of half an hour with four movements, all measures told,
and the angles of one of them at 10 a second. The longest of three runs on the clock, beside the
target, and the longest on the processor: on a machine that does other things the two are far apart.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import numpy as np

from exercises.library import library
from exercises.person import Consent, Person
from exercises.signed_range import SignedRange
from exercises.staff import Staff
from feedback.angle_trace import AngleTrace
from feedback.coach import Summary
from feedback.measured import AngleMeasured, Measured, ViewMeasured
from feedback.ratings import Felt, PainMark, Ratings
from feedback.record import MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from records.base import new_id
from records.kept import digest_of
from records.kept_practice import KeptPractice, SetUp
from records.place import Place
from records.store import Store, make_store, open_store
from records.tables import PersonRow, PracticeRow
from records.traces import chunk_row
from vision.measures import MEASURES, Withheld

ONE, PRACTICES = "P-0147", 200
PEOPLE, EACH = 1000, 50
MINUTES, PER_SECOND = 30, 10
MOVEMENTS = ("sunrise-arms-seated", "side-bend-seated", "hip-hinge-seated", "knee-extension-seated")
NOW = datetime(2026, 6, 1, 10, tzinfo=UTC)
PIN = "4711"
PROGRESS = ("report", ONE, "--kind", "progress", "--until", "2027-01-01")
TARGETS_S = {"practice": 3.0, "progress": 5.0, "evaluation": 60.0}


def main() -> None:
    """Fill two stores, and print a line for each command."""
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one", Path(folder) / "many"
        size = _made(one, [ONE], PRACTICES, traced=True)
        print(f"one person, {PRACTICES} practices, one with angles: {size:.0f} MB")
        for form in ("pdf", "html"):
            _say("practice", one, ["report", ONE, "--format", form])
            _say("progress", one, [*PROGRESS, "--format", form])
        size = _made(many, [f"P-{n:05}" for n in range(PEOPLE)], EACH, traced=False)
        print(f"{PEOPLE:,} people, {EACH} practices each: {size:.0f} MB")
        _say("evaluation", many, ["evaluate"])


def _made(home: Path, codes: list[str], each: int, *, traced: bool) -> float:
    """Make a store, and return its size in MB."""
    place = Place(home, home.with_name(f"{home.name}-key"))
    make_store(place)
    with open_store(place) as store:
        store.staff.add(Staff(initials="AB", role="therapist"), PIN)
        consent = Consent(on=NOW.date(), record=True)
        store.people.add_all(Person(code=code, consent=consent) for code in codes)
        last = _fill(store, each)
        if traced:
            _sign(store)
            _trace(store, last)
    return place.store.stat().st_size / 1e6


def _fill(store: Store, each: int) -> UUID:
    """Add so many practices of everybody; return the latest."""
    work = store.practices._work
    last = new_id()
    with work.writing() as transaction:
        for person in transaction.query(PersonRow).all():
            for n in range(each):
                kept = _practice(NOW + timedelta(days=n), n / each)
                document = kept.model_dump_json()
                row = PracticeRow(
                    id=new_id(),
                    person_id=person.id,
                    began_at=kept.began_at,
                    state="ended",
                    changed_at=NOW,
                    document=document,
                    digest=digest_of(document),
                )
                transaction.add(row)
                last = row.id
            transaction.flush()
            transaction.expunge_all()
    return last


def _practice(began: datetime, way: float) -> KeptPractice:
    records = tuple(
        _movement(exercise_id, 420.0 * row, 70 + 25 * way)
        for row, exercise_id in enumerate(MOVEMENTS)
    )
    pain = round(6 - 3 * way)
    ratings = Ratings(
        pain_before=pain,
        pain_after=max(pain - 1, 0),
        mood_before=5,
        mood_after=6,
        energy_before=4,
        energy_after=5,
        effort=2,
        satisfaction=8,
        pain_marks=(PainMark(time_s=300.0, pain=pain),),
        felt=tuple(Felt(exercise_id=each, answer="same") for each in MOVEMENTS),
    )
    library_ = library()
    return KeptPractice(
        began_at=began,
        record=PracticeRecord(0.0, MINUTES * 60.0, records, (), 120.0),
        ratings=ratings,
        words="It felt like floating in warm water, and the shoulders let go by themselves." * 3,
        with_staff="AB",
        made_with="unhurried 0.1.0, pose full, mediapipe 0.10.33",
        set_up=tuple(
            SetUp(exercise_id=each, posture="seated", view=library_[each].view)
            for each in MOVEMENTS
        ),
    )


def _movement(exercise_id: str, start: float, top: float) -> MovementRecord:
    done = tuple(
        Repetition(
            side,
            start + 30.0 * n,
            start + 30.0 * n + 4,
            start + 30.0 * n + 9,
            top + n % 3,
            6.0,
            top,
            1.0,
            4.0,
            4.0,
            18.0,
            -1.6,
        )
        for n in range(12)
        for side in ("left", "right")
    )
    angles = tuple(
        AngleMeasured(
            measure,
            0.9,
            ((Withheld.UNSEEN, 0.06), (Withheld.TURNED, 0.04)),
            0.0,
            6.1,
            2.0,
            6.0,
            top,
            6.0,
        )
        for measure in MEASURES
    )
    view = ViewMeasured("front", (("front", 0.97), ("turned", 0.03)), None, 3.0, 0.25, 0.9, 180.0)
    cues = tuple((start + 40.0 * n, "slower") for n in range(8))
    summary = Summary(done, 1, 0, cues, 0.97, Measured(0.96, 0.0, view, angles), 0.93)
    return MovementRecord(exercise_id, start, 400.0, True, summary)


def _sign(store: Store) -> None:
    for version in range(1, 11):
        several = [
            SignedRange.model_validate(
                {
                    "person": ONE,
                    "exercise_id": MOVEMENTS[0],
                    "measure_key": f"shoulder_abduction_{side}",
                    "low": 40.0,
                    "high": 75.0 + version,
                    "ceiling": 90.0 + version,
                    "version": version,
                    "signed_by": "AB",
                    "signed_on": NOW.date() + timedelta(days=20 * version),
                }
            )
            for side in ("left", "right")
        ]
        store.ranges.sign_all(several, PIN)


def _trace(store: Store, practice: UUID) -> None:
    """Keep the angles of half an hour, in chunks of a second."""
    keys = tuple(measure.key for measure in MEASURES)
    work = store.practices._work
    with work.writing() as transaction:
        for second in range(MINUTES * 60):
            times = second + np.arange(PER_SECOND) / PER_SECOND
            wave = 40 - 40 * np.cos(times / 10 * 2 * np.pi)
            values = np.repeat(wave[:, None], len(keys), axis=1)
            if second % 300 < 8:
                values[:] = np.nan
            part = AngleTrace(
                measures=keys,
                times_s=times,
                exercise_ids=(MOVEMENTS[min(second // 420, 3)],) * PER_SECOND,
                values=values,
                errors=np.where(np.isnan(values), np.nan, 6.0),
                withheld=np.where(np.isnan(values), int(Withheld.UNSEEN), 0).astype(np.int8),
                quality=np.full(PER_SECOND, 0.97),
                landmarks=np.full((PER_SECOND, 33, 2), np.nan),
            )
            transaction.add(chunk_row(practice, second, part))


def _say(what: str, home: Path, arguments: list[str]) -> None:
    """Print how long a command takes, the longest of three."""
    environment = {
        **os.environ,
        "UNHURRIED_HOME": str(home),
        "UNHURRIED_KEY_HOME": str(home.with_name(f"{home.name}-key")),
    }
    taken, worked = [], []
    for _ in range(3):
        began, before = time.perf_counter(), os.times()
        subprocess.run(
            [sys.executable, "-m", "app.main", "records", *arguments, "--out", str(home / "out")],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        taken.append(time.perf_counter() - began)
        after = os.times()
        worked.append(sum(after[2:4]) - sum(before[2:4]))
    form = arguments[-1] if "--format" in arguments else "pdf"
    print(
        f"{what:12} {form:5} {max(taken):6.2f} s  (target under {TARGETS_S[what]:g} s)"
        f"  {max(worked):6.2f} s of the processor"
    )


if __name__ == "__main__":
    main()
