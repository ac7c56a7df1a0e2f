"""What every screen of a patient is: what can be done there, and how keys and mouse do it."""

from dataclasses import dataclass
from typing import Literal

import pygame

from feedback.intent import Intent
from feedback.moment import Moment
from feedback.said import Asked
from feedback.summing import Summed
from ui.easing import Glides
from ui.inputs import Click, Drag, Drop, Input, Press
from ui.layout import Layout
from ui.patient import frame
from ui.patient.keys import ASKED, Key, digit, meaning
from ui.view import Choices, Picture
from vision.pose import Pose
from words.tr import tr


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be done at a screen.

    Attributes
    ----------
    id
        Its name on this screen.
    label
        What it says, in the person's language.
    asked
        What it asks for; `None` where it acts on the screen itself (`PatientScreen.act`).
    key
        What is printed on the key that does the same; shown where there is room.
    at
        ``foot``: a pill along the foot. ``body``: drawn and placed by the screen, which has the
        keys go to it. ``control``: as that, but a part of a control, whose own keys do the same.
    again
        Whether it is likely wanted several times, so that scanning stays on it.
    """

    id: str
    label: str
    asked: Asked | None = None
    key: str = ""
    at: Literal["foot", "body", "control"] = "foot"
    again: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PatientView:
    """Everything a patient's screen shows at one moment.

    Attributes
    ----------
    moment
        Where the practice is.
    language
        The language of the words.
    t
        Monotonic seconds now; everything that eases, eases along it.
    picture, pose, frame_size
        What the camera sees, the landmarks in it, and the frame's width and height in pixels.
    notice
        Id of why the camera shows nothing now; `None` where it does.
    clinic_number
        The clinic's own telephone number; empty where none is set.
    label
        Id of a quiet label on the picture (``label.drawn-figure``).
    caption
        Id of the caption of the sound that is heard now.
    scanned
        Which of the options scanning has lit; `None` where nothing scans.
    summed
        What is said of the practice at its end; `None` before.
    """

    moment: Moment
    language: str = "en"
    t: float = 0.0
    picture: Picture | None = None
    pose: Pose | None = None
    frame_size: tuple[int, int] = (1280, 720)
    notice: str | None = None
    clinic_number: str = ""
    label: str | None = None
    caption: str | None = None
    scanned: int | None = None
    summed: Summed | None = None

    def tr(self, id: str, **values: object) -> str:
        """Return what `id` says in the person's language."""
        return tr(id, self.language, **values)


