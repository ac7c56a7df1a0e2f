"""A programme: movements in order, how much of each, and on which days."""

from typing import Annotated, Literal

from pydantic import Field

from exercises.definition import Definition, Slug
from exercises.lines import Name, Note

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Sides = Literal["both", "left", "right"]

MOST_REPETITIONS = 30
"""As many as a movement can offer."""
MOST_EXHALE_S = 6.0
"""The longest that may be added to a breath out (a default of ours, unvalidated)."""


class Item(Definition):
    """One movement of a programme."""

    exercise_id: Slug
    """Which movement; of its variants, the one that is done."""
    sides: Sides = "both"
    """Which sides of the person."""
    repetitions: Annotated[int, Field(ge=1, le=MOST_REPETITIONS)] | None = None
    """How many, of each side where they alternate; `None` for the movement's own."""
    minutes: Annotated[float, Field(gt=0, le=20)] | None = None
    """How long, rests included; `None` for the movement's own."""
    tempo: Annotated[float, Field(ge=0.5, le=1.5)] = 1.0
    """The pace, as a share of the movement's own: 0.5 takes twice as long."""
    exhale_s: Annotated[float, Field(ge=0, le=MOST_EXHALE_S)] = 0.0
    """Seconds by which the breath out of one cycle is longer than the movement's own."""
    rest_s: Annotated[float, Field(ge=0, le=600)] = 60.0
    """Seconds of rest after it."""
    range_share: Annotated[float, Field(gt=0, le=1)] = 1.0
    """How much of the way from rest is offered; 1 is the person's whole comfortable range."""


class Programme(Definition):
    """Movements in order, for anyone or as one person's own copy."""

    id: Slug
    """Its name on the command line, as in ``first-meeting``."""
    title: Name
    """Its name, as a person reads it."""
    items: Annotated[tuple[Item, ...], Field(strict=False, min_length=1, max_length=40)]
    """The movements, in order."""
    days: Annotated[tuple[Weekday, ...], Field(strict=False, max_length=7)] = ()
    """On which days of the week; none for whenever one likes."""
    note: Note = ""
    """What the therapist writes about it."""
