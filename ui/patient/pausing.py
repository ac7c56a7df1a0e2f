"""A pause for whoever does everything with one key: all that can be done stands along the foot."""

import pygame

from feedback.intent import Intent
from ui.layout import Layout
from ui.patient.flow import Passage, draw_flow
from ui.patient.frame import large_px
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.view import Choices


class Pausing(PatientScreen):
    """What the keys of the practice do, as options to be lit one after another."""

    two_rows = True

    def title(self, view: PatientView) -> str:
        """Return the title."""
        return view.tr("rest.title")

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done; the first goes on, where there is anything to go on with."""
        tr = view.tr
        if view.moment.step is None:
            return usual_options(view, pain=True)
        return (
            Option("on", tr("on.next"), Intent.PAUSE),
            Option("too-much", tr("keys.too-much"), Intent.TOO_MUCH, "T", again=True),
            Option("variant", tr("keys.variant"), Intent.VARIANT, "V"),
            Option("next", tr("keys.movement"), Intent.NEXT, "→"),
            Option("pain", tr("on.pain"), Intent.PAIN, "P"),
            Option("stop", tr("on.stop"), Intent.STOP, "S"),
            Option("leave", tr("on.leave"), Intent.LEAVE, tr("keys.name.escape")),
        )

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Say that there is time, or why the camera shows nothing."""
        size = min(place.title_px, large_px(place))
        words = Passage(view.tr(view.notice or "pausing.words"), size, place.palette.soft)
        draw_flow(surface, body, [words])
