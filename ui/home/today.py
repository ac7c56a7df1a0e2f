"""Today: a greeting, the practice that is planned, and everything else that is there."""

import pygame

from feedback.calendar import ago
from ui.home.asked import Go, HomeAsked, Leave, OpenDay, Practise
from ui.home.at import Planned, TimeOfDay, spoken
from ui.home.screen import HomeScreen, write_under
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.frame import large_px
from ui.patient.screen import Option, PatientView
from ui.view import Choices
from ui.widgets.box import fill_box
from words.tr import tr

_GREETINGS = {
    "morning": ("home.morning", "home.morning-name"),
    "day": ("home.day", "home.day-name"),
    "evening": ("home.evening", "home.evening-name"),
}
_AGO = {
    "yesterday": "home.last-yesterday",
    "two": "home.last-two",
    "three": "home.last-three",
    "four": "home.last-four",
    "five": "home.last-five",
    "six": "home.last-six",
    "week": "home.last-week",
    "weeks": "home.last-weeks",
    "while": "home.last-while",
}
# About how long a practice takes, by the minutes up to which it is said (defaults of ours).
_ABOUT = (
    (3.5, "home.about-few"),
    (7.5, "home.about-five"),
    (12.5, "home.about-ten"),
    (17.5, "home.about-quarter"),
    (25.0, "home.about-twenty"),
    (37.5, "home.about-half-hour"),
)
# So many movements are named, and of the rest it is said that there are more.
_MOST_NAMED = 8
# Of the room there is, the least that the panel takes.
_LEAST_SHARE = 0.62


class Today(HomeScreen):
    """The practice of today in a panel, and where else to go along the foot."""

    two_rows = True

    def title(self, view: PatientView) -> str:
        """Return the greeting; with a name only where one is kept."""
        return greeting(self.at.time_of_day, view.language, self.at.name)

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done; practising first, where there is something to practise."""
        say, at = view.tr, self.at
        practise = (Option("practise", say("home.practise")),) if at.planned else ()
        short = (Option("short", say("home.short")),) if at.short else ()
        # Last of what is offered, and never in the way.
        asked = (Option("asking", say("home.asking")),) if at.filled is not None else ()
        return (
            *practise,
            *short,
            Option("diary", say("home.diary")),
            Option("calendar", say("home.calendar")),
            Option("goals", say("home.goals")),
            Option("card", say("home.card")),
            *asked,
            Option("leave", say("on.leave"), key=say("keys.name.escape")),
        )

    def asks(self, id: str) -> HomeAsked | None:
        """Return where an option leads."""
        leads: dict[str, HomeAsked] = {
            "practise": Practise(),
            "short": Practise(short=True),
            "diary": OpenDay(self.at.today),
            "calendar": Go("calendar"),
            "goals": Go("goals"),
            "card": Go("card"),
            "asking": Go("asking"),
            "leave": Leave(),
        }
        return leads.get(id)

    def backwards(self) -> HomeAsked | None:
        """Return that the window is left."""
        return Leave()

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the panel with the practice; under it what was just done, or the reminder."""
        under = view.tr(self.said) if self.said else self._reminder(view)
        room = write_under(surface, body, place, under)
        passages = self._practice(place, view)
        pad_x, pad_y = round(3.6 * place.unit), round(3.2 * place.unit)
        tall = height_of(passages, room.width - 2 * pad_x) + 2 * pad_y
        height = min(room.height, max(tall, round(_LEAST_SHARE * room.height)))
        # A little above the middle, where it looks at rest.
        top = room.top + round(0.35 * (room.height - height))
        panel = pygame.Rect(room.left, top, room.width, height)
        fill_box(surface, panel, place.radius, place.palette.panel)
        draw_flow(surface, panel.inflate(-2 * pad_x, -2 * pad_y), passages, down=0.5)

    def _practice(self, place: Layout, view: PatientView) -> list[Passage]:
        """Return what is said of today's practice."""
        palette, unit = place.palette, place.unit
        planned = self.at.planned
        if planned is None:
            id = "home.nothing-planned" if self.at.cleared else "home.not-cleared"
            return [Passage(view.tr(id), place.title_px, palette.ink, "Medium")]
        when = view.tr("home.free-day") if planned.free_day else view.tr("home.for-today")
        title, named = spoken(planned.title, view.language), _movements(planned, view)
        return [
            Passage(when, place.words_px, palette.soft, after_px=round(1.2 * unit)),
            Passage(title, large_px(place), palette.ink, "Medium", round(2.4 * unit)),
            Passage(named, place.title_px, palette.ink, after_px=round(2.4 * unit)),
            Passage(view.tr(_about(planned.minutes)), place.words_px, palette.soft),
        ]

    def _reminder(self, view: PatientView) -> str:
        """Return how long ago the last practice was, where that was asked for."""
        last = self.at.last
        id = None if last is None else _AGO.get(ago(last, self.at.today))
        return "" if id is None else view.tr(id)


def greeting(time_of_day: TimeOfDay, language: str, name: str = "") -> str:
    """Return a greeting, with a name where one is kept."""
    plain, named = _GREETINGS[time_of_day]
    return tr(named, language, name=name) if name else tr(plain, language)


def _about(minutes: float) -> str:
    """Return the id of about how long so many minutes are."""
    return next((id for most, id in _ABOUT if minutes <= most), "home.about-long")


def _movements(planned: Planned, view: PatientView) -> str:
    """Return the movements in one line, each once, without the posture where it goes without."""
    titles = [spoken(title, view.language).partition(", ")[0] for title in planned.movements]
    each = list(dict.fromkeys(titles))
    if len(each) > _MOST_NAMED:
        return view.tr("home.and-more", movements=", ".join(each[:_MOST_NAMED]))
    return ", ".join(each)
