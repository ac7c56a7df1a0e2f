"""The person: where their joints lie on the screen, and their skeleton drawn softly."""

from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from ui import flat_body, shapes
from ui.colour import Colour, mix
from ui.flat_body import Kind, Placed
from ui.mirror import Bounds, to_screen
from ui.paint import Drawing
from ui.palette import Palette
from vision.pose import Pose
from vision.skeleton import BONES, Landmark

Points = NDArray[np.float64]

_BONES = np.array(BONES)
# A joint fades in between these visibilities, by growing from nothing; so nothing blinks where
# the model wavers (defaults of ours).
_FAINT, _CLEAR = 0.25, 0.55
# How far a silhouette is lifted from its panel: told from it at 3:1, and quieter than a limb that
# moves.
_SILHOUETTE = 0.60
_TRUNK = [
    Landmark.LEFT_SHOULDER,
    Landmark.RIGHT_SHOULDER,
    Landmark.LEFT_HIP,
    Landmark.RIGHT_HIP,
]


def tones(palette: Palette) -> dict[Kind, Colour]:
    """Return the tones of the drawn figure that may stand in for the picture.

    They are quieter than the limb that moves.
    """
    return {
        "skin": mix(palette.panel, palette.blue, palette.lifted(0.58)),
        "top": mix(palette.panel, palette.blue, palette.lifted(0.40)),
        "legs": mix(palette.panel, palette.blue, palette.lifted(0.31)),
        "feet": mix(palette.panel, palette.blue, palette.lifted(0.45)),
    }


@dataclass(frozen=True, slots=True, eq=False)
class SeenBody:
    """The person on the screen.

    Attributes
    ----------
    placed
        The joints.
    presence
        (33,) 0–1: how surely each joint is seen.
    """

    placed: Placed
    presence: Points


def seen_body(pose: Pose, shown: Bounds, panel: pygame.Rect) -> SeenBody:
    """Return the person of `pose` as a mirror in `panel` shows them."""
    points = to_screen(pose.image, shown, panel)
    presence = np.clip((pose.image[:, 3] - _FAINT) / (_CLEAR - _FAINT), 0.0, 1.0)
    # The model gives both pixels and metres; over the trunk their ratio is the scale.
    trunk = pose.image[_TRUNK, :2], pose.world[_TRUNK, :2]
    spread_px, spread_m = (float(np.sqrt(np.var(p, axis=0).sum())) for p in trunk)
    frame_scale = spread_px / max(spread_m, 1e-3)
    scale = max(frame_scale * panel.height / (shown[3] - shown[1]), 1.0)
    depth = -pose.image[:, 2] / max(frame_scale, 1e-3)
    return SeenBody(Placed(points, depth, scale), presence)


def facing(body: SeenBody) -> float:
    """Return where the person looks on the screen: 1 fully right, -1 fully left, 0 at us."""
    points = body.placed.points
    ears = (points[Landmark.LEFT_EAR, 0] + points[Landmark.RIGHT_EAR, 0]) / 2
    ahead = (points[Landmark.NOSE, 0] - ears) / (0.10 * body.placed.scale)
    return float(np.clip(ahead, -1.0, 1.0))


def draw_skeleton(
    drawing: Drawing, palette: Palette, body: SeenBody, unit: float, opacity: float
) -> None:
    """Draw the bones as one soft line drawing."""
    points, scale = body.placed.points, body.placed.scale
    width = min(0.42 * unit, 0.022 * scale)
    sure = body.presence[_BONES].min(axis=1).tolist()
    lines = [
        (points[a], points[b], width * share, width * share)
        for (a, b), share in zip(BONES, sure, strict=True)
        if share > 0.05
    ]
    drawing.fill(shapes.limbs(lines), palette.soft, palette.lifted(0.58) * opacity)


def draw_limb(
    drawing: Drawing, palette: Palette, limb: Points, unit: float, opacity: float, *, cased: bool
) -> None:
    """Draw a limb that moves; `cased`, with the night under it so that it reads on any picture."""
    half = 0.85 * unit
    widths = np.linspace(half * 1.12, half * 0.82, len(limb))
    pieces = [(limb[i], limb[i + 1], widths[i], widths[i + 1]) for i in range(len(limb) - 1)]
    if cased:
        edge = 0.45 * unit
        under = [(a, b, ra + edge, rb + edge) for a, b, ra, rb in pieces]
        drawing.fill(shapes.limbs(under), palette.night, 0.5 * opacity)
    drawing.fill(shapes.limbs(pieces), palette.blue, opacity)


def draw_figure(drawing: Drawing, palette: Palette, body: SeenBody, opacity: float) -> None:
    """Draw the person as a soft flat figure, on plain ground."""
    flat_body.draw(drawing, palette, flat_body.parts(body.placed), tones(palette), opacity)


def draw_silhouette(drawing: Drawing, palette: Palette, body: SeenBody, opacity: float) -> None:
    """Draw the person as one soft filled shape, on plain ground."""
    outlines = [outline for part in flat_body.parts(body.placed) for outline in part.outlines]
    tone = mix(palette.panel, palette.blue, palette.lifted(_SILHOUETTE))
    drawing.fill(outlines, tone, opacity)
