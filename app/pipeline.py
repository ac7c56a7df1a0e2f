"""The one line from a frame to feedback; live practice and file analysis both call it."""

from exercises.exercise import Exercise
from vision import zones
from vision.frames import Frame
from vision.landmarker import Landmarker
from vision.observation import Observation
from vision.seeing import Seeing
from vision.sight import Sight
from vision.zones import Zone


def zone_of(frame: Frame) -> Zone:
    """Return the zone in which one person is looked for in frames of this size."""
    height, width = frame.image.shape[:2]
    return zones.one_person(width, height)


def observe(frame: Frame, landmarker: Landmarker) -> Observation:
    """Return `frame` with its pose: a recorded one as it is, else found by the pose model."""
    if frame.recorded is not None:
        return Observation(frame, frame.recorded)
    return Observation(frame, (landmarker.detect(frame, zone_of(frame)),))


class Eyes:
    """Turns observations of one person into sights for the movement they are doing.

    What is learnt of a person (which landmarks are seen, the neutral posture) starts anew with
    every movement, because the posture and the view may change with it.
    """

    def __init__(self) -> None:
        self._exercise: Exercise | None = None
        self._seeing: Seeing | None = None

    def see(self, observation: Observation, exercise: Exercise) -> Sight:
        """Return what is known of the person for `exercise`."""
        if self._seeing is None or exercise is not self._exercise:
            needed = tuple(target.measure for target in exercise.targets)
            zone = zone_of(observation.frame)
            self._seeing, self._exercise = Seeing(exercise.view, needed, zone), exercise
        frame = observation.frame
        height, width = frame.image.shape[:2]
        return self._seeing.step(observation.poses[0], frame.time_s, (width, height))
