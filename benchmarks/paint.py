"""How long one picture of the drawn figure takes to paint, beside a blur of the same picture.

    python benchmarks/paint.py

Processor time on one thread. The blur is OpenCV's Gaussian of 31×31 parts in 32-bit floats: work
of a known kind whose time tells how fast the machine is just now.
"""

import statistics
import time
from collections.abc import Callable

import cv2
import numpy as np

from app.figure_options import parse_figure
from app.figure_scene import FigureScene
from exercises.library import find_exercise
from figure.painter import Painter

SCENES = {
    "one, standing": ("figure:body=2,seed=1", "sunrise-arms-standing"),
    "one, seated": ("figure:body=1", "sunrise-arms-seated"),
    "one, seated, turned": ("figure:body=5,turn=45", "side-bend-seated"),
    "four, standing": ("figure:people=4", "sunrise-arms-standing"),
}
PICTURES = 40


def main() -> None:
    """Print a line a scene."""
    cv2.setNumThreads(1)
    for name, (options, movement) in SCENES.items():
        measure(name, FigureScene(parse_figure(options), find_exercise(movement)))


def measure(name: str, scene: FigureScene) -> None:
    """Paint pictures from all of the loop, and blur each."""
    painter = Painter(scene.camera, scene.actors)
    painting, blurring = [], []
    for number in range(PICTURES + 1):
        postures = scene.postures(number * scene.frames // PICTURES)
        painting.append(timed(lambda postures=postures: painter.paint(postures)))
        picture = painter.paint(postures).image.astype(np.float32)
        blurring.append(timed(lambda picture=picture: cv2.GaussianBlur(picture, (31, 31), 5.0)))
    # The first fills the caches.
    paint, blur = statistics.median(painting[1:]), statistics.median(blurring[1:])
    camera = scene.camera
    print(
        f"{name:<20} {camera.width}×{camera.height}: {paint:5.1f} ms, blur {blur:5.1f} ms "
        f"(paint / blur {paint / blur:.2f})"
    )


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that `work` takes."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
