"""A group before one camera: how fast its places are seen, and who is found.

    python benchmarks/group.py [speed|found|clips]

``speed`` leads drawn groups of four and eight in two windows, as it ships and with places looked at
as often as can be, and holds the latter beside N bare landmarkers on the same parts of the same
pictures in the same run; it is best on a display of Xvfb (SDL_FRAMEBUFFER_ACCELERATION=0).
``found`` goes through drawn groups frame by frame beside what is true of them. ``clips`` looks for
everybody in real recordings, which lie beside this checkout where they are there. Without a word
all three are done.
"""

import argparse
import os
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from math import inf
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import cv2
import mediapipe as mp
import numpy as np
import psutil
from mediapipe.tasks.python import BaseOptions, vision
from truth.group import gone_through

from app.ahead import frames_of
from app.clock import Cadence, monotonic
from app.drawn_group.options import GroupOptions
from app.drawn_group.source import GroupSource
from app.group import detection
from app.group.analysis import PROPOSED_IN, PROPOSED_WITHIN_S, looked_at, proposed
from app.group.demo_plan import demo_plan
from app.group.leader_desk import LeaderDesk
from app.group.loop import GroupLoop
from app.group.painted import PaintedGroup
from app.group.pictures import view_of
from app.group.run import drawn_zones
from app.group.show import first_at
from app.group.watching import Nobody, Watching
from app.group.windows import Windows
from app.has_display import has_display
from app.priority import yield_to_display
from app.settings import Settings
from app.timings import Timings
from exercises.library import find_exercise
from feedback.group.group import Group
from feedback.group.leading import Lead
from vision.chatter import without_chatter
from vision.frames import Frame
from vision.models import ModelSize, checked_model
from vision.place_eye import PlaceEye
from vision.video import VideoFile
from vision.zones import Zone

MOVEMENT = "sunrise-arms-standing"
CLIPS = Path(__file__).parents[2] / "shared" / "data" / "video"
# A camera's rate: the drawn pictures are played as fast, so that more of them make no place faster.
FPS, SECONDS, LEAST_S = 30.0, 20.0, 3.0
FOUND_S = 60.0
WORKERS = 2


# --- how fast


@dataclass(frozen=True)
class Live:
    """What became of a group in its windows."""

    per_s: list[float]
    longest_ms: float
    display_ms: tuple[float, float, float]
    memory_mb: float
    leader_ms: float


def speed(sizes: Sequence[int] = (4, 8), rounds: int = 1, seconds: float = SECONDS) -> None:
    """Print a line for each size of group: medians of some rounds of ours and bare in turn."""
    if not has_display(leave_open=True):
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        print("no display here: drawn without one, so the display's own copying is left out")
    for people in sizes:
        group = PaintedGroup(GroupOptions(people, loop=10.0), find_exercise(MOVEMENT))
        group.fps = FPS
        zones = drawn_zones(group)
        drawn_mb = sum(map(len, group.pictures.values())) / 2**20
        ours, free, beside, alone, others = [], [], [], [], []
        for _ in range(rounds):
            others.append(psutil.cpu_percent(1.0) / 100 * (psutil.cpu_count() or 1))
            ours.append(led(group, zones, seconds))  # the first before anything else takes memory
            with unpaced():
                free.append(statistics.mean(led(group, zones, seconds / 2).per_s))
            beside.append(bare(group, zones, seconds / 2, shown=True))
            alone.append(bare(group, zones, seconds / 2, shown=False))
        median = statistics.median
        mean = median(statistics.mean(each.per_s) for each in ours)
        low, _, high = (median(each.display_ms[i] for each in ours) for i in range(3))
        print(
            f"{people} people, {len(zones)} places, 1280×720, {rounds} × {seconds:.0f} s, others "
            f"busy on {median(others):.1f} processors: looks a second and place {mean:.1f} (from "
            f"{min(min(each.per_s) for each in ours):.1f} to "
            f"{max(max(each.per_s) for each in ours):.1f}), without the pace {median(free):.1f}; "
            f"bare landmarkers as shipped beside the same windows and source {median(beside):.1f}, "
            f"bare / ours without the pace {median(beside) / median(free):.2f}; with the machine "
            f"to themselves {median(alone):.1f}, {median(alone) / median(free):.2f}; longest wait "
            f"{max(each.longest_ms for each in ours):.0f} ms; display p50 {low:.1f} p99 "
            f"{high:.1f} ms; the leader's window painted anew "
            f"{median(each.leader_ms for each in ours):.1f} ms; memory {ours[0].memory_mb:.0f} MB, "
            f"of which the drawn pictures {drawn_mb:.0f} MB",
            flush=True,
        )


