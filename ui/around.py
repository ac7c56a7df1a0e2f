"""What every staff's screen has around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exercises.exercise import Exercise
from exercises.programme import Programme
from feedback.instruments import EVERY_WEEKS
from ui.ports import Decides
from words.tr import tr


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """What every staff's screen has around it.

    Attributes
    ----------
    movements
        All movements there are, by id, in the order in which they are listed.
    presets
        Programmes to begin from.
    today
        Says which day it is.
    who
        The initials of who unlocked the window; empty before anybody has.
    language
        Of the words.
    decides
        Works out proposals and what a yes changes; `None` where that is not done here.
    ask_every_weeks
        Every how many weeks people are asked how life is, as the clinic chose; 0 for never.
    """

    movements: Mapping[str, Exercise]
    presets: Sequence[Programme]
    today: Callable[[], date]
    who: str = ""
    language: str = "en"
    decides: Decides | None = None
    ask_every_weeks: int = EVERY_WEEKS

    def tr(self, id: str, **values: object) -> str:
        """Return what `id` says (`words.tr.tr`)."""
        return tr(id, self.language, **values)

    def title(self, exercise_id: str) -> str:
        """Return the title of a movement; its id where there is no such movement any more."""
        found = self.movements.get(exercise_id)
        return exercise_id if found is None else self.tr(found.title)
