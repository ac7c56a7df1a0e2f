"""From poses to what is known of one person."""

import numpy as np

from vision import measures, neutral
from vision.continuity import Believed, follows
from vision.gate import inside, seen_landmarks
from vision.geometry import Floats
from vision.measures import SIDES, Measures, Side, Withheld
from vision.measuring import View, landmarks_needed, measure_all, seen_points
from vision.neutral import Learning, Neutral
from vision.pose import Pose
from vision.sight import Sight, nobody
from vision.skeleton import LANDMARK_COUNT, Landmark
from vision.zones import Zone

# Without a body for longer than this, the next one may be somebody else, whose neutral posture is
# not known (a default of ours, unvalidated).
FORGET_AFTER_S = 5.0


class Seeing:
    """Turns the poses of one person, in the order of time, into sights.

    It remembers which landmarks counted, the last frame believed, and the person's neutral.
    Nothing is smoothed: the pose model smooths a single person's landmarks itself.

    Parameters
    ----------
    view
        The declared view of the movement.
    needed
        Names of the measures that the movement is judged by; `Sight.quality` counts their
        landmarks, in a side view those of the side that is seen better, since the body hides the
        other. With none it is 1 while a body is followed.
    zone
        Where the person is looked for; landmarks outside it do not count. By default the whole
        picture.

    Raises
    ------
    ValueError
        Where a name in `needed` is not that of a measure.
    """

    def __init__(self, view: View, needed: tuple[str, ...], zone: Zone | None = None) -> None:
        self._view = view
        together: tuple[tuple[Side, ...], ...] = (
            (("left",), ("right",)) if view == "side" else (SIDES,)
        )
        self._needed = [list(landmarks_needed(needed, sides)) for sides in together]
        self._zone = zone or Zone(number=1, left=0.0, top=0.0, width=1.0, height=1.0)
        self._seen = np.zeros(LANDMARK_COUNT, dtype=np.bool_)
        self._believed: Believed | None = None
        self._learning = Learning()
        self._last_body_s = -np.inf

    @property
    def neutral(self) -> Neutral:
        """What is known of the person's neutral posture."""
        return self._learning.neutral

    def step(self, pose: Pose | None, time_s: float, frame_size: tuple[int, int]) -> Sight:
        """Return what is known after one more frame.

        Parameters
        ----------
        pose
            What was found in the frame, `None` where nobody was.
        time_s
            When its light was read.
        frame_size
            Width and height of the frame in pixels.
        """
        if pose is None:
            self._seen = np.zeros(LANDMARK_COUNT, dtype=np.bool_)
            return nobody(time_s)
        if not 0 <= time_s - self._last_body_s <= FORGET_AFTER_S:
            self._learning = Learning()
            self._believed = None
        self._last_body_s = time_s
        self._seen = seen_landmarks(pose.image[:, 3], self._seen)
        self._seen &= inside(pose.image, *self._zone.pixels(*frame_size))
        return Sight(
            time_s=time_s,
            present=True,
            pose=pose,
            measures=self._measured(pose, time_s),
            quality=max(self._share_seen(needed) for needed in self._needed),
        )

    def _share_seen(self, needed: list[Landmark]) -> float:
        return float(self._seen[needed].mean()) if needed else 1.0

    def _measured(self, pose: Pose, time_s: float) -> Measures:
        points = seen_points(pose.image, self._seen)
        if not follows(self._believed, points, time_s):
            return measures.unseen(Withheld.REJECTED)
        self._believed = Believed(points, time_s)
        self._learning = neutral.learn(self._learning, points, time_s)
        values: Floats = measure_all(pose.image, self._seen, self._view, self._learning.neutral)
        # Errors and reasons are worked out by the pieces still to be joined in here.
        found = measures.unseen()
        found.values[:] = found.course[:] = values
        found.withheld[np.isfinite(values)] = Withheld.GIVEN
        return found
