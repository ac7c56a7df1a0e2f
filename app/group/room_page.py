"""The page on which the places of a room are set: the live picture, what was found, the keys."""

from collections.abc import Sequence

import cv2
import numpy as np
import pygame

from ui.group.places import PlacesScreen
from ui.group.places_view import PlacesAsked, PlacesView
from ui.group.placing import Placing
from ui.inputs import Input
from ui.view import Choices, Picture
from vision.frames import Frame
from vision.place_check import check
from vision.places import Body, about_all
from vision.zones import Zone

# The picture is made this wide, and made anew so often: it is looked at, not moved to.
_WIDE = 960
PICTURE_EVERY_S = 0.1


class RoomPage:
    """Places over the live picture of the room.

    The picture is not mirrored: whoever leads stands where the camera does, and sees the group so.

    Parameters
    ----------
    fixed
        Whether the numbers are given, as they are while a group practises.
    """

    def __init__(
        self,
        size: tuple[int, int],
        zones: Sequence[Zone],
        language: str,
        *,
        mirrored: bool = False,
        fixed: bool = False,
    ) -> None:
        first = min((zone.number for zone in zones), default=None)
        self._screen = PlacesScreen(size, language, Placing(tuple(zones), first, fixed))
        self._mirrored = mirrored
        self._view = PlacesView(mirrored=mirrored)
        self._pictured_s = -PICTURE_EVERY_S
        self._of: Frame | None = None
        self._checked: tuple[object, ...] = ()

    @property
    def zones(self) -> tuple[Zone, ...]:
        """The places as they are now."""
        return self._screen.placing.zones

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._screen.resize(size)

    def take(self, event: Input) -> PlacesAsked | None:
        """Take in what happened; return what it asks for."""
        return self._screen.take(event, self._view)

    def draw(
        self,
        surface: pygame.Surface,
        frame: Frame | None,
        people: tuple[Body, ...] | None,
        said: str | None,
        choices: Choices,
        t: float,
    ) -> None:
        """Draw it.

        Parameters
        ----------
        frame, people
            What the camera sees, and everybody that was found in it; `None` before.
        said
            Id of what is to be said of the camera, or `None`.
        """
        self._see(frame, people, said, t)
        self._screen.draw(surface, self._view, choices, t)

    def _see(
        self, frame: Frame | None, people: tuple[Body, ...] | None, said: str | None, t: float
    ) -> None:
        view = self._view
        picture, shape = view.picture, view.shape
        if frame is not None and frame is not self._of and t - self._pictured_s >= PICTURE_EVERY_S:
            self._of, self._pictured_s = frame, t
            picture = _picture(frame, mirrored=self._mirrored)
            shape = frame.image.shape[1] / frame.image.shape[0]
        found, proposal, placeless = view.found, view.proposal, view.placeless
        if frame is not None and people is not None and self._checked != (people, self.zones):
            self._checked = (people, self.zones)
            width, height = frame.image.shape[1::-1]
            checked = check(self.zones, people, (width, height))
            found, placeless = checked.places, checked.placeless
            proposal = about_all(people, width, height)
        self._view = PlacesView(picture, shape, self._mirrored, proposal, found, said, placeless)


def _picture(frame: Frame, *, mirrored: bool) -> Picture:
    """Return the whole of a frame as it is shown."""
    height, width = frame.image.shape[:2]
    size = (min(_WIDE, width), round(height * min(_WIDE, width) / width))
    small = cv2.resize(frame.image, size, interpolation=cv2.INTER_AREA)
    small = cv2.flip(small, 1) if mirrored else small
    pixels = np.ascontiguousarray(cv2.cvtColor(small, cv2.COLOR_RGB2BGRA), dtype=np.uint8)
    return Picture(pixels, 0.0, 0.0, float(width), float(height))
