"""A performance kept as landmarks alone, to be looked at again and again; no frame is kept."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Literal

from app.ahead import ahead, frames_of
from app.pipeline import Onlooker
from vision import zones
from vision.landmarker import Landmarker
from vision.models import ModelSize
from vision.pose import Pose
from vision.seeing import Seeing
from vision.sight import Sight
from vision.source import Source

View = Literal["front", "side"]

# Longer than this nobody performs one movement, and the landmarks of so much fit into memory.
LONGEST_S = 600.0


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """Who was seen in one frame."""

    time_s: float
    pose: Pose | None
    camera_moved: bool


@dataclass(frozen=True, slots=True, eq=False)
class Performance:
    """What the pose model saw, frame by frame.

    Attributes
    ----------
    moments
        In the order of time, which rises.
    size
        Width and height of the frames in pixels.
    cut_short
        Whether the source went on after `LONGEST_S`.
    """

    moments: tuple[Moment, ...]
    size: tuple[int, int]
    cut_short: bool = False
    _seen: dict[View, Sequence[Sight]] = field(default_factory=dict, repr=False)

    @property
    def seconds(self) -> float:
        """How long it lasted."""
        return self.moments[-1].time_s - self.moments[0].time_s if self.moments else 0.0

    def sights(self, view: View) -> Sequence[Sight]:
        """Return what is measured of it for `view`, one sight a frame.

        It is gone through to its end and back first, so that what has to be learnt of a person
        (their rest, the lengths of their limbs, the camera's level) is known from the first frame.
        """
        if view not in self._seen:
            self._seen[view] = self._looked_at(view)
        return self._seen[view]

    def _looked_at(self, view: View) -> Sequence[Sight]:
        seeing = Seeing(view, (), zones.one_person(*self.size))
        if not self.moments:
            return []
        start_s = self.moments[0].time_s
        for moment in self.moments:
            self._step(seeing, moment, moment.time_s - 2 * self.seconds)
        for moment in reversed(self.moments[1:-1]):
            self._step(seeing, moment, 2 * start_s - moment.time_s)
        return [self._step(seeing, moment, moment.time_s) for moment in self.moments]

    def _step(self, seeing: Seeing, moment: Moment, time_s: float) -> Sight:
        return seeing.step(moment.pose, time_s, self.size, camera_moved=moment.camera_moved)


def performance(
    source: Source,
    *,
    size: ModelSize = "full",
    seconds: float | None = None,
    progress: Callable[[int, float, bool], None] = lambda frames, time_s, seen: None,
) -> Performance:
    """Return what the pose model sees of a source, every frame of it.

    Parameters
    ----------
    seconds
        End after so long; at the end of the source where `None`, and after `LONGEST_S` at the
        latest.
    progress
        Called after every frame with the frames done, the seconds gone by, and whether a body was
        found in it.

    Raises
    ------
    SourceError, ModelError
        Where the source or the model cannot be used.
    """
    moments: list[Moment] = []
    most_s = min(LONGEST_S, LONGEST_S if seconds is None else seconds)
    cut_short = False
    with Landmarker(size) as landmarker, closing(_observed(source, landmarker)) as line:
        try:
            for moment in line:
                if moments and moment.time_s <= moments[-1].time_s:
                    continue  # a clock that stands still or runs back says nothing of pace
                if moments and moment.time_s - moments[0].time_s >= most_s:
                    cut_short = seconds is None
                    break
                moments.append(moment)
                progress(len(moments), moment.time_s - moments[0].time_s, moment.pose is not None)
        except KeyboardInterrupt:
            if not source.live:
                raise  # before a camera it is how the performance ends
    return Performance(tuple(moments), source.size, cut_short)


def _observed(source: Source, landmarker: Landmarker) -> Generator[Moment, None, None]:
    onlooker = Onlooker(landmarker)
    with closing(ahead(frames_of(source))) as frames:
        for frame in frames:
            seen = onlooker.observe(frame)
            yield Moment(frame.time_s, seen.poses[0], seen.camera_moved)
