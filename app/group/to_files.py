"""A group's practice written to files: both screens, and what was shown to whom."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pygame
from numpy.typing import NDArray

from app.contact_sheet import ContactSheet
from app.frame_writer import UNSTATED_FPS, FrameWriter
from app.group.done import PlaceDone, as_json, done_at
from app.group.rehearsal import GroupDrawn, GroupRehearsal
from app.group.witness import Witness
from feedback.group.step import GroupStep
from vision.frames import Frame
from vision.source import SourceError

SIZE = 1280, 720


@dataclass(frozen=True, slots=True)
class GroupWritten:
    """What a rehearsal left behind.

    Attributes
    ----------
    told
        What ``group.json`` holds.
    done
        What remains of each place.
    ended_s
        The second of its last frame.
    """

    told: dict[str, Any]
    done: dict[int, PlaceDone]
    ended_s: float


def group_to_files(
    rehearsal: GroupRehearsal,
    frames: Iterator[Frame],
    fps: float | None,
    folder: Path,
    *,
    places: tuple[int, ...],
    seconds: float | None = None,
    language: str = "en",
    each: Callable[[GroupStep, float], None] = lambda step, t: None,
) -> GroupWritten:
    """Write ``projected.mp4`` and ``.png``, ``leader.mp4`` and ``.png``, and ``group.json``.

    Parameters
    ----------
    seconds
        Stop after so long; at the end of the frames or the practice where `None`.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the frames, the model or the folder cannot be used.
    KeyboardInterrupt
        Where the person stopped it; all is written of what was seen until then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    witness = Witness(language)
    sheets = {"projected": ContactSheet(), "leader": ContactSheet()}
    first_s = last_s = 0.0
    count = 0
    stopped: KeyboardInterrupt | None = None
    with ExitStack() as stack:
        rate = fps or UNSTATED_FPS
        videos = {
            name: stack.enter_context(FrameWriter(folder / f"{name}.mp4", SIZE, rate))
            for name in sheets
        }
        try:
            for moment in rehearsal.moments(frames, fps):
                last_s = moment.t
                first_s = first_s if count else last_s
                if seconds is not None and last_s - first_s >= seconds:
                    break
                count += 1
                witness.note(moment.step, moment.step.public, moment.t)
                _write(moment, videos, sheets)
                each(moment.step, moment.t)
        except KeyboardInterrupt as asked:
            stopped = asked
    if rehearsal.group is None:
        raise stopped or SourceError("the source holds no frame")
    for name, sheet in sheets.items():
        encoded = cv2.imencode(".png", cv2.cvtColor(sheet.sheet(), cv2.COLOR_RGB2BGR))[1]
        (folder / f"{name}.png").write_bytes(encoded.tobytes())
    done = done_at(rehearsal.group, places, last_s)
    told = {
        "frames": count,
        "seconds": round(last_s - first_s, 3),
        "public": witness.public(),
        "leader": {"notices": witness.notices},
        "records": [as_json(place, each_done) for place, each_done in done.items()],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (folder / "group.json").write_text(text + "\n", encoding="utf-8")
    if stopped is not None:
        raise stopped
    return GroupWritten(told, done, last_s)


def _write(
    moment: GroupDrawn, videos: dict[str, FrameWriter], sheets: dict[str, ContactSheet]
) -> None:
    for name, surface in (("projected", moment.projected), ("leader", moment.leader)):
        pixels = _pixels(surface)
        videos[name].write(pixels)
        sheets[name].offer(pixels)


def _pixels(surface: pygame.Surface) -> NDArray[np.uint8]:
    """Return (H, W, 3) uint8 RGB."""
    pixels = np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8)
    return pixels.reshape(surface.get_height(), surface.get_width(), 3)
