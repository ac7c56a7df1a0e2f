"""What is offered of a movement to one person: whole, changed, or not at all, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exercises.caution import Caution
from exercises.exercise import Exercise
from exercises.flags import GUARDED, NO_HOLDS, Flag
from exercises.holds import holds, without_holds
from exercises.person import Person, Spared
from exercises.smaller import smaller
from exercises.sparing import sparing

SMALL_SHARE = 0.6
"""What is left of the way from rest where a flag cuts its end: a default of ours, unvalidated.
Arms raised to the side then end at 72 of 120 degrees, and 90 stays their ceiling."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered of one movement.

    Attributes
    ----------
    hidden_because
        Why it is not offered, for the therapist; empty where it is. Each is a text of the
        definition, or a key of the catalogues; `tr` says either.
    changed_because
        Why it is not offered as it is written; likewise.
    exercise
        The movement as it is offered; as it is written where it is not.
    """

    hidden_because: tuple[str, ...]
    changed_because: tuple[str, ...]
    exercise: Exercise

    @property
    def hidden(self) -> bool:
        """Whether it is not offered."""
        return bool(self.hidden_because)


def offered(exercise: Exercise, flags: Iterable[Flag] = (), spare: Iterable[Spared] = ()) -> Offer:
    """Return what is offered of `exercise` to a person with `flags`, who spares `spare`.

    What the movement's own cautions say goes before what a flag does by itself. Nothing that is
    offered goes farther, holds the breath longer or uses more sides than what is written.
    """
    carried = tuple(dict.fromkeys(flags))
    cautions = [caution for caution in exercise.cautions if caution.flag in carried]
    hidden = [caution.reason for caution in cautions if caution.effect == "hide"]
    kept = sparing(exercise, spare)
    if isinstance(kept, Spared):
        hidden.append(f"offer.spared-{kept.area}")
    if hidden or isinstance(kept, Spared):
        return Offer(tuple(dict.fromkeys(hidden)), (), exercise)
    changed = ["offer.one-side"] if kept is not exercise else []
    for step in (_with_ends_cut, _with_breath_flowing):
        kept, because = step(kept, carried, cautions)
        changed += because
    return Offer((), tuple(dict.fromkeys(changed)), kept)


def offered_to(exercise: Exercise, person: Person) -> Offer:
    """Return what is offered of `exercise` to `person`."""
    return offered(exercise, person.flags, person.spare)


def _with_ends_cut(
    exercise: Exercise, flags: Sequence[Flag], cautions: Sequence[Caution]
) -> tuple[Exercise, list[str]]:
    small = [caution.reason for caution in cautions if caution.effect == "small"]
    if small:
        shares = (caution.share or SMALL_SHARE for caution in cautions if caution.effect == "small")
        return smaller(exercise, min(shares)), small
    spoken_of = {caution.flag for caution in exercise.cautions}
    moving = {target.measure for target in exercise.targets if target.role != "steady"}
    guarding = [
        flag
        for flag in flags
        if flag not in spoken_of and not moving.isdisjoint(GUARDED.get(flag, ()))
    ]
    guarded = {measure for flag in guarding for measure in GUARDED[flag]}
    if not guarded or exercise.arrives:
        return exercise, []
    return smaller(exercise, SMALL_SHARE, guarded), [f"offer.small-{flag}" for flag in guarding]


def _with_breath_flowing(
    exercise: Exercise, flags: Sequence[Flag], cautions: Sequence[Caution]
) -> tuple[Exercise, list[str]]:
    because = [caution.reason for caution in cautions if caution.effect == "no-hold"]
    because += [f"offer.no-hold-{flag}" for flag in flags if flag in NO_HOLDS]
    if not because or not holds(exercise):
        return exercise, []
    return without_holds(exercise), because
