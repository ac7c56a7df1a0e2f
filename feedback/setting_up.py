"""Can the camera see me? One plain piece of advice at a time, until somebody stands well for it.

All thresholds are defaults of ours, unvalidated.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, inf, isnan
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exercises.exercise import Exercise
from vision.measuring import landmarks_needed
from vision.sight import Sight
from vision.skeleton import Landmark

Hint = Literal[
    "nobody",
    "dark",
    "step-back",
    "come-nearer",
    "tilt-back",
    "tilt-forward",
    "move-left",
    "move-right",
    "hips",
    "hands",
    "legs",
    "turn-front",
    "turn-side",
    "hold-still",
    "ready-legs-hidden",
    "ready",
]
"""What may be said: `seeing.<hint>` in the catalogues."""

READY_AFTER_S = 2.0
"""So long somebody stands well and still before it goes on."""

# A hint stays so long before another takes its place, so that it can be read.
_HINT_S = 1.5
_STALE_S = 0.5
_DIM_LUMA = 45.0
_SEEN_FROM = 0.5
# Of the picture's height: the trunk at its longest and shortest; the nose at its highest and
# lowest.
_LONGEST_TRUNK, _SHORTEST_TRUNK = 0.42, 0.12
_HIGHEST_NOSE, _LOWEST_NOSE = 0.05, 0.55
# Of the picture's width: how far from its middle somebody may be.
_OFF_MIDDLE = 0.22
# Of the picture's height: how far one may sway and stand still.
_SWAY = 0.025
# Degrees from the view that the movement asks for.
_TURNED = 35.0

_LEGS = frozenset(landmark for landmark in Landmark if landmark >= Landmark.LEFT_KNEE)
_HIPS = frozenset({Landmark.LEFT_HIP, Landmark.RIGHT_HIP})
_SHOULDERS = frozenset({Landmark.LEFT_SHOULDER, Landmark.RIGHT_SHOULDER})
# How long a usual trunk is, in widths of its shoulders.
_TRUNK_WIDTHS = 1.45


class Outline(NamedTuple):
    """Where somebody is in the picture, as shares of its width and height, not mirrored.

    `x`, `y` is the middle of the shoulders; `trunk` the length of the trunk, of the height.
    """

    x: float
    y: float
    trunk: float


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of how somebody is seen.

    Attributes
    ----------
    hint
        The one thing said.
    ready
        0–1: how much of the time of standing well has gone; 1.0 is ready.
    outline
        Where they are; `None` while nobody is seen.
    """

    hint: Hint
    ready: float
    outline: Outline | None

    @property
    def done(self) -> bool:
        """Whether it may go on."""
        return self.ready >= 1.0


