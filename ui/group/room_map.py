"""How the camera's picture lies on the screen, mirrored or not."""

from dataclasses import dataclass

import pygame

from vision.zones import Zone

# A corner is taken hold of within so many units of it.
_GRIP = 2.6


@dataclass(frozen=True, slots=True)
class RoomMap:
    """Where the picture is, in pixels, and whether left and right are exchanged in it."""

    box: pygame.Rect
    mirrored: bool

    def rect(self, zone: Zone) -> pygame.Rect:
        """Return where a place is on the screen."""
        left = 1.0 - zone.left - zone.width if self.mirrored else zone.left
        x, y = self.box.left + left * self.box.width, self.box.top + zone.top * self.box.height
        return pygame.Rect(
            round(x),
            round(y),
            round(zone.width * self.box.width),
            round(zone.height * self.box.height),
        )

    def by(self, right_px: float, down_px: float) -> tuple[float, float]:
        """Return a way on the screen as fractions of the camera's picture, right and down."""
        right = right_px / max(self.box.width, 1)
        return -right if self.mirrored else right, down_px / max(self.box.height, 1)

    def corner_at(self, zone: Zone, at: tuple[int, int], unit: float) -> tuple[bool, bool] | None:
        """Return which corner of a place is at a point: whether the left one and the upper one, as
        the camera sees them; `None` where there is none."""
        rect, grip = self.rect(zone), _GRIP * unit
        for on_left, x in ((True, rect.left), (False, rect.right)):
            for upper, y in ((True, rect.top), (False, rect.bottom)):
                if abs(at[0] - x) <= grip and abs(at[1] - y) <= grip:
                    return on_left != self.mirrored, upper
        return None


def fitted_box(room: pygame.Rect, shape: float) -> pygame.Rect:
    """Return the largest box of a shape (width to height) in the middle of `room`."""
    width = min(room.width, room.height * shape)
    box = pygame.Rect(0, 0, round(width), round(width / shape))
    box.center = room.center
    return box
