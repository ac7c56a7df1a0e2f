"""What is asked every few weeks: one question at a time, each of which may be left alone."""

from typing import cast

import pygame

from feedback.instruments import PSFS_SOURCE, Filled
from feedback.said import Rated, Scaled, Wrote
from ui.home.asked import Answered, Go, HomeAsked
from ui.home.questions import Question, answering, naming, questions
from ui.home.screen import HomeScreen, write_under
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.rating import RatingScreen
from ui.patient.scale import Scale
from ui.patient.screen import Option, PatientView
from ui.patient.words import Words
from ui.view import Choices

# Of the body's height, the most that the person's own words take.
_OWN_SHARE = 0.42


class _Asked(HomeScreen):
    """What a question on a scale and naming an activity share."""

    @property
    def filled(self) -> Filled:
        """What is answered so far."""
        return self.at.filled or Filled(day=self.at.today)

    @property
    def question(self) -> Question:
        """The question that is open."""
        several = questions(self.filled)
        return several[min(self.at.question, len(several) - 1)]

    def foot(self, view: PatientView) -> tuple[Option, ...]:
        """Return on, back, the way home for now, and that it is left out this time."""
        tr = view.tr
        last = self.at.question + 1 >= len(questions(self.filled))
        back = (Option("back", tr("on.back"), key=tr("keys.name.page-up")),)
        return (
            Option("on", tr("home.asking-done" if last else "on.next")),
            *(back if self.at.question else ()),
            Option("later", tr("home.asking-later"), key=tr("keys.name.escape")),
            Option("skip", tr("home.asking-skip")),
        )

    def asks(self, id: str) -> HomeAsked | None:
        """Return the next question, the one before, the way home, or that it is left out."""
        if id == "on":
            return self.goes_on()
        if id == "back":
            return Answered(self.filled, max(self.at.question - 1, 0))
        if id == "skip":
            return Answered(Filled(day=self.filled.day, skipped=True), None)
        return Go("today") if id == "later" else None

    def goes_on(self) -> HomeAsked:
        """Return the next question; nothing more after the last."""
        after = self.at.question + 1
        return Answered(self.filled, after if after < len(questions(self.filled)) else None)

    def backwards(self) -> HomeAsked | None:
        """Return the way home: what is answered stays for now."""
        return Go("today")

    def previous(self) -> HomeAsked | None:
        """Return the question before; from the first, the way home."""
        return self.asks("back") if self.at.question else self.backwards()


class Asking(_Asked, RatingScreen):
    """One question on a scale, with the person's own words where it is about them."""

    def __init__(self) -> None:
        RatingScreen.__init__(self, "home.asking", (), "before")
        self._asks: HomeAsked | None = None

    def enter(self, view: PatientView) -> None:
        """Come up with the question that is open."""
        what = cast(Scaled, self.question.kind)
        self.scales = {what: Scale(what)}
        RatingScreen.enter(self, view)

    def title(self, view: PatientView) -> str:
        """Return the question."""
        return view.tr(f"home.asking-{self.question.kind}")

    def value(self, what: Scaled, view: PatientView) -> int | None:
        """Return what is answered; `None` for nothing."""
        return self.question.value

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return the question, the answer, and where the knob is on its way."""
        return (self.question, *RatingScreen.looks(self, view))

    def foot(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done in the foot."""
        return _Asked.foot(self, view)

    def act(self, option: Option, view: PatientView) -> Rated | None:
        """Go a step down or up, or to another question."""
        asked = RatingScreen.act(self, option, view)
        if isinstance(asked, Rated):
            return asked
        self._asks = self.asks(option.id)
        return None

    def noted(self, said: Rated | Wrote) -> HomeAsked | None:
        """Return all with the answer in it; the question stays open."""
        if isinstance(said, Wrote):
            return None
        return Answered(answering(self.filled, self.question, said.value), self.at.question)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the person's own words over the slider, and under it whose scale it is."""
        question = self.question
        source = PSFS_SOURCE if question.kind == "ability" else ""
        room = write_under(surface, body, place, source)
        if question.words:
            own = [Passage(question.words, place.title_px, place.palette.ink, "Medium")]
            height = min(height_of(own, room.width), round(_OWN_SHARE * room.height))
            draw_flow(surface, pygame.Rect(room.topleft, (room.width, height)), own)
            top = room.top + height + round(2 * place.unit)
            room = pygame.Rect(room.left, top, room.width, room.bottom - top)
        RatingScreen.draw_body(self, surface, room, place, view, choices)


class Naming(_Asked, Words):
    """A box in which an activity that is hard is named; nothing in it goes on as well."""

    def __init__(self) -> None:
        Words.__init__(self)
        self._asks: HomeAsked | None = None

    def title(self, view: PatientView) -> str:
        """Return what is asked."""
        more = bool(self.filled.activities)
        return view.tr("home.asking-naming-more" if more else "home.asking-naming")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done in the foot."""
        return _Asked.foot(self, view)

    def hint(self, view: PatientView) -> str:
        """Return what may be written, as an example."""
        return view.tr("home.asking-hint")

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return what is written, and where the caret is."""
        return Words.looks(self, view)

    def noted(self, said: Rated | Wrote) -> HomeAsked | None:
        """Stay: it is taken when one goes on."""
        return None

    def goes_on(self) -> HomeAsked:
        """Return the new activity's own question; the next where nothing was named."""
        named = naming(self.filled, self._editing.text)
        if named == self.filled:
            return _Asked.goes_on(self)
        return Answered(named, len(self.filled.activities))

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the box, and under it whose questions these are."""
        room = write_under(surface, body, place, PSFS_SOURCE)
        Words.draw_body(self, surface, room, place, view, choices)
