"""Questions on scales: what the screens with sliders share."""

from typing import Literal

import pygame

from feedback.said import Asked, Rated, Scaled
from ui.inputs import Click, Drag, Drop
from ui.layout import Layout
from ui.patient.frame import ring_px
from ui.patient.scale import MOST, Scale, sized
from ui.patient.screen import Option, PatientScreen, PatientView, usual_options
from ui.view import Choices

# A 0 so soon after a 1 makes it 10 (a default of ours).
_TEN_WITHIN_S = 0.8
# No row is higher than this, in units, however much room there is.
_HIGHEST_ROW = 32


class RatingScreen(PatientScreen):
    """One or several sliders, one under another.

    Parameters
    ----------
    title
        Id of the title.
    scales
        What is asked, in order.
    when
        Whether the answers are those ``before`` or ``after`` moving.
    """

    def __init__(
        self, title: str, scales: tuple[Scaled, ...], when: Literal["before", "after"]
    ) -> None:
        super().__init__()
        self._title, self._when = title, when
        self.scales = {what: Scale(what) for what in scales}
        self._drawn: Scaled | None = None  # whose knob the mouse holds
        self._one: tuple[str | None, float] | None = None  # where a 1 was pressed, and when

    def value(self, what: Scaled, view: PatientView) -> int | None:
        """Return what was answered; `None` for nothing."""
        said = view.moment.said
        return dict(said.before if self._when == "before" else said.after).get(what)

    def title(self, view: PatientView) -> str:
        """Return the text of the title."""
        return view.tr(self._title)

    def looks(self, view: PatientView) -> tuple[object, ...]:
        """Return the answers, and where the knobs are on their way."""
        values = tuple(self.value(what, view) for what in self.scales)
        ways = (
            None if value is None else scale.knob_at(value, self.glides, view.t)
            for value, scale in zip(values, self.scales.values(), strict=True)
        )
        return (*values, *ways)

    def controls(self, view: PatientView) -> tuple[str, ...]:
        """Return the sliders."""
        return tuple(self.scales)

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done: on, less and more of each, and the rest of the foot."""
        on, *rest = self.foot(view)
        return (on, *(option for what in self.scales for option in self._ways(what, view)), *rest)

    def foot(self, view: PatientView) -> tuple[Option, ...]:
        """Return what can be done in the foot."""
        return usual_options(view)

    def _ways(self, what: Scaled, view: PatientView) -> tuple[Option, Option]:
        scale, name = self.scales[what], view.tr(f"scale.{what}")
        less, more = (view.tr(f"scale.{way}", what=name) for way in ("less", "more"))
        return (
            Option(scale.less_id, less, at="control", again=True),
            Option(scale.more_id, more, at="control", again=True),
        )

    def enter(self, view: PatientView) -> None:
        """Come up anew."""
        super().enter(view)
        self._drawn = self._one = None

    # --- answers

    def act(self, option: Option, view: PatientView) -> Asked | None:
        """Go a step down or up."""
        for what, scale in self.scales.items():
            if option.id in (scale.less_id, scale.more_id):
                self.focus = what
                return self._step(what, -1 if option.id == scale.less_id else 1, view)
        return option.asked

    def turn(self, focus: str, by: int, view: PatientView) -> Asked | None:
        """Go a step down or up on the slider that has the keys."""
        return next((self._step(what, by, view) for what in self.scales if what == focus), None)

    def digit(self, number: int, view: PatientView) -> Asked | None:
        """Set the slider that has the keys; where there is one only, that one."""
        what = self._keyed()
        if what is None:
            return None
        ten = self._one is not None and number == 0 and self._one[0] == what
        ten = ten and self._one is not None and 0 <= view.t - self._one[1] <= _TEN_WITHIN_S
        self._one = (what, view.t) if number == 1 else None
        return self._set(what, MOST if ten else number, view)

    def take_back(self, view: PatientView) -> Asked | None:
        """Take the answer back."""
        what = self._keyed()
        return None if what is None else self._set(what, None, view)

    def point(self, event: Click | Drag | Drop, view: PatientView) -> Asked | None:
        """Set a slider by the mouse."""
        if isinstance(event, Drop):
            self._drawn = None
            return None
        if isinstance(event, Drag):
            if self._drawn is None:
                return None
            return self._set(self._drawn, self.scales[self._drawn].along_track(event.at), view)
        self._drawn = None
        for what, scale in self.scales.items():
            if not scale.box.collidepoint(event.at):
                continue
            self.focus = what
            value = scale.on_track(event.at)
            if value is not None:
                self._drawn = what
                return self._set(what, value, view)
            return self._set(what, None, view) if scale.on_not_now(event.at) else None
        return None

    def _keyed(self) -> Scaled | None:
        """Return the slider that the keys set."""
        held = next((what for what in self.scales if what == self.focus), None)
        return next(iter(self.scales)) if held is None and len(self.scales) == 1 else held

    def _step(self, what: Scaled, by: int, view: PatientView) -> Asked | None:
        return self._set(what, self.scales[what].stepped(self.value(what, view), by), view)

    def _set(self, what: Scaled, value: int | None, view: PatientView) -> Asked | None:
        return None if value == self.value(what, view) else Rated(what, value)

    # --- the picture

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw the sliders."""
        lit, focus = self.lit(view), self.ringed(view)
        gap = max(round(2.0 * place.unit), ring_px(place) + 2)
        many = len(self.scales)
        height = min((body.height - (many - 1) * gap) // many, round(_HIGHEST_ROW * place.unit))
        # All of it stands a little above the middle, where it looks at rest.
        spare = body.height - many * height - (many - 1) * gap
        top = body.top + round(0.42 * spare)
        sizes = sized(tuple(self.scales), (body.width, height), place, view.language)
        for what, scale in self.scales.items():
            box = pygame.Rect(body.left, top, body.width, height)
            own = lit if lit in (scale.less_id, scale.more_id) else None
            value = self.value(what, view)
            scale.draw(
                surface, box, place, view, value, self.glides, sizes, focused=focus == what, lit=own
            )
            self.boxes.update(scale.boxes())
            top += height + gap
