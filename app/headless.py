"""A practice written to files instead of shown: the screen as a video, a sheet of six moments."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2

from app.angles_csv import AnglesCsv
from app.contact_sheet import ContactSheet
from app.frame_writer import UNSTATED_FPS, FrameWriter
from app.keeping import Follow, follow_nothing
from app.led import Led
from app.practised import Practised
from app.rehearsal import Drawn, Rehearsal
from app.settings import Settings
from app.summary import Whose, summary_of, write_summary
from exercises.exercise import Exercise
from vision.landmarker import Landmarker
from vision.source import Source, SourceError

SIZE = 1280, 720


@dataclass(frozen=True, slots=True)
class Written:
    """What a rehearsal left behind.

    Attributes
    ----------
    done
        What remains of the practice.
    frames, seconds
        How many frames were looked at, and over how long.
    """

    done: Practised
    frames: int
    seconds: float


def rehearse_to_files(
    source: Source,
    led: Led,
    folder: Path,
    name: str,
    settings: Settings,
    seconds: float | None,
    each: Callable[[Drawn], None] = lambda moment: None,
    *,
    changed: Callable[[Exercise], None] = lambda exercise: None,
    ended: Callable[[Practised], None] = lambda done: None,
    follow: Follow = follow_nothing,
) -> Written:
    """Write ``NAME.mp4`` and ``NAME.png`` (six moments), ``angles.csv`` and ``summary.json``.

    Parameters
    ----------
    seconds
        Stop after so long; at the end of the source or the practice where `None`.
    each
        Called with every moment.
    led
        What the practice consists of.
    changed
        Called with each movement that is gone on to.
    ended
        Called with what remains of the practice, also where it was stopped, before the rest is
        written.
    follow
        Called at each frame with what is new of the practice.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the source, the model or the folder cannot be used.
    KeyboardInterrupt
        Where the person stopped it; all is written of what was seen until then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rehearsal = Rehearsal(
        source,
        led.begin(settings),
        settings.choices(),
        SIZE,
        changed=changed,
        language=settings.language,
    )
    sheet = ContactSheet()
    frames: Counter[int] = Counter()
    first_s, last_s = 0.0, 0.0
    stopped: KeyboardInterrupt | None = None
    with ExitStack() as stack:
        table = stack.enter_context(AnglesCsv(folder / "angles.csv"))
        fps = source.fps or UNSTATED_FPS
        video = stack.enter_context(FrameWriter(folder / f"{name}.mp4", SIZE, fps))
        landmarker = stack.enter_context(Landmarker("full"))
        try:
            for moment in rehearsal.moments(landmarker, seconds):
                last_s = moment.t
                first_s = first_s if frames else last_s
                frames[-1 if moment.step is None else moment.step.index] += 1
                table.write(last_s, 1, moment.sight)
                if rehearsal.arc is not None:
                    follow(rehearsal.arc, moment.moment, moment.sight, moment.picture_px, last_s)
                video.write(moment.drawn)
                sheet.offer(moment.drawn)
                each(moment)
        except KeyboardInterrupt as asked:
            stopped = asked
    if rehearsal.arc is None:
        raise stopped or SourceError(f"{source.name}: it holds no frame")
    written = Written(Practised.of(rehearsal.arc, last_s), frames.total(), last_s - first_s)
    ended(written.done)
    _write_picture(folder / f"{name}.png", sheet)
    cut_short = stopped is not None and source.frame_count is not None
    today = led.today("usual")
    whose = Whose(None if today.person is None else today.person.code, today.ranges)
    summaries = _summaries(written, today.exercises, frames, source, whose, cut_short=cut_short)
    whole = {"frames": written.frames, "seconds": round(written.seconds, 3)}
    write_summary(folder / "summary.json", {**whole, "movements": summaries})
    if stopped is not None:
        raise stopped
    return written


def _write_picture(path: Path, sheet: ContactSheet) -> None:
    encoded = cv2.imencode(".png", cv2.cvtColor(sheet.sheet(), cv2.COLOR_RGB2BGR))[1]
    path.write_bytes(encoded.tobytes())


def _summaries(
    written: Written,
    exercises: Sequence[Exercise],
    frames: Counter[int],
    source: Source,
    whose: Whose,
    *,
    cut_short: bool,
) -> list[dict[str, Any]]:
    """Return a summary of each movement; `frames` are those of each, by its place."""
    known = {exercise.id: exercise for exercise in exercises}
    return [
        summary_of(
            known[movement.exercise_id],
            [movement.summary],
            frames=frames[place],
            seconds=movement.active_s,
            incomplete=source.incomplete or cut_short,
            model=None if source.kind == "replay" else "full",
            height_px=source.size[1],
            whose=whose,
        )
        for place, movement in enumerate(written.done.record.movements)
    ]
