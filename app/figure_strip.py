"""A movement as a strip of drawn figures: how it begins, and how each of its phases ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.figure_options import FigureOptions
from app.figure_scene import FigureScene
from exercises.exercise import Exercise
from exercises.keyframes import keyframes
from figure.joint_angles import JointAngles
from figure.painter import Painter

Image = NDArray[np.uint8]

# Pixels of one figure, as wide as is drawn around any of them; what is empty on all is cut away.
WIDE, HIGH = 600, 600
# Air that stays about the figures, as a share of the height.
AIR = 0.03


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """The figures of one movement, all of one size and drawn to one scale.

    Attributes
    ----------
    images
        (H, W, 3) uint8 RGB on white, contiguous: the beginning, then the end of each phase; of a
        movement whose phases all end alike the beginning alone.
    """

    images: tuple[Image, ...]

    @property
    def still(self) -> bool:
        """Whether nothing moves that a drawing could show."""
        return len(self.images) == 1


def strip_of(exercise: Exercise, body: int = 1) -> Strip:
    """Return the strip of a movement, seen from its own view.

    A movement that alternates is drawn to the left. One of any view is seen from the front.

    Parameters
    ----------
    body
        Who performs, 1 to the number of `figure.body.BODIES`.
    """
    scene = FigureScene(FigureOptions(body=body, width=WIDE, height=HIGH), exercise)
    painter = Painter(scene.camera, scene.actors, room=False)
    images = [painter.paint([posture]).image for posture in _shown(exercise)]
    return Strip(tuple(_trimmed(images)))


def _shown(exercise: Exercise) -> list[JointAngles]:
    ends = keyframes(exercise)
    moving = any(end != ends[0] for end in ends)
    return [ends[-1], *ends] if moving else [ends[-1]]


def _trimmed(images: Sequence[Image]) -> list[Image]:
    """Return the images without the paper that is empty on all of them."""
    inked = np.min([image.min(axis=2) for image in images], axis=0) < 250
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    air = round(AIR * HIGH)
    height, width = inked.shape
    tall = slice(max(rows[0] - air, 0), min(rows[-1] + air + 1, height))
    wide = slice(max(columns[0] - air, 0), min(columns[-1] + air + 1, width))
    return [np.ascontiguousarray(image[tall, wide]) for image in images]
