"""Which practices were comfortable."""

from collections.abc import Sequence

from feedback.outcome import Answer, PracticeOutcome

COMFORTABLE_PRACTICES = 3
"""So many in a row before anything more is proposed (a default of ours, unvalidated)."""

MOST_EFFORT = 3
"""On 0–10 (a default of ours, unvalidated)."""

_WELL: tuple[Answer, ...] = ("easier", "same")


def comfortable(outcome: PracticeOutcome, exercise_id: str) -> bool:
    """Return whether a practice, and one movement in it, was comfortable.

    What was not asked or not answered is not known to be comfortable.
    """
    if outcome.flare or outcome.stopped or any(each.too_much for each in outcome.movements):
        return False
    if outcome.pain_rise is None or outcome.pain_rise > 0:
        return False
    if outcome.effort is None or outcome.effort > MOST_EFFORT:
        return False
    movement = outcome.of(exercise_id)
    return movement is not None and movement.completed and movement.answer in _WELL


def comfortable_run(
    outcomes: Sequence[PracticeOutcome], exercise_id: str
) -> tuple[PracticeOutcome, ...]:
    """Return the newest practices with a movement that were all comfortable, the oldest first.

    A practice without the movement that was not comfortable in itself ends the run as well. One
    that was done smaller than planned tells nothing of more: where it was well, it is passed over.

    Parameters
    ----------
    outcomes
        In order of time.
    exercise_id
        The movement.
    """
    run: list[PracticeOutcome] = []
    for outcome in reversed(outcomes):
        if (outcome.smaller or outcome.of(exercise_id) is None) and _calm(outcome):
            continue
        if not comfortable(outcome, exercise_id):
            break
        run.append(outcome)
    return tuple(reversed(run))


def _calm(outcome: PracticeOutcome) -> bool:
    """Return whether nothing in a practice without the movement speaks against it."""
    hurt = outcome.pain_rise is not None and outcome.pain_rise > 0
    too_much = any(each.too_much for each in outcome.movements)
    return not (outcome.flare or outcome.stopped or hurt or too_much)