@contextmanager
def unpaced() -> Iterator[None]:
    """Let places be looked at as often as can be, as bare landmarkers are."""
    paced = detection.MOST_PER_S
    detection.MOST_PER_S = inf
    try:
        yield
    finally:
        detection.MOST_PER_S = paced


def _memory_mb() -> float:
    """Return what this process alone takes; where that is not told, with all it shares.

    What is mapped several times, as the model's file by every landmarker, is counted once.
    """
    whole = psutil.Process().memory_full_info()
    return float(getattr(whole, "pss", 0) or whole.rss) / 2**20


def led(group: PaintedGroup, zones: tuple[Zone, ...], seconds: float = SECONDS) -> Live:
    """Lead a drawn group in two windows for a while, and return how it went."""
    plan = demo_plan(
        find_exercise(MOVEMENT), [zone.number for zone in zones], group.seated, talk_s=0.5
    )
    timings = Timings()
    looks: Counter[int] = Counter()
    newest: dict[int, float] = {}
    with ExitStack() as stack:
        windows = stack.enter_context(Windows(Settings(), (1280, 720)))
        watch = stack.enter_context(Watching(group.opened, zones, first_at(plan)))
        desk = LeaderDesk(windows.size, "en", ())
        loop = GroupLoop(lambda t: Group(plan, t), watch, windows, desk, timings)
        cadence, began = Cadence(60), monotonic()
        leader: list[float] = []
        counted_s = ended = 0.0
        while True:
            t = cadence.begin()
            loop.turn(t)
            cadence.beat()
            windows.present()
            now = monotonic()
            loop.turn_leader(t)
            if watch.last is None or now - began < LEAST_S:
                continue  # the models are being opened
            if not counted_s:
                loop._ask(Lead.NEXT)  # from the welcome to what is moved
                counted_s = now
                timings = Timings()
                loop._timings = timings
                watch.live.detection._turns._longest_s = 0.0
            timings.tick("display interval", now)
            for number, seen in watch.last.places.items():
                looks[number] += newest.get(number) != seen.found_s
                newest[number] = seen.found_s
            ended = now
            if now - counted_s > seconds:
                break
        leader.append(_leader_ms(desk, windows, loop))
        longest_ms = 1000 * watch.live.detection.longest_wait_s
        memory = _memory_mb()
    took = ended - counted_s
    return Live(
        [looks[zone.number] / took for zone in zones],
        longest_ms,
        timings.percentiles("display interval"),
        memory,
        statistics.median(leader),
    )


def _leader_ms(desk: LeaderDesk, windows: Windows, loop: GroupLoop) -> float:
    """Return how long the leader's window takes that is painted anew."""
    times = []
    for second in range(20):
        step = replace(loop.step, elapsed_s=60.0 * second)
        view = view_of(loop._watch, loop._bumped, loop._who, step, windows, monotonic())
        began = time.thread_time()
        desk.draw(windows.leader.surface, step, view, None, windows.choices, float(second))
        times.append(1000 * (time.thread_time() - began))
    return statistics.median(times)


