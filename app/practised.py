"""What remains of a practice when its window closes."""

from dataclasses import dataclass, field

from feedback.ratings import Felt, Ratings
from feedback.record import PracticeRecord
from feedback.size import Size


@dataclass(frozen=True, slots=True)
class Practised:
    """A practice that has ended.

    Attributes
    ----------
    record
        What was seen and said.
    size
        How the person turned it down, and what they said was too much.
    """

    record: PracticeRecord
    size: Size = field(default_factory=Size)

    def ratings(self, *, flare: bool = False) -> Ratings:
        """Return what was said of it meanwhile; `flare` is what was said beforehand."""
        felt = dict.fromkeys(self.size.too_much)
        return Ratings(
            felt=tuple(Felt(exercise_id=each, too_much=True) for each in felt), flare=flare
        )