class SettingUp:
    """Follows how somebody finds their place before the camera.

    Parameters
    ----------
    exercises
        What is to be done: the first that the camera sees says from where, all say what of the
        body is to be seen.
    """

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        seen = [exercise for exercise in exercises if exercise.seen]
        self._view = seen[0].view if seen else "any"
        names = {target.measure for exercise in seen for target in exercise.targets}
        # Toes and ears are seldom missed without what is next to them.
        self._needed = frozenset(landmarks_needed(names))
        self._advice = Advice("nobody", 0.0, None)
        self._since_s = -inf
        self._still_s = inf
        self._still_at: tuple[float, float] | None = None

    def step(self, sight: Sight, size: tuple[int, int], luma: float, t: float) -> Advice:
        """Return the advice at `t` seconds.

        Parameters
        ----------
        sight
            The newest that is known of the person.
        size
            Width and height of the camera's picture in pixels.
        luma
            Its mean brightness, 0–255; NaN where it is not known.
        """
        found, outline = self._found(sight, size, luma, t)
        still_s = self._still(found, outline, t)
        ready = min(still_s / READY_AFTER_S, 1.0)
        if found in ("ready", "ready-legs-hidden") and ready < 1.0:
            hint: Hint = "hold-still"
        else:
            hint = found
        if hint != self._advice.hint and t - self._since_s < _HINT_S and ready < 1.0:
            hint = self._advice.hint
        if hint != self._advice.hint:
            self._since_s = t
        self._advice = Advice(hint, ready, outline)
        return self._advice

    def _still(self, found: Hint, outline: Outline | None, t: float) -> float:
        """Return for how long somebody has stood well and still."""
        if found not in ("ready", "ready-legs-hidden") or outline is None:
            self._still_at = None
            return 0.0
        at = self._still_at
        if at is None or hypot(outline.x - at[0], outline.y - at[1]) > _SWAY:
            self._still_at, self._still_s = (outline.x, outline.y), t
        return max(t - self._still_s, 0.0)

    def _found(
        self, sight: Sight, size: tuple[int, int], luma: float, t: float
    ) -> tuple[Hint, Outline | None]:
        if not sight.present or sight.pose is None or t - sight.time_s > _STALE_S:
            return ("dark" if luma < _DIM_LUMA else "nobody"), None
        image = sight.pose.image
        outline = outline_of(image, size)
        if outline is None:
            return "step-back", None
        hint = _placed(image, outline, size) or self._unseen(image, size) or self._turned(sight)
        if hint is None and luma < _DIM_LUMA:
            hint = "dark"
        if hint is not None:
            return hint, outline
        hidden = _LEGS - _in_sight(image, size)
        return ("ready-legs-hidden" if hidden >= _LEGS else "ready"), outline

    def _unseen(self, image: NDArray[np.float64], size: tuple[int, int]) -> Hint | None:
        """Return what to say of a part that is needed and not seen."""
        missing = self._needed - _in_sight(image, size)
        if self._view == "side":  # the far side is hidden behind the near one
            missing = frozenset(each for each in missing if _other(each) in missing)
        if missing & _HIPS:
            return "hips"
        if any("WRIST" in each.name for each in missing):
            return "hands"
        return "legs" if missing & _LEGS else None

    def _turned(self, sight: Sight) -> Hint | None:
        off = sight.viewpoint.off_deg(self._view)
        if isnan(off) or off <= _TURNED:
            return None
        return "turn-front" if self._view == "front" else "turn-side"


def outline_of(image: NDArray[np.float64], size: tuple[int, int]) -> Outline | None:
    """Return where somebody is in a picture of `size`; `None` without a shoulder.

    Where the hips are not seen the trunk is taken for as long as a usual one is beside the width
    of its shoulders.
    """
    width, height = size
    seen = _in_sight(image, size)
    shoulders, hips = sorted(_SHOULDERS & seen), sorted(_HIPS & seen)
    if not shoulders:
        return None
    x, y = image[shoulders, :2].mean(axis=0)
    if hips:
        trunk = float(np.linalg.norm(image[hips, :2].mean(axis=0) - (x, y)))
    else:
        left, right = image[sorted(_SHOULDERS), :2]
        trunk = _TRUNK_WIDTHS * float(np.linalg.norm(left - right))
    return Outline(float(x) / width, float(y) / height, trunk / height)


def _placed(image: NDArray[np.float64], outline: Outline, size: tuple[int, int]) -> Hint | None:
    """Return what to say of where somebody is in the picture."""
    nose = float(image[Landmark.NOSE, 1]) / size[1]
    if outline.trunk > _LONGEST_TRUNK:
        return "step-back"
    if outline.trunk < _SHORTEST_TRUNK:
        return "come-nearer"
    if nose < _HIGHEST_NOSE:
        return "tilt-back"
    if nose > _LOWEST_NOSE:
        return "tilt-forward"
    if abs(outline.x - 0.5) > _OFF_MIDDLE:
        # Not mirrored: who is at the left of the picture stands at their own right.
        return "move-left" if outline.x < 0.5 else "move-right"
    return None


def _in_sight(image: NDArray[np.float64], size: tuple[int, int]) -> set[Landmark]:
    x, y, visible = image[:, 0], image[:, 1], image[:, 3]
    inside = (x >= 0) & (x <= size[0]) & (y >= 0) & (y <= size[1]) & (visible >= _SEEN_FROM)
    return {landmark for landmark in Landmark if inside[landmark]}


def _other(landmark: Landmark) -> Landmark:
    """Return the same landmark of the other side; itself where there is none."""
    name = landmark.name
    swapped = name.replace("LEFT", "*").replace("RIGHT", "LEFT").replace("*", "RIGHT")
    return Landmark[swapped]
