"""Left stays left: what the model exchanges between two frames is exchanged back.

The model at times calls the left arm right and the right one left, or the legs, or all of the
body, from one frame to the next and soon back again. Then the two have changed places in an
instant, without having been on their way to it: legs that pass one another, or shoulders of
somebody who turns round, are. A far limb that jumps onto the near one is no exchange either: the
near one has stayed where it was.
"""

import numpy as np
from numpy.typing import NDArray

from vision.continuity import outline
from vision.gate import LOST_UNDER
from vision.geometry import Floats
from vision.pose import Pose
from vision.skeleton import LANDMARK_COUNT, Landmark, of_side

# Two frames at 5 a second. In a longer time limbs may have changed places by themselves.
EXCHANGE_WITHIN_S = 0.45
# The two have come to within this share of their own way from where the other was, and the way of
# each is one that no movement covers in the time: so many trunks, and so many more a second. Limbs
# are faster than the trunk, but they go with it: where it is exchanged they need no such way.
EXCHANGE_SHARE = 0.5
EXCHANGE_FROM, EXCHANGE_FROM_IN_FACE = 0.10, 0.05
TRUNK_PER_S, LIMBS_PER_S, FACE_PER_S = 0.5, 3.0, 0.25
# So much of the model's depth counts: it is too large, and it trembles.
DEPTH = 0.5
_WEIGHT = np.array([1.0, 1.0, DEPTH])
# An exchange is believed in the end, once for so long nothing has spoken against it; sooner, in so
# many times less, where the body speaks for it.
BELIEVED_AFTER_S = 2.0
SOONER = 4.0
# How clearly a body has to say which of its sides is the left: 1 is as clear as can be.
CLEAR = 0.25
# All of these figures are defaults of ours, unvalidated.

# What is exchanged together. By the first two an exchange is noticed, by the first it is judged.
# Shoulders and hips apart from the limbs: seen from the side the model exchanges legs, not hips.
_GROUPS = (
    ("shoulder",),
    ("elbow", "wrist", "pinky", "index", "thumb"),
    ("hip",),
    ("knee", "ankle", "heel", "toe"),
    ("ear", "eye_outer", "eye", "eye_inner"),
)
_TRUNK, _LIMBS, _FACE = slice(0, 4, 2), slice(1, 4, 2), 4
_FROM = np.array([*[EXCHANGE_FROM] * 4, EXCHANGE_FROM_IN_FACE])
_PER_S = np.array([*(TRUNK_PER_S, LIMBS_PER_S) * 2, FACE_PER_S])


def _pairs(names: tuple[str, ...]) -> NDArray[np.intp]:
    """Return the rows (2, N) of the landmarks called so, left and right."""
    return np.array([[of_side(name, side) for name in names] for side in ("left", "right")])


_ROWS = [_pairs(names) for names in _GROUPS]
_ROWS[_FACE] = np.append(_ROWS[_FACE], [[Landmark.MOUTH_LEFT], [Landmark.MOUTH_RIGHT]], axis=1)
# (2, groups, 2) and (2, groups).
_NOTICED = np.stack([rows[:, [0, min(1, rows.shape[1] - 1)]] for rows in _ROWS], axis=1)
_ACROSS = _NOTICED[..., 0]
_EARS, _HEELS, _TOES = (_pairs((name,))[:, 0] for name in ("ear", "heel", "toe"))
# For a look at each landmark (33, 1) by itself, whether it can have been exchanged at all: along
# one axis at least it has gone half of that way.
_HALF_FROM = np.full((LANDMARK_COUNT, 1), np.inf)
_HALF_FROM[_NOTICED, 0] = _FROM[:, None] / 2
_HALF_PER_S = np.zeros((LANDMARK_COUNT, 1))
_HALF_PER_S[_NOTICED, 0] = _PER_S[:, None] / 2


