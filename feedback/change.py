"""What may be proposed: one change of one variable, with its reasons, for the therapist's yes."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from exercises.definition import Definition, Slug

Variable = Literal["repetitions", "range", "exhale"]


class Because(Definition):
    """One reason, as data; `tr(id, **values)` says it."""

    id: str
    """A key of the catalogues, as in ``because.comfortable-practices``."""
    values: dict[str, int | float | str] = Field(default_factory=dict)
    """What the text names."""


class Proposal(Definition):
    """One change of one variable of one movement; nothing changes before the therapist's yes."""

    exercise_id: Slug
    """Of which movement."""
    variable: Variable
    """``repetitions`` and ``exhale`` (seconds longer) are the programme item's own; ``range`` is
    its `range_share`, or the far end of a signed range where `measure_key` names one."""
    before: float
    """What it is now."""
    after: float
    """What it would be."""
    measure_key: str | None = None
    """Whose comfortable range; `None` where the change is of the programme's item."""
    rising: bool | None = None
    """Whether that range rises; `None` with `measure_key`."""
    on: date
    """When it was worked out."""
    reasons: Annotated[tuple[Because, ...], Field(strict=False, min_length=1, max_length=12)]
    """Why, the first first."""


class Decision(Definition):
    """A proposal that was answered."""

    proposal: Proposal
    """Which."""
    accepted: bool
    """Whether the therapist said yes."""
    on: date
    """When."""
