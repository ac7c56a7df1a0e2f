"""From poses to what is known of one person."""

from dataclasses import replace
from math import cos, isnan, nan, radians

import numpy as np
from numpy.typing import NDArray

from vision import measures, neutral
from vision.expected_error import ExpectedError
from vision.following import Followed, Following
from vision.foreshortening import LOST_UNDER, SHORTEST, Foreshortening
from vision.geometry import Floats
from vision.measures import MEASURES, SIDES, Measures, Side, Withheld
from vision.measuring import (
    FIRST_WEIGHTS,
    SECOND_WEIGHTS,
    VALID,
    Taken,
    View,
    landmarks_needed,
    take,
)
from vision.neutral import Learning, Neutral
from vision.one_euro import OneEuro
from vision.pose import Pose
from vision.sight import Sight, nobody
from vision.upright import AGAINST_VERTICAL, is_upright
from vision.viewing import Viewing
from vision.viewpoint import SQUARE_DEG, Viewpoint
from vision.zones import Zone

# The body hides the limb beyond it, and what the model puts there is often the near one again. It
# has numbers only from so much short of square to the camera (on drawn bodies its knee was out by
# up to 51 degrees within 15 of square, and as good as the near one at 30).
FAR_LIMB_DEG = 20.0
# Numbers are given until the person is turned so much farther than square, so that at the edge
# they do not come and go (a default of ours, unvalidated).
TURN_MARGIN_DEG = 5.0
# A limb that points at the camera is short, and is seen calmly: of a drawn arm that is bent so
# nineteen elbows in twenty were expected to be out by 17 degrees at most. One that is short and may
# be farther out than this is mostly not that person's: the model took something else for it, of
# drawn neighbours nineteen times in twenty by 21 and more (a default of ours, unvalidated).
UNSURE = 20.0

# (M, 33) which landmarks each measure is taken from.
_NEEDS = (FIRST_WEIGHTS != 0) | (SECOND_WEIGHTS != 0)
# As plain numbers, which an array is compared with and filled by five times faster.
_GIVEN, _NOT_ASKED, _LEARNING, _FORESHORTENED, _TURNED, _UNSEEN, _REJECTED, _MOVED = map(
    int, Withheld
)
_OF_SIDE = {side: np.array([m.side == side for m in MEASURES]) for side in SIDES}


