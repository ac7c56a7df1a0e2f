"""What one of the processes that paint a drawn group does."""

from collections.abc import Iterator
from multiprocessing.connection import Connection

from app.drawn_group.options import GroupOptions
from app.drawn_group.scene import GroupScene
from app.figure_process import Placed, send_painted
from exercises.exercise import Exercise
from figure.painter import Painter


def paint_share(
    options: GroupOptions, exercise: Exercise, places: range, pictures: Connection
) -> None:
    """Paint the pictures in `places` of the loop, in order, and send each as it is ready."""
    send_painted(lambda: _painted(options, exercise, places), pictures)


def _painted(options: GroupOptions, exercise: Exercise, places: range) -> Iterator[Placed]:
    scene = GroupScene(options, exercise)
    painter = Painter(scene.camera, scene.actors)
    for place in places:
        actors, postures = scene.at(place)
        yield place, painter.paint(postures, actors).image
