"""A practice without a window: every frame of a source, judged and drawn onto plain surfaces."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from app.ahead import ahead, frames_of
from app.detection import Seen, picture_of
from app.pipeline import Eyes, Onlooker
from app.stage import Shown, Stage
from exercises.exercise import Exercise
from exercises.ranges import SafeRange
from feedback.practice import Practice, Step
from ui.view import Choices, Picture
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.observation import Observation
from vision.sight import Sight
from vision.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """One frame of a rehearsal.

    Attributes
    ----------
    drawn
        (H, W, 3) uint8 RGB: the screen.
    seen
        What was seen.
    sight
        What is known of the person.
    step
        Where the practice is.
    """

    drawn: NDArray[np.uint8]
    seen: Seen
    sight: Sight
    step: Step


class Rehearsal:
    """Practises `exercises` from `source` at the times of its frames, as fast as they are seen.

    From a camera no picture is drawn, only the figure of the person on plain ground.

    Parameters
    ----------
    ranges, rests_s
        The person's own ranges, and seconds of rest after each movement.
    changed
        Called with each movement that is gone on to.

    Attributes
    ----------
    practice
        The practice; `None` before the first frame.
    """

    def __init__(
        self,
        source: Source,
        exercises: Sequence[Exercise],
        choices: Choices,
        size: tuple[int, int],
        *,
        ranges: Sequence[SafeRange] = (),
        rests_s: Sequence[float] = (),
        changed: Callable[[Exercise], None] = lambda exercise: None,
    ) -> None:
        pygame.font.init()
        self.practice: Practice | None = None
        self._source = source
        self._exercises = exercises
        self._ranges, self._rests_s, self._changed = ranges, rests_s, changed
        self._choices = choices
        self._surface = pygame.Surface(size)
        self._stage = Stage(size, choices, "en")

    def moments(self, landmarker: Landmarker, seconds: float | None) -> Iterator[Moment]:
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
    ) -> Iterator[Moment]:
        eyes, exercise, index, began_s = Eyes(), self._exercises[0], 0, None
        for observation in observations:
            frame = observation.frame
            if self.practice is None or began_s is None:
                began_s = frame.time_s
                self.practice = Practice(
                    self._exercises, self._ranges, began_s, rests_s=self._rests_s
                )
            if seconds is not None and frame.time_s - began_s >= seconds:
                return
            sight = eyes.see(observation, exercise)
            step = self.practice.step(None, sight, frame.time_s)
            exercise = step.exercise
            if step.index != index:
                index = step.index
                self._changed(exercise)
            seen = Seen(observation, self._picture(frame), joined=False, found_s=frame.time_s)
            yield Moment(self._drawn(step, seen, sight), seen, sight, step)
            if step.kind == "finished":
                return

    def _picture(self, frame: Frame) -> Picture | None:
        if self._source.kind == "camera" or frame.recorded is not None:
            return None
        return picture_of(frame.image, self._stage.picture_size)

    def _drawn(self, step: Step, seen: Seen, sight: Sight) -> NDArray[np.uint8]:
        shown = Shown(step, seen, self._source.kind, None, step.feedback.time_s, sight)
        self._stage.draw(self._surface, shown, self._choices)
        pixels = np.frombuffer(pygame.image.tobytes(self._surface, "RGB"), np.uint8)
        return pixels.reshape(self._surface.get_height(), self._surface.get_width(), 3)