class PatientScreen:
    """The base of every patient's screen; one object for each kind, made once.

    It keeps only what eases and where the keys go; all that was answered stands in the view. A
    screen says its `title` and `options`, draws its body in `draw_body`, and, where it has controls
    of its own, names them in `controls` and answers `turn`, `digit`, `take_back` and `point`.
    """

    timed = False
    """Whether time runs on it, so that Space pauses."""
    takes_text = False
    """Whether letters are written here, and ask for nothing else."""
    two_rows = False
    """Whether its foot stands on two rows rather than in smaller type, or without its keys."""
    on_is_strong = True
    """Whether going on is what the screen is for, and a little brighter."""

    def __init__(self) -> None:
        self.glides = Glides()
        self.focus: str | None = None
        self.boxes: dict[str, pygame.Rect] = {}
        """Where everything that can be pressed was drawn last, by id."""
        self._looked: tuple[object, ...] | None = None
        self._kept: pygame.Surface | None = None

    # --- what a screen says

    def title(self, view: PatientView) -> str:
        """Return the text of the title; empty for none."""
        return ""

    def options(self, view: PatientView) -> tuple[Option, ...]:
        """Return everything that can be done here; the first goes on."""
        return usual_options(view)

    def controls(self, view: PatientView) -> tuple[str, ...]:
        """Return the ids of the body's controls (as sliders), which the keys go to first."""
        return ()

    def first_focus(self, view: PatientView) -> str | None:
        """Return what has the keys when it comes up; without more, the first that can."""
        return next(iter(self._stops(view)), None)

    def draw_body(
        self,
        surface: pygame.Surface,
        body: pygame.Rect,
        place: Layout,
        view: PatientView,
        choices: Choices,
    ) -> None:
        """Draw what is between the title and the foot; `boxes` gets what can be pressed in it."""

    def looks(self, view: PatientView) -> tuple[object, ...] | None:
        """Return all that its body's picture depends on, so that a still one is painted once.

        `None` where it moves all the time.
        """
        return None

    # --- what a screen answers

    def act(self, option: Option, view: PatientView) -> Asked | None:
        """Do what an option does that asks for nothing by itself."""
        return option.asked

    def turn(self, focus: str, by: int, view: PatientView) -> Asked | None:
        """Answer ← (−1) and → (+1) on a control or on an option of the body.

        Without more, the keys go to the option beside it.
        """
        body = [option.id for option in self.options(view) if option.at == "body"]
        if focus in body:
            self.focus = body[(body.index(focus) + by) % len(body)]
        return None

    def digit(self, number: int, view: PatientView) -> Asked | None:
        """Answer a key with a number on it."""
        return None

    def take_back(self, view: PatientView) -> Asked | None:
        """Answer Delete."""
        return None

    def point(self, event: Click | Drag | Drop, view: PatientView) -> Asked | None:
        """Answer the mouse where it is on no option."""
        return None

    # --- the life of a screen

    def enter(self, view: PatientView) -> None:
        """Come up anew."""
        self.glides.forget()
        self.boxes = {}
        self._looked = self._kept = None
        self.focus = self.first_focus(view)

    def draw(
        self, surface: pygame.Surface, place: Layout, view: PatientView, choices: Choices
    ) -> None:
        """Draw the whole of it, on a surface of ``place.size``."""
        looks = self.looks(view)
        now = None if looks is None else (place, choices, *self._around(view), *looks)
        still = now is not None and now == self._looked
        if still and self._kept is not None:
            surface.blit(self._kept, (0, 0))
            return
        self._looked = now
        self._draw(surface, place, view, choices)
        # What stood for two frames is likely to stand for more.
        self._kept = surface.copy() if still else None

    def _around(self, view: PatientView) -> tuple[object, ...]:
        """Return what the picture of every screen depends on."""
        return self.focus, view.scanned, view.language, view.caption, view.moment.first

    def _draw(
        self, surface: pygame.Surface, place: Layout, view: PatientView, choices: Choices
    ) -> None:
        title, where = self.title(view), self.where(place, view)
        self.boxes = {pill.id: pill.box for pill in where.pills}
        frame.draw_ground(surface, place)
        frame.draw_title(surface, place, where, title)
        self.draw_body(surface, where.body, place, view, choices)
        lit = self.lit(view)
        focus, strong = self.ringed(view), self.on_is_strong
        frame.draw_pills(surface, place, where, focus=focus, lit=lit, strong=strong)
        if view.caption is not None:
            frame.draw_caption(surface, place, view.tr(view.caption))

    def where(self, place: Layout, view: PatientView) -> frame.Frame:
        """Return where the screen has its parts."""
        foot = [each for each in self.options(view) if each.at == "foot"]
        named = tuple((each.id, each.label, each.key) for each in foot)
        return frame.framed(place, self.title(view), named, two_rows=self.two_rows)

    def lit(self, view: PatientView) -> str | None:
        """Return the id of the option that scanning has lit."""
        options = self.options(view)
        if view.scanned is None or not 0 <= view.scanned < len(options):
            return None
        return options[view.scanned].id

    def ringed(self, view: PatientView) -> str | None:
        """Return what has the keys, where that is shown: not while scanning lights another."""
        return self.focus if view.scanned is None else None

    def take(self, event: Input, view: PatientView) -> Asked | None:
        """Take in what happened; return what it asks of the practice."""
        if self.focus not in self._stops(view):
            self.focus = self.first_focus(view)
        if isinstance(event, Press):
            return self._pressed(event, view)
        if isinstance(event, Click):
            for option in self.options(view):
                box = self.boxes.get(option.id)
                if box is not None and box.collidepoint(event.at):
                    if option.at != "control":
                        self.focus = option.id
                    return self.act(option, view)
        if isinstance(event, Click | Drag | Drop):
            return self.point(event, view)
        return None

    def take_option(self, index: int, view: PatientView) -> Asked | None:
        """Do what the option at `index` does, as when scanning took it."""
        options = self.options(view)
        return self.act(options[index], view) if 0 <= index < len(options) else None

    # --- keys

    def _pressed(self, press: Press, view: PatientView) -> Asked | None:
        number = digit(press)
        if number is not None:
            return self.digit(number, view)
        key = meaning(press)
        if key is None:
            return None
        if key in ASKED:
            return ASKED[key]
        if key is Key.SPACE and self.timed:
            return Intent.PAUSE
        if key in (Key.PRESS, Key.SPACE):
            return self._press(view)
        if key is Key.TAKE_BACK:
            return self.take_back(view)
        if key in (Key.LEFT, Key.RIGHT):
            return self._sideways(-1 if key is Key.LEFT else 1, view)
        by = -1 if key in (Key.TAB_BACK, Key.UP) else 1
        self._go(by, view, round_about=key in (Key.TAB, Key.TAB_BACK))
        return None

    def _press(self, view: PatientView) -> Asked | None:
        """Do what has the focus; from a control, go on."""
        for option in self.options(view):
            if option.id == self.focus:
                return self.act(option, view)
        return Intent.NEXT

    def _sideways(self, by: int, view: PatientView) -> Asked | None:
        body = {option.id for option in self.options(view) if option.at == "body"}
        if self.focus is not None and self.focus in {*self.controls(view), *body}:
            return self.turn(self.focus, by, view)
        return Intent.NEXT if by > 0 else None

    def _go(self, by: int, view: PatientView, *, round_about: bool) -> None:
        stops = self._stops(view)
        if self.focus not in stops:
            return
        at = stops.index(self.focus) + by
        if round_about or 0 <= at < len(stops):
            self.focus = stops[at % len(stops)]

    def _stops(self, view: PatientView) -> list[str]:
        """Return everything the keys go to, as it is read: the body, then the foot."""
        options = self.options(view)
        return [
            *self.controls(view),
            *(option.id for option in options if option.at == "body"),
            *(option.id for option in options if option.at == "foot"),
        ]


def usual_options(
    view: PatientView, on: str = "on.next", *, pain: bool = False, enter: bool = True
) -> tuple[Option, ...]:
    """Return what can be done on most screens: on, back, say pain, stop, leave.

    Parameters
    ----------
    on
        Id of what is written on the one that goes on.
    pain
        Whether the pain slider is offered; its key opens it in any case.
    enter
        Whether Enter goes on, and not something in the body.
    """
    tr = view.tr
    back = () if view.moment.first else (back_option(view),)
    hurts = (Option("pain", tr("on.pain"), Intent.PAIN, "P"),) if pain else ()
    return (
        Option("on", tr(on), Intent.NEXT, tr("keys.name.enter") if enter else ""),
        *back,
        *hurts,
        Option("stop", tr("on.stop"), Intent.STOP, "S"),
        Option("leave", tr("on.leave"), Intent.LEAVE, tr("keys.name.escape")),
    )


def back_option(view: PatientView) -> Option:
    """Return the way back by one."""
    return Option("back", view.tr("on.back"), Intent.PREVIOUS, view.tr("keys.name.backspace"))
