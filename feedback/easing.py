"""Less, at once: what is too much today is made smaller and shorter, and noted.

Nobody's yes is needed for less. What was eased because it was too much, or because pain rose,
stays so until a therapist signs another programme; what was eased for a flare day ends with the
day. So the easings that are handed in here are those noted since the programme was signed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from math import floor
from types import MappingProxyType
from typing import Literal, NamedTuple

from exercises.definition import Definition, Slug
from exercises.exercise import Exercise
from exercises.programme import Item, Programme
from feedback.outcome import PracticeOutcome

PAIN_RISE = 2
"""A rise by so much on 0–10 pauses and eases (a convention; a default of ours)."""

SMALLEST_SHARE = 0.2
"""However often something is eased, so much of the range stays (a default of ours, unvalidated)."""

Why = Literal["too-much", "pain-rise", "flare-day"]


class Shares(NamedTuple):
    """What is left of the way from rest, and of repetitions and minutes."""

    of_range: float
    of_dose: float


SHARES: Mapping[Why, Shares] = MappingProxyType(
    {
        "too-much": Shares(0.8, 0.7),
        "pain-rise": Shares(0.8, 0.7),
        "flare-day": Shares(0.5, 0.5),
    }
)
"""By how much each eases: defaults of ours, unvalidated."""


class Easing(Definition):
    """That something was eased: noted for the therapist."""

    on: date
    """When."""
    why: Why
    """``too-much``: the person said so. ``pain-rise``: pain rose by two or more. ``flare-day``:
    the person called it one."""
    exercise_id: Slug | None = None
    """The movement it is about; `None` for all."""

    def holds(self, today: date) -> bool:
        """Return whether it changes what is done `today`."""
        return self.on == today if self.why == "flare-day" else self.on <= today


def lasting(easings: Iterable[Easing]) -> tuple[Easing, ...]:
    """Return the easings that stay until another programme is signed.

    A programme eased by them is what progression goes on from, and what a yes is signed into.
    """
    return tuple(easing for easing in easings if easing.why != "flare-day")


def easings_of(outcome: PracticeOutcome) -> tuple[Easing, ...]:
    """Return what a practice asks to be eased; none where it was well."""
    found = []
    for exercise_id in dict.fromkeys(each.exercise_id for each in outcome.movements):
        felt = outcome.of(exercise_id)
        if felt is not None and felt.too_much:
            # As often as it was said, as it was made smaller there and then.
            easing = Easing(on=outcome.on, why="too-much", exercise_id=exercise_id)
            found.extend([easing] * max(felt.times_too_much, 1))
    if outcome.pain_rise is not None and outcome.pain_rise >= PAIN_RISE:
        found.append(Easing(on=outcome.on, why="pain-rise"))
    if outcome.flare:
        found.append(Easing(on=outcome.on, why="flare-day"))
    return tuple(found)


def eased_share(easings: Iterable[Easing], exercise_id: str, today: date) -> float:
    """Return what is left `today` of the way from rest in one movement, 0–1.

    For a practice that goes on: hand it to `exercises.prepared.prepared`.
    """
    share = 1.0
    for easing in _holding(easings, exercise_id, today):
        share *= SHARES[easing.why].of_range
    return max(share, SMALLEST_SHARE)


def eased(item: Item, exercise: Exercise, easings: Iterable[Easing], today: date) -> Item:
    """Return `item` of `exercise` with less range, fewer repetitions and less time.

    Never more of anything than before; one repetition always stays.
    """
    held = tuple(easings)
    dose = 1.0
    for easing in _holding(held, item.exercise_id, today):
        dose *= SHARES[easing.why].of_dose
    if dose == 1:
        return item
    share = item.range_share * eased_share(held, item.exercise_id, today)
    repetitions, minutes = (
        item.repetitions or exercise.repetitions,
        item.minutes or exercise.minutes,
    )
    return item.model_copy(
        update={
            "range_share": max(share, min(SMALLEST_SHARE, item.range_share)),
            "repetitions": max(floor(repetitions * dose), 1) if repetitions else None,
            "minutes": minutes * dose,
        }
    )


def eased_programme(
    programme: Programme,
    easings: Iterable[Easing],
    today: date,
    movements: Mapping[str, Exercise],
) -> Programme:
    """Return `programme` as it is done `today`, each item eased; never more than before.

    An item whose movement is not among `movements` just now, as where a clinic's own file is
    faulty, is not done today and stays as it is: what is signed next does not lose it.
    """
    held = tuple(easings)
    items = tuple(
        eased(item, movements[item.exercise_id], held, today)
        if item.exercise_id in movements
        else item
        for item in programme.items
    )
    return programme.model_copy(update={"items": items})


def _holding(easings: Iterable[Easing], exercise_id: str, today: date) -> list[Easing]:
    """Return those that change a movement today, each reason of a day once."""
    holding = [
        easing
        for easing in easings
        if easing.holds(today) and easing.exercise_id in (exercise_id, None)
    ]
    return list({(easing.on, easing.why): easing for easing in holding}.values())
