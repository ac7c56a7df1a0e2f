"""How the person at one place fares, from what their Coach answers: nothing remembered."""

from math import isnan

from feedback.feedback import Feedback
from feedback.group.step import PlaceState
from feedback.verdict import Standing
from vision.measures import INDEX, Withheld
from vision.sight import Sight

_AT_EASE = frozenset({Standing.RESTING, Standing.COMFORTABLE})


def state_of(feedback: Feedback, *, past: bool) -> PlaceState:
    """Return how somebody fares who is at their place, or ``unseen`` where that is not known.

    Parameters
    ----------
    feedback
        The Coach's answer.
    past
        Whether they are past their limit, which holds whatever is seen now.
    """
    if past:
        return "past"
    if not feedback.seen:
        return "unseen"
    if any(verdict.standing is Standing.BEYOND for verdict in feedback.verdicts):
        return "beyond"
    if not any(verdict.role == "lead" for verdict in feedback.verdicts):
        return "still"  # a movement that the camera does not measure, whatever they do
    leads = {v.standing for v in feedback.verdicts if v.role == "lead"} - {Standing.UNSEEN}
    if not leads:
        return "unseen"
    if leads == {Standing.RESTING}:
        return "still"
    return "easy" if leads <= _AT_EASE else "moving"


def way_of(feedback: Feedback) -> float | None:
    """Return how far somebody's own movement has come, 0–1; `None` where it has no number.

    1 from the near end of their own comfortable range on: how far past it does not show.
    """
    ways = [
        min(verdict.fraction, 1.0)
        for verdict in feedback.verdicts
        if verdict.role == "lead" and not isnan(verdict.fraction)
    ]
    return sum(ways) / len(ways) if ways else None


def is_turned(feedback: Feedback, sight: Sight) -> bool:
    """Return whether something that moves has no number because they are turned for the camera."""
    withheld = sight.measures.withheld
    return any(
        isnan(verdict.value) and withheld[INDEX[verdict.measure.key]] == Withheld.TURNED
        for verdict in feedback.verdicts
        if verdict.role != "steady"
    )
