"""How long one picture of the practice takes to draw, beside a plain fill of the same window.

    python benchmarks/draw.py

On SDL's dummy driver, so that the display's own copying is left out. A picture with a new pose (30
a second) costs more than one in between, where only the breath and the guide have moved.
"""

import os
import statistics
import time

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from app.detection import Seen, picture_of
from app.figure_source import FigureSource, parse_figure
from app.pipeline import Eyes, Onlooker
from app.stage import Shown, Stage
from exercises.library import find_exercise
from feedback.practice import Practice
from ui.view import Choices
from vision.landmarker import Landmarker

SIZES = (1280, 720), (1920, 1080)
FRAMES = 150


def main() -> None:
    """Print a line a size."""
    pygame.font.init()
    for size in SIZES:
        measure(size)


def measure(size: tuple[int, int]) -> None:
    """Draw each frame of the figure twice: with its new pose, and between two poses."""
    movement = find_exercise("sunrise-arms-standing")
    stage, surface = Stage(size, Choices(), "en"), pygame.Surface(size)
    practice, eyes = Practice([movement]), Eyes()
    new, between, fill = [], [], []
    with (
        FigureSource(parse_figure("figure:body=2,seed=1"), movement) as figure,
        Landmarker("full") as landmarker,
    ):
        onlooker = Onlooker(landmarker)
        for _ in range(FRAMES):
            frame = figure.read()
            assert frame is not None
            observation = onlooker.observe(frame)
            seen = Seen(observation, picture_of(frame.image, stage.picture_size), False, 0.0)
            sight = eyes.see(observation, movement)
            for times, t in ((new, frame.time_s), (between, frame.time_s + 1 / 60)):
                shown = Shown(practice.step(None, sight, t), seen, "figure", None, t)
                times.append(timed(lambda shown=shown: stage.draw(surface, shown, Choices())))
            fill.append(timed(lambda: surface.fill((16, 34, 42))))
    medians = [statistics.median(times) for times in (new, between, fill)]
    print(
        f"{size[0]}×{size[1]}: new pose {medians[0]:.1f} ms, between {medians[1]:.1f} ms, "
        f"plain fill {medians[2]:.2f} ms (new / fill {medians[0] / medians[2]:.0f})"
    )


def timed(draw) -> float:
    """Return the milliseconds of processor time that `draw` takes."""
    began = time.thread_time()
    draw()
    return 1000 * (time.thread_time() - began)


if __name__ == "__main__":
    main()
