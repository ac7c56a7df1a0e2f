"""What one person does today of an item of their programme: the movement, and their ranges."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite

from exercises.dial import smaller_today
from exercises.exercise import Exercise
from exercises.offer import Offer, offered_to
from exercises.one_sided import one_sided
from exercises.own_targets import OwnTarget, own_targets
from exercises.pace import paced
from exercises.person import Person
from exercises.programme import Item
from exercises.ranges import SafeRange
from exercises.rebuilt import rebuilt
from exercises.signed_range import SignedRange
from exercises.smaller import smaller_guide
from exercises.versions import safe_ranges
from vision.measures import SIDES

MOST_MINUTES = 20.0
"""As long as a movement may take."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is done.

    Attributes
    ----------
    exercise
        The movement as this person does it, guide and all.
    ranges
        What holds for them in it.
    rest_s
        Seconds of rest after it.
    """

    exercise: Exercise
    ranges: tuple[SafeRange, ...]
    rest_s: float = 0.0


def prepared(
    item: Item,
    exercise: Exercise,
    person: Person,
    versions: Iterable[SignedRange] = (),
    share: float = 1.0,
) -> Prepared | Offer:
    """Return what `person` does of `item`, or the offer where the movement is hidden from them.

    Parameters
    ----------
    item
        How much of it.
    exercise
        The movement as it is written.
    person
        Who does it.
    versions
        All versions of their ranges.
    share
        The dial and what was eased, above 0 and at most 1: what is left of every way from rest.
    """
    offer = offered_to(exercise, person)
    if offer.hidden:
        return offer
    done = offer.exercise
    if item.sides != "both":
        kept = one_sided(done, item.sides)
        if kept is None:
            return Offer(("offer.spared-side",), (), exercise)
        done = kept
    done = dosed(paced(done, _tempo(item, person), item.exhale_s), item, done.cycle_s)
    own = safe_ranges(versions, done)
    done, own = smaller_today(done, own, item.range_share * share)
    return Prepared(guided_within(done, own), own, item.rest_s)


def guided_within(exercise: Exercise, ranges: Iterable[SafeRange]) -> Exercise:
    """Return the movement with a guide that goes no farther than the middle of the own range.

    The guide shows the middle of the movement's range; where a person's lies nearer to rest, it
    shows theirs, each side its own. It never goes farther than it is written.
    """
    shares = {"left": 1.0, "right": 1.0}
    both = zip(own_targets(exercise), own_targets(exercise, ranges), strict=True)
    for written, own in both:
        if written.target.role == "lead":
            share = _share(written, own)
            for side in SIDES if written.side is None else (written.side,):
                shares[side] = min(shares[side], share)
    if min(shares.values()) == 1:
        return exercise
    return rebuilt(exercise, phases=smaller_guide(exercise, **shares))


def _share(written: OwnTarget, own: OwnTarget) -> float:
    """Return the middle of one's own range as a share of the movement's, at most 1."""
    way = (written.target.low + written.target.high) / 2 - written.target.rest
    theirs = (own.target.low + own.target.high) / 2 - own.target.rest
    share = theirs / way if way else 1.0
    return min(max(share, 0.0), 1.0) if isfinite(share) else 1.0


def _tempo(item: Item, person: Person) -> float:
    """Return the pace of the item and the person together."""
    return item.tempo * person.tempo


def dosed(exercise: Exercise, item: Item, own_cycle_s: float | None = None) -> Exercise:
    """Return the movement with the item's repetitions and minutes.

    Minutes that are not said last as much longer as a slower pace takes, where the movement was
    slowed from a cycle of `own_cycle_s`.
    """
    changes: dict[str, object] = {}
    if item.repetitions is not None and exercise.repetitions:
        changes["repetitions"] = item.repetitions
    slower = 1.0 if own_cycle_s is None else exercise.cycle_s / own_cycle_s
    minutes = item.minutes or min(exercise.minutes * slower, MOST_MINUTES)
    if minutes != exercise.minutes:
        changes["minutes"] = minutes
    return rebuilt(exercise, **changes) if changes else exercise
