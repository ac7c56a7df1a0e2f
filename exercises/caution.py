"""For whom a movement is left out, made smaller, or done without holding, and why."""

from typing import Annotated, Literal

from pydantic import Field

from exercises.flags import Flag
from exercises.frozen import Definition, Text

Effect = Literal["hide", "small", "no-hold"]


class Caution(Definition):
    """What a movement becomes for a person who carries a flag."""

    flag: Flag
    """What is known of the person, as in ``osteoporosis``."""
    effect: Effect
    """`hide`: not offered. `small`: its far ends are cut. `no-hold`: without holds and pauses."""
    share: Annotated[float, Field(gt=0, lt=1)] | None = None
    """Where it is made small, what is left of the way from rest; without it the usual share."""
    reason: Text
    """Why, for the therapist, as in ``no end-range bending of the trunk``."""
