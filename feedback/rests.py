"""When a rest is due: by the clock and as the programme has it, before tiredness."""

from collections.abc import Mapping

from exercises.exercise import Exercise
from feedback.pacing import NEARLY, RESTED_S, SOONER, Pacing, tires


class Rests:
    """Keeps how long somebody has moved since they rested.

    Parameters
    ----------
    pacing
        After how much moving there is how much rest.
    after_s
        Seconds of rest after the movement at each place, whatever the clock says.

    Attributes
    ----------
    sooner
        Whether they come sooner, as for somebody with little energy today.
    """

    def __init__(self, pacing: Pacing, after_s: Mapping[int, float]) -> None:
        self._pacing, self._after_s = pacing, after_s
        self._moved_s = self._still_s = 0.0
        self.sooner = False

    def go_on_from(self, before: "Rests") -> None:
        """Take over for how long was moved since the last rest."""
        self._moved_s, self._still_s = before._moved_s, before._still_s

    def spend(self, moved_s: float, by_s: float, exercise: Exercise) -> None:
        """Let `by_s` seconds go by, of which so many were moved in a movement."""
        if tires(exercise):
            self._moved_s += moved_s
        self._still_s = 0.0 if moved_s else self._still_s + by_s
        if self._still_s >= RESTED_S:
            self._moved_s = 0.0

    def rested(self) -> None:
        """Begin anew after a rest."""
        self._moved_s = 0.0

    @property
    def due(self) -> bool:
        """Whether one is due in the middle of a movement."""
        return self._moved_s >= self._move_s

    def after(self, index: int) -> float:
        """Return the seconds of rest after the movement at place `index`; 0.0 for none."""
        rest_s = self._after_s.get(index, 0.0)
        if self._moved_s >= NEARLY * self._move_s:
            rest_s = max(rest_s, self._pacing.rest_s)
        return rest_s

    @property
    def _move_s(self) -> float:
        return self._pacing.move_s * (SOONER if self.sooner else 1.0)
