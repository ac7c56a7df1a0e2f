"""How long one picture of the practice takes to draw, beside a plain fill of the same window.

    python benchmarks/draw.py

On SDL's dummy driver, so that the display's own copying is left out. A picture with a new pose (30
a second) costs more than one in between, where only the breath and the guide have moved.
"""

import os
import statistics
import time
from functools import partial

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from app.detection import Seen, picture_of
from app.figure_source import FigureSource, parse_figure
from app.led import plain
from app.pipeline import Eyes, Onlooker
from app.settings import Settings
from app.stage import Shown, Stage
from app.today import Wish, for_anyone
from exercises.library import find_exercise
from feedback.grounding import grounded
from feedback.moment import WHOLE, Moment
from feedback.pacer import resting_breath
from feedback.said import Said
from ui.view import Choices
from vision.landmarker import Landmarker
from vision.sight import Sight

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
    led = plain(for_anyone(Wish((movement,))))
    arc, eyes = led.begin(Settings())(0.0), Eyes()
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
                shown = Shown(arc.step(None, sight, t), seen, "figure", None, t, sight)
                times.append(timed(lambda shown=shown: stage.draw(surface, shown, Choices())))
            fill.append(timed(lambda: surface.fill((16, 34, 42))))
    medians = [statistics.median(times) for times in (new, between, fill)]
    print(
        f"{size[0]}×{size[1]}: new pose {medians[0]:.1f} ms, between {medians[1]:.1f} ms, "
        f"plain fill {medians[2]:.2f} ms (new / fill {medians[0] / medians[2]:.0f})"
    )

    screens(size, seen, sight)


def screens(size: tuple[int, int], seen: Seen, sight: Sight) -> None:
    """Draw each of a patient's screens for a second, as its breath goes on, and print the slowest.

    Parameters
    ----------
    seen, sight
        What is before the camera meanwhile.
    """
    movement = find_exercise("sunrise-arms-standing")
    surface, slowest = pygame.Surface(size), []
    for kind in (*(part for part in WHOLE if part != "movement"), "pain", "rose", "stop"):
        stage, times = Stage(size, Choices(), "en"), []
        for frame in range(60):
            t = 20 + frame / 60
            moment = Moment(
                kind,
                t,
                resting_breath(t),
                Said(),
                exercise=movement,
                grounded=grounded("scan", t) if kind == "grounding" else None,
            )
            shown = Shown(moment, seen, "figure", None, t, sight)
            times.append(timed(partial(stage.draw, surface, shown, Choices())))
        slowest.append((statistics.median(times), max(times[5:]), kind))
    medians = sorted(slowest, reverse=True)
    print(
        f"{size[0]}×{size[1]}, a patient's screens, median ms: "
        + ", ".join(f"{kind} {median:.1f}" for median, _, kind in medians)
    )


def timed(draw) -> float:
    """Return the milliseconds of processor time that `draw` takes."""
    began = time.thread_time()
    draw()
    return 1000 * (time.thread_time() - began)


if __name__ == "__main__":
    main()
