"""A person who practises: how they like to, what is spared, what they hope for, what is agreed."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from exercises.code import Code, Initials
from exercises.consent import Consent
from exercises.definition import Definition
from exercises.flags import Flag
from exercises.lines import Name, Note
from vision.measures import Side

__all__ = ["Area", "Consent", "EveryWeeks", "Goal", "Person", "Screening", "Spared"]

EveryWeeks = Annotated[int, Field(ge=0, le=52)]
"""Every how many weeks a person is asked how life is; 0 for never."""

Area = Literal["neck", "shoulder", "elbow", "wrist", "back", "hip", "knee", "ankle"]
"""A part of the body that can be spared."""


class Spared(Definition):
    """A part of the body that is left out."""

    area: Area
    """Which."""
    side: Side | None = None
    """On which side of the person; `None` for both, or for the middle. For the neck and the back:
    toward which side."""


class Goal(Definition):
    """What a person hopes for."""

    words: Name
    """In their own words."""
    activity: Name
    """The everyday activity it is about, as movements name what they help."""


class Screening(Definition):
    """Whether somebody looked at whether this is for this person, and what was found."""

    by: Initials
    """Who looked."""
    on: date
    """When."""
    cleared: bool
    """Whether the person may practise."""
    notes: Note = ""
    """What was found."""


class Person(Definition):
    """A person who practises, known by a code."""

    code: Code
    """What they are called in files, logs and on the command line."""
    display_name: Name | None = None
    """What they like to be called; kept in the encrypted store alone."""
    posture: Literal["seated", "standing", "lying", "any"] = "any"
    """The posture they practise in."""
    spare: Annotated[tuple[Spared, ...], Field(strict=False, max_length=20)] = ()
    """What is left out."""
    wary_of: Note = ""
    """What they are wary of, in words for the therapist."""
    tempo: Annotated[float, Field(ge=0.5, le=1.5)] = 1.0
    """How fast they like to go, as a share of the movement's own pace: 0.5 takes twice as long."""
    goals: Annotated[tuple[Goal, ...], Field(strict=False, max_length=20)] = ()
    """What they hope for."""
    screening: Screening | None = None
    """Who looked whether this is for them; `None` until somebody has."""
    flags: Annotated[tuple[Flag, ...], Field(strict=False)] = ()
    """What is watched for."""
    consent: Consent | None = None
    """What they have agreed to; `None` until they were asked."""
    ask_every_weeks: EveryWeeks | None = None
    """Every how many weeks they are asked how life is; `None` as often as the clinic chose."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len(set(self.flags)) < len(self.flags):
            raise ValueError("a flag is set twice")
        if len(set(self.spare)) < len(self.spare):
            raise ValueError("something is spared twice")
        return self
