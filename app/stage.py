"""Which screen shows a moment of the practice, what it is given to draw, and what it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

import pygame

from app.detection import Seen
from feedback.intent import Intent
from feedback.moment import Moment
from feedback.record import PracticeRecord
from feedback.said import Asked
from feedback.step import Step
from feedback.summing import summed
from ui import protecting
from ui.fade import Fade
from ui.inputs import Input, Press
from ui.keys import on_key
from ui.layout import Layout, layout
from ui.line import said_by
from ui.patient.scanning import Scan, scanned
from ui.patient.screen import PatientScreen, PatientView
from ui.patient.screens import SCREENS
from ui.patient.seeing import SeeingScreen
from ui.screens import closing, notice
from ui.screens.closing import Closing
from ui.screens.practice import PracticeScreen
from ui.view import Choices, PracticeView
from vision.sight import Sight

# What is said of the source that leaves nothing to practise with for now.
CALM_NOTICES = frozenset(
    {"notice.opening", "notice.camera-lost", "notice.dark", "notice.frozen", "notice.silent"}
)
# Of these the ones while which nothing new is seen.
STILL_NOTICES = frozenset({"notice.camera-lost", "notice.frozen", "notice.silent"})
LABELS = {"figure": "label.drawn-figure", "video": "label.recording", "images": "label.recording"}
# Steps of the movements that have a screen of their own.
OWN_STEPS = frozenset({"comparing", "resting"})
# The one key of whoever does everything with one.
SWITCHES = frozenset({pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER})


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What there is to show at one moment.

    Attributes
    ----------
    moment
        Where the practice is; `None` before it has begun.
    seen
        The newest thing seen; `None` before the first.
    source_kind
        As `Source.kind`; `None` before the source is open.
    notice
        Id of what is said of the source, or `None`.
    t
        Seconds on the clock of the practice.
    sight
        What was known of the person in the newest thing seen, its pose mended; without it the
        pose is drawn as it was found.
    answer
        Id of what is said to the person who just asked for something, or `None`.
    caption
        Id of the caption of the sound that is heard now, or `None`.
    record, titles
        What remains of the movements, and their titles by id, where it is told what it was.
    """

    moment: Moment | None
    seen: Seen | None
    source_kind: str | None
    notice: str | None
    t: float
    sight: Sight | None = None
    answer: str | None = None
    caption: str | None = None
    record: PracticeRecord | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def step(self) -> Step | None:
        """Where the movements are."""
        return None if self.moment is None else self.moment.step


