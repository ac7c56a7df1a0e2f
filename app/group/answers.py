"""What a group answers around its practice, by places: all of it may be left out."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from exercises.definition import Definition
from exercises.lines import Name
from feedback.outcome import Scale
from feedback.ratings import Ratings

Place = Annotated[int, Field(ge=1)]


class Marks(Definition):
    """What one person marks on their sheet, 0–10; what is left out is `None`."""

    pain: Scale | None = None
    mood: Scale | None = None
    energy: Scale | None = None
    effort: Scale | None = None
    """How much effort it was: asked after alone."""


NOTHING = Marks()


class GroupAnswers(Definition):
    """What was answered, by the numbers of the places; whoever answered nothing is not there."""

    before: Mapping[Place, Marks] = Field(default_factory=dict)
    after: Mapping[Place, Marks] = Field(default_factory=dict)
    satisfaction: Mapping[Place, Scale] = Field(default_factory=dict)
    one_word: Mapping[Place, Name] = Field(default_factory=dict)

    def ratings(self, place: int) -> Ratings:
        """Return the answers of a place, as they are kept with a practice."""
        before, after = self.before.get(place, NOTHING), self.after.get(place, NOTHING)
        return Ratings(
            pain_before=before.pain,
            pain_after=after.pain,
            mood_before=before.mood,
            mood_after=after.mood,
            energy_before=before.energy,
            energy_after=after.energy,
            effort=after.effort,
            satisfaction=self.satisfaction.get(place),
        )

    def word(self, place: int) -> str:
        """Return the one word of a place, empty where none was said."""
        return self.one_word.get(place, "")

    def empty(self, place: int) -> bool:
        """Return whether nothing was answered at a place."""
        return self.ratings(place) == Ratings() and not self.word(place)


UNANSWERED = GroupAnswers()
