"""The process in which the drawn figure is painted, away from the live loop's interpreter."""

import signal
from bisect import bisect_left
from collections.abc import Callable, Iterator
from math import ceil
from multiprocessing.connection import Connection

import cv2
import numpy as np
from numpy.typing import NDArray

from app.clock import monotonic
from app.figure_options import FigureOptions
from app.figure_scene import FigureScene
from exercises.exercise import Exercise
from figure.painter import Painter

# JPEG quality: high enough that a pose is found where it is found in the uncompressed picture.
QUALITY = 84
Pixels = NDArray[np.uint8]
# A picture and its place in the loop.
Placed = tuple[int, Pixels]


def paint_loop(
    options: FigureOptions, exercise: Exercise, in_time: bool, pictures: Connection
) -> None:
    """Paint one loop of the movement and send each picture as it is ready (`send_painted`).

    Parameters
    ----------
    in_time
        Whether the pictures come in time, those for which time is too short only when their place
        comes round again, or all of them in their order.
    """
    send_painted(lambda: _painted(options, exercise, in_time), pictures)


def send_painted(painted: Callable[[], Iterator[Placed]], pictures: Connection) -> None:
    """Send each picture as it is painted.

    Runs in its own process. Ends when all are painted, or when nobody listens any more. Sends
    pairs of a picture's place in the loop and its JPEG, or a line that says why painting ended.
    """
    # Ctrl-C reaches every process of a terminal; this one ends when its reader does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    with pictures:
        try:
            for place, image in painted():
                pictures.send((place, _packed(place, image)))
        except (BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:  # whatever it is, it is raised again where frames are read
            pictures.send(f"{type(error).__name__}: {error}")


def _painted(options: FigureOptions, exercise: Exercise, in_time: bool) -> Iterator[Placed]:
    scene = FigureScene(options, exercise)
    painter = Painter(scene.camera, scene.actors)
    order = places_in_time(scene.frames, options.fps) if in_time else range(scene.frames)
    for frame in order:
        yield frame, painter.paint(scene.postures(frame)).image


def _packed(place: int, image: Pixels) -> bytes:
    done, packed = cv2.imencode(
        ".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, QUALITY]
    )
    if not done:
        raise RuntimeError(f"picture {place} could not be compressed")
    return packed.tobytes()


def unpacked(packed: bytes) -> Pixels:
    """Return a picture that was sent, (height, width, 3) uint8 RGB, contiguous."""
    picture = np.asarray(cv2.imdecode(np.frombuffer(packed, np.uint8), cv2.IMREAD_COLOR), np.uint8)
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), np.uint8)


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
