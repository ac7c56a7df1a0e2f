"""A soft light on a part of a drawn body, which glides from part to part."""

from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from ui.colour import Colour
from ui.flat_body import Placed
from ui.paint import Drawing
from vision.measures import SIDES
from vision.skeleton import Landmark

Points = NDArray[np.float64]

# Metres of the light about the line through a part (defaults of ours).
_RADIUS = {
    "toes": 0.055,
    "feet": 0.075,
    "shins": 0.075,
    "knees": 0.085,
    "thighs": 0.105,
    "hips": 0.105,
    "belly": 0.115,
    "chest": 0.115,
    "hands": 0.075,
    "arms": 0.068,
    "shoulders": 0.085,
    "neck": 0.052,
    "face": 0.095,
    "scalp": 0.07,
}
# The light is gone at so many of its radii: far enough that it has no edge.
_GONE = 2.3
_JOIN = 4.0
# It is worked out at every so many pixels, for it has no edge that could be seen to be coarse.
_COARSE = 3


@dataclass(frozen=True, slots=True, eq=False)
class Lit:
    """Where the light lies: along a line on each side of the body.

    Attributes
    ----------
    lines
        (2, 2, 2) pixels: of the left and the right, the two ends. In the middle of the body both
        are one.
    radius
        Pixels.
    """

    lines: Points
    radius: float

    def toward(self, other: "Lit", share: float) -> "Lit":
        """Return the light `share` (0–1) of the way to another."""
        lines = self.lines * (1 - share) + other.lines * share
        return Lit(lines, self.radius * (1 - share) + other.radius * share)

    def grown(self, by: float) -> "Lit":
        """Return the light with its radius times `by`."""
        return Lit(self.lines, self.radius * by)


def lit(region: str, body: Placed) -> Lit:
    """Return the light on a region of `feedback.grounding.REGIONS`."""
    lines = [_line(region, body, side) for side in SIDES]
    return Lit(np.array(lines), _RADIUS[region] * body.scale)


def _line(region: str, body: Placed, side: str) -> tuple[Points, Points]:
    """Return the ends of the line along a region on one side."""
    if region in ("hips", "belly", "chest", "neck", "face", "scalp"):
        return _middle_line(region, body)
    ends = {
        "toes": ("toe", "heel", 0.0, 0.12),
        "feet": ("toe", "ankle", 0.1, 0.6),
        "shins": ("knee", "ankle", 0.25, 0.85),
        "knees": ("knee", "ankle", 0.0, 0.02),
        "thighs": ("hip", "knee", 0.25, 0.8),
        "arms": ("shoulder", "elbow", 0.25, 1.0),
        "shoulders": ("shoulder", "elbow", 0.0, 0.1),
        "hands": ("wrist", "index", 0.2, 1.0),
    }
    first, second, begin, end = ends[region]
    a, b = body.at(first, side), body.at(second, side)
    if region == "arms":  # both halves: the bend is in its middle, so one line goes by the elbow
        return a + (b - a) * begin, body.at("elbow", side) * 0.4 + body.at("wrist", side) * 0.6
    return a + (b - a) * begin, a + (b - a) * end


def _middle_line(region: str, body: Placed) -> tuple[Points, Points]:
    shoulders, hips = body.middle("shoulder"), body.middle("hip")
    if region in ("hips", "belly", "chest"):
        along, reach = {"hips": (1.0, 0.75), "belly": (0.66, 0.3), "chest": (0.22, 0.55)}[region]
        middle = shoulders + (hips - shoulders) * along
        half = (body.at("hip", "left") - body.at("hip", "right")) / 2 * reach
        return middle - half, middle + half
    ears = (body.points[Landmark.LEFT_EAR] + body.points[Landmark.RIGHT_EAR]) / 2
    up = ears - shoulders
    at, to = {"neck": (0.10, 0.34), "face": (0.98, 1.1), "scalp": (1.46, 1.50)}[region]
    return shoulders + up * at, shoulders + up * to


def draw(
    drawing: Drawing, bounds: pygame.Rect, light: Lit, colour: Colour, strength: float
) -> None:
    """Draw the light, within `bounds`.

    Parameters
    ----------
    strength
        0–1: how opaque it is in its middle.
    """
    reach = _GONE * light.radius
    ends = light.lines.reshape(-1, 2)
    low, high = ends.min(axis=0) - reach, ends.max(axis=0) + reach
    box = pygame.Rect(*np.floor(low).astype(int), *np.ceil(high - low).astype(int) + 1)
    box = box.clip(bounds)
    if strength < 0.01 or box.width < _COARSE or box.height < _COARSE:
        return
    x, y = _grid(box.left, box.width), _grid(box.top, box.height)
    each = [_soft(_distances(x, y, *line) / light.radius) for line in light.lines]
    # Nearly the greater of the two, without a crease where they meet.
    both = np.minimum(np.sum([soft**_JOIN for soft in each], axis=0) ** (1 / _JOIN), 1.0)
    opacity = both * (255 * min(strength, 1.0))
    small = pygame.Surface((len(x), len(y)), pygame.SRCALPHA)
    small.fill((*colour, 0))
    pygame.surfarray.pixels_alpha(small)[:] = opacity.astype(np.uint8)
    drawing.image(pygame.transform.smoothscale(small, box.size), box.topleft)


def _soft(far: Points) -> Points:
    """Return how strong the light is (0–1), so many radii away from its line."""
    share = np.clip((_GONE - far) / _GONE, 0.0, 1.0)
    return np.asarray(share * share * (3 - 2 * share))


def _grid(first: int, length: int) -> Points:
    """Return the middles of coarse steps from `first` on, over `length` pixels."""
    steps = length // _COARSE
    return np.asarray(first + (np.arange(steps) + 0.5) * (length / steps), dtype=np.float64)


def _distances(x: Points, y: Points, a: Points, b: Points) -> Points:
    """Return how far (len(x), len(y)) each point of a grid is from the line from `a` to `b`."""
    along = b - a
    length2 = max(float(along @ along), 1e-9)
    dx, dy = (x - a[0])[:, None], (y - a[1])[None, :]
    share = np.clip((dx * along[0] + dy * along[1]) / length2, 0.0, 1.0)
    return np.asarray(np.hypot(dx - share * along[0], dy - share * along[1]))
