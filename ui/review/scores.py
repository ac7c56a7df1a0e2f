"""A question on a scale of 0 to 10 at the desk, which may be left unanswered."""

from ui.around import Around
from ui.widgets.choice import Choice

MOST = 10


class Score(Choice[int | None]):
    """A row of numbers, the first place of which says nothing; set by the arrows or by a digit."""

    def __init__(self, around: Around, label: str, value: int | None = None) -> None:
        options: list[tuple[int | None, str]] = [(None, around.tr("review.unsaid"))]
        super().__init__(label, [*options, *((n, str(n)) for n in range(MOST + 1))], value)

    def typed(self, letter: str) -> bool:
        """Set the number of a digit, 10 by a 0 after a 1; return whether it was a digit."""
        if not (letter.isascii() and letter.isdigit()):
            return False
        self.value = MOST if letter == "0" and self.value == 1 else int(letter)
        return True
