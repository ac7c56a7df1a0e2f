"""The questions that are asked every few weeks, in order, of what is answered so far."""

from dataclasses import dataclass
from typing import Literal

from feedback.instruments import MOST_ACTIVITIES, Activity, Filled

Kind = Literal["ability", "naming", "goal", "control", "life", "practice"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes
    ----------
    kind
        ``ability`` of an activity, ``naming`` another, how content with a ``goal``, or one of the
        items of our own.
    at
        Which activity or goal, from 0.
    words
        The activity or the goal in the person's own words.
    value
        What is answered, 0–10; `None` for nothing.
    """

    kind: Kind
    at: int = 0
    words: str = ""
    value: int | None = None


def questions(filled: Filled) -> tuple[Question, ...]:
    """Return every question, in order."""
    activities = [
        Question("ability", i, each.words, each.ability) for i, each in enumerate(filled.activities)
    ]
    goals = [
        Question("goal", i, each.words, each.satisfaction) for i, each in enumerate(filled.goals)
    ]
    naming = [Question("naming")] if len(activities) < MOST_ACTIVITIES else []
    return (
        *activities,
        *naming,
        *goals,
        Question("control", value=filled.control),
        Question("life", value=filled.life),
        Question("practice", value=filled.practice),
    )


def opened(filled: Filled, at: int) -> tuple[Literal["asking", "naming"], int]:
    """Return the screen of a question, and which it is; the last where there are not so many."""
    several = questions(filled)
    at = min(at, len(several) - 1)
    return ("naming" if several[at].kind == "naming" else "asking"), at


def answering(filled: Filled, question: Question, value: int | None) -> Filled:
    """Return what is filled in with another answer to a question on a scale."""
    if question.kind == "ability":
        activities = list(filled.activities)
        activities[question.at] = Activity(words=question.words, ability=value)
        return filled.model_copy(update={"activities": tuple(activities)})
    if question.kind == "goal":
        goals = list(filled.goals)
        goals[question.at] = goals[question.at].model_copy(update={"satisfaction": value})
        return filled.model_copy(update={"goals": tuple(goals)})
    return filled.model_copy(update={question.kind: value})


def naming(filled: Filled, words: str) -> Filled:
    """Return what is filled in with another activity, where there is room for one and it is new."""
    line = " ".join(words.split())[:300].strip()
    there = {each.words for each in filled.activities}
    if not line or line in there or len(filled.activities) >= MOST_ACTIVITIES:
        return filled
    more = (*filled.activities, Activity(words=line))
    return filled.model_copy(update={"activities": more})