class Seeing:
    """Turns the poses of one person, in the order of time, into sights.

    It remembers which landmarks counted, what was believed last, the person's neutral and limbs,
    and how they stand to the camera. Where the model exchanged left and right, the pose of the
    sight is the mended one.

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
    expected_error
        What says how wrong each measure may be.

    Raises
    ------
    ValueError
        Where a name in `needed` is not that of a measure.
    """

    def __init__(
        self,
        view: View,
        needed: tuple[str, ...],
        zone: Zone | None = None,
        *,
        expected_error: ExpectedError | None = None,
    ) -> None:
        self._zone = zone or Zone(number=1, left=0.0, top=0.0, width=1.0, height=1.0)
        self._viewing = Viewing()
        self._limbs = Foreshortening()
        self._error = expected_error or ExpectedError()
        self._following = Following()
        self.take_up(view, needed)

    def take_up(self, view: View, needed: tuple[str, ...]) -> None:
        """Look at another movement: its posture may be another, so the neutral is learnt anew."""
        self._view: View = view
        together: tuple[tuple[Side, ...], ...] = (
            (("left",), ("right",)) if view == "side" else (SIDES,)
        )
        self._needed = [np.array(landmarks_needed(needed, sides), np.intp) for sides in together]
        self._learning = Learning()
        self._smoothing = OneEuro()
        self._square = False
        self._short = np.ones(len(MEASURES), np.bool_)

    @property
    def neutral(self) -> Neutral:
        """What is known of the person's neutral posture."""
        return self._learning.neutral

    def say_upright(self) -> bool:
        """Take the trunk as it is for upright; return whether there was one to take."""
        return self._viewing.say_upright()

    def step(
        self,
        pose: Pose | None,
        time_s: float,
        frame_size: tuple[int, int],
        *,
        camera_moved: bool = False,
    ) -> Sight:
        """Return what is known after one more frame.

        Parameters
        ----------
        pose
            What was found in the frame, `None` where nobody was.
        time_s
            When its light was read; from a frame older than the one before nothing is taken.
        frame_size
            Width and height of the frame in pixels.
        camera_moved
            Whether the camera is being moved: nothing is measured, and its view is found anew.
        """
        if pose is None:
            self._following.lost(time_s, camera_moved=camera_moved)
            if camera_moved:
                self._viewing.moved()
            return replace(nobody(time_s), camera_moved=camera_moved)
        within = self._zone.pixels(*frame_size)
        followed = self._following.step(pose, time_s, within, camera_moved=camera_moved)
        if followed.new:
            self._meet()
        if followed.doubt is Withheld.MOVED:
            self._viewing.moved()
        if followed.doubt is not Withheld.GIVEN:
            return self._sight(followed, time_s, measures.unseen(followed.doubt))
        return self._sight(followed, time_s, self._measured(followed, time_s))

    def _meet(self) -> None:
        """Forget what is known of the person seen before."""
        self._learning = Learning()
        self._limbs = Foreshortening()
        self._smoothing = OneEuro()

    def _sight(self, followed: Followed, time_s: float, found: Measures) -> Sight:
        return Sight(
            time_s=time_s,
            present=True,
            pose=followed.pose,
            measures=found,
            quality=max(_share_seen(followed.seen, needed) for needed in self._needed),
            viewpoint=self._viewing.viewpoint,
            camera_moved=followed.doubt is Withheld.MOVED,
        )

    def _measured(self, followed: Followed, time_s: float) -> Measures:
        pose, seen = followed.pose, followed.seen
        upright = is_upright(followed.points, self._viewing.viewpoint.roll_deg)
        viewpoint = self._learnt(followed, time_s, upright=upright)
        square = squared(followed.points, viewpoint.off_deg(self._view))
        shares = self._limbs.shares(square, viewpoint.body_px, time_s)
        points = square if self._view == "side" else followed.points
        taken = take(points, seen, self._learning.neutral, roll_deg=viewpoint.roll_deg)
        if not pose.smoothed:
            taken = replace(taken, values=self._smoothing.step(taken.values, time_s))
        error = self._error.step(taken, pose.image[:, 3], shares, viewpoint, time_s)
        withheld = self._withheld(taken, shares, viewpoint)
        if followed.slipped:
            withheld[_NEEDS[:, followed.slipped].any(axis=1)] = _REJECTED
        if not upright:
            withheld[AGAINST_VERTICAL | taken.by_vertical] = _REJECTED
        given = withheld == _GIVEN
        return Measures(
            values=np.where(given, taken.values, np.nan),
            error=np.where(given, error, np.nan),
            course=np.where(withheld == _REJECTED, np.nan, taken.values),
            withheld=withheld,
            by_vertical=taken.by_vertical,
            unsure=self._short & (error > UNSURE),
        )

    def _learnt(self, followed: Followed, time_s: float, *, upright: bool) -> Viewpoint:
        """Learn from a sight, and return how the person stands.

        Of one who does not stand or sit upright before the camera nothing is learnt, and how they
        are turned is not known.
        """
        if not upright:
            return replace(self._viewing.viewpoint, turn_deg=nan)
        self._learning = neutral.learn(self._learning, followed.points, time_s)
        return self._viewing.step(followed.pose, followed.seen, followed.points, time_s)

    def _withheld(self, taken: Taken, shares: Floats, viewpoint: Viewpoint) -> NDArray[np.int8]:
        """Return why each measure has no number, in the order of `Withheld`."""
        margin_deg = TURN_MARGIN_DEG if self._square else 0.0
        self._square = viewpoint.off_deg(self._view) <= SQUARE_DEG + margin_deg
        why = np.where(VALID[self._view], np.int8(_GIVEN), np.int8(_NOT_ASKED))
        why[np.isnan(taken.values)] = _LEARNING
        self._short = shares < np.where(self._short, SHORTEST, LOST_UNDER)
        why[self._short] = _FORESHORTENED
        if not self._square:
            why[VALID[self._view]] = _TURNED
        why[np.isnan(taken.first + taken.second)] = _UNSEEN
        if self._view == "side" and viewpoint.off_deg("side") < FAR_LIMB_DEG:
            why[_OF_SIDE["left" if viewpoint.near_side == "right" else "right"]] = _UNSEEN
        return why


def squared(points: Floats, off_deg: float) -> Floats:
    """Return landmarks (33, 2 or more) as if seen square, being turned `off_deg` from it.

    What is turned out of the plane of the picture is narrower in it by the cosine of the turn:
    the tangent of a limb's elevation is that in the picture over the cosine. Done no farther than
    numbers are given, and not at all where the turn is not known.

    On drawn bodies seen from the side and turned by 30 degrees this took the worst tenth of knees
    from 14 to 12 degrees and of raised arms from 10 to 8, and changed nothing at 15. From the
    front it made arms worse (7 to 8 degrees at 15): there only lengths are taken so.
    """
    turn_deg = min(off_deg, SQUARE_DEG + TURN_MARGIN_DEG)
    if isnan(off_deg) or turn_deg <= 0:
        return points
    wide = points.copy()
    wide[:, 0] /= cos(radians(turn_deg))
    return wide


def _share_seen(seen: NDArray[np.bool_], needed: NDArray[np.intp]) -> float:
    return np.count_nonzero(seen[needed]) / len(needed) if len(needed) else 1.0
