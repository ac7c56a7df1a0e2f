"""The days of a month: soft filled shapes where there was a practice, and nothing held against any.

No streaks, no counts; a day without a practice is a day.
"""

from datetime import date, timedelta
from functools import lru_cache

import pygame

from feedback.calendar import Month
from feedback.said import Asked
from ui import paint, shapes
from ui.colour import Colour
from ui.home.asked import HomeAsked, OpenDay
from ui.home.dates import day_words, month_words, weekday_words
from ui.home.screen import HomeScreen, back_home
from ui.inputs import Click, Drag, Drop, Input, Press
from ui.layout import Layout
from ui.patient.frame import draw_ring
from ui.patient.keys import Key, meaning
from ui.patient.screen import Option, PatientView
from ui.text import line_height
from ui.typed import say
from ui.view import Choices
from ui.widgets.box import fill_box

_DAYS = "days"
_ROWS = 6
# Of a day's height: the shape of a practice, the ring of today, and the dot of an entry.
_SHAPE, _TODAY, _DOT = 0.84, 0.94, 0.05
# Of the height of a row of days, what the names of the weekdays take.
_HEAD_SHARE = 0.62
_LEAST_PX = 12


class CalendarScreen(HomeScreen):
    """One month; the arrows go through its days, Enter opens the diary of one."""

    def __init__(self) -> None:
        super().__init__()
        self._day = date.min
        self._cells: dict[date, pygame.Rect] = {}

    @property
    def month(self) -> Month:
        """The month that is seen."""
        return Month.of(self._day)

    def enter(self, view: PatientView) -> None:
        """Come up with the month of the day looked at last, else with this one."""
        entry = self.at.entry
        self._day = min(self.at.today if entry is None else entry.day, self.at.today)
        super().enter(view)

    def title(self, view: PatientView) -> str:
        """Return which month it is."""
        return month_words(self.month, view.language)

    def own_looks(self) -> tuple[object, ...]:
        """Return which day the keys are on."""
        return (self._day,)

    def controls(self, view: PatientView) -> tuple[str, ...]:
        """Return the days, as one."""
        return (_DAYS,)

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return the way home, the days, and the months beside.

        One key goes through the days with an entry only, and today.
        """
        tr = view.tr
        later = self.month != Month.of(self.at.today)
        days = (day for day in self.month.days if day <= self.at.today)
        if self.at.scanning:
            days = (day for day in days if day in self.at.noted or day == self.at.today)
        return (
            back_home(view),
            *(Option(day.isoformat(), day_words(day, view.language), at="control") for day in days),
            Option("earlier", tr("home.month-before"), again=True),
            *((Option("later", tr("home.month-after"), again=True),) if later else ()),
        )

    def asks(self, id: str) -> HomeAsked | None:
        """Return the diary of a day; or show another month."""
        if id == "earlier":
            self._go_to(self.month.before.days[-1])
        elif id == "later":
            self._go_to(self.month.after.first)
        elif id[:1].isdigit():
            return OpenDay(date.fromisoformat(id))
        return super().asks(id)

    def answer(self, event: Input, view: PatientView) -> HomeAsked | None:
        """Go through the days with the arrows; open one with Enter."""
        if isinstance(event, Press) and self.focus == _DAYS:
            key = meaning(event)
            if key in (Key.PRESS, Key.SPACE):
                return OpenDay(self._day)
            week = {Key.UP: -7, Key.DOWN: 7}.get(key) if key is not None else None
            if week is not None and self._go_to(self._day + timedelta(days=week), stays=True):
                return None
        return super().answer(event, view)

    def turn(self, focus: str, by: int, view: PatientView) -> Asked | None:
        """Go to the day beside."""
        if focus == _DAYS:
            self._go_to(self._day + timedelta(days=by))
            return None
        return super().turn(focus, by, view)

    def point(self, event: Click | Drag | Drop, view: PatientView) -> Asked | None:
        """Answer the mouse where it is on no day that can be opened: with nothing."""
        return None

    def _go_to(self, day: date, *, stays: bool = False) -> bool:
        """Go to a day, today at the latest; return whether that was done.

        Parameters
        ----------
        stays
            Only within the month.
        """
        if stays and (Month.of(day) != self.month or day > self.at.today):
            return False
        self._day = min(day, self.at.today)
        return True

    # --- the picture

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the weekdays, the days, and what the shapes mean."""
        palette, unit = place.palette, place.unit
        foot_height = line_height(place.aside_px)
        foot = pygame.Rect(body.left, body.bottom - foot_height, body.width, foot_height)
        panel = pygame.Rect(body.topleft, (body.width, foot.top - round(1.6 * unit) - body.top))
        fill_box(surface, panel, place.radius, palette.panel)
        inner = panel.inflate(-2 * round(2 * unit), -2 * round(1.2 * unit))
        height = inner.height / (_ROWS + _HEAD_SHARE)
        wide = inner.width / 7
        px = max(min(place.words_px, round(0.5 * height)), _LEAST_PX)
        for i, name in enumerate(weekday_words(view.language)):
            head = pygame.Rect(round(inner.left + i * wide), inner.top, round(wide), 0)
            head.height = round(_HEAD_SHARE * height)
            size = min(place.aside_px, round(0.6 * head.height) + 4)
            say(surface, name, head, size, palette.soft, across=0.5)
        top = inner.top + _HEAD_SHARE * height
        for row, week in enumerate(self.month.weeks()):
            for column, day in enumerate(week):
                if day is None:
                    continue
                left = inner.left + column * wide
                cell = pygame.Rect(
                    round(left), round(top + row * height), round(wide), round(height)
                )
                self._draw_day(surface, cell, place, view, day, px)
        told = view.tr(self.said or "home.calendar-told")
        say(surface, told, foot, place.aside_px, palette.soft)

    def _draw_day(
        self,
        surface: pygame.Surface,
        cell: pygame.Rect,
        place: Layout,
        view: PatientView,
        day: date,
        px: int,
    ) -> None:
        palette, at = place.palette, self.at
        tall = round(_SHAPE * cell.height)
        shape = pygame.Rect(0, 0, min(round(1.7 * tall), round(0.9 * cell.width)), tall)
        shape.center = cell.center
        if day <= at.today:
            self.boxes[day.isoformat()] = cell
        lit = self.lit(view) == day.isoformat()
        if day in at.practised:
            fill_box(surface, shape, tall / 2, palette.strong)
        elif lit:
            fill_box(surface, shape, tall / 2, palette.water)
        if day == at.today:
            ring = _outline(shape.size, round(max(2.0, 0.3 * place.unit), 1), palette.blue)
            surface.blit(ring, ring.get_rect(center=shape.center))
        colour = palette.ink if day <= at.today else palette.soft
        say(surface, str(day.day), shape, px, colour, weight="Medium", across=0.5)
        if day in at.noted:
            r = max(2.0, _DOT * cell.height)
            dot = _dot(round(r, 1), palette.sand)
            surface.blit(dot, dot.get_rect(center=(shape.centerx, shape.bottom - round(2.2 * r))))
        focused = self.ringed(view) == _DAYS and day == self._day
        draw_ring(surface, place, shape, focused=focused, lit=lit, radius=tall / 2)


@lru_cache(maxsize=32)
def _outline(size: tuple[int, int], thick: float, colour: Colour) -> pygame.Surface:
    box = pygame.Rect((0, 0), size)
    image = paint.stencil([shapes.rounded_box(box, size[1] / 2)], box, colour)
    inner = box.inflate(-2 * round(thick), -2 * round(thick))
    hole = paint.stencil([shapes.rounded_box(inner, inner.height / 2)], box, colour)
    alpha = pygame.surfarray.pixels_alpha(image)
    alpha[:] = alpha * (1 - pygame.surfarray.array_alpha(hole) / 255.0)
    return image


@lru_cache(maxsize=8)
def _dot(r: float, colour: Colour) -> pygame.Surface:
    side = 2 * round(r + 1)
    box = pygame.Rect(0, 0, side, side)
    return paint.stencil([shapes.disc(box.center, r)], box, colour)
