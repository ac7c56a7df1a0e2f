"""The panel in which the person sees themself: picture or figure, skeleton, limbs and bands."""

from dataclasses import replace

import numpy as np
import pygame
from numpy.typing import NDArray

from exercises.exercise import Exercise
from ui import band, body, chair
from ui.arcs import arc_frame
from ui.backdrop import round_corners
from ui.body import SeenBody
from ui.easing import Glides
from ui.guide import seen_from
from ui.layout import Layout
from ui.mirror import shown_part
from ui.paint import Drawing
from ui.palette import Palette
from ui.view import Choices, Mirror, Picture, PracticeView
from vision.measures import SIDES, Measure
from vision.pose import Pose
from vision.skeleton import Landmark, of_side

Points = NDArray[np.float64]

_ANKLES = [Landmark.LEFT_ANKLE, Landmark.RIGHT_ANKLE]
# Seen at least so surely, the feet say where a chair stands (a default of ours).
_SURE = 0.5
# What eases on the panel is drawn this often where neither picture nor pose is new.
_EASING_S = 1 / 25


class PersonPanel:
    """Draws the person.

    A camera gives about half as many pictures as the screen shows, so the panel is kept, and drawn
    anew only for a new picture or pose, or when what eases on it is due.
    """

    def __init__(self) -> None:
        self._kept: pygame.Surface | None = None
        self._kept_of: tuple[Layout, Mirror, bool, Picture | None, Pose | None] | None = None
        self._kept_at = 0.0

    def draw(
        self,
        surface: pygame.Surface,
        place: Layout,
        view: PracticeView,
        choices: Choices,
        glides: Glides,
    ) -> None:
        """Draw the panel; nothing leaves it."""
        shows = (place, choices.mirror, choices.awareness, view.picture, view.pose)
        due = not 0 <= view.t - self._kept_at < _EASING_S
        kept = self._kept
        if kept is None or kept.get_size() != place.picture.size:
            kept = self._kept = pygame.Surface(place.picture.size)
            due = True
        if due or shows != self._kept_of:
            _draw_person(kept, place, view, choices, glides)
            self._kept_of, self._kept_at = shows, view.t
        surface.blit(kept, place.picture)
        round_corners(surface, place.palette, place.picture, place.radius)


def _draw_person(
    surface: pygame.Surface,
    place: Layout,
    view: PracticeView,
    choices: Choices,
    glides: Glides,
) -> None:
    """Draw the whole of a surface of the panel's size."""
    panel = surface.get_rect()
    pictured = view.picture if choices.mirror == "picture" else None
    if pictured is None:
        surface.fill(place.palette.panel)
    else:
        show_picture(surface, place.palette, pictured)
    if view.pose is None or choices.mirror == "nothing":
        glides.forget("person")
        glides.forget("band.")
        return
    seen = body.seen_body(view.pose, shown_part(view, panel), panel)
    presence = glides.to("person", 1.0, view.t, begin=0.0)
    drawing = Drawing(surface)
    if pictured is not None:
        body.draw_skeleton(drawing, place.palette, seen, place.unit, presence)
    elif choices.mirror == "silhouette":
        body.draw_silhouette(drawing, place.palette, seen, presence)
    else:
        _draw_chair(drawing, place.palette, view, seen, presence)
        body.draw_figure(drawing, place.palette, seen, presence)
    measured = 1.0 - glides.to("awareness", float(choices.awareness), view.t)
    _draw_bands(drawing, place, view, seen, glides, measured, cased=pictured is not None)
    drawing.finish()


def _draw_chair(
    drawing: Drawing, palette: Palette, view: PracticeView, seen: SeenBody, opacity: float
) -> None:
    """Draw the chair of a seated person, standing where their feet are.

    It stays while they rise from it. It is left out where the feet are not surely seen.
    """
    if view.exercise.posture != "seated" or seen.presence[_ANKLES].min() < _SURE:
        return
    turn = 90.0 * (facing_of(view.exercise, seen) or 0.0)
    foot = chair.sitting(view.exercise)[_ANKLES].mean(axis=0)
    at, scale = seen.placed.points[_ANKLES].mean(axis=0), seen.placed.scale

    def to_screen(points: Points) -> Points:
        return np.asarray(seen_from(points - foot, turn)[0] * scale + at)

    chair.draw(drawing, palette, view.exercise, to_screen, scale, opacity)


def show_picture(surface: pygame.Surface, palette: Palette, picture: Picture) -> None:
    """Put a picture on the whole of `surface`, in the light of the theme."""
    height, width, _ = picture.pixels.shape
    plain = pygame.image.frombuffer(picture.pixels.data, (width, height), "BGRA")
    if plain.get_size() != surface.get_size():
        plain = pygame.transform.smoothscale(plain, surface.get_size())
    # All of it is opaque: without blending it is merely copied.
    plain.set_alpha(None)
    surface.blit(plain, (0, 0))
    if min(palette.light) < 255:
        surface.fill(palette.light, special_flags=pygame.BLEND_RGB_MULT)


def _draw_bands(
    drawing: Drawing,
    place: Layout,
    view: PracticeView,
    seen: SeenBody,
    glides: Glides,
    measured: float,
    *,
    cased: bool,
) -> None:
    """Draw the limbs that lead the movement, each with its band.

    `measured` (0–1) is how much of what is measured is shown; where none is, a band that folds
    back still comes, and goes with its folding.
    """
    facing = facing_of(view.exercise, seen)
    for verdict in view.feedback.verdicts:
        if verdict.role != "lead" or hidden(verdict.measure, seen, facing):
            continue
        state = band.band_state(verdict, glides, view.t)
        if state is None:
            continue
        state = replace(state, presence=state.presence * max(measured, state.fold))
        for limb in limbs(verdict.measure, seen, facing):
            body.draw_limb(drawing, place.palette, limb, place.unit, state.presence, cased=cased)
        frame = arc_frame(verdict.measure, seen.placed, facing)
        if frame is not None:
            band.draw_arc(drawing, place.palette, frame, state, place.unit)
        elif verdict.measure.unit == "shoulder_widths":
            band.draw_span(drawing, place.palette, seen.placed, state, place.unit)


def facing_of(exercise: Exercise, seen: SeenBody) -> float | None:
    """Return 1 or -1 where a person seen from the side looks right or left; else `None`."""
    if exercise.view != "side":
        return None
    return 1.0 if body.facing(seen) >= 0 else -1.0


def limbs(measure: Measure, seen: SeenBody, facing: float | None) -> list[Points]:
    """Return the limbs that move a measure, each (N, 2) pixels."""
    frame = arc_frame(measure, seen.placed, facing)
    if frame is not None:
        return [frame.limb]
    if measure.unit != "shoulder_widths":
        return []
    joints = ("shoulder", "elbow", "wrist")
    return [np.array([seen.placed.at(name, side) for name in joints]) for side in SIDES]


def hidden(measure: Measure, seen: SeenBody, facing: float | None) -> bool:
    """Return whether, from the side, the measure's side of the body lies behind the other."""
    if facing is None or measure.side is None:
        return False
    near = {side: seen.placed.depth(of_side("hip", side)) for side in SIDES}
    return near[measure.side] < max(near.values())
