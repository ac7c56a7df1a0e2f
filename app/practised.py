"""What remains of a practice when it is over."""

from dataclasses import dataclass

from feedback.arc import Arc
from feedback.ratings import Ratings
from feedback.record import PracticeRecord
from feedback.setting_up import Outline


@dataclass(frozen=True, slots=True)
class Practised:
    """A practice that has ended.

    Attributes
    ----------
    record
        What was seen of the movements; without any where none was begun.
    ratings
        What was answered and said of it.
    words
        The person's own words.
    outline
        Where somebody stood well before the camera; `None` where that was not looked at.
    signs_read
        Whether the signs to stop at were read.
    """

    record: PracticeRecord
    ratings: Ratings
    words: str = ""
    outline: Outline | None = None
    signs_read: bool = False

    @classmethod
    def of(cls, arc: Arc, t: float) -> "Practised":
        """Return what remains of a practice that is over at `t` seconds."""
        return cls(
            arc.record(t) or PracticeRecord(t, t, ()),
            arc.ratings(),
            arc.said.words,
            arc.outline,
            arc.signs_read,
        )
