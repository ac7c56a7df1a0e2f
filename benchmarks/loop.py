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
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import cv2
import mediapipe as mp
from mediapipe.tasks.python import BaseOptions, vision

from app.analysis import analyse
from app.figure_source import FigureSource, parse_figure
from app.frame_writer import FrameWriter
from app.live import Live
from app.loop import Loop
from app.settings import Settings
from app.timings import Timings
from app.window import Window
from exercises.library import find_exercise
from feedback.practice import Practice
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


def bare(clip: Path) -> tuple[int, float]:
    """Read and detect, nothing else: frames and seconds a frame, the model already open."""
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
        seconds = time.perf_counter() - began
        capture.release()
    return frames, seconds / frames


def analysed(clip: Path, folder: Path) -> float:
    """Analyse to files: seconds a frame, opening the model and the file included."""
    began = time.perf_counter()
    with VideoFile(clip) as source:
        summary = analyse(source, find_exercise(MOVEMENT), folder)
    return (time.perf_counter() - began) / int(summary["frames"])


def live(clip: Path) -> Timings:
    """Practise from the clip, at its own pace, in a window."""
    timings, movement = Timings(), find_exercise(MOVEMENT)
    with Live(lambda: VideoFile(clip)) as source, Window(Settings(), (1280, 720)) as window:
        Loop(lambda t: Practice([movement], start_s=t), source, window, timings).run()
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
    bare_s, analysed_s, poses, ratios, timings = [], [], [], [], Timings()
    for number in range(rounds):
        frames, seconds = bare(clip)
        bare_s.append(seconds)
        analysed_s.append(analysed(clip, folder / str(number)))
        timings = live(clip)
        poses.append(1000 / timings.percentiles("pose interval")[0])
        ratios.append(analysed_s[-1] / seconds)
        print(
            f"round {number + 1}: {frames} frames; bare {1000 * seconds:.1f} ms a frame; "
            f"analyze {1000 * analysed_s[-1]:.1f} ms a frame; live {poses[-1]:.1f} poses a second",
            flush=True,
        )
    bare_rate = 1 / statistics.median(bare_s)
    print(f"analyze / bare, wall time a frame: {statistics.median(ratios):.2f}")
    print(
        f"live / bare, poses a second: {statistics.median(poses) / bare_rate:.2f} "
        f"({statistics.median(poses):.1f} of {bare_rate:.1f}; the clip plays at its own rate)"
    )
    print("live, last round:")
    for line in timings.lines():
        print(f"  {line}")


if __name__ == "__main__":
    main()
