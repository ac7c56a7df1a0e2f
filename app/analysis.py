"""Analysing a recording: the live line without the screen, every frame, as fast as it goes."""

from collections.abc import Callable, Generator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.ahead import ahead, frames_of
from app.angles_csv import AnglesCsv
from app.pipeline import Eyes, Onlooker
from app.summary import Whose, summary_of, write_summary
from exercises.exercise import Exercise
from feedback.coach import Coach
from vision.landmarker import Landmarker
from vision.models import ModelSize
from vision.observation import Observation
from vision.sight import Sight
from vision.source import Source

if TYPE_CHECKING:
    from app.overlay_files import OverlayFiles


@dataclass(frozen=True, slots=True)
class Judged:
    """One frame of the line: what was observed and what that means for the movement."""

    observation: Observation
    sight: Sight


def judged(
    source: Source, exercise: Exercise, landmarker: Landmarker
) -> Generator[Judged, None, None]:
    """Yield every frame of `source`, observed and measured for `exercise`.

    Reading and looking each run ahead in a thread of their own, so that neither waits for the
    other nor for what is made of it here.
    """
    eyes = Eyes()
    with (
        closing(ahead(frames_of(source))) as frames,
        closing(ahead(map(Onlooker(landmarker).observe, frames))) as observations,
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
    seconds: float | None = None,
    whose: Whose | None = None,
    progress: Callable[[int], None] = lambda frames: None,
) -> dict[str, Any]:
    """Write ``angles.csv``, ``summary.json`` and, if asked, the overlay's files into `folder`.

    Parameters
    ----------
    seconds
        End after so long; at the end of the source where `None`.
    whose
        Who is analysed; by default nobody in particular, for whom the movement's own ranges hold.
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
    ranges = whose.ranges if whose else ()
    coach = Coach(exercise, ranges)
    stopped: KeyboardInterrupt | None = None
    frames, first_s, end_s = 0, 0.0, 0.0
    with ExitStack() as stack:
        table = stack.enter_context(AnglesCsv(folder / "angles.csv"))
        landmarker = stack.enter_context(Landmarker(size))
        drawn = stack.enter_context(_overlay(folder, source, exercise)) if overlay else None
        line = stack.enter_context(closing(judged(source, exercise, landmarker)))
        try:
            for one in line:
                now_s = one.observation.frame.time_s
                if seconds is not None and frames and now_s - first_s >= seconds:
                    break
                end_s = now_s
                if frames == 0:
                    coach, first_s = Coach(exercise, ranges, end_s), end_s
                frames += 1
                coach.step(one.sight, end_s)
                table.write(end_s, 1, one.sight)
                if drawn is not None:
                    drawn.write(one.observation.frame.image, one.sight)
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
        height_px=source.size[1],
        whose=whose,
    )
    write_summary(folder / "summary.json", summary)
    if stopped is not None:
        raise stopped
    return summary


def _overlay(folder: Path, source: Source, exercise: Exercise) -> "OverlayFiles":
    # Draws with what draws the screen, which is not loaded where nothing is to be drawn.
    from app.overlay_files import OverlayFiles

    return OverlayFiles(folder, source, exercise)
