"""Analysing a recording of several people: the same line as for one, mapped over their places."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from app.ahead import ahead, frames_of
from app.angles_csv import AnglesCsv
from app.summary import summary_of, write_summary
from exercises.exercise import Exercise
from feedback.coach import Coach
from vision.bodies import gathered
from vision.camera_motion import CameraMotion
from vision.frames import Frame
from vision.models import ModelSize
from vision.place_eye import Look, PlaceEye
from vision.place_scan import PlaceScan
from vision.places import Body, about_all, laid_out
from vision.seeing import Seeing
from vision.sight import Sight
from vision.source import Source, SourceError
from vision.zones import Zone

# People are looked for in so many pictures of the first second, and are believed who stand out in
# this many tiles of all of them (defaults of ours, unvalidated).
PROPOSED_WITHIN_S, PROPOSED_IN, STANDS_OUT = 0.7, 3, 4
# So many places are looked at at once.
WORKERS = 2


class Looks(Protocol):
    """Whatever looks for whoever is at a place."""

    def look(self, frame: Frame, others: Sequence[Body]) -> Look:
        """Look for them."""


class WatchedPlace:
    """One place of a recording: who is there, what is measured, and what that means."""

    def __init__(self, zone: Zone, exercise: Exercise, eye: PlaceEye) -> None:
        self.number = zone.number
        self._eye = eye
        needed = tuple(target.measure for target in exercise.targets)
        self._seeing = Seeing(exercise.view, needed, zone)
        self._exercise = exercise
        self._coach: Coach | None = None

    def look(self, frame: Frame, others: Sequence[Body]) -> Look:
        """Look for whoever is there."""
        return self._eye.look(frame, others)

    def take(self, look: Look, frame: Frame, *, camera_moved: bool) -> Sight:
        """Return what is known after one look, and judge it."""
        height, width = frame.image.shape[:2]
        sight = self._seeing.step(
            look.pose, frame.time_s, (width, height), camera_moved=camera_moved
        )
        if self._coach is None:
            self._coach = Coach(self._exercise, (), frame.time_s)
        self._coach.step(sight, frame.time_s)
        return sight

    def coach(self, start_s: float) -> Coach:
        """Return who judged it."""
        return self._coach or Coach(self._exercise, (), start_s)


def analyse_group(
    source: Source,
    exercise: Exercise,
    folder: Path,
    places: int | None,
    *,
    size: ModelSize = "full",
    seconds: float | None = None,
    progress: Callable[[int], None] = lambda frames: None,
) -> dict[str, Any]:
    """Write ``angles.csv`` and ``summary.json`` into `folder`, a zone for each place.

    Parameters
    ----------
    places
        How many are laid out over the picture; `None` puts one about everybody who is found in the
        first second.
    seconds
        End after so long; at the end of the source where `None`.
    progress
        Called after every frame with the number of frames done.

    Returns
    -------
    dict
        What ``summary.json`` holds.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the source, the model or the folder cannot be used, or nobody is found.
    KeyboardInterrupt
        Where the person stopped it; all is written of what was seen until then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stopped: KeyboardInterrupt | None = None
    frames, first_s, end_s = 0, 0.0, 0.0
    with ExitStack() as stack:
        read = stack.enter_context(closing(ahead(frames_of(source))))
        if source.kind == "replay":
            raise SourceError(f"{source.name}: a replay has no pictures to look for places in")
        zones, coming = with_places(read, places, source.name)
        watched = [
            WatchedPlace(zone, exercise, stack.enter_context(PlaceEye(zone, size)))
            for zone in zones
        ]
        table = stack.enter_context(AnglesCsv(folder / "angles.csv"))
        line = stack.enter_context(closing(looked_at(coming, watched)))
        try:
            for frame, looks, moved in line:
                if seconds is not None and frames and frame.time_s - first_s >= seconds:
                    break
                end_s = frame.time_s
                first_s = end_s if frames == 0 else first_s
                frames += 1
                for place, look in zip(watched, looks, strict=True):
                    table.write(end_s, place.number, place.take(look, frame, camera_moved=moved))
                progress(frames)
        except KeyboardInterrupt as asked:
            stopped = asked
    summary = summary_of(
        exercise,
        [place.coach(first_s).summary(end_s) for place in watched],
        frames=frames,
        seconds=end_s - first_s + (1 / source.fps if source.fps else 0.0),
        incomplete=source.incomplete or stopped is not None,
        model=size,
        height_px=source.size[1],
        places=zones,
    )
    write_summary(folder / "summary.json", summary)
    if stopped is not None:
        raise stopped
    return summary


def with_places(
    frames: Iterator[Frame], places: int | None, name: str
) -> tuple[tuple[Zone, ...], Iterator[Frame]]:
    """Return where the places are, and all the frames.

    Raises
    ------
    SourceError
        Where they are to be about people and nobody is found.
    """
    if places is not None:
        return laid_out(places), frames
    begin: list[Frame] = []
    looked_at: list[Frame] = []
    for frame in frames:
        begin.append(frame)
        due_s = begin[0].time_s + len(looked_at) * PROPOSED_WITHIN_S / (PROPOSED_IN - 1)
        if frame.time_s >= due_s:
            looked_at.append(frame)
        if len(looked_at) == PROPOSED_IN:
            break
    zones = proposed(looked_at)
    if not zones:
        raise SourceError(
            f"{name}: nobody was found in its first second; say how many places to lay out, as "
            "in --places 4"
        )
    return zones, chain(begin, frames)


def proposed(frames: Sequence[Frame]) -> tuple[Zone, ...]:
    """Return a place about everybody who is found in `frames`, which are of one size."""
    if not frames:
        return ()
    with PlaceScan() as scan:
        looks = [body for frame in frames for body in scan.all_looks(frame)]
    height, width = frames[0].image.shape[:2]
    return about_all(gathered(looks, STANDS_OUT), width, height)


def looked_at(
    frames: Iterator[Frame], places: Sequence[Looks]
) -> Generator[tuple[Frame, list[Look], bool], None, None]:
    """Yield every frame with the look at each place, and whether the camera was moved."""
    motion = CameraMotion()
    looks: list[Look] = [Look(None)] * len(places)
    with ThreadPoolExecutor(min(WORKERS, max(len(places), 1)), "places") as pool:
        for frame in frames:
            bodies = [look.body for look in looks]
            others = [
                [body for at, body in enumerate(bodies) if body is not None and at != row]
                for row in range(len(places))
            ]
            looks = list(
                pool.map(lambda place, near: place.look(frame, near), places, others)  # noqa: B023
            )
            moved = motion.look(frame.image, None, frame.time_s, [look.pose for look in looks])
            yield frame, looks, moved
