"""The versions of a person's ranges: which hold, and what may be added."""

from collections.abc import Iterable, Sequence
from datetime import date

from exercises.exercise import Exercise
from exercises.own_targets import OwnTarget, own_targets
from exercises.range_draft import RangeDraft
from exercises.ranges import SafeRange
from exercises.signed_range import RangeKey, SignedRange


class RangeRefused(ValueError):  # noqa: N818 (the caller is told why, and decides)
    """A range that does not hold for a movement; says in one line why."""


def latest(versions: Iterable[SignedRange]) -> tuple[SignedRange, ...]:
    """Return the versions that hold: the highest of each range, in the order they came.

    Where two share the highest number, both are returned; the nearer ceiling then holds.

    Raises
    ------
    ValueError
        Where they are not all of one person.
    """
    given = tuple(versions)
    if len({version.person for version in given}) > 1:
        raise ValueError("ranges of more than one person are never put together")
    highest = {own.key: own.version for own in sorted(given, key=lambda own: own.version)}
    return tuple(own for own in given if own.version == highest[own.key])


def next_version(versions: Iterable[SignedRange], key: RangeKey) -> int:
    """Return the number of the version to sign next; somebody who signs it first is seen by it."""
    return max((own.version for own in versions if own.key == key), default=0) + 1


def signed_drafts(
    drafts: Iterable[RangeDraft],
    person: str,
    initials: str,
    today: date,
    versions: Sequence[SignedRange],
    review_on: date | None = None,
) -> tuple[SignedRange, ...]:
    """Return the drafts as they would be signed `today`, each as the next of its versions.

    Raises
    ------
    pydantic.ValidationError
        For what are no initials, or a review before today.
    """
    signed = []
    for draft in drafts:
        key = (person, draft.exercise_id, draft.measure_key, draft.rising)
        version = next_version(versions, key)
        signed.append(draft.signed(person, initials, today, version, review_on))
    return tuple(signed)


def safe_ranges(versions: Iterable[SignedRange], exercise: Exercise) -> tuple[SafeRange, ...]:
    """Return what holds while a person does `exercise`.

    Their own ranges in it. For a measure that has none, what was signed for its variants (seated,
    standing) narrows it, and never widens it: a tender shoulder is as tender standing.

    Parameters
    ----------
    versions
        All versions of one person, of any movements.
    exercise
        The movement as it is offered to them.
    """
    holding = latest(versions)
    own = tuple(each.safe_range() for each in holding if each.exercise_id == exercise.id)
    signed = {(each.measure_key, each.rising) for each in own}
    alike = [each for each in holding if each.exercise_id in exercise.variants]
    borrowed = (
        _borrowed(exercise, target, alike)
        for target in own_targets(exercise)
        if target.target.role != "steady"
        and (target.measure.key, target.target.rising) not in signed
    )
    return (*own, *(each for each in borrowed if each is not None))


def _borrowed(exercise: Exercise, own: OwnTarget, alike: Sequence[SignedRange]) -> SafeRange | None:
    """Return the movement's own range as far as ranges of its variants leave it, if they narrow."""
    target, key = own.target, own.measure.key
    theirs = [each for each in alike if (each.measure_key, each.rising) == (key, target.rising)]
    nearest = min if target.rising else max
    ceiling = nearest([target.ceiling, *(each.ceiling for each in theirs)])
    far = nearest([target.far, *(each.high if each.rising else each.low for each in theirs)])
    near = nearest([target.near, *(each.low if each.rising else each.high for each in theirs)])
    if (near, far, ceiling) == (target.near, target.far, target.ceiling):
        return None
    low, high = sorted((near, far))
    return SafeRange(key, low, high, ceiling, exercise_id=exercise.id)


def check_range(signed: SignedRange | RangeDraft, exercise: Exercise) -> None:
    """Refuse a range that does not hold for `exercise` as it is offered to the person.

    Raises
    ------
    RangeRefused
        Where the movement asks for no such measure in that direction, the range ends before the
        movement begins, or the ceiling is beyond the movement's own without a written reason.
    """
    own = next(
        (
            each
            for each in own_targets(exercise)
            if each.measure.key == signed.measure_key
            and (each.target.role == "steady" or each.target.rising == signed.rising)
        ),
        None,
    )
    if signed.exercise_id != exercise.id or own is None:
        way = "rising" if signed.rising else "falling"
        raise RangeRefused(f"{exercise.id} asks for no {way} {signed.measure_key}")
    sign = 1.0 if signed.rising else -1.0
    target = own.target
    if (
        target.role != "steady"
        and sign * (signed.high if signed.rising else signed.low) <= sign * target.rest
    ):
        raise RangeRefused(
            f"{signed.measure_key} from {signed.low:g} to {signed.high:g} ends before the movement "
            f"begins, at {target.rest:g}"
        )
    beyond = abs(signed.ceiling - target.rest) > abs(target.ceiling - target.rest)
    if beyond and signed.override_reason is None:
        raise RangeRefused(
            f"{signed.measure_key}: the ceiling {signed.ceiling:g} is beyond the movement's own, "
            f"{target.ceiling:g}; write a reason to sign it all the same"
        )
