"""What a clinician observed of a person, beside the angles: plain data.

Breath, gait and alignment are scales of our own from 0 to 10, unvalidated, and stand for what one
clinician saw on one day; nothing is worked out of them.
"""

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field

from exercises.definition import Definition
from exercises.lines import Note
from feedback.outcome import Scale

Help = Literal["none", "words", "touch", "support"]
"""What help was needed: none, a word now and then, a light touch, somebody who holds."""
HELP: tuple[Help, ...] = get_args(Help)
Attendance = Literal["came", "in-part", "excused", "away"]
"""Whether they came: for all of it, for a part, not and said so, not."""
ATTENDANCE: tuple[Attendance, ...] = get_args(Attendance)

LONGEST_MINUTES = 600


class Observation(Definition):
    """What was observed on one day. What was not looked at is `None`."""

    day: date
    """Which day."""
    attendance: Attendance | None = None
    """Whether they came."""
    breath_ease: Scale | None = None
    """0 laboured or held to 10 quite at ease."""
    gait: Scale | None = None
    """0 unsteady to 10 quite steady, as far as walking was seen."""
    alignment: Scale | None = None
    """0 folded to 10 tall and easy."""
    help: Help | None = None
    """What help was needed."""
    on_task_min: Annotated[int, Field(ge=0, le=LONGEST_MINUTES)] | None = None
    """Minutes for which they were with the practice."""
    note: Note = ""
    """Anything else, in the clinician's words."""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was observed."""
        return self == Observation(day=self.day)
