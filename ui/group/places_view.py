"""What the set-up of a room is given to show, and what it asks for: plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

import pygame

from ui.view import Picture
from vision.place_check import Checked
from vision.zones import Zone


@dataclass(frozen=True, slots=True, eq=False)
class PlacesView:
    """What is shown of a room.

    Attributes
    ----------
    picture
        The whole of the camera's picture, exactly as shown, so already mirrored where it is to
        be; `None` while there is none.
    shape
        Width to height of the camera's picture, by which the room is drawn without one.
    mirrored
        Whether left and right are exchanged in `picture`; the places are as the camera sees them.
    proposal
        Places found where people are.
    found
        What was found of each place, by its number.
    said
        Id of what is to be said of the camera, or `None`.
    placeless
        How many people were found who are at no place.
    """

    picture: pygame.Surface | Picture | None = None
    shape: float = 16 / 9
    mirrored: bool = True
    proposal: tuple[Zone, ...] = ()
    found: Mapping[int, Sequence[Checked]] = field(default_factory=lambda: MappingProxyType({}))
    said: str | None = None
    placeless: int = 0


class PlacesAsked(Enum):
    """What is asked for."""

    KEEP = "keep"
    """Keep the places as they are now."""
    LEAVE = "leave"
    """Leave them as they were."""
