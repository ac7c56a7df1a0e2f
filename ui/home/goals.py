"""What a person hopes for, in their own words, and which of their movements help with it."""

import pygame

from ui.home.asked import HomeAsked
from ui.home.at import GoalShown, spoken
from ui.home.screen import HomeScreen, back_home
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.screen import Option, PatientView
from ui.view import Choices
from ui.widgets.box import fill_box

# So many are shown at a time, so that each has room.
_AT_A_TIME = 2


class Goals(HomeScreen):
    """A panel for each goal, two at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._first = 0

    def enter(self, view: PatientView) -> None:
        """Come up with the first."""
        super().enter(view)
        self._first = 0

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr("home.goals-title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return back, and the next ones where there are more."""
        many = len(self.at.goals) > _AT_A_TIME
        more = (Option("more", view.tr("home.more-goals"), again=True),) if many else ()
        return back_home(view), *more

    def asks(self, id: str) -> HomeAsked | None:
        """Leaf on."""
        if id == "more":
            self._first += _AT_A_TIME
            if self._first >= len(self.at.goals):
                self._first = 0
        return super().asks(id)

    def own_looks(self) -> tuple[object, ...]:
        """Return which are shown."""
        return (self._first,)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the panels."""
        shown = self.at.goals[self._first : self._first + _AT_A_TIME]
        several = [_goal(goal, place, view) for goal in shown]
        if not several:
            none = view.tr("home.no-goals")
            several = [[Passage(none, place.title_px, place.palette.ink, "Medium")]]
        gap, pad_x, pad_y = (round(share * place.unit) for share in (2.4, 3.6, 2.6))
        most = (body.height - (len(several) - 1) * gap) // len(several)
        wide = body.width - 2 * pad_x
        tall = [height_of(passages, wide) + 2 * pad_y for passages in several]
        if sum(tall) + (len(several) - 1) * gap > body.height:
            tall = [most] * len(several)
        top = body.top + round(0.25 * (body.height - sum(tall) - (len(several) - 1) * gap))
        for passages, height in zip(several, tall, strict=True):
            panel = pygame.Rect(body.left, top, body.width, height)
            fill_box(surface, panel, place.radius, place.palette.panel)
            draw_flow(surface, panel.inflate(-2 * pad_x, -2 * pad_y), passages, down=0.5)
            top = panel.bottom + gap


def _goal(goal: GoalShown, place: Layout, view: PatientView) -> list[Passage]:
    """Return what is said of one goal."""
    palette, unit = place.palette, place.unit
    after = round(1.2 * unit)
    said = [
        Passage(goal.words, place.title_px, palette.ink, "Medium", after),
        Passage(goal.activity, place.words_px, palette.soft, after_px=after),
    ]
    titles = [spoken(title, view.language).partition(", ")[0] for title in goal.movements]
    if titles:
        helps = view.tr("home.helps", movements=", ".join(dict.fromkeys(titles)))
        said.append(Passage(helps, place.words_px, palette.green))
    return said
