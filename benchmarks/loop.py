"""How close the live loop and analysis come to a bare loop of reading and detecting.

    python benchmarks/loop.py [CLIP] [--rounds N]

Without CLIP, a clip of the drawn figure at 1280×720 is painted first. In each round the bare loop,
analysis and the live loop look at the same frames one after another, so that a change in the
machine's speed meets all three; medians over the rounds are printed.
"""

import argparse
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import cv2
import mediapipe as mp
from mediapipe.tasks.python import BaseOptions, vision

from app.analysis import analyse
from app.figure_source import FigureSource, parse_figure
from app.frame_writer import FrameWriter
from app.led import plain
from app.live import Live
from app.loop import Loop
from app.settings import Settings
from app.timings import Timings
from app.today import Wish, for_anyone
from app.window import Window
from exercises.library import find_exercise
from vision.models import checked_model
from vision.video import VideoFile

MOVEMENT = "sunrise-arms-standing"
FIGURE_SECONDS = 20


def painted_clip(path: Path) -> None:
    """Write a clip of the drawn figure."""
    options = parse_figure("figure:body=2,seed=1")
    with (
        FigureSource(options, find_exercise(MOVEMENT)) as figure,
        FrameWriter(path, figure.size, figure.fps) as writer,
    ):
        for _ in range(round(FIGURE_SECONDS * figure.fps)):
            frame = figure.read()
            if frame is not None:
                writer.write(frame.image)


@dataclass(frozen=True)
class Spent:
    """Seconds: of the whole call with opening the model, and of a frame once frames come."""

    frames: int
    whole_s: float
    frame_s: float


def bare(clip: Path) -> Spent:
    """Read and detect, nothing else."""
    opened = time.perf_counter()
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(checked_model("full"))),
        running_mode=vision.RunningMode.VIDEO,
    )
    with vision.PoseLandmarker.create_from_options(options) as landmarker:
        capture, frames, began = cv2.VideoCapture(str(clip)), 0, time.perf_counter()
        while True:
            there, image = capture.read()
            if not there:
                break
            rgb = cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
            picture = mp.Image(image_format=mp.ImageFormat.SRGB, data=rgb)
            landmarker.detect_for_video(picture, 1 + 33 * frames)
            frames += 1
        ended = time.perf_counter()
        capture.release()
    return Spent(frames, ended - opened, (ended - began) / frames)


def analysed(clip: Path, folder: Path) -> Spent:
    """Analyse to files."""
    times: list[float] = []
    opened = time.perf_counter()
    with VideoFile(clip) as source:
        progress = lambda frames: times.append(time.perf_counter())  # noqa: E731
        analyse(source, find_exercise(MOVEMENT), folder, progress=progress)
    frame_s = (times[-1] - times[0]) / (len(times) - 1)
    return Spent(len(times), time.perf_counter() - opened, frame_s)


def live(clip: Path) -> Timings:
    """Practise from the clip, at its own pace, in a window."""
    timings, movement = Timings(), find_exercise(MOVEMENT)
    with Live(lambda: VideoFile(clip)) as source, Window(Settings(), (1280, 720)) as window:
        Loop(plain(for_anyone(Wish((movement,)))).begin(Settings()), source, window, timings).run()
        timings.count("frames superseded", source.superseded)
    return timings


def main() -> None:
    """Print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        clip = arguments.clip or Path(folder) / "figure.mp4"
        if arguments.clip is None:
            painted_clip(clip)
        measure(clip, Path(folder), arguments.rounds)


def measure(clip: Path, folder: Path, rounds: int) -> None:
    """Run the rounds and print the table."""
    plain, ours, poses, timings = [], [], [], Timings()
    for number in range(rounds):
        plain.append(bare(clip))
        ours.append(analysed(clip, folder / str(number)))
        timings = live(clip)
        poses.append(1000 / timings.percentiles("pose interval")[0])
        print(
            f"round {number + 1}: {plain[-1].frames} frames; "
            f"bare {1000 * plain[-1].frame_s:.1f} ms a frame, whole {plain[-1].whole_s:.1f} s; "
            f"analyze {1000 * ours[-1].frame_s:.1f} ms a frame, whole {ours[-1].whole_s:.1f} s; "
            f"live {poses[-1]:.1f} poses a second",
            flush=True,
        )
    frame = statistics.median(o.frame_s / p.frame_s for o, p in zip(ours, plain, strict=True))
    whole = statistics.median(o.whole_s / p.whole_s for o, p in zip(ours, plain, strict=True))
    bare_rate = 1 / statistics.median(spent.frame_s for spent in plain)
    print(f"analyze / bare, wall time a frame: {frame:.2f}; whole, with opening: {whole:.2f}")
    print(
        f"live / bare, poses a second: {statistics.median(poses) / bare_rate:.2f} "
        f"({statistics.median(poses):.1f} of {bare_rate:.1f}; the clip plays at its own rate)"
    )
    print("live, last round:")
    for line in timings.lines():
        print(f"  {line}")


if __name__ == "__main__":
    main()
