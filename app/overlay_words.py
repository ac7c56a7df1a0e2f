"""What the foot of an overlay says: why there is no number, in a few plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

from app.stepped import Stepped
from exercises.exercise import Exercise
from vision.measures import Withheld
from vision.sight import Sight
from vision.viewpoint import Viewpoint
from words.tr import tr

_WHY: dict[Withheld, str] = {
    Withheld.LEARNING: "overlay.learning",
    Withheld.FORESHORTENED: "overlay.foreshortened",
    Withheld.UNSEEN: "overlay.unseen",
    Withheld.REJECTED: "overlay.rejected",
    Withheld.MOVED: "overlay.moved",
}
_TURN_STEP_DEG = 5.0
# What is said stays until something else has been so for this long (a default of ours).
LASTS_S = 0.4


def reason(exercise: Exercise, sight: Sight, rows: Sequence[int]) -> str | None:
    """Return the key of what there is to say, or `None` where all is plain.

    Parameters
    ----------
    exercise
        The movement.
    sight
        What is known of the person.
    rows
        The measures that the movement is about; with a number for one of them there is nothing to
        explain, unless it was taken from the vertical.
    """
    if not rows:
        return None
    if not sight.present:
        return "overlay.nobody"
    # Of several, the one that is nearest to having a number: from the side the far limb is always
    # out of sight.
    why = Withheld(min(int(sight.measures.withheld[row]) for row in rows))
    if why is Withheld.GIVEN:
        return "overlay.vertical" if sight.measures.by_vertical[list(rows)].any() else None
    return _turned(exercise, sight.viewpoint) if why is Withheld.TURNED else _WHY.get(why)


def _turned(exercise: Exercise, viewpoint: Viewpoint) -> str:
    if isnan(viewpoint.turn_deg):
        return "overlay.finding"
    if viewpoint.seen == "back":
        return "overlay.behind"
    return "overlay.turned-front" if exercise.view == "front" else "overlay.turned-side"


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said: its key, and its text, in which a number may change while it is said."""

    key: str
    text: str


@dataclass(slots=True)
class _Asking:
    key: str | None
    since_s: float


class Foot:
    """The sentence at the foot, which does not flicker."""

    def __init__(self, exercise: Exercise, rows: Sequence[int], language: str = "en") -> None:
        self._exercise, self._rows, self._language = exercise, rows, language
        self._said: str | None = None
        self._asking: _Asking | None = None
        self._turn = Stepped()
        self._turn_deg = 0.0

    def sentence(self, sight: Sight) -> Sentence | None:
        """Return what is said now; what is said goes with the last number, or a while after."""
        t, key = sight.time_s, reason(self._exercise, sight, self._rows)
        if self._asking is None:
            self._said = key
        if self._asking is None or self._asking.key != key or t < self._asking.since_s:
            self._asking = _Asking(key, t)
        if t - self._asking.since_s >= LASTS_S:
            self._said = key
        off_deg = sight.viewpoint.off_deg(self._exercise.view)
        if not isnan(off_deg):
            self._turn_deg = self._turn.to("turn", off_deg, _TURN_STEP_DEG)
        if self._said is None:
            return None
        numbers = {}
        if self._said.startswith("overlay.turned"):
            numbers = {"turn": round(self._turn_deg)}
        return Sentence(self._said, tr(self._said, self._language, **numbers))
