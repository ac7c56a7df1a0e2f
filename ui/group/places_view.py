"""What the set-up of a room is given to show, and what it asks for: plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Literal

import pygame

from ui.view import Picture
from vision.zones import Zone

CheckId = Literal["seen-well", "too-far", "too-near", "overlaps", "nobody", "cut-off", "too-close"]
"""What was found of one place: all is well; its person too far or too near; it and another cover
one another; nobody there; part of them out of the picture; two people too close."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing found of a place (``place.<id>`` in the catalogues).

    Attributes
    ----------
    other
        The number of the other place, for ``overlaps`` and ``too-close``.
    """

    id: CheckId
    other: int | None = None


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
    """

    picture: pygame.Surface | Picture | None = None
    shape: float = 16 / 9
    mirrored: bool = True
    proposal: tuple[Zone, ...] = ()
    found: Mapping[int, Sequence[Checked]] = field(default_factory=lambda: MappingProxyType({}))


class PlacesAsked(Enum):
    """What is asked for."""

    KEEP = "keep"
    """Keep the places as they are now."""
    LEAVE = "leave"
    """Leave them as they were."""
