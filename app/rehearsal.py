"""A practice without a window: every frame of a source, judged and drawn onto plain surfaces."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from app.ahead import ahead, frames_of
from app.detection import Seen, picture_of
from app.outlook import outlook_of
from app.pipeline import Eyes, Onlooker
from app.stage import Shown, Stage
from exercises.exercise import Exercise
from feedback.arc import Arc
from feedback.moment import Moment
from feedback.said import Asked
from feedback.step import Step
from ui.inputs import Input
from ui.view import Choices, Picture
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.observation import Observation
from vision.sight import Sight
from vision.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """One frame of a rehearsal.

    Attributes
    ----------
    drawn
        (H, W, 3) uint8 RGB: the screen.
    seen
        What was seen.
    sight
        What is known of the person.
    moment
        Where the practice is.
    """

    drawn: NDArray[np.uint8]
    seen: Seen
    sight: Sight
    moment: Moment

    @property
    def t(self) -> float:
        """Seconds of the frame."""
        return self.seen.observation.frame.time_s

    @property
    def step(self) -> Step | None:
        """Where the movements are; `None` before they were begun."""
        return self.moment.step

    @property
    def picture_px(self) -> tuple[int, int]:
        """Width and height of the picture in which it was seen."""
        height, width = self.seen.observation.frame.image.shape[:2]
        return width, height


def nothing(moment: Moment, t: float) -> Input | None:
    """Do nothing at the window, as somebody who only practises."""
    return None


class Rehearsal:
    """Practises from `source` at the times of its frames, as fast as they are seen.

    From a camera no picture is drawn, only the figure of the person on plain ground.

    Parameters
    ----------
    begin
        Makes the practice, given the second of the first frame.
    changed
        Called with each movement that is gone on to.
    does
        What the person does at the window, given the last moment and the second.
    language
        Of the words.

    Attributes
    ----------
    arc
        The practice; `None` before the first frame.
    """

    def __init__(
        self,
        source: Source,
        begin: Callable[[float], Arc],
        choices: Choices,
        size: tuple[int, int],
        *,
        changed: Callable[[Exercise], None] = lambda exercise: None,
        does: Callable[[Moment, float], Input | None] = nothing,
        language: str = "en",
    ) -> None:
        pygame.font.init()
        self.arc: Arc | None = None
        self._source = source
        self._begin, self._changed, self._does = begin, changed, does
        self.choices = choices
        self._surface = pygame.Surface(size)
        self._stage = Stage(size, choices, language)

    def moments(self, landmarker: Landmarker, seconds: float | None) -> Iterator[Drawn]:
        """Yield every frame until the source or the practice ends, or `seconds` are over.

        Raises
        ------
        SourceError
            What the source raised.
        """
        with (
            closing(ahead(frames_of(self._source))) as frames,
            closing(ahead(map(Onlooker(landmarker).observe, frames))) as observations,
        ):
            yield from self._rehearsed(observations, seconds)

    def _rehearsed(
        self, observations: Iterator[Observation], seconds: float | None
    ) -> Iterator[Drawn]:
        eyes, began_s = Eyes(), None
        moment: Moment | None = None
        for observation in observations:
            frame = observation.frame
            t = frame.time_s
            if self.arc is None or began_s is None:
                began_s, self.arc = t, self._begin(t)
            if seconds is not None and t - began_s >= seconds:
                return
            before = self.arc.exercise
            sight = eyes.see(observation, before)
            asked = None if moment is None else self._asked(moment, t)
            moment = self.arc.step(asked, sight, t, outlook_of(frame))
            if self.arc.exercise.id != before.id:
                self._changed(self.arc.exercise)
            seen = Seen(observation, self._picture(frame), joined=False, found_s=t)
            yield Drawn(self._drawn(moment, seen, sight, t), seen, sight, moment)
            if moment.kind == "finished":
                return

    def _asked(self, moment: Moment, t: float) -> Asked | None:
        """Return what the person asks for at the screen they see."""
        done = self._does(moment, t)
        asked = None if done is None else self._stage.take(done, self.choices, t)
        if isinstance(asked, Choices):
            self.choices = asked
            return None
        return asked

    def _picture(self, frame: Frame) -> Picture | None:
        if self._source.kind == "camera" or frame.recorded is not None:
            return None
        return picture_of(frame.image, self._stage.picture_size)

    def _drawn(self, moment: Moment, seen: Seen, sight: Sight, t: float) -> NDArray[np.uint8]:
        arc = self.arc
        record = None if arc is None or moment.kind != "summary" else arc.record(t)
        titles = {} if arc is None else arc.titles()
        kind = self._source.kind
        shown = Shown(moment, seen, kind, None, t, sight, record=record, titles=titles)
        self._stage.draw(self._surface, shown, self.choices)
        pixels = np.frombuffer(pygame.image.tobytes(self._surface, "RGB"), np.uint8)
        return pixels.reshape(self._surface.get_height(), self._surface.get_width(), 3)
