"""Ranges that come from elsewhere: taken in where they narrow, else laid before a therapist."""

from collections.abc import Iterable, Sequence

from exercises.exercise import Exercise
from exercises.own_targets import OwnTarget, own_targets
from exercises.signed_range import SignedRange
from exercises.versions import RangeRefused, check_range, latest, next_version, safe_ranges


def imported(
    ours: Sequence[SignedRange], theirs: Iterable[SignedRange], exercise: Exercise
) -> tuple[tuple[SignedRange, ...], tuple[SignedRange, ...]]:
    """Return which ranges from elsewhere are taken in, numbered after ours, and which wait.

    One that would let the person go farther than what holds here waits for a therapist to sign
    it anew, an override included: an import never widens. What is known already is passed over.

    Parameters
    ----------
    ours
        All versions here, of one person.
    theirs
        Versions from elsewhere, of the same person; those of other movements are passed over.
    exercise
        The movement as it is offered to them.

    Returns
    -------
    taken, waiting
        In the order of their versions.
    """
    known = list(ours)
    waiting: list[SignedRange] = []
    incoming = [own for own in latest(theirs) if own.exercise_id == exercise.id]
    for own in sorted(incoming, key=lambda each: each.version):
        if any(_same(own, each) for each in latest(known) if each.key == own.key):
            continue
        if _widens(own, known, exercise):
            waiting.append(own)
        else:
            number = next_version(known, own.key)
            known.append(own.model_copy(update={"version": number}))
    return tuple(known[len(ours) :]), tuple(waiting)


def _same(one: SignedRange, other: SignedRange) -> bool:
    return one.model_copy(update={"version": other.version}) == other


def _widens(own: SignedRange, known: Sequence[SignedRange], exercise: Exercise) -> bool:
    """Return whether anything could be gone to with `own` that could not before, or overrides."""
    if own.override_reason is not None:
        return True
    try:
        check_range(own, exercise)
    except RangeRefused:
        return True
    number = next_version(known, own.key)
    added = (*known, own.model_copy(update={"version": number}))
    before = own_targets(exercise, safe_ranges(known, exercise))
    after = own_targets(exercise, safe_ranges(added, exercise))
    return any(_farther(now, then) for now, then in zip(after, before, strict=True))


def _farther(now: OwnTarget, then: OwnTarget) -> bool:
    """Return whether more is allowed by `now` than by `then`, toward either end."""
    rest = then.target.rest
    if abs(now.target.ceiling - rest) > abs(then.target.ceiling - rest):
        return True
    if then.target.role == "steady":
        return now.target.low < then.target.low or now.target.high > then.target.high
    return abs(now.target.far - rest) > abs(then.target.far - rest)
