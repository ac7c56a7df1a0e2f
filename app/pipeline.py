"""The one line from a frame to feedback; live practice and file analysis both call it."""

from collections.abc import Sequence

from exercises.exercise import Exercise
from vision import zones
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.observation import Observation
from vision.seeing import Seeing
from vision.sight import Sight
from vision.zones import Zone


def zones_for(frame: Frame) -> tuple[Zone, ...]:
    """Return the zones in which to look for one person in frames of this size."""
    height, width = frame.image.shape[:2]
    return (zones.one_person(width, height),)


def observe(frame: Frame, landmarkers: Sequence[Landmarker]) -> Observation:
    """Return `frame` with its poses: recorded ones as they are, else found by the pose model."""
    if frame.recorded is not None:
        return Observation(frame, frame.recorded)
    found = zip(landmarkers, zones_for(frame), strict=True)
    return Observation(frame, tuple(landmarker.detect(frame, zone) for landmarker, zone in found))


class Eyes:
    """Turns observations of one person into sights for the movement they are doing.

    What is learnt of a person (which landmarks are seen, the neutral posture) starts anew with
    every movement, because the posture and the view may change with it.
    """

    def __init__(self) -> None:
        self._exercise: Exercise | None = None
        self._seeing: Seeing | None = None

    def see(self, observation: Observation, exercise: Exercise) -> Sight:
        """Return what is known of the person in zone 0 for `exercise`."""
        if self._seeing is None or exercise is not self._exercise:
            needed = tuple(target.measure for target in exercise.targets)
            self._seeing, self._exercise = Seeing(exercise.view, needed), exercise
        frame = observation.frame
        height, width = frame.image.shape[:2]
        return self._seeing.step(observation.poses[0], frame.time_s, (width, height))
