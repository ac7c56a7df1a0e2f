"""What is read of a person to show their profile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from exercises.person import Person
from exercises.signed_range import SignedRange
from ui.ports import Applied, Keeps, Kept, KeptProposal


@dataclass(frozen=True, slots=True)
class ProfileRead:
    """What is read of a person to show their profile.

    Attributes
    ----------
    kept
        Their profile.
    current
        The ranges that hold.
    applied
        The programme that holds; `None` where there is none.
    waiting
        What is proposed; `None` where nothing is.
    asked_on
        When they were asked last how life is; `None` where they never were.
    """

    kept: Kept[Person]
    current: Sequence[SignedRange]
    applied: Applied | None
    waiting: KeptProposal | None
    asked_on: date | None = None


def read_profile(code: str) -> Callable[[Keeps], ProfileRead]:
    """Return what reads a person's profile."""
    return lambda keeps: ProfileRead(
        keeps.people.get(code),
        keeps.ranges.current(code),
        keeps.programmes.current(code),
        keeps.proposals.open(code),
        max((each.value.day for each in keeps.outcomes.list(code)), default=None),
    )
