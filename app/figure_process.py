"""The process in which the drawn figure is painted, away from the live loop's interpreter."""

import signal
from bisect import bisect_left
from collections.abc import Iterator
from math import ceil
from multiprocessing.connection import Connection

import cv2

from app.clock import monotonic
from app.figure_options import FigureOptions
from app.figure_scene import FigureScene
from exercises.exercise import Exercise
from figure.painter import Painter

# JPEG quality: high enough that a pose is found where it is found in the uncompressed picture.
QUALITY = 84


def paint_loop(
    options: FigureOptions, exercise: Exercise, in_time: bool, pictures: Connection
) -> None:
    """Paint one loop of the movement and send each picture as it is ready.

    Runs in its own process. Ends when the loop is painted, or when nobody listens any more. Sends
    pairs of a picture's place in the loop and its JPEG, or a line that says why painting ended.

    Parameters
    ----------
    in_time
        Whether the pictures come in time, those for which time is too short only when their place
        comes round again, or all of them in their order.
    """
    # Ctrl-C reaches every process of a terminal; this one ends when its reader does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    with pictures:
        try:
            _send_all(options, exercise, in_time, pictures)
        except (BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:  # whatever it is, it is raised again where frames are read
            pictures.send(f"{type(error).__name__}: {error}")


def _send_all(
    options: FigureOptions, exercise: Exercise, in_time: bool, pictures: Connection
) -> None:
    scene = FigureScene(options, exercise)
    painter = Painter(scene.camera, scene.actors)
    order = places_in_time(scene.frames, options.fps) if in_time else range(scene.frames)
    for frame in order:
        image = painter.paint(scene.postures(frame)).image
        done, packed = cv2.imencode(
            ".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, QUALITY]
        )
        if not done:
            raise RuntimeError(f"picture {frame} could not be compressed")
        pictures.send((frame, packed.tobytes()))


def places_in_time(frames: int, fps: float) -> Iterator[int]:
    """Yield every place of a loop once, the first first, and then what is due when it is asked for.

    Due is the first place not yet yielded from where the loop will be if what is done with this
    one takes as long as what was done with the last.
    """
    left = list(range(1, frames))
    asked_s = monotonic()
    yield 0
    began_s = now_s = monotonic()
    while left:
        asked_s, took_s = now_s, now_s - asked_s
        wanted = ceil((now_s - began_s + took_s) * fps) % frames
        yield left.pop(bisect_left(left, wanted) % len(left))
        now_s = monotonic()