class Sides:
    """Exchanges back, of one person, what the model has exchanged.

    For as long as the exchange lasts, and of shoulders, arms, hips, legs and face each by itself.
    There is no telling which was right before: a body that comes mirrored stays as it came.

    An exchange that lasts is believed in the end, unless the body itself speaks against it. It
    speaks by its nose and toes, which tell where ahead is and so, seen from above, which side is
    the left; the model's metres make a whole body, so that this was clear in every frame of drawn
    and of real people. Where the body agrees with the new names, as where the model takes a front
    for a back, toes and all, they are believed after half a second; where it tells nothing, as
    where there is no depth, after two. So a mend that began wrongly, for the model came right
    without having been noticed to go wrong, does not last.
    """

    def __init__(self) -> None:
        self._mended_s = 0.0
        self.forget()

    def forget(self) -> None:
        """Take the next body as it comes."""
        self._exchanged = np.zeros(len(_GROUPS), np.bool_)
        self._doubt_s = np.zeros(len(_GROUPS))
        self._places: Floats | None = None
        self._speed: Floats = np.zeros((LANDMARK_COUNT, 3))
        self._size_px = np.nan
        self._believed_s = 0.0

    def mended(self, pose: Pose, time_s: float) -> Pose:
        """Return the pose with left and right as they were; itself where they are."""
        elapsed_s = time_s - self._believed_s
        since_s, self._mended_s = max(time_s - self._mended_s, 0.0), time_s
        if self._places is None or not 0 <= elapsed_s <= EXCHANGE_WITHIN_S:
            self.forget()
            return pose
        if not self._exchanged.any():
            way = np.abs(_places(pose) - self._places)
            if (way < (_HALF_FROM + _HALF_PER_S * elapsed_s) * self._size_px).all():
                return pose
        shown = _shown(pose)
        self._exchanged &= shown
        mended = self._told(pose)
        changed = shown & self._changed(self._places, _places(mended), elapsed_s)
        if changed.any():
            self._exchanged ^= changed
            self._doubt_s[changed] = 0.0
            mended = self._told(pose)
        if self._exchanged.any():
            left = _leftness(mended.world)
            more_s = np.where(left < -CLEAR, SOONER, 1.0) * since_s
            self._doubt_s = np.where(left > CLEAR, 0.0, self._doubt_s + more_s)
            self._believe_exchange(self._exchanged & (self._doubt_s > BELIEVED_AFTER_S))
            mended = self._told(pose)
        return mended

    def _believe_exchange(self, groups: NDArray[np.bool_]) -> None:
        """Take groups (5,) by their new names, in what frames to come are held against too.

        Or the next frame would be an exchange again, where this one is not believed.
        """
        self._exchanged &= ~groups
        if self._places is not None and groups.any():
            rows = _exchanged(groups)
            self._places, self._speed = self._places[rows], self._speed[rows]

    def believe(self, mended: Pose, time_s: float) -> None:
        """Hold the frames to come against this one."""
        places, elapsed_s = _places(mended), time_s - self._believed_s
        if self._places is None:
            self._speed = np.zeros_like(places)
        elif elapsed_s > 0:
            self._speed = (places - self._places) / elapsed_s
        self._places, self._believed_s = places, time_s
        self._size_px = outline(mended.image).size_px

    def _changed(self, before: Floats, now: Floats, elapsed_s: float) -> NDArray[np.bool_]:
        """Return which groups have changed left and right since the last pose believed.

        In the picture, whatever their depth, as the model does it with limbs; or with it, as it
        does with a body seen from the side.
        """
        was, is_now = before[_NOTICED], now[_NOTICED]
        steps = np.stack([is_now - was, is_now - was - self._speed[_NOTICED] * elapsed_s])
        squares = np.stack([*steps, is_now[::-1] - was]) ** 2
        flat = squares[..., 0] + squares[..., 1]
        # (flat or deep; from its place, its expected place, the other's place; side; group).
        ways = np.sqrt(np.stack([flat, flat + squares[..., 2]])).mean(axis=-1)
        kept, crossed = ways[:, :2].min(axis=1), ways[:, 2]
        crossed_over = crossed.sum(axis=1) < EXCHANGE_SHARE * kept.sum(axis=1)
        way = np.where(crossed_over, kept.min(axis=1), 0.0).max(axis=0) / self._size_px
        changed: NDArray[np.bool_] = way > _FROM + _PER_S * elapsed_s
        changed[_LIMBS] |= changed[_TRUNK] & (way > _FROM)[_LIMBS]
        return changed

    def _told(self, pose: Pose) -> Pose:
        """Return the pose with what is exchanged now put back."""
        if not self._exchanged.any():
            return pose
        rows = _exchanged(self._exchanged)
        return Pose(pose.image[rows], pose.world[rows], pose.smoothed)


def _exchanged(groups: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return where each landmark (33,) is found where groups (5,) are exchanged."""
    rows = np.arange(LANDMARK_COUNT)
    for group in np.flatnonzero(groups):
        rows[_ROWS[group]] = _ROWS[group][::-1]
    return rows


def _places(pose: Pose) -> Floats:
    """Return the pixels (33, 3) of all landmarks, the depth counting for less."""
    places: Floats = pose.image[:, :3] * _WEIGHT
    return places


def _shown(pose: Pose) -> NDArray[np.bool_]:
    """Return of which groups anything is seen; of hidden limbs the model only guesses."""
    shown: NDArray[np.bool_] = (pose.image[_NOTICED, 3] >= LOST_UNDER).any(axis=(0, 2))
    return shown


def _leftness(world: Floats) -> Floats:
    """Return of each group, -1 to 1, how clearly its left is the left, seen from above.

    At -1 it is clearly the right; 0 where nothing tells.
    """
    ahead = world[Landmark.NOSE] - (world[_EARS] - world[_TOES] + world[_HEELS]).mean(axis=0)
    across = world[_ACROSS[0]] - world[_ACROSS[1]]
    turn = across[:, 2] * ahead[0] - across[:, 0] * ahead[2]
    size = np.hypot(across[:, 0], across[:, 2]) * np.hypot(ahead[0], ahead[2])
    leftness: Floats = np.divide(turn, size, out=np.zeros_like(turn), where=size > 0)
    return leftness
