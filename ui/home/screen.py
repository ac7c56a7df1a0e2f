"""What every screen of home is: a patient's screen whose options lead to somewhere else."""

import pygame

from feedback.intent import Intent
from feedback.said import Asked, Rated, Wrote
from ui.home.asked import Go, HomeAsked
from ui.home.at import HomeAt
from ui.inputs import Input
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow, height_of
from ui.patient.screen import Option, PatientScreen, PatientView


class HomeScreen(PatientScreen):
    """The base of home's screens; one object for each, made once.

    Focus, mouse, scanning and drawing are those of the patient's screens. What an option asks for
    is said by `asks`, which looks at `at`, and not by the option itself.

    Attributes
    ----------
    at
        What there is to show, set before anything is drawn or taken.
    said
        Id of what is said of what was just done; empty for nothing.
    """

    at: HomeAt
    said: str = ""

    def __init__(self) -> None:
        super().__init__()
        self._asks: HomeAsked | None = None

    # --- what a screen says

    def asks(self, id: str) -> HomeAsked | None:
        """Return what an option asks for; `None` where it acts on the screen itself."""
        return Go("today") if id == "back" else None

    def noted(self, said: Rated | Wrote) -> HomeAsked | None:
        """Return what is asked for by an answer on a scale, or by what was written."""
        return None

    def own_looks(self) -> tuple[object, ...]:
        """Return what the screen's picture depends on beside `at`."""
        return ()

    # --- how it is a patient's screen

    def looks(self, view: PatientView) -> tuple[object, ...] | None:
        """Return all that is shown."""
        return (self.at, self.said, *self.own_looks())

    def act(self, option: Option, view: PatientView) -> Asked | None:
        """Keep what the option asks for, until it is answered."""
        self._asks = self.asks(option.id)
        return None

    def answer(self, event: Input, view: PatientView) -> HomeAsked | None:
        """Take in what happened; return what it asks for."""
        return self._answered(self.take(event, view), view)

    def answer_option(self, index: int, view: PatientView) -> HomeAsked | None:
        """Do what the option at `index` does, as when scanning took it."""
        return self._answered(self.take_option(index, view), view)

    def _answered(self, asked: Asked | None, view: PatientView) -> HomeAsked | None:
        kept, self._asks = self._asks, None
        if kept is not None:
            return kept
        if isinstance(asked, Rated | Wrote):
            return self.noted(asked)
        options = self.options(view)
        if asked is Intent.NEXT:
            return self.asks(options[0].id) if options else None
        if asked is Intent.PREVIOUS:
            return self.previous()
        if asked is Intent.LEAVE:
            return self.backwards()
        return None

    def backwards(self) -> HomeAsked | None:
        """Return what Esc asks for."""
        return self.asks("back")

    def previous(self) -> HomeAsked | None:
        """Return what Backspace and Page Up ask for."""
        return self.backwards()


def write_under(
    surface: pygame.Surface, body: pygame.Rect, place: Layout, text: str
) -> pygame.Rect:
    """Write a line at the foot of the body, where there is one; return the room above it."""
    if not text:
        return body
    passages = [Passage(text, place.words_px, place.palette.soft)]
    height = min(height_of(passages, body.width), round(0.3 * body.height))
    line = pygame.Rect(body.left, body.bottom - height, body.width, height)
    draw_flow(surface, line, passages)
    return pygame.Rect(
        body.left, body.top, body.width, body.height - height - round(2 * place.unit)
    )


def back_home(view: PatientView) -> Option:
    """Return the option that goes back to today."""
    return Option("back", view.tr("home.back"), key=view.tr("keys.name.escape"))
