"""The set-up of a room: its picture, the numbered places in it, and what was found of each."""

from dataclasses import dataclass

import pygame

from ui import desk_frame
from ui.backdrop import round_corners
from ui.desk_place import DeskPlace, desk_place
from ui.group import placing as steps
from ui.group.places_found import draw_found
from ui.group.places_view import PlacesAsked, PlacesView
from ui.group.placing import Placing
from ui.group.room_map import RoomMap, fitted_box
from ui.group.zone_box import zone_box
from ui.inputs import XY, Click, Drag, Drop, Input, Press, Typed
from ui.palette import Palette
from ui.person import show_picture
from ui.typed import say
from ui.view import Choices, Picture
from ui.widgets.box import fill_box
from vision.zones import Zone
from words.tr import tr

STEP = 0.01
"""An arrow moves or resizes a place by so much of the picture."""
_PICTURE_SHARE = 0.68
_ARROWS: dict[int, tuple[int, int]] = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
_ENTER = (pygame.K_RETURN, pygame.K_KP_ENTER)
_REMOVES = (pygame.K_DELETE, pygame.K_BACKSPACE)


@dataclass(frozen=True, slots=True)
class _Held:
    """What the mouse holds: from where, how it all was, and which corner; none for the whole."""

    at: XY
    before: Placing
    corner: tuple[bool, bool] | None