class Stage:
    """Draws what is shown, on any surface of its size, and takes what is asked at it."""

    def __init__(
        self, size: tuple[int, int], choices: Choices, language: str, clinic_number: str = ""
    ) -> None:
        self._size, self._choices = size, choices
        self._language, self._clinic_number = language, clinic_number
        self._screen = PracticeScreen(size, choices, language)
        self._patient: dict[str, PatientScreen] = {}
        self._now: tuple[str, PatientScreen, PatientView] | None = None
        self._scan = Scan(-inf)
        self._fade = Fade()
        self._titles: dict[str, str] = {}

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height in pixels at which the picture of the person is wanted."""
        if self._now is not None:
            _, screen, view = self._now
            if isinstance(screen, SeeingScreen):
                return screen.picture_box(self._place, view)
        return self._screen.picture_box()

    @property
    def _place(self) -> Layout:
        return layout(self._size, self._choices.text_scale, self._choices.theme)

    def resize(self, size: tuple[int, int]) -> None:
        """Take a surface of `size` from now on."""
        self._size = size
        self._screen.resize(size)

    def take(self, event: Input, choices: Choices, t: float) -> Asked | Choices | None:
        """Return what is asked of the practice, other choices, or nothing."""
        switched = choices.scanning and isinstance(event, Press) and event.key in SWITCHES
        if self._now is None:
            if switched:
                return Intent.PAUSE  # where all else is offered, whichever key is the one
            return on_key(event.key, choices) if isinstance(event, Press) else None
        _, screen, view = self._now
        if switched:
            return self._switch(screen, view, t)
        asked = screen.take(event, view)
        if asked is not None or screen.takes_text or not isinstance(event, Press):
            return asked
        other = on_key(event.key, choices)
        return other if isinstance(other, Choices) else None

    def draw(self, surface: pygame.Surface, shown: Shown, choices: Choices) -> None:
        """Draw the screen for one moment."""
        self._choices = choices
        kind = self._kind(shown, choices)
        self._fade.between(surface, kind, shown.t)
        if kind == "notice":
            self._now = None
            said = shown.notice or "notice.opening"
            notice.draw(surface, said, choices, shown.t, self._language)
        elif kind == "practice":
            self._now = None
            self._draw_practice(surface, shown, choices)
        else:
            self._draw_patient(surface, kind, shown, choices)
        self._fade.over(surface, shown.t)

    def draw_closing(
        self, surface: pygame.Surface, record: PracticeRecord, choices: Choices
    ) -> None:
        """Draw the quiet ending of movements that are done by themselves."""
        done = [movement for movement in record.movements if movement.active_s >= 1.0]
        titles = dict.fromkeys(
            self._titles[movement.exercise_id]
            for movement in done
            if movement.exercise_id in self._titles
        )
        moved_s = sum(movement.active_s for movement in done)
        closing.draw(surface, Closing(moved_s, tuple(titles)), choices, self._language)

    def _kind(self, shown: Shown, choices: Choices) -> str:
        """Return which screen is shown: ``notice``, ``practice``, or the kind of a patient's."""
        moment = shown.moment
        if moment is None:
            return "notice"
        kind: str = moment.kind
        if kind == "movement":
            return self._kind_of_movement(shown, choices)
        return kind if kind in SCREENS else "practice"

    @staticmethod
    def _kind_of_movement(shown: Shown, choices: Choices) -> str:
        step = shown.step
        if step is not None and step.kind in OWN_STEPS:
            return step.kind
        waits = step is None or (shown.seen is None and step.exercise.seen)
        paused = step is not None and step.kind == "paused" and not step.gone
        if choices.scanning and (waits or paused):
            return "pausing"
        return "notice" if waits else "practice"

    def _draw_practice(self, surface: pygame.Surface, shown: Shown, choices: Choices) -> None:
        if shown.step is None:
            return
        self._titles[shown.step.exercise.id] = shown.step.exercise.title
        self._screen.draw(surface, view_of(shown.step, shown.seen, shown), choices)

    def _draw_patient(
        self, surface: pygame.Surface, kind: str, shown: Shown, choices: Choices
    ) -> None:
        screen = self._patient.get(kind)
        if screen is None:
            screen = self._patient[kind] = SCREENS[kind]()
        came_up = self._now is None or self._now[0] != kind
        if came_up:
            self._scan = Scan(shown.t)
        view = self._patient_view(shown)
        if came_up:
            screen.enter(view)
        if choices.scanning:
            options = len(screen.options(view))
            view = self._patient_view(shown, scanned(self._scan, shown.t, options).lit)
        self._now = (kind, screen, view)
        screen.draw(surface, self._place, view, choices)
        cue = None if shown.step is None else shown.step.feedback.cue
        if cue is not None and cue.protective:
            protecting.draw(surface, self._place, said_by(cue, self._language))

    def _switch(self, screen: PatientScreen, view: PatientView, t: float) -> Asked | None:
        """Take what scanning has lit."""
        options = screen.options(view)
        lit = self._scan.lit(t, len(options))
        stays = lit is not None and options[lit].again
        found = scanned(self._scan, t, len(options), pressed=True, stays=stays)
        self._scan = found.scan
        return None if found.lit is None else screen.take_option(found.lit, view)

    def _patient_view(self, shown: Shown, lit: int | None = None) -> PatientView:
        moment, seen = shown.moment, shown.seen
        assert moment is not None
        closes = moment.kind == "summary"
        notice = _of_source(shown)
        there = seen if notice is None else None  # what was seen last is not there now
        return PatientView(
            moment=moment,
            language=self._language,
            t=shown.t,
            notice=notice,
            picture=None if there is None else there.picture,
            pose=None if there is None or shown.sight is None else shown.sight.pose,
            frame_size=_frame_size(seen),
            clinic_number=self._clinic_number,
            label=LABELS.get(shown.source_kind or ""),
            caption=shown.caption,
            scanned=lit,
            summed=summed(shown.record, moment.said, shown.titles) if closes else None,
        )


def _of_source(shown: Shown) -> str | None:
    """Return the id of why the camera shows nothing now; `None` where it does."""
    if shown.notice in CALM_NOTICES:
        return shown.notice
    return "notice.opening" if shown.seen is None else None


def _frame_size(seen: Seen | None) -> tuple[int, int]:
    if seen is None:
        return 1280, 720
    height, width = seen.observation.frame.image.shape[:2]
    return width, height


def view_of(step: Step, seen: Seen | None, shown: Shown) -> PracticeView:
    """Return what the practice screen is given.

    A movement that the camera does not measure goes on, whatever there is to say of the camera.
    """
    of_source = shown.notice if step.exercise.seen else None
    said = of_source or _quiet_notice(step, seen, shown.answer)
    found = shown.sight.pose if shown.sight is not None else None
    if found is None and seen is not None:
        found = seen.observation.poses[0]
    return PracticeView(
        exercise=step.exercise,
        feedback=step.feedback,
        pose=found if step.feedback.seen else None,
        frame_size=_frame_size(seen),
        picture=None if seen is None else seen.picture,
        remaining_s=step.remaining_s,
        planned=step.planned,
        notice=said,
        calm=said in CALM_NOTICES,
        label=LABELS.get(shown.source_kind or ""),
        t=shown.t,
        kind=step.kind,
        gone=step.gone,
        welcomed=step.welcomed,
        caption=shown.caption,
    )


def _quiet_notice(step: Step, seen: Seen | None, answer: str | None) -> str | None:
    """Return what is said of the practice itself; nothing that would hide the protective cue."""
    cue = step.feedback.cue
    if cue is not None and cue.protective:
        return None
    if answer is not None:
        return answer
    if step.feedback.cannot_see and step.kind == "moving":
        return "cue.cannot-see"
    joined = seen is not None and seen.joined
    return "notice.two-people" if joined and step.exercise.seen else None
