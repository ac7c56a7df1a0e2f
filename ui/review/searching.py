"""Which of a person's practices fit what is searched for: a day, a movement, words, a filter."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from ui.around import Around
from ui.review.ports import KeptReview, ListedPractice, PracticeEntry

Only = Literal["all", "stopped", "unsigned", "words"]
"""All; those that were stopped or cut off; those nobody signed as they stand; those with words."""


def day_of(entry: ListedPractice | PracticeEntry) -> date:
    """Return the day of a practice on the wall of this machine."""
    return entry.practice.began_at.astimezone().date()


def was_stopped(entry: ListedPractice) -> bool:
    """Return whether a practice was stopped for how the person felt, or was cut off."""
    return entry.practice.ratings.stopped or entry.state == "interrupted"


def is_signed(reviews: Iterable[KeptReview]) -> bool:
    """Return whether somebody signed a practice as it stands."""
    return any(not each.changed_since for each in reviews)


def fits(
    around: Around,
    entry: ListedPractice,
    reviews: Sequence[KeptReview],
    only: Only,
    search: str,
) -> bool:
    """Return whether a practice is listed.

    Parameters
    ----------
    search
        Each word of it is found in the day, as 2026-03 is in 2026-03-02, or in the movements'
        titles, the person's words, the notes, or the signers' initials.
    """
    if only == "stopped" and not was_stopped(entry):
        return False
    if only == "unsigned" and is_signed(reviews):
        return False
    if only == "words" and not entry.practice.words.strip():
        return False
    text = folded(" ".join(_texts(around, entry, reviews)))
    return all(word in text for word in folded(search).split())


def _texts(around: Around, entry: ListedPractice, reviews: Sequence[KeptReview]) -> Iterable[str]:
    practice = entry.practice
    yield day_of(entry).isoformat()
    for movement in practice.record.movements:
        yield around.title(movement.exercise_id)
    yield practice.words
    yield practice.note
    yield practice.with_staff or ""
    for review in reviews:
        yield f"{review.signed_by} {review.note}"
    if was_stopped(entry):
        yield around.tr("review.stopped")


def folded(text: str) -> str:
    """Return `text` without capitals and marks, so that "jardín" is found by "jardin"."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