class PlacesScreen:
    """Draws the room, and changes its places by keys and mouse.

    Letters and signs come as `Typed`; all other keys as `Press`.

    Parameters
    ----------
    size
        Width and height of the window in pixels.
    language
        The language of the words.
    placing
        The places to begin from.

    Attributes
    ----------
    placing
        The places as they are now.
    """

    def __init__(
        self, size: tuple[int, int], language: str = "en", placing: Placing | None = None
    ) -> None:
        self._size = size
        self._language = language
        self._map = RoomMap(pygame.Rect(0, 0, 0, 0), True)
        self._unit = 1.0
        self._held: _Held | None = None
        self._answer: str | None = None
        self._shown: tuple[pygame.Surface | Picture, tuple[int, int], Palette] | None = None
        self._scaled: pygame.Surface | None = None
        self.placing = Placing() if placing is None else placing

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._size = size

    # --- what is done

    def take(self, event: Input, view: PlacesView) -> PlacesAsked | None:
        """Take in what happened; return what it asks for.

        Parameters
        ----------
        view
            As it was drawn last.
        """
        if not isinstance(event, Drop):
            self._answer = None
        if isinstance(event, Press):
            return self._pressed(event)
        if isinstance(event, Typed):
            self._typed(event.text.lower(), view)
        elif isinstance(event, Click):
            self._take_hold(event.at)
        elif isinstance(event, Drag) and self._held is not None:
            self._drag(event.at, self._held)
        elif isinstance(event, Drop):
            self._held = None
        return None

    def _pressed(self, press: Press) -> PlacesAsked | None:
        if press.key in _ENTER:
            return PlacesAsked.KEEP
        if press.key == pygame.K_ESCAPE:
            return PlacesAsked.LEAVE
        if press.key == pygame.K_TAB:
            self.placing = steps.choosing_along(self.placing, -1 if press.shift else 1)
        elif press.key in _ARROWS:
            self._by_arrow(press)
        elif press.key in _REMOVES:
            self._answer = "rooms.fixed" if self.placing.fixed else None
            self.placing = self.placing if press.repeated else steps.removed(self.placing)
        return None

    def _by_arrow(self, press: Press) -> None:
        """Move the place as the screen shows it; with Shift, right and down make it larger."""
        right, down = _ARROWS[press.key]
        if press.shift:
            self.placing = steps.resized(self.placing, right * STEP, down * STEP)
            return
        across = -right if self._map.mirrored else right
        self.placing = steps.moved(self.placing, across * STEP, down * STEP)

    def _typed(self, letter: str, view: PlacesView) -> None:
        if letter in ("+", "="):
            self._answer = "rooms.fixed" if self.placing.fixed else None
            self.placing = steps.added(self.placing)
        elif letter == "p" and view.proposal:
            self._answer = "rooms.matched" if self.placing.fixed else None
            self.placing = steps.taken(self.placing, view.proposal)
        elif letter.isdecimal():
            self.placing = steps.choosing(self.placing, int(letter))

    def _take_hold(self, at: XY) -> None:
        """Take hold of a corner of the chosen place, else of the smallest place at a point."""
        chosen = self.placing.zone
        corner = None if chosen is None else self._map.corner_at(chosen, at, self._unit)
        if corner is None:
            under = [zone for zone in self.placing.zones if self._map.rect(zone).collidepoint(at)]
            if not under:
                return
            smallest = min(under, key=lambda zone: zone.width * zone.height)
            self.placing = steps.choosing(self.placing, smallest.number)
            corner = self._map.corner_at(smallest, at, self._unit)
        self._held = _Held(at, self.placing, corner)

    def _drag(self, at: XY, held: _Held) -> None:
        right, down = self._map.by(at[0] - held.at[0], at[1] - held.at[1])
        if held.corner is None:
            self.placing = steps.moved(held.before, right, down)
            return
        on_left, upper = held.corner
        wider, higher = -right if on_left else right, -down if upper else down
        self.placing = steps.resized(held.before, wider, higher, held.corner)

    # --- the picture

    def draw(self, surface: pygame.Surface, view: PlacesView, choices: Choices, t: float) -> None:
        """Draw the set-up as it is at `t` seconds; nothing in it moves by itself."""
        said = self._says(view)
        lines = desk_frame.lines_said(said, self._size, choices.text_scale)
        place = desk_place(self._size, choices.text_scale, lines, choices.theme)
        self._unit = place.sizes.unit
        many = tr("rooms.count", self._language, count=len(self.placing.zones))
        title = tr("rooms.title", self._language)
        desk_frame.draw(surface, place, title, many, said, self._keys(view))
        left, right = desk_frame.halves(place, _PICTURE_SHARE)
        self._map = RoomMap(fitted_box(left, _shape(view)), view.mirrored)
        self._draw_picture(surface, place, view)
        for zone in self.placing.zones:
            if zone.number != self.placing.chosen:
                self._draw_zone(surface, place, zone)
        if self.placing.zone is not None:
            self._draw_zone(surface, place, self.placing.zone)
        draw_found(surface, place, right, self.placing, view.found, self._language)

    def _says(self, view: PlacesView) -> str:
        """Return what is said over the keys: what a key did, else of the camera, of people without
        a place, of people found."""
        if self._answer is not None:
            return tr(self._answer, self._language)
        if view.said is not None:
            return tr(view.said, self._language)
        if view.placeless and self.placing.zones:
            return tr("rooms.placeless", self._language, count=view.placeless)
        if not view.proposal:
            return ""
        fixed = self.placing.fixed
        return tr("rooms.proposed-fixed" if fixed else "rooms.proposed", self._language)

    def _keys(self, view: PlacesView) -> tuple[tuple[str, str], ...]:
        language = self._language
        proposed = (("P", tr("rooms.take", language)),) if view.proposal else ()
        free = (
            ("+", tr("rooms.add", language)),
            (tr("rooms.delete-key", language), tr("rooms.remove", language)),
        )
        return (
            ("Enter", tr("rooms.keep", language)),
            *proposed,
            ("Tab", tr("rooms.choose", language)),
            ("← ↑ ↓ →", tr("rooms.move", language)),
            ("⇧", tr("rooms.resize", language)),
            *(() if self.placing.fixed else free),
            ("Esc" if self.placing.fixed else "Esc Esc", tr("rooms.leave", language)),
        )

    def _draw_zone(self, surface: pygame.Surface, place: DeskPlace, zone: Zone) -> None:
        """Draw a place: a box with an edge, and its number on a panel of its own."""
        of, palette, rect = place.sizes, place.palette, self._map.rect(zone)
        chosen = zone.number == self.placing.chosen
        before = surface.get_clip()
        surface.set_clip(self._map.box.inflate(2, 2).clip(before))
        box = zone_box(rect.size, palette, round(of.unit, 2), chosen)
        surface.blit(box, box.get_rect(center=rect.center))
        surface.set_clip(before)
        side = round(1.5 * of.aside_px)
        inset = round(1.4 * of.unit)
        tag = pygame.Rect(rect.left + inset, rect.top + inset, side, side)
        tag.clamp_ip(self._map.box)
        fill_box(surface, tag, side / 2, palette.water if chosen else palette.panel)
        ink, px = palette.ink, of.aside_px
        say(surface, str(zone.number), tag, px, ink, weight="Medium", across=0.5)

    def _draw_picture(self, surface: pygame.Surface, place: DeskPlace, view: PlacesView) -> None:
        """Draw what the camera sees; an empty panel where it sees nothing.

        The same picture is made as large as it is shown only once.
        """
        box, picture = self._map.box, view.picture
        if picture is None:
            fill_box(surface, box, place.radius, place.palette.panel)
            return
        shown = (picture, box.size, place.palette)
        if self._shown != shown or self._scaled is None:
            self._shown, self._scaled = shown, _scaled(*shown)
        surface.blit(self._scaled, box)
        round_corners(surface, place.palette, box, place.radius)


def _shape(view: PlacesView) -> float:
    """Return width to height of what is shown."""
    if view.picture is None:
        return view.shape
    if isinstance(view.picture, Picture):
        high, wide = view.picture.pixels.shape[:2]
        return float(wide / high)
    across, down = view.picture.get_size()
    return float(across / down)


def _scaled(
    picture: pygame.Surface | Picture, size: tuple[int, int], palette: Palette
) -> pygame.Surface:
    """Return a picture as large as it is shown, in the light of the theme."""
    layer = pygame.Surface(size)
    if isinstance(picture, Picture):
        show_picture(layer, palette, picture)
        return layer
    pygame.transform.smoothscale(picture.convert(layer), size, layer)
    layer.fill(palette.light, special_flags=pygame.BLEND_RGB_MULT)
    return layer
