"""What a movement is written in: its parts, each frozen and checked by itself."""

from typing import Annotated, Literal

from pydantic import Field

from exercises.caution import Caution
from exercises.frozen import Definition, Slug, Text, Words
from exercises.tags import Tag

__all__ = ["Definition", "Movement", "Phase", "Slug", "Target", "Text", "Words"]


class Target(Definition):
    """What one measure does in the movement, in the measure's own unit.

    `rest` is where it starts; `low`–`high` is the comfortable range; `ceiling` is the hard limit
    beyond the far end of that range (above `high` when the measure rises, below `low` when it
    falls). A `steady` target stays within `low`–`high` around `rest`, and its ceiling bounds the
    distance from `rest` on both sides.

    In a movement that alternates sides, a midline target is written for the left; for the right
    its sign is exchanged.
    """

    measure: str
    """Clinical name, without side, as in ``shoulder_abduction``."""
    role: Literal["lead", "follow", "steady"] = "lead"
    """`lead`: carries and counts the movement. `follow`: goes along. `steady`: stays at rest."""
    rest: float
    """Where it starts."""
    low: float
    """The smaller end of the comfortable range."""
    high: float
    """The larger end of the comfortable range."""
    ceiling: float
    """The hard limit, beyond the comfortable range."""

    @property
    def rising(self) -> bool:
        """Whether the measure grows from rest toward the comfortable range."""
        return self.low + self.high >= 2 * self.rest

    @property
    def near(self) -> float:
        """The end of the comfortable range that is met first on the way from rest."""
        return self.low if self.rising else self.high

    @property
    def far(self) -> float:
        """The end of the comfortable range farthest from rest."""
        return self.high if self.rising else self.low


class Phase(Definition):
    """One part of the cycle, which ends in its `guide` posture.

    `travel` says how far the lead targets have come by the end of the phase: 0 at rest, 1 in the
    middle of the comfortable range.
    """

    id: Slug
    """Its name within the movement."""
    words: Words
    """What is read while it lasts, as in ``arms rise with the breath``."""
    breath: Literal["in", "out", "rest", "natural"]
    """`rest`: a pause in which the breath stays as it is; `natural`: the person's own breath."""
    seconds: Annotated[float, Field(gt=0, le=60)]
    """How long the guide takes for it."""
    travel: Annotated[float, Field(ge=0, le=1)]
    """How far the lead targets have come at its end: 0 rest, 1 the middle of the range."""
    guide: dict[str, float]
    """Joint angles that differ from the movement's `stance`, by name; a name without side
    (``shoulder_elevation``) sets both."""


class Movement(Definition):
    """A movement as a clinic writes it; whether it holds together is for `Exercise` to say."""

    format: Literal[1]
    """The version of this format."""
    id: Slug
    """Its name on the command line and in records, as in ``side-bend-seated``."""
    number: Annotated[int, Field(ge=1, le=999)]
    """Its place in the library; variants share one."""
    title: Text
    """Its name, as a person reads it."""
    posture: Literal["seated", "standing", "lying"]
    """The posture it is done in, which the guide starts from."""
    view: Literal["front", "side", "any"]
    """Where the camera looks from; `any` for a movement that is timed only."""
    camera: Text
    """How to sit or stand before the camera."""
    sides: Literal["each", "together", "alternating", "midline"]
    """`each`: both sides at once, measured and counted apart. `together`: both sides at once,
    counted as one. `alternating`: left, then right. `midline`: there are no sides."""
    pace: Literal["breath", "natural"]
    """`breath`: phases follow in and out; `natural`: the person's own breath."""
    repetitions: Annotated[int, Field(ge=0, le=30)]
    """Offered repetitions, of each side where they alternate; 0 for a posture that is kept."""
    minutes: Annotated[float, Field(gt=0, le=20)]
    """How long it is offered for, rests included."""
    prompt: Text
    """A question to feel into while pausing."""
    how: Text
    """The movement in one or two sentences, as an invitation."""
    care: Annotated[tuple[Text, ...], Field(strict=False, max_length=6)]
    """Kinder ways to do it, and when to leave it for another day."""
    tags: Annotated[tuple[Tag, ...], Field(strict=False, min_length=1, max_length=4)]
    """What it is good for, as in ``["flexibility", "breath"]``."""
    helps: Text
    """The everyday activity it helps, as in ``reaching a shelf``."""
    cautions: Annotated[tuple[Caution, ...], Field(strict=False, max_length=12)] = ()
    """What it becomes for a person who carries a flag, and why."""
    variants: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    """Ids of movements that are its equals, as seated and standing are."""
    alike: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    """Ids of other movements that look like this one to the camera, and so count for it."""
    flowing: bool = False
    """Whether the guide goes through the ends of its phases without a stop, as in a circle."""
    support: bool = False
    """Whether a chair to hold on to is drawn before somebody who stands."""
    arrives: bool = False
    """Whether the far end has to be arrived at, as standing up is: then it is done fewer times, and
    never made smaller, for half of it would be a posture to hold."""
    stance: dict[str, float] = Field(default_factory=dict)
    """Joint angles the whole movement stands or sits in, over the posture's own."""
    targets: Annotated[tuple[Target, ...], Field(strict=False, max_length=8)] = ()
    """What the measures do; none for a movement that is timed only."""
    phases: Annotated[tuple[Phase, ...], Field(strict=False, min_length=1, max_length=12)]
    """The parts of one cycle, in order."""

    def __hash__(self) -> int:
        """Return the id's hash, so that what is worked out of a movement can be kept."""
        return hash(self.id)

    @property
    def lead(self) -> Target | None:
        """The first target that carries and counts the movement; `None` where none does."""
        return next((target for target in self.targets if target.role == "lead"), None)

    @property
    def seen(self) -> bool:
        """Whether the camera measures it; one that is not runs by time and breath alone."""
        return bool(self.targets)

    @property
    def cycle_s(self) -> float:
        """Seconds of one whole cycle of phases."""
        return sum(phase.seconds for phase in self.phases)
