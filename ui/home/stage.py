"""Which of home's screens is seen, fading into one another, by keys, by mouse and by one key."""

from dataclasses import replace
from math import inf

import pygame

from feedback.moment import Moment
from feedback.pacer import resting_breath
from feedback.said import Said
from ui.fade import Fade
from ui.home.asked import HomeAsked, Where
from ui.home.asking import Asking, Naming
from ui.home.at import HomeAt
from ui.home.both import Both
from ui.home.calendar import CalendarScreen
from ui.home.card import Card
from ui.home.diary import Diary
from ui.home.entries import PARTS, text_of
from ui.home.feelings import Feelings
from ui.home.goals import Goals
from ui.home.screen import HomeScreen
from ui.home.today import Today
from ui.home.written import Written
from ui.inputs import Input, Press
from ui.layout import layout
from ui.patient.scanning import Scan, scanned
from ui.patient.screen import PatientView
from ui.patient.words import Words
from ui.view import Choices

# The one key of whoever does everything with one.
SWITCHES = frozenset({pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER})


def screens() -> dict[Where, HomeScreen]:
    """Return one of every screen."""
    return {
        "today": Today(),
        "goals": Goals(),
        "calendar": CalendarScreen(),
        "card": Card(),
        "diary": Diary(),
        "feelings": Feelings(),
        **{part: Written(part) for part in PARTS},
        "both": Both(),
        "asking": Asking(),
        "naming": Naming(),
    }


class Stage:
    """Draws home as it stands, and takes what happens at it.

    Parameters
    ----------
    language
        Of the words.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._screens = screens()
        self._now: tuple[HomeScreen, PatientView] | None = None
        self._came: tuple[object, ...] = ()
        self._scan = Scan(-inf)
        self._fade = Fade()

    @property
    def caret(self) -> pygame.Rect | None:
        """Where the next letter is put, for an input method's own window."""
        screen = None if self._now is None else self._now[0]
        return screen.caret if isinstance(screen, Words) else None

    def set(self, at: HomeAt, t: float, said: str = "") -> None:
        """Say what there is to show at `t` seconds.

        Parameters
        ----------
        said
            Id of what is said of what was just done.
        """
        screen = self._screens[at.where]
        screen.at, screen.said = at, said
        came = (at.where, at.note.day if at.where != "calendar" else None, at.question)
        view = self._view(at, t)
        if came != self._came:
            before, self._came = self._came, came
            self._scan = Scan(t)
            screen.enter(view)
            if at.where == "diary" and before[:1] in [(part,) for part in (*PARTS, "feelings")]:
                screen.focus = str(before[0])  # back from a part, the keys are on it
        if at.scanning:
            lit = scanned(self._scan, t, len(screen.options(view))).lit
            view = replace(view, scanned=lit)
        self._now = (screen, view)

    def take(self, event: Input, t: float) -> HomeAsked | None:
        """Take in what happened; return what it asks for."""
        if self._now is None:
            return None
        screen, view = self._now
        if screen.at.scanning and isinstance(event, Press) and event.key in SWITCHES:
            return None if event.repeated else self._switch(screen, view, t)
        return screen.answer(event, view)

    def draw(self, surface: pygame.Surface, choices: Choices) -> None:
        """Draw what is seen."""
        if self._now is None:
            return
        screen, view = self._now
        self._fade.between(surface, f"{self._came} {screen.at.card}", view.t)
        size = surface.get_size()
        place = layout(size, choices.text_scale, choices.theme)
        screen.draw(surface, place, view, choices)
        self._fade.over(surface, view.t)

    def _switch(self, screen: HomeScreen, view: PatientView, t: float) -> HomeAsked | None:
        """Take what scanning has lit."""
        options = screen.options(view)
        lit = self._scan.lit(t, len(options))
        stays = lit is not None and options[lit].again
        found = scanned(self._scan, t, len(options), pressed=True, stays=stays)
        self._scan = found.scan
        return None if found.lit is None else screen.answer_option(found.lit, view)

    def _view(self, at: HomeAt, t: float) -> PatientView:
        """Return what a patient's screen is given: no practice, only what is written."""
        words = next((text_of(at.note, part) for part in PARTS if part == at.where), "")
        moment = Moment("words", 0.0, resting_breath(0.0), Said(words=words), first=True)
        return PatientView(moment, self._language, t)
