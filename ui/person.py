"""The panel in which the person sees themself: picture or figure, skeleton, limbs and bands."""

import numpy as np
import pygame

from feedback.verdict import Verdict
from ui import band, body, flat_body
from ui.arcs import arc_frame
from ui.backdrop import corners
from ui.body import SeenBody
from ui.easing import Glides
from ui.layout import Layout
from ui.mirror import shown_part
from ui.view import Choices, Picture, PracticeView
from vision.measures import SIDES
from vision.skeleton import Landmark


class PersonPanel:
    """Draws the person; keeps the last picture ready, so that drawing it again is cheap."""

    def __init__(self) -> None:
        self._picture: Picture | None = None
        self._mirrored: pygame.Surface | None = None

    def draw(
        self,
        surface: pygame.Surface,
        place: Layout,
        view: PracticeView,
        choices: Choices,
        glides: Glides,
    ) -> None:
        """Draw the panel; nothing leaves it."""
        panel = place.picture
        surface.set_clip(panel)
        if choices.mirror == "picture" and view.picture is not None:
            surface.blit(self._ready(view.picture, panel.size), panel)
        if view.pose is not None:
            seen = body.seen_body(view.pose, shown_part(view, panel), panel)
            presence = glides.to("person", 1.0, view.t, begin=0.0)
            if choices.mirror == "picture":
                body.draw_skeleton(surface, seen, place.unit, presence)
            else:
                body.draw_figure(surface, seen, presence)
            self._draw_bands(surface, place, view, seen, glides)
        else:
            glides.forget("person")
            glides.forget("band.")
        for piece, corner in corners(place):
            surface.blit(piece, corner)
        surface.set_clip(None)

    def _ready(self, picture: Picture, size: tuple[int, int]) -> pygame.Surface:
        """Return the picture in the panel's size, as in a mirror."""
        mirrored = self._mirrored
        if mirrored is None or self._picture is not picture or mirrored.get_size() != size:
            height, width, _ = picture.pixels.shape
            plain = pygame.image.frombuffer(picture.pixels.tobytes(), (width, height), "RGB")
            if plain.get_size() != size:
                plain = pygame.transform.smoothscale(plain, size)
            mirrored = pygame.Surface(size)
            mirrored.blit(pygame.transform.flip(plain, True, False), (0, 0))
            self._picture, self._mirrored = picture, mirrored
        return mirrored

    def _draw_bands(
        self,
        surface: pygame.Surface,
        place: Layout,
        view: PracticeView,
        seen: SeenBody,
        glides: Glides,
    ) -> None:
        """Draw the limbs that lead the movement, each with its band."""
        sideways = body.facing(seen) if view.exercise.view == "side" else None
        facing = None if sideways is None else (1.0 if sideways >= 0 else -1.0)
        for verdict in view.feedback.verdicts:
            if verdict.role != "lead" or _hidden(verdict, seen, facing):
                continue
            state = band.band_state(verdict, glides, view.t)
            if state is None:
                continue
            frame = arc_frame(verdict.measure, seen.placed, facing)
            if frame is not None:
                body.draw_limb(surface, frame.limb, place.unit, state.presence)
                band.draw_arc(surface, frame, state, place.unit)
            elif verdict.measure.name == "wrist_span":
                _draw_span(surface, place, seen.placed, state)


def _hidden(verdict: Verdict, seen: SeenBody, facing: float | None) -> bool:
    """Return whether, from the side, the measure's side of the body lies behind the other."""
    side = verdict.measure.side
    if facing is None or side is None:
        return False
    depths = [
        seen.placed.depth(Landmark[f"{s.upper()}_SHOULDER"], Landmark[f"{s.upper()}_HIP"])
        for s in SIDES
    ]
    nearer = SIDES[0] if depths[0] >= depths[1] else SIDES[1]
    return side != nearer


def _draw_span(
    surface: pygame.Surface, place: Layout, placed: flat_body.Placed, state: band.BandState
) -> None:
    wrists = placed.points[[Landmark.LEFT_WRIST, Landmark.RIGHT_WRIST]]
    shoulders = placed.points[[Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER]]
    for side in SIDES:
        limb = [placed.at(name, side) for name in ("shoulder", "elbow", "wrist")]
        body.draw_limb(surface, np.array(limb), place.unit, state.presence)
    width = float(np.hypot(*(shoulders[0] - shoulders[1])))
    band.draw_span(surface, wrists, width, state, place.unit)
