"""A recording with what was measured on it: skeleton, angles, or why there are none."""

import numpy as np
import pygame
from numpy.typing import NDArray

from app.overlay_angles import ShownAngle, rows_of, shown_angles
from app.overlay_body import Body, body_in, draw_angle, draw_bones, draw_leader, to_avoid
from app.overlay_labels import Label, Labels
from app.overlay_panels import Panels, number_size
from app.overlay_words import Foot
from app.stepped import Stepped
from exercises.exercise import Exercise
from ui.easing import Glides
from ui.paint import Drawing
from vision.measures import MEASURES
from vision.sight import Sight

Image = NDArray[np.uint8]
Points = NDArray[np.float64]

# The foot of the picture, where the sentence stands: numbers keep out of it.
_FOOT = 0.12


class Overlay:
    """Draws onto the pictures of one recording of one movement, in the order of time.

    Parameters
    ----------
    exercise
        The movement: the angles it is about are shown, no others.
    label
        What stands in the corner throughout, as for a drawn figure; by default nothing.
    language
        In which it is written.
    """

    def __init__(self, exercise: Exercise, label: str | None = None, language: str = "en") -> None:
        self._rows = rows_of(exercise)
        self._foot = Foot(exercise, self._rows, language)
        self._panels = Panels(label)
        self._language = language
        self._stepped = Stepped()
        self._labels = Labels()
        self._glides = Glides()

    def drawn(self, image: Image, sight: Sight) -> Image:
        """Return a copy of an (H, W, 3) RGB picture with what `sight` knows on it."""
        made = np.array(image, order="C")
        height, width = made.shape[:2]
        # Draws straight into the copy.
        surface = pygame.image.frombuffer(made.data, (width, height), "RGB")
        body = None if sight.pose is None else body_in(sight.pose, min(width, height) / 100)
        angles = []
        if body is not None:
            angles = shown_angles(sight, self._rows, body.placed, self._stepped, self._language)
        self._forget_others(angles)
        if body is not None:
            self._draw(surface, body, angles, sight.time_s)
        self._panels.draw_rest(surface, self._foot.sentence(sight), sight.time_s)
        return made

    def _draw(
        self, surface: pygame.Surface, body: Body, angles: list[ShownAngle], t: float
    ) -> None:
        opacities = [self._glides.to(each.measure.key, 1.0, t, begin=0.0) for each in angles]
        boxes = self._boxes(surface.get_size(), body, angles, t)
        drawing = Drawing(surface)
        draw_bones(drawing, body)
        for angle, box, opacity in zip(angles, boxes, opacities, strict=True):
            draw_leader(drawing, body, angle.at, box, opacity)
            draw_angle(drawing, body, angle, opacity)
        drawing.finish()
        for angle, box, opacity in zip(angles, boxes, opacities, strict=True):
            self._panels.draw_number(surface, angle.text, (box[:2] + box[2:]) / 2, opacity)

    def _boxes(
        self, size: tuple[int, int], body: Body, angles: list[ShownAngle], t: float
    ) -> list[Points]:
        """Return where the numbers stand, each (4,) left, top, right and bottom."""
        wanted = [
            Label(
                name=angle.measure.key,
                at=angle.at,
                radius=_reach(angle, body),
                size=np.array(number_size(angle.text, size), dtype=float),
            )
            for angle in angles
        ]
        margin = 0.02 * min(size)
        room = np.array((margin, margin, size[0] - margin, size[1] * (1 - _FOOT)))
        middles = self._labels.placed(wanted, to_avoid(body, angles), room, 2.5 * body.unit, t)
        return [
            np.concatenate([middle - label.size / 2, middle + label.size / 2])
            for label, middle in zip(wanted, middles, strict=True)
        ]

    def _forget_others(self, angles: list[ShownAngle]) -> None:
        """Let what has no number now be gone at once, and fade in when it has one again."""
        shown = {each.measure.key for each in angles}
        for row in self._rows:
            if MEASURES[row].key not in shown:
                self._stepped.forget(MEASURES[row].key)
                self._glides.forget(MEASURES[row].key)


def _reach(angle: ShownAngle, body: Body) -> float:
    """Return how far, in pixels, there is something around a joint that its number clears."""
    if angle.frame is None:
        return 3 * body.unit
    return angle.frame.radius if angle.measure.side else 0.4 * angle.frame.radius
