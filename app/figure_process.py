"""The process in which the drawn figure is painted, away from the live loop's interpreter."""

import signal
from multiprocessing.connection import Connection

import cv2

from app.figure_options import FigureOptions
from app.figure_scene import FigureScene
from exercises.exercise import Exercise
from figure.painter import Painter

# JPEG quality: high enough that a pose is found where it is found in the uncompressed picture.
QUALITY = 84
# What a message begins with when it says why painting ended; a JPEG begins with 0xFF.
FAILED = b"!"


def paint_loop(options: FigureOptions, exercise: Exercise, pictures: Connection) -> None:
    """Paint one loop of the movement and send each picture, JPEG-compressed, as it is ready.

    Runs in its own process. Ends when the loop is painted, or when nobody listens any more.
    """
    # Ctrl-C reaches every process of a terminal; this one ends when its reader does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    with pictures:
        try:
            _send_all(options, exercise, pictures)
        except (BrokenPipeError, ConnectionResetError):
            return
        except Exception as error:  # whatever it is, it is raised again where frames are read
            pictures.send_bytes(FAILED + f"{type(error).__name__}: {error}".encode())


def _send_all(options: FigureOptions, exercise: Exercise, pictures: Connection) -> None:
    scene = FigureScene(options, exercise)
    painter = Painter(scene.camera, scene.actors)
    for frame in range(scene.frames):
        image = painter.paint(scene.postures(frame)).image
        done, packed = cv2.imencode(
            ".jpg", cv2.cvtColor(image, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, QUALITY]
        )
        if not done:
            raise RuntimeError(f"picture {frame} could not be compressed")
        pictures.send_bytes(packed.tobytes())