def bare(
    group: PaintedGroup, zones: tuple[Zone, ...], seconds: float = SECONDS / 2, *, shown: bool
) -> float:
    """Return how often a second each of N bare landmarkers looks at its part of the pictures.

    Parameters
    ----------
    shown
        Whether the source is read and the windows are drawn meanwhile, the guide leading alone.
    """
    pictures = [group.picture(i).image for i in range(0, 60, 3)]
    crops = [[np.ascontiguousarray(_cut(image, zone)) for image in pictures] for zone in zones]
    landmarkers = [_landmarker() for _ in zones]
    turns, lock, looks = count(), threading.Lock(), Counter()
    busy = [threading.Lock() for _ in zones]
    ends_s = monotonic() + seconds

    def work() -> None:
        yield_to_display()  # as those that look for a group do
        while monotonic() < ends_s:
            with lock:
                turn = next(turns)
            number, frame = turn % len(zones), turn // len(zones)
            with busy[number]:
                crop = crops[number][frame % len(crops[number])]
                picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=crop)
                landmarkers[number].detect_for_video(picture, 1 + 33 * looks[number])
                looks[number] += 1

    threads = [threading.Thread(target=work) for _ in range(WORKERS)]
    if shown:
        threads.append(threading.Thread(target=_read, args=(group, ends_s)))
    for thread in threads:
        thread.start()
    if shown:
        _show(group, zones, ends_s)
    for thread in threads:
        thread.join()
    for landmarker in landmarkers:
        landmarker.close()
    return sum(looks.values()) / len(zones) / seconds


def _read(group: PaintedGroup, ends_s: float) -> None:
    """Read a group at a camera's rate, as the capture thread does."""
    yield_to_display()
    cadence = Cadence(FPS)
    with group.opened() as source:
        while cadence.begin() < ends_s:
            source.read()
            cadence.beat()


def _show(group: PaintedGroup, zones: tuple[Zone, ...], ends_s: float) -> None:
    """Draw both windows while the guide leads alone."""
    plan = demo_plan(
        find_exercise(MOVEMENT), [zone.number for zone in zones], group.seated, talk_s=0.5
    )
    with Windows(Settings(), (1280, 720)) as windows:
        desk = LeaderDesk(windows.size, "en", ())
        loop = GroupLoop(lambda t: Group(plan, t), Nobody(), windows, desk, Timings())
        loop.run(max(ends_s - monotonic(), 0.0))


def _cut(image: np.ndarray, zone: Zone) -> np.ndarray:
    left, top, right, bottom = zone.pixels(image.shape[1], image.shape[0])
    return image[top:bottom, left:right]


def _landmarker(size: ModelSize = "lite", poses: int = 1) -> vision.PoseLandmarker:
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(checked_model(size))),
        running_mode=vision.RunningMode.VIDEO,
        num_poses=poses,
    )
    with without_chatter():
        return vision.PoseLandmarker.create_from_options(options)


# --- who is found


def found(
    sizes: Sequence[int] = (2, 4, 6, 8), passing: Sequence[int] = (0, 2), seconds: float = FOUND_S
) -> None:
    """Print what became of every person of drawn groups, with and without two who pass by."""
    movement = find_exercise(MOVEMENT)
    print(
        "people passers: first s, found, found unhidden, measured of found, longest s of another, "
        "counted/true"
    )
    for people in sizes:
        for passers in passing:
            options = GroupOptions(people, passers=passers, fps=10.0)
            with GroupSource(options, movement) as source:
                places = gone_through(source, movement, seconds, "lite")
            said = "; ".join(
                f"{each.first_s:.1f} {100 * each.seen:.1f}% {100 * each.unhidden:.1f}% "
                f"{100 * each.believed:.1f}% "
                f"{each.longest_other_s:.1f} {each.counted}/{each.true}"
                for each in places
            )
            print(f"{people} {passers}: {said}", flush=True)


