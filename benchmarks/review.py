"""How long a review screen takes to open: at a glance over 200 practices, one of 30 minutes.

    python benchmarks/review.py

From the key that opens it to its first picture, through the store's own thread; the median of
several, beside the targets where there are any. Each practice has six movements of eight
repetitions a side, with all that was measured of them.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import numpy as np
import pygame

from app.desk import Desk
from app.desk_run import around_now
from app.desk_store import StoreThread
from app.settings import Settings
from exercises.consent import Consent
from exercises.person import Person
from exercises.signed_range import SignedRange
from exercises.staff import Staff
from feedback.angle_trace import AngleTrace
from feedback.coach import Summary
from feedback.measured import AngleMeasured, Measured, ViewMeasured
from feedback.ratings import Ratings
from feedback.record import MovementRecord, PracticeRecord
from feedback.repetition import Repetition
from records.kept_practice import KeptPractice
from records.place import Place
from records.store import Store, make_store, open_store
from ui.around import Around
from ui.desk_place import DeskPlace
from ui.desk_screen import DeskScreen
from ui.next import Ask, Next, Open
from ui.review.opened import OpenedPractice
from ui.review.practices import PracticeList
from ui.review.reading import PracticeRead, read_practice
from ui.review.trend import TrendScreen
from ui.view import Choices
from vision.measures import MEASURES, Withheld

CODE, PRACTICES, REPETITIONS, TIMES = "P-0147", 200, 8, 7
MINUTES, FPS = 30, 10
MOVEMENTS = (
    "sunrise-arms-seated",
    "open-heart-seated",
    "side-bend-seated",
    "shoulder-lift-seated",
    "hand-to-heart-seated",
    "neck-side-bend-seated",
)
SIDES = "shoulder_abduction_left", "shoulder_abduction_right"
FIRST = datetime(2025, 3, 3, 9, tzinfo=UTC)
TARGET_S = 0.5


def main() -> None:
    """Fill a store, and print a line for each screen."""
    pygame.font.init()
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder) / "data", Path(folder) / "key")
        make_store(place)
        with open_store(place) as store:
            last = fill(store)
        around = around_now(Settings())
        for size in ((1280, 720), (1920, 1080)):
            took = opening(place, around, lambda: TrendScreen(around, CODE), size)
            tell(f"at a glance, {PRACTICES} practices, {size[0]}×{size[1]}", took, TARGET_S)
            took = opening(place, around, lambda: PracticeList(around, CODE), size)
            tell(f"the list of {PRACTICES}, {size[0]}×{size[1]}", took, None)
            took = opening(place, around, lambda: Through(around, last), size)
            tell(f"one of {MINUTES} minutes, {size[0]}×{size[1]}", took, None)
        scrubbing(place, around, last)


class Through(DeskScreen):
    """Goes straight on to one practice."""

    def __init__(self, around: Around, id_: UUID) -> None:
        super().__init__(around)
        self._id = id_

    def title(self) -> str:
        """Return none."""
        return ""

    def draw_body(self, surface: pygame.Surface, place: DeskPlace) -> None:
        """Draw nothing."""

    def opened(self) -> Next:
        """Read that practice, and go on to it."""

        def then(read: PracticeRead) -> Next:
            return Open(OpenedPractice(self.around, read), instead=True)

        return Ask(read_practice(self._id, ""), then)


def opening(
    place: Place, around: Around, screen: Callable[[], DeskScreen], size: tuple[int, int]
) -> list[float]:
    """Return the seconds from opening a screen to its first picture with all in it, each time."""
    surface, choices, took = pygame.Surface(size), Choices(), []
    with StoreThread(lambda _: open_store(place)) as thread:
        thread.ask(None, lambda store: store.people.count())
        while thread.waiting:
            thread.answers()
            time.sleep(0.001)
        for _ in range(TIMES):
            began = time.perf_counter()
            desk = Desk(around, thread, lambda *_: "")
            desk.begin(screen())
            while thread.waiting:
                desk.turn(0.0)
                time.sleep(0.0005)
            desk.top.draw(surface, choices, 0.0)
            took.append(time.perf_counter() - began)
    return took


def scrubbing(place: Place, around: Around, id_: UUID) -> None:
    """Print how long one step along a practice takes to be drawn."""
    surface, choices = pygame.Surface((1280, 720)), Choices()
    with open_store(place) as store:
        screen = OpenedPractice(around, read_practice(id_, "")(store))
    screen.draw(surface, choices, 0.0)
    took = []
    for _ in range(60):
        began = time.perf_counter()
        screen.chart.scrub = screen.chart.scrub.moved(0.5)
        screen.draw(surface, choices, 0.0)
        took.append(time.perf_counter() - began)
    tell("one step along it", took, None)


def tell(what: str, took: list[float], target_s: float | None) -> None:
    """Print a line."""
    middle, worst = statistics.median(took), max(took)
    against = "" if target_s is None else f"  (target under {1000 * target_s:.0f} ms)"
    print(f"{what:<48} {1000 * middle:6.0f} ms, at most {1000 * worst:.0f} ms{against}")


def fill(store: Store) -> UUID:
    """Keep a person with ranges and practices; return the id of the last, which has angles."""
    store.staff.add(Staff(initials="AB", role="therapist"), "4711")
    consent = Consent.model_validate({"on": FIRST.date(), "record": True})
    store.people.add(Person(code=CODE, consent=consent))
    for version in (1, 2, 3):
        day = date(2025, 3, 3) + timedelta(weeks=12 * version)
        several = [
            SignedRange(
                person=CODE,
                exercise_id=MOVEMENTS[0],
                measure_key=side,
                low=40.0,
                high=70.0 + 5 * version,
                ceiling=90.0 + 5 * version,
                version=version,
                signed_by="AB",
                signed_on=day,
            )
            for side in SIDES
        ]
        store.ranges.sign_all(several, "4711")
    last = None
    for number in range(PRACTICES):
        last = store.practices.add(
            CODE,
            KeptPractice(
                began_at=FIRST + timedelta(days=2 * number),
                record=record(number),
                ratings=Ratings(pain_before=5, pain_after=number % 5, mood_after=6, effort=3),
                words="It went by itself." if number % 3 == 0 else "",
                made_with="unhurried 0.1.0, pose full, mediapipe 0.10.33",
            ),
        )
    assert last is not None
    for chunk in range(MINUTES * 60):
        store.traces.add(last, chunk, second(chunk))
    return last


def record(number: int) -> PracticeRecord:
    """Return what remains of a practice."""
    rng = np.random.default_rng(number)
    angles = tuple(
        AngleMeasured(measure, 0.9, ((Withheld.UNSEEN, 0.1),), 0.0, 4.0, 5.0, 3.0, 80.0, 4.0)
        for measure in MEASURES[:14]
    )
    measured = Measured(0.95, 0.0, ViewMeasured("front", (("front", 1.0),), None, 3.0), angles)
    movements = []
    for place, id_ in enumerate(MOVEMENTS):
        start = 300.0 * place
        done = tuple(
            Repetition(side, start + n, start + n + 4, start + n + 9, float(rng.normal(70, 4)), 4.0)
            for n in np.arange(0.0, 10.0 * REPETITIONS, 10.0)
            for side in ("left", "right")
        )
        cues = tuple((start + 20.0 * n, "comfort") for n in range(6))
        summary = Summary(done, 0, 0, cues, 0.97, measured)
        movements.append(MovementRecord(id_, start, 280.0, completed=True, summary=summary))
    return PracticeRecord(0.0, 60.0 * MINUTES, tuple(movements))


def second(number: int) -> AngleTrace:
    """Return one second of angles."""
    times = number + np.arange(FPS) / FPS
    keys = tuple(measure.key for measure in MEASURES[:14])
    values = np.tile(45 - 40 * np.cos(2 * np.pi * times / 10), (len(keys), 1)).T
    return AngleTrace(
        measures=keys,
        times_s=times,
        exercise_ids=(MOVEMENTS[number * len(MOVEMENTS) // (60 * MINUTES)],) * FPS,
        values=values,
        errors=np.full(values.shape, 4.0),
        withheld=np.zeros(values.shape, np.int8),
        quality=np.ones(FPS),
        landmarks=np.tile(np.linspace(50.0, 400.0, 66).reshape(33, 2), (FPS, 1, 1)),
        picture_px=(640, 480),
    )


if __name__ == "__main__":
    main()
