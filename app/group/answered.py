"""From the pages that were answered to what a group answered, as it is kept."""

from collections.abc import Mapping

from app.group.answers import GroupAnswers, Marks
from ui.group.sheet import Answers, When

_MARKED = ("pain", "mood", "energy", "effort")


def answers_of(pages: Mapping[When, Mapping[int, Answers]]) -> GroupAnswers:
    """Return what was answered on arriving and at the end; of empty pages nothing."""
    after = pages["after"]
    return GroupAnswers(
        before=_marks(pages["before"]),
        after=_marks(after),
        satisfaction={
            place: page.numbers["satisfaction"]
            for place, page in after.items()
            if "satisfaction" in page.numbers
        },
        one_word={place: page.word for place, page in after.items() if page.word},
    )


def _marks(pages: Mapping[int, Answers]) -> dict[int, Marks]:
    found = {
        place: {what: number for what, number in page.numbers.items() if what in _MARKED}
        for place, page in pages.items()
    }
    return {place: Marks.model_validate(marks) for place, marks in found.items() if marks}
