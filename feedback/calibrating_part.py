"""What is found one after another while a movement is calibrated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.definition import Target
from exercises.exercise import Exercise
from exercises.own_targets import OwnTarget, own_targets
from exercises.ranges import SafeRange
from vision.measures import MEASURES, Side, Unit


@dataclass(frozen=True, slots=True)
class Part:
    """One measure on one side; or on both, where both sides move as one.

    Attributes
    ----------
    measure
        Its clinical name, without side.
    side
        Which side shows; `None` where both move as one, or there are none.
    rows
        Its rows in `MEASURES`. Of two, the mean of what is seen holds for both.
    movement
        What the movement asks of it, with the sign of the side.
    own
        What holds for the person until something else is signed.
    reason
        Why the ceiling that holds lies beyond the movement's own, where it does.
    """

    measure: str
    side: Side | None
    rows: tuple[int, ...]
    movement: Target
    own: Target
    reason: str | None = None

    @property
    def unit(self) -> Unit:
        """The measure's unit."""
        return MEASURES[self.rows[0]].unit

    @property
    def keys(self) -> tuple[str, ...]:
        """What its ranges are signed for, as `Measure.key` writes it."""
        return tuple(MEASURES[row].key for row in self.rows)


def parts_of(exercise: Exercise, ranges: Iterable[SafeRange] = ()) -> tuple[Part, ...]:
    """Return what is found: each measure that leads, on each side that is done, left before right.

    In a posture that is kept nothing is shown, so nothing is found.

    Parameters
    ----------
    exercise
        The movement as it is offered to the person.
    ranges
        The person's own ranges.
    """
    held = tuple(ranges)
    both = zip(own_targets(exercise), own_targets(exercise, held), strict=True)
    leads = [(plain, own) for plain, own in both if plain.target.role == "lead"]
    if not exercise.repetitions:
        return ()
    if exercise.sides != "together":
        return tuple(_part(plain.side, [(plain, own)], held) for plain, own in leads)
    names = dict.fromkeys(plain.measure.name for plain, _ in leads)
    alike = ([pair for pair in leads if pair[0].measure.name == name] for name in names)
    return tuple(_part(None, pairs, held) for pairs in alike)


def _part(
    side: Side | None, pairs: Sequence[tuple[OwnTarget, OwnTarget]], held: Sequence[SafeRange]
) -> Part:
    """Return the part of some rows; of two that move as one the nearer ceiling holds for both."""
    plain = pairs[0][0]
    own = min((own.target for _, own in pairs), key=lambda t: abs(t.ceiling - t.rest))
    beyond = abs(own.ceiling - own.rest) > abs(plain.target.ceiling - plain.target.rest)
    reasons = [
        each.override_reason
        for each in held
        if each.measure_key == plain.measure.key and each.ceiling == own.ceiling
    ]
    return Part(
        measure=plain.measure.name,
        side=side,
        rows=tuple(pair[0].row for pair in pairs),
        movement=plain.target,
        own=own,
        reason=next((reason for reason in reasons if reason), None) if beyond else None,
    )


def guarding(ranges: Iterable[SafeRange], *, locked: bool) -> tuple[SafeRange, ...]:
    """Return the ranges that guard the person while they are calibrated.

    Alone it is all of their own. With a therapist, who looks for where the ranges lie now, it is
    the movement's own ceilings, and those that were signed beyond them with a reason.
    """
    return tuple(own for own in ranges if locked or own.override_reason is not None)
