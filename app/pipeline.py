"""The one line from a frame to feedback; live practice and file analysis both call it."""

from exercises.exercise import Exercise
from vision import zones
from vision.camera_motion import CameraMotion
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


class Onlooker:
    """Looks at frames in order: who is in them, and whether the camera is being moved.

    Frames that count from the beginning again come from a source opened anew, whose camera may
    stand anywhere.
    """

    def __init__(self, landmarker: Landmarker) -> None:
        self._landmarker = landmarker
        self._motion = CameraMotion()
        self._last = 0

    def observe(self, frame: Frame) -> Observation:
        """Return `frame` with its pose: a recorded one as it is, else found by the pose model."""
        if frame.recorded is not None:
            return Observation(frame, frame.recorded)
        pose = self._landmarker.detect(frame, zone_of(frame))
        if frame.index < self._last:
            self._motion = CameraMotion()
        self._last = frame.index
        moved = self._motion.look(frame.image, pose, frame.time_s)
        return Observation(frame, (pose,), camera_moved=moved)


class Eyes:
    """Turns observations of one person into sights for the movement they are doing.

    The neutral posture is learnt anew with every movement, because the posture and the view may
    change with it; not where one movement becomes smaller. What is known of the camera stays, until
    its source is opened anew.
    """

    def __init__(self) -> None:
        self._exercise: Exercise | None = None
        self._seeing: Seeing | None = None
        self._zone: Zone | None = None
        self._last = 0
        self._followed = False

    def see(self, observation: Observation, exercise: Exercise) -> Sight:
        """Return what is known of the person for `exercise`."""
        frame = observation.frame
        seeing = self._seeing_of(frame, exercise)
        height, width = frame.image.shape[:2]
        sight = seeing.step(
            observation.poses[0],
            frame.time_s,
            (width, height),
            camera_moved=observation.camera_moved,
        )
        self._followed = sight.present and not sight.camera_moved
        return sight

    def say_upright(self) -> bool:
        """Take the person as they are now for upright; return whether there was one to take."""
        return self._followed and self._seeing is not None and self._seeing.say_upright()

    def _seeing_of(self, frame: Frame, exercise: Exercise) -> Seeing:
        """Return what has been learnt so far, turned to `exercise`."""
        needed = tuple(target.measure for target in exercise.targets)
        zone, anew = zone_of(frame), frame.index < self._last
        self._last = frame.index
        if self._seeing is None or anew or zone != self._zone:
            self._seeing = Seeing(exercise.view, needed, zone)
        elif self._exercise is None or exercise.id != self._exercise.id:
            self._seeing.take_up(exercise.view, needed)
        self._exercise, self._zone = exercise, zone
        return self._seeing
