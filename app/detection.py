"""The vision thread: looks at the newest frame and publishes what it found."""

from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.clock import monotonic
from app.latest import Latest
from app.looking import POLL_S, Looking
from app.pipeline import Onlooker
from ui.theme import CALM
from ui.view import Picture
from vision.company import Company
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.models import ModelSize
from vision.observation import Observation
from vision.picture import prepare

# How often to look whether a second person is in the picture: one extra look in a hundred.
COMPANY_EVERY_S = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """An observation ready to be judged and drawn.

    Attributes
    ----------
    observation
        The frame and its poses.
    picture
        The part of the frame to show, at the size asked for; `None` before a size was asked for.
    joined
        Whether somebody else was in the picture when last looked, and not the time before: it is
        said once, and does not take the place of all that is said to the person.
    found_s
        Monotonic seconds when the poses were known.
    """

    observation: Observation
    picture: Picture | None
    joined: bool
    found_s: float


class Detection(Looking[Seen]):
    """Looks at one person, newest frames first.

    `picture_size` (width, height in pixels) may be set at any time; pictures are prepared at that
    size off the main thread.
    """

    def __init__(self, frames: Latest[Frame], size: ModelSize) -> None:
        super().__init__(frames)
        self.picture_size: tuple[int, int] | None = None
        self._size: ModelSize = size

    def _look_at_all(self) -> None:
        with ExitStack() as models:
            onlooker = Onlooker(models.enter_context(Landmarker(self._size)))
            self.ready.set()
            others: Company | None = None
            company, joined = False, False
            next_company_s = monotonic() + COMPANY_EVERY_S
            while self._goes_on:
                frame = self._frames.take(POLL_S)
                if frame is None:
                    continue
                observation = onlooker.observe(frame)
                found_s = monotonic()
                self.seen.put(Seen(observation, self._picture(observation), joined, found_s))
                if found_s >= next_company_s and frame.recorded is None:
                    # Made only now, so that the first pose does not wait for it.
                    others = others or models.enter_context(Company())
                    before, company = company, others.others(frame, observation.poses[0])
                    joined = company and not before
                    next_company_s = found_s + COMPANY_EVERY_S

    def _picture(self, observation: Observation) -> Picture | None:
        size = self.picture_size
        if size is None or observation.frame.recorded is not None:
            return None
        return picture_of(observation.frame.image, size)


def picture_of(image: NDArray[np.uint8], size: tuple[int, int]) -> Picture:
    """Return the whole height of `image` about its middle in the shape of `size`, to be shown."""
    crop = whole_height(image.shape[1], image.shape[0], size[0] / size[1])
    return Picture(prepare(image, crop, size, CALM.night), *crop)


def whole_height(width: int, height: int, aspect: float) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the whole height about the middle, of about that aspect.

    A wide frame loses its sides; of a tall one it reaches past them, so that neither head nor
    feet are ever cut off.
    """
    shown = max(1, round(height * aspect))
    left = (width - shown) // 2
    return left, 0, left + shown, height
