"""Who works with the people: staff, of whom some may sign."""

from typing import Literal

from exercises.code import Initials
from exercises.definition import Definition

Role = Literal["therapist", "clinician", "assistant"]

_SIGNING: frozenset[Role] = frozenset({"therapist", "clinician"})


class Staff(Definition):
    """A member of staff. Their PIN is never part of this."""

    initials: Initials
    """How they sign."""
    role: Role
    """What they do here."""
    active: bool = True
    """Whether they still work here; what they signed stays signed."""

    @property
    def may_sign(self) -> bool:
        """Whether they may sign ranges and programmes now."""
        return self.active and self.role in _SIGNING
