"""Moments of a practice for every question screen, and a person before them."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pygame

from exercises.library import find_exercise
from feedback.breath import BreathPhase
from feedback.moment import Moment
from feedback.ratings import PainMark
from feedback.said import Asked, DayChosen, Rated, Said, SignNamed, Wrote
from feedback.step import Step
from feedback.summing import Summed, summed
from tests.feedback.moved import record_of
from tests.ui.scene import feedback_of
from ui.inputs import Click, Drag, Drop, Input, Press, Typed
from ui.layout import layout
from ui.patient.screen import PatientScreen, PatientView
from ui.patient.screens import SCREENS
from ui.view import Choices

SUNRISE = find_exercise("sunrise-arms-seated")
BREATH = BreathPhase("in", 0.5, 0.5, 0)
SIZES = [(800, 600), (1280, 720), (1920, 1080)]
SCALES = [0.8, 1.0, 1.6]
PLAIN = Choices()
GOAL = "Take the blue cup from the top shelf again, without thinking of the shoulder"
NUMBER = "+49 30 5550 0147"
LONG_LINE = (
    "Today the left arm felt lighter on the way up, and the breath came by itself. "
    "In the rest I noticed that the jaw had been holding on. "
)


def moment(kind: str, said: Said | None = None, **rest: object) -> Moment:
    """Return a moment of `kind`."""
    made = Moment(kind, 3.0, BREATH, said or Said())  # type: ignore[arg-type]
    return replace(made, **rest)  # type: ignore[arg-type]


def answered() -> Said:
    """Return what was said by somebody who answered all that is asked before."""
    said = Said()
    for what, value in (("pain", 3), ("mood", 6), ("energy", 4)):
        said = said.rated("before", Rated(what, value))  # type: ignore[arg-type]
    return said


def a_hard_day() -> Said:
    """Return what was said by somebody whose pain rose, who named a sign and stopped."""
    said = replace(answered(), day="flare", stopped=True, signs=("faintness",))
    said = replace(said, pain_marks=(PainMark(time_s=60, pain=6),))
    for what, value in (("pain", 6), ("mood", 4), ("energy", 2), ("effort", 5)):
        said = said.rated("after", Rated(what, value))  # type: ignore[arg-type]
    return said


def a_good_day() -> Said:
    """Return what was said by somebody to whom moving did good."""
    said = answered()
    for what, value in (("pain", 2), ("mood", 8), ("energy", 4), ("effort", 2)):
        said = said.rated("after", Rated(what, value))  # type: ignore[arg-type]
    return said


def step(kind: str = "comparing") -> Step:
    """Return a step within the movements."""
    feedback = feedback_of(SUNRISE, 3.0)
    return Step(kind, SUNRISE, 0, feedback, 60.0, SUNRISE.repetitions)  # type: ignore[arg-type]


def told(said: Said) -> Summed:
    """Return a long summary."""
    ids = ("arriving-breath", "sunrise-arms-seated", "side-bend-seated")
    titles = {id: find_exercise(id).title for id in ids}
    record = record_of(100, 180, 160, marks=("too-much", "new"), rested_s=60, ids=ids)
    return summed(record, said, titles)


def views() -> dict[str, tuple[str, PatientView]]:
    """Return the views to look at, by name: the screen's kind and what it is given."""
    written = Said(words=LONG_LINE)
    shown = {
        "arrival-new": ("arrival", moment("arrival", first=True)),
        "arrival": ("arrival", moment("arrival", answered())),
        "signs": ("signs", moment("signs")),
        "signs-named": ("signs", moment("signs", Said(signs=("new-weakness",)))),
        "today": ("today", moment("today", goal=GOAL)),
        "today-flare": ("today", moment("today", Said(day="flare"))),
        "comparing": ("comparing", moment("movement", step=step())),
        "pain": ("pain", moment("pain", answered(), pain=6)),
        "rose": ("rose", moment("rose", answered())),
        "stop": ("stop", moment("stop", Said(signs=("faintness",)))),
        "stop-no-number": ("stop", moment("stop")),
        "after": ("after", moment("after", a_good_day())),
        "words-new": ("words", moment("words")),
        "words": ("words", moment("words", written)),
        "words-full": ("words", moment("words", Said(words=(LONG_LINE * 20)[:2000]))),
        "summary": ("summary", moment("summary", a_good_day())),
        "summary-hard": ("summary", moment("summary", a_hard_day())),
        "summary-nothing": ("summary", moment("summary")),
    }
    sums = {"summary": told(a_good_day()), "summary-hard": told(a_hard_day())}
    return {
        name: (
            kind,
            PatientView(
                at,
                t=10.0,
                clinic_number="" if name == "stop-no-number" else NUMBER,
                summed=sums.get(name),
            ),
        )
        for name, (kind, at) in shown.items()
    }


@dataclass
class Sitting:
    """A screen, what it is given, and the window it is drawn in."""

    screen: PatientScreen
    view: PatientView
    size: tuple[int, int] = (1280, 720)
    choices: Choices = PLAIN

    def draw(self) -> pygame.Surface:
        """Draw it as it is now; what comes up stands at rest."""
        surface = pygame.Surface(self.size)
        place = layout(self.size, self.choices.text_scale, self.choices.theme)
        self.screen.draw(surface, place, self.view, self.choices)
        return surface

    def take(self, *events: Input) -> list[Asked | None]:
        """Do some things, each answer changing what is said, as the practice would have it."""
        found = []
        for event in events:
            self.view = replace(self.view, t=self.view.t + 0.1)
            asked = self.screen.take(event, self.view)
            self.answer(asked)
            found.append(asked)
        return found

    def answer(self, asked: Asked | None) -> None:
        """Let the view hold what was answered."""
        at = self.view.moment
        said = at.said
        if isinstance(asked, Rated) and at.kind == "pain":
            self.view = replace(self.view, moment=replace(at, pain=asked.value))
            return
        if isinstance(asked, Rated):
            said = said.rated("after" if at.kind == "after" else "before", asked)
        elif isinstance(asked, DayChosen):
            said = replace(said, day=asked.day)
        elif isinstance(asked, SignNamed):
            said = said.naming(asked)
        elif isinstance(asked, Wrote):
            said = said.writing(asked.text)
        self.view = replace(self.view, moment=replace(at, said=said))

    def press(self, *keys: int, **held: bool) -> list[Asked | None]:
        """Press keys one after another."""
        return self.take(*(Press(key, **held) for key in keys))

    def type(self, text: str) -> list[Asked | None]:
        """Write letter by letter."""
        return self.take(*(Typed(letter) for letter in text))

    def click(self, at: tuple[int, int]) -> Asked | None:
        """Press the mouse and let it go."""
        return self.take(Click(at), Drop(at))[0]

    def draw_along(self, *points: tuple[int, int]) -> list[Asked | None]:
        """Press the mouse at the first point, move along the others, and let it go."""
        drags = [Drag(at) for _, at in pairwise(points)]
        return self.take(Click(points[0]), *drags, Drop(points[-1]))


def sitting(name: str, size: tuple[int, int] = (1280, 720), choices: Choices = PLAIN) -> Sitting:
    """Return a person before one of the views, just come up."""
    kind, view = views()[name]
    screen = SCREENS[kind]()
    screen.enter(view)
    return Sitting(screen, view, size, choices)
