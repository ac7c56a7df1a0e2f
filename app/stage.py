"""Which screen shows a step of the practice, and what it is given to draw."""

from dataclasses import dataclass

import pygame

from app.detection import Seen
from feedback.practice import Step
from feedback.record import PracticeRecord
from ui.screens import closing, notice
from ui.screens.closing import Closing
from ui.screens.practice import PracticeScreen
from ui.view import Choices, PracticeView
from vision.sight import Sight

# What is said of the source that leaves nothing to practise with for now.
CALM_NOTICES = frozenset(
    {"notice.opening", "notice.camera-lost", "notice.dark", "notice.frozen", "notice.silent"}
)
LABELS = {"figure": "label.drawn-figure", "video": "label.recording", "images": "label.recording"}


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What there is to show at one moment.

    Attributes
    ----------
    step
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
    """

    step: Step | None
    seen: Seen | None
    source_kind: str | None
    notice: str | None
    t: float
    sight: Sight | None = None
    answer: str | None = None


class Stage:
    """Draws what is shown, on any surface of its size."""

    def __init__(self, size: tuple[int, int], choices: Choices, language: str) -> None:
        self._language = language
        self._screen = PracticeScreen(size, choices, language)
        self._titles: dict[str, str] = {}

    @property
    def picture_size(self) -> tuple[int, int]:
        """Width and height in pixels at which the picture of the person is wanted."""
        return self._screen.picture_box()

    def resize(self, size: tuple[int, int]) -> None:
        """Take a surface of `size` from now on."""
        self._screen.resize(size)

    def draw(self, surface: pygame.Surface, shown: Shown, choices: Choices) -> None:
        """Draw the screen for one moment."""
        if shown.step is None or shown.seen is None:
            said = shown.notice or "notice.opening"
            notice.draw(surface, said, choices, shown.t, self._language)
            return
        self._titles[shown.step.exercise.id] = shown.step.exercise.title
        self._screen.draw(surface, view_of(shown.step, shown.seen, shown), choices)

    def draw_closing(
        self, surface: pygame.Surface, record: PracticeRecord, choices: Choices
    ) -> None:
        """Draw the quiet ending of a practice."""
        done = [movement for movement in record.movements if movement.active_s >= 1.0]
        titles = dict.fromkeys(
            self._titles[movement.exercise_id]
            for movement in done
            if movement.exercise_id in self._titles
        )
        moved_s = sum(movement.active_s for movement in done)
        closing.draw(surface, Closing(moved_s, tuple(titles)), choices, self._language)


def view_of(step: Step, seen: Seen, shown: Shown) -> PracticeView:
    """Return what the practice screen is given.

    A movement that the camera does not measure goes on, whatever there is to say of the camera.
    """
    of_source = shown.notice if step.exercise.seen else None
    said = of_source or _quiet_notice(step, seen, shown.answer)
    image = seen.observation.frame.image
    found = shown.sight.pose if shown.sight is not None else None
    return PracticeView(
        exercise=step.exercise,
        feedback=step.feedback,
        pose=(found or seen.observation.poses[0]) if step.feedback.seen else None,
        frame_size=(image.shape[1], image.shape[0]),
        picture=seen.picture,
        remaining_s=step.remaining_s,
        planned=step.planned,
        notice=said,
        calm=said in CALM_NOTICES,
        label=LABELS.get(shown.source_kind or ""),
        t=shown.t,
    )


def _quiet_notice(step: Step, seen: Seen, answer: str | None) -> str | None:
    """Return what is said of the practice itself; nothing that would hide the protective cue."""
    cue = step.feedback.cue
    if cue is not None and cue.protective:
        return None
    if answer is not None:
        return answer
    if step.kind == "paused":
        return "notice.paused"
    if step.feedback.cannot_see:
        return "cue.cannot-see"
    return "notice.two-people" if seen.joined and step.exercise.seen else None