def clips() -> None:
    """Print in how many frames everybody is seen: places proposed, equal strips, many poses."""
    names = {"classroom4.mp4": 4, "two_people_headtilt.mp4": 2}
    there = {name: people for name, people in names.items() if (CLIPS / name).exists()}
    if not there:
        print(f"clips: left out, as there are no recordings in {CLIPS}")
        return
    print(f"{'clip':26}{'way':34}{'found':>7}  share of frames in which each is seen, after 1 s")
    for name, people in there.items():
        frames = read(CLIPS / name)
        step = PROPOSED_WITHIN_S / (PROPOSED_IN - 1)
        times = [i * step for i in range(PROPOSED_IN)]
        begin = [next(f for f in frames if f.time_s >= frames[0].time_s + t) for t in times]
        zones = proposed(begin)
        ways: dict[str, Callable[[], list[float]]] = {
            "places proposed, full (ours)": lambda f=frames, z=zones: in_places(f, z, "full"),
            "places proposed, lite (ours)": lambda f=frames, z=zones: in_places(f, z, "lite"),
            f"{people} equal strips, lite": lambda f=frames, n=people: in_strips(f, n),
            f"num_poses={max(people, 4)}, full": lambda f=frames, n=people: many(f, max(n, 4)),
        }
        for way, looks in ways.items():
            shares = looks()
            said = ", ".join(f"{100 * share:.0f}%" for share in shares)
            print(f"{name:26}{way:34}{len(shares):>7}  {said}", flush=True)


def read(path: Path) -> list[Frame]:
    """Return all frames of a clip."""
    with VideoFile(path) as source:
        return list(frames_of(source))


def _after(frames: Sequence[Frame]) -> list[bool]:
    return [frame.time_s - frames[0].time_s >= 1.0 for frame in frames]


def in_places(frames: Sequence[Frame], zones: Sequence[Zone], size: ModelSize) -> list[float]:
    """Return how often each place's person is seen, by `PlaceEye`."""
    with ExitStack() as stack:
        eyes = [stack.enter_context(PlaceEye(zone, size)) for zone in zones]
        rows = [
            [look.pose is not None for look in looks]
            for _, looks, _ in looked_at(iter(frames), eyes)
        ]
    return _shares(frames, rows)


def in_strips(frames: Sequence[Frame], people: int) -> list[float]:
    """Return how often each of some equal upright strips finds somebody, by a bare landmarker."""
    strips = [Zone(i + 1, i / people, 0.0, 1 / people, 1.0) for i in range(people)]
    landmarkers = [_landmarker() for _ in strips]
    rows = []
    for index, frame in enumerate(frames):
        row = []
        for strip, landmarker in zip(strips, landmarkers, strict=True):
            crop = np.ascontiguousarray(_cut(frame.image, strip))
            picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=crop)
            row.append(bool(landmarker.detect_for_video(picture, 1 + 33 * index).pose_landmarks))
        rows.append(row)
    return _shares(frames, rows)


def many(frames: Sequence[Frame], poses: int) -> list[float]:
    """Return how often at least one, two, … people are found by the model's own several poses."""
    landmarker, counts = _landmarker("full", poses), []
    for index, frame in enumerate(frames):
        picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=np.ascontiguousarray(frame.image))
        found = landmarker.detect_for_video(picture, 1 + 33 * index).pose_landmarks
        counts.append(len(found))
    rows = [[counted > i for i in range(poses)] for counted in counts]
    return _shares(frames, rows)


def _shares(frames: Sequence[Frame], rows: Sequence[Sequence[bool]]) -> list[float]:
    after = np.array(_after(frames))
    seen = np.array(rows)[after]
    return [float(share) for share in seen.mean(axis=0)] if seen.size else []


PARTS = {"speed": speed, "found": found, "clips": clips}


def main() -> None:
    """Do one part, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=PARTS)
    parser.add_argument("--people", type=int, help="speed, found: of one size alone")
    parser.add_argument("--passers", type=int, help="found: with so many who walk by alone, 0 to 2")
    parser.add_argument("--rounds", type=int, default=1, help="speed: of how many the medians are")
    parser.add_argument("--seconds", type=float, help="speed: of each round; found: of each group")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    if arguments.part == "speed":
        sizes = (arguments.people,) if arguments.people else (4, 8)
        speed(sizes, arguments.rounds, arguments.seconds or SECONDS)
        return
    if arguments.part == "found":
        found(
            (arguments.people,) if arguments.people else (2, 4, 6, 8),
            (0, 2) if arguments.passers is None else (arguments.passers,),
            arguments.seconds or FOUND_S,
        )
        return
    for name, part in PARTS.items():
        if arguments.part in (None, name):
            print(f"== {name}")
            part()


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
