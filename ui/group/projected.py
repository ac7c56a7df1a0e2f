"""The projected screen: what a whole group sees, from the front row to the back.

It is given what is public, and has nothing else to show: no name, no number, no letter of anybody.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

import pygame

from feedback.feedback import Feedback
from feedback.group.step import Public
from ui import paint, shapes
from ui.easing import Glides
from ui.fade import Fade
from ui.group import time_left
from ui.group.breathing import GroupBreath
from ui.group.hall import SHOWING, TALKING, Hall, hall
from ui.group.kept import Kept
from ui.group.large import draw_words
from ui.group.public_words import line_of, quiet_of, talk_of, title_of
from ui.group.said_line import SaidLine
from ui.group.time_left import TimeLeft
from ui.paint import Drawing
from ui.screens.notice import draw_light
from ui.shown_guide import ShownGuide
from ui.text import fitted, line_height, write
from ui.view import Choices, PracticeView
from vision.pose import Pose
from words.tr import tr

# In units: room within a panel; from the small breath of a talk to the ring about it.
_PAD, _RING_OFF = 2.4, 2.4
# Of its panel, the small breath of a talk; of the height, where the light of a quiet page stands.
_SMALL, _LIGHT = 0.74, 0.27
# The light of a quiet page, in units, and where its words begin and end, of the height.
_LIGHT_RADIUS, _WORDS_TOP, _WORDS_FOOT = 10.0, 0.44, 0.93

# How many seconds lie between two paintings of the guide, which moves slowly: on a display of 60
# pictures a second it is every second one. So for the arc of the time, which goes by less than a
# pixel a second. Beside them breath and circle are painted in every picture.
_GUIDE_EVERY_S, _ARC_EVERY_S = 0.025, 0.1
# Steps of the arc from whole to nothing: its end goes by a small part of a pixel in each.
_ARC_STEPS = 1000

# Of the breaths the breath's own word is the caption.
_CAPTIONS = frozenset(f"sound.caption.{sound}" for sound in ("start", "end", "rain", "sea", "wind"))


class ProjectedScreen:
    """Draws what everybody sees.

    All that eases, eases along the time it is given; the screen keeps only where it was.

    Parameters
    ----------
    size
        Width and height of the window in pixels.
    language
        The language of the words.
    """

    def __init__(self, size: tuple[int, int], language: str = "en") -> None:
        self._size = size
        self._language = language
        self._fade = Fade()
        self._glides = Glides()
        self._breath = GroupBreath(language)
        self._guide = ShownGuide()
        self._kept = Kept()
        self._line = SaidLine()
        self._time = TimeLeft()
        self._caption: str | None = None
        self._busy = False
        self._poses: Mapping[int, Pose] = {}

    def resize(self, size: tuple[int, int]) -> None:
        """Take a window of `size` pixels."""
        self._size = size

    def draw(
        self,
        surface: pygame.Surface,
        public: Public,
        choices: Choices,
        t: float,
        caption: str | None = None,
        *,
        busy: bool = False,
        poses: Mapping[int, Pose] = MappingProxyType({}),
    ) -> None:
        """Draw the screen as it is at `t` seconds on a surface of the window's size.

        The surface is to hold what was drawn the last time, so that one page fades into the next.

        Parameters
        ----------
        caption
            Id of the caption of the sound that is heard now, or `None`.
        busy
            Whether something else takes this turn's time: the guide then moves on in the next.
        poses
            Of everybody who is seen, by the numbers of their seats, for small figures of them where
            those are chosen.
        """
        self._poses = poses if choices.seats == "figures" else {}
        self._busy = busy
        self._caption = caption if caption in _CAPTIONS else None
        place = hall(self._size, choices.text_scale, choices.theme)
        self._fade.between(surface, _page(public), t)
        if public.kind == "talking":
            self._draw_talk(surface, place, public, choices, t)
        elif public.kind in ("paused", "finished"):
            self._draw_quiet(surface, place, public, choices, t)
        else:
            self._draw_together(surface, place, public, choices, t)
        self._fade.over(surface, t)

    # --- pages

    def _draw_together(
        self, surface: pygame.Surface, place: Hall, public: Public, choices: Choices, t: float
    ) -> None:
        """Draw a movement, seen first or done by all, or a rest: breath, circle, guide, words."""
        rests = public.kind == "resting" or public.exercise is None
        share = 1.0 if rests else SHOWING if public.kind == "showing" else place.moving
        panels = (place.body,) if rests else place.halves(share, place.body)
        self._kept.upon(_behind(place, _boxes((*panels, place.line))))
        self._keep_arc(place, public, t)
        if not rests:
            self._keep_guide(place, panels[-1], public, choices, t)
        over = (panels[0], place.heading, place.line)
        self._kept.show(surface, over, t, whole=self._fade.fades)
        room, drawing = _within(place, panels[0]), Drawing(surface)
        seats, poses = public.seats, self._poses
        self._breath.draw(surface, drawing, place, room, public.breath, seats, choices, t, poses)
        self._draw_title(surface, place, title_of(public, self._language))
        self._draw_line(surface, place, public, t)

    def _draw_talk(
        self, surface: pygame.Surface, place: Hall, public: Public, choices: Choices, t: float
    ) -> None:
        """Draw what is talked of, and a small breath in a ring that thins."""
        body = place.page if public.said is None else place.heading.union(place.body)
        panels = place.halves(TALKING, body)
        _draw_panels(surface, place, panels if public.said is None else (*panels, place.line))
        words, room = (_within(place, panel) for panel in panels)
        side = round(_SMALL * min(room.size))
        small = pygame.Rect(0, 0, side, side)
        small.center = room.center
        drawing = Drawing(surface)
        left = self._time.share(_page(public), public.remaining_s, t)
        radius = min(side / 2 + _RING_OFF * place.unit, min(room.size) / 2)
        palette, unit = place.palette, place.unit
        time_left.draw_thinning(drawing, palette, small.center, radius, left, unit)
        round_one = choices if choices.breath == "circle" else _as_circle(choices)
        self._breath.draw(surface, drawing, place, small, public.breath, (), round_one, t, {})
        title, prompt = talk_of(public, self._language)
        inner = words.inflate(-round(3 * unit), 0)
        draw_words(surface, place, inner, title, prompt)
        if public.said is not None:
            self._draw_line(surface, place, public, t)

    def _draw_quiet(
        self, surface: pygame.Surface, place: Hall, public: Public, choices: Choices, t: float
    ) -> None:
        """Draw a few words under a soft light."""
        palette, unit = place.palette, place.unit
        width, height = place.usual.size
        surface.blit(paint.ground(place.usual.size, palette.night, palette.deep), (0, 0))
        full = 0.5 if choices.reduced_motion else public.breath.fullness
        if public.kind == "finished":
            self._breath.draw_still(surface, place, _over(place), public.seats, full, choices, t)
        else:
            radius = (_LIGHT_RADIUS + 1.6 * full) * unit
            draw_light(surface, palette, (width / 2, _LIGHT * height), radius, unit)
        top, foot = round(_WORDS_TOP * height), round(_WORDS_FOOT * height)
        column = pygame.Rect(0, top, place.body.width, foot - top)
        column.centerx = width // 2
        large, under = quiet_of(public, self._language)
        draw_words(surface, place, column, large, under, across=0.5)

    # --- parts

    def _keep_arc(self, place: Hall, public: Public, t: float) -> None:
        """Paint the arc of the time, as often as it has gone a little."""
        share = self._time.share(_page(public), public.remaining_s, t)

        def gather(drawing: Drawing) -> None:
            time_left.draw_arc(drawing, place.palette, place.time, share, place.unit)

        self._kept.part("arc", place.time, round(share * _ARC_STEPS), t, _ARC_EVERY_S, gather)

    def _keep_guide(
        self, place: Hall, panel: pygame.Rect, public: Public, choices: Choices, t: float
    ) -> None:
        """Paint the guide in its panel, half as often as the picture is shown."""
        # Where motion is reduced one posture fades into the next.
        fades = t if choices.reduced_motion else None
        looks = (public.exercise, public.guide, choices, fades)

        def gather(drawing: Drawing) -> None:
            box, shown = _within(place, panel), _for_guide(public, t)
            self._guide.draw(drawing, box, place.usual, shown, choices, self._glides)

        self._kept.part("guide", panel, looks, t, _GUIDE_EVERY_S, gather, busy=self._busy)

    def _draw_title(self, surface: pygame.Surface, place: Hall, title: str) -> None:
        ink, px = place.palette.ink, place.title_px
        taken = write(surface, title, place.heading, px, ink, weight="Medium")
        if self._caption is not None:
            left = taken.right + 2 * place.title_px
            beside = pygame.Rect(left, place.heading.top, place.heading.right - left, taken.height)
            self._draw_caption(surface, place, beside, tr(self._caption, self._language))

    @staticmethod
    def _draw_caption(surface: pygame.Surface, place: Hall, box: pygame.Rect, caption: str) -> None:
        """Write what is heard beside the title, where there is room for all of it."""
        px = place.least_px
        if box.width > 0 and fitted(caption, px, box.width, line_height(px)).size_px == px:
            box.height = place.heading.height
            write(surface, caption, box, px, place.palette.soft, across=1.0)

    def _draw_line(self, surface: pygame.Surface, place: Hall, public: Public, t: float) -> None:
        said = public.said is not None
        self._line.draw(surface, place, tr(line_of(public), self._language), said, t)


def _page(public: Public) -> str:
    """Return what tells one page from another."""
    exercise = "" if public.exercise is None else public.exercise.id
    return f"{public.kind} {public.talk or exercise}"


def _for_guide(public: Public, t: float) -> PracticeView:
    """Return what the guide is drawn from: nobody is measured in it."""
    assert public.exercise is not None
    feedback = Feedback(
        time_s=t,
        seen=False,
        verdicts=(),
        breath=public.breath,
        guide=public.guide,
        phase=public.phase,
        side=public.side,
        cue=None,
        cannot_see=False,
        repetitions=(),
        partial=0,
    )
    return PracticeView(
        exercise=public.exercise,
        feedback=feedback,
        pose=None,
        frame_size=(0, 0),
        picture=None,
        remaining_s=None,
        planned=0,
        notice=None,
        calm=False,
        label=None,
        t=t,
    )


def _as_circle(choices: Choices) -> Choices:
    """Return the choices with the round breath, which alone goes with a ring."""
    return Choices(breath="circle", theme=choices.theme, reduced_motion=choices.reduced_motion)


def _over(place: Hall) -> pygame.Rect:
    """Return the room over the words of a quiet page."""
    room = place.page.copy()
    room.height = round(_WORDS_TOP * place.usual.size[1]) - room.top
    return room


def _within(place: Hall, panel: pygame.Rect) -> pygame.Rect:
    """Return the room within a panel."""
    pad = round(2 * _PAD * place.unit)
    return panel.inflate(-pad, -pad)


def _draw_panels(surface: pygame.Surface, place: Hall, panels: Sequence[pygame.Rect]) -> None:
    """Draw the ground, and panels on it."""
    surface.blit(_behind(place, _boxes(panels)), (0, 0))


def _boxes(panels: Sequence[pygame.Rect]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(panel) for panel in panels)


@lru_cache(maxsize=8)
def _behind(place: Hall, panels: tuple[tuple[int, ...], ...]) -> pygame.Surface:
    """Return the ground with some panels on it."""
    palette, size = place.palette, place.usual.size
    surface = paint.ground(size, palette.night, palette.deep).copy()
    outlines = [shapes.rounded_box(pygame.Rect(*each), place.usual.radius) for each in panels]
    paint.fill(surface, outlines, palette.panel)
    return surface
