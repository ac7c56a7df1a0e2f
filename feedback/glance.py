"""As much of a kept practice as is seen at a glance: read in a fraction of the time."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from typing import Literal, Protocol

from feedback.measured import NOTHING, ViewMeasured


@dataclass(frozen=True, slots=True)
class RepetitionGlance:
    """How far a repetition came, and how long it took; as `feedback.repetition.Repetition`."""

    side: Literal["left", "right", "both"]
    start_s: float
    end_s: float
    peak: float
    peak_error: float = nan


@dataclass(frozen=True, slots=True)
class MeasuredGlance:
    """How the person stood."""

    view: ViewMeasured = NOTHING.view


@dataclass(frozen=True, slots=True)
class SummaryGlance:
    """The repetitions of a movement, and how the person stood."""

    repetitions: tuple[RepetitionGlance, ...] = ()
    measured: MeasuredGlance = MeasuredGlance()


@dataclass(frozen=True, slots=True)
class MovementGlance:
    """One movement of a practice."""

    exercise_id: str
    active_s: float
    summary: SummaryGlance


@dataclass(frozen=True, slots=True)
class RecordGlance:
    """The movements of a practice."""

    movements: tuple[MovementGlance, ...] = ()


class RepetitionSeen(Protocol):
    """A repetition, whole or at a glance."""

    @property
    def side(self) -> Literal["left", "right", "both"]:
        """Whose."""
        ...

    @property
    def start_s(self) -> float:
        """When it left rest."""
        ...

    @property
    def end_s(self) -> float:
        """When it was back."""
        ...

    @property
    def peak(self) -> float:
        """How far it came; NaN where that was withheld."""
        ...

    @property
    def peak_error(self) -> float:
        """The expected error of `peak`; NaN where it is not known."""
        ...


class MeasuredSeen(Protocol):
    """What was measured, whole or at a glance."""

    @property
    def view(self) -> ViewMeasured:
        """How the person stood."""
        ...


class SummarySeen(Protocol):
    """What remains of a movement, whole or at a glance."""

    @property
    def repetitions(self) -> Sequence[RepetitionSeen]:
        """All that were done."""
        ...

    @property
    def measured(self) -> MeasuredSeen:
        """What was measured over them."""
        ...


class MovementSeen(Protocol):
    """One movement of a practice, whole or at a glance."""

    @property
    def exercise_id(self) -> str:
        """Which."""
        ...

    @property
    def active_s(self) -> float:
        """Seconds spent in it."""
        ...

    @property
    def summary(self) -> SummarySeen:
        """What remains of it."""
        ...


class RecordSeen(Protocol):
    """What was seen of a practice, whole or at a glance."""

    @property
    def movements(self) -> Sequence[MovementSeen]:
        """The movements in order."""
        ...
