"""Analysing a recording: the live line without the screen, every frame, as fast as it goes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.ahead import ahead, frames_of
from app.angles_csv import AnglesCsv
from app.frame_writer import UNSTATED_FPS, FrameWriter
from app.overlay import with_skeleton
from app.pipeline import Eyes, observe
from app.summary import summary_of, write_summary
from exercises.exercise import Exercise
from feedback.coach import Coach
from vision.landmarker import Landmarker
from vision.models import ModelSize
from vision.observation import Observation
from vision.sight import Sight
from vision.source import Source


@dataclass(frozen=True, slots=True)
class Judged:
    """One frame of the line: what was observed and what that means for the movement."""

    observation: Observation
    sight: Sight


def judged(source: Source, exercise: Exercise, landmarker: Landmarker) -> Iterator[Judged]:
    """Yield every frame of `source`, observed and measured for `exercise`.

    Reading and looking each run ahead in a thread of their own, so that neither waits for the
    other nor for what is made of it here.
    """
    eyes = Eyes()
    with (
        closing(ahead(frames_of(source))) as frames,
        closing(ahead(observe(frame, landmarker) for frame in frames)) as observations,
    ):
        for observation in observations:
            yield Judged(observation, eyes.see(observation, exercise))


def analyse(
    source: Source,
    exercise: Exercise,
    folder: Path,
    *,
    size: ModelSize = "full",
    overlay: bool = False,
    progress: Callable[[int], None] = lambda frames: None,
) -> dict[str, Any]:
    """Write ``angles.csv``, ``summary.json`` and, if asked, ``overlay.mp4`` into `folder`.

    Parameters
    ----------
    progress
        Called after every frame with the number of frames done.

    Returns
    -------
    dict
        What ``summary.json`` holds.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the source, the model or the folder cannot be used.
    KeyboardInterrupt
        Where the person stopped it; all is written of what was seen until then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    coach = Coach(exercise)
    stopped: KeyboardInterrupt | None = None
    frames, first_s, end_s = 0, 0.0, 0.0
    with ExitStack() as stack:
        table = stack.enter_context(AnglesCsv(folder / "angles.csv"))
        landmarker = stack.enter_context(Landmarker(size))
        video = stack.enter_context(_overlay(folder, source)) if overlay else None
        try:
            for one in judged(source, exercise, landmarker):
                end_s = one.observation.frame.time_s
                if frames == 0:
                    coach, first_s = Coach(exercise, start_s=end_s), end_s
                frames += 1
                coach.step(one.sight, end_s)
                table.write(end_s, 1, one.sight.measures)
                if video is not None:
                    video.write(with_skeleton(one.observation.frame.image, one.sight.pose))
                progress(frames)
        except KeyboardInterrupt as asked:
            stopped = asked
    summary = summary_of(
        exercise,
        [coach.summary(end_s)],
        frames=frames,
        seconds=end_s - first_s + (1 / source.fps if source.fps else 0.0),
        incomplete=source.incomplete or stopped is not None,
        model=None if source.kind == "replay" else size,
    )
    write_summary(folder / "summary.json", summary)
    if stopped is not None:
        raise stopped
    return summary


def _overlay(folder: Path, source: Source) -> FrameWriter:
    return FrameWriter(folder / "overlay.mp4", source.size, source.fps or UNSTATED_FPS)
