"""What was found of one part, and what a therapist makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from exercises.range_draft import RangeDraft
from feedback.calibrating_part import Part
from feedback.handles import Bounds, Handle, moved, set_to
from feedback.proposal import Proposed, proposed
from feedback.shows import Shown
from vision.measures import Unit

FARTHEST: dict[Unit, float] = {"degrees": 180.0, "percent": 100.0, "shoulder_widths": 4.0}
"""No ceiling is farther from rest than this, whatever the reason."""

_DIGITS = 1


@dataclass(frozen=True, slots=True)
class FoundRange:
    """One part, measured.

    Attributes
    ----------
    part
        Which.
    tops
        What it was found from.
    setting
        The range as it stands; `None` where the tops speak for none.
    override_reason
        Why its ceiling may be moved beyond the movement's own.
    """

    part: Part
    tops: tuple[Shown, ...]
    setting: Proposed | None
    override_reason: str | None = None

    @property
    def limit(self) -> float:
        """What its ceiling is not moved past."""
        target = self.part.movement
        if self.override_reason is None:
            return target.ceiling
        return target.rest + (1 if target.rising else -1) * FARTHEST[self.part.unit]

    def moved(self, handle: Handle, steps: int) -> "FoundRange":
        """Return it with one end moved, as `feedback.handles.moved`."""
        if self.setting is None:
            return self
        return replace(self, setting=moved(self.setting, handle, steps, self._bounds))

    def set_to(self, handle: Handle, value: float) -> "FoundRange":
        """Return it with one end moved to a value, as `feedback.handles.set_to`."""
        if self.setting is None:
            return self
        return replace(self, setting=set_to(self.setting, handle, value, self._bounds))

    def drafts(self, exercise_id: str, view: Literal["front", "side"] | None) -> list[RangeDraft]:
        """Return what waits for a signature: one for each measure and side it holds for."""
        setting, target = self.setting, self.part.movement
        if setting is None:
            return []
        beyond = abs(setting.ceiling - target.rest) > abs(target.ceiling - target.rest)
        return [
            RangeDraft(
                exercise_id=exercise_id,
                measure_key=key,
                low=setting.low,
                high=setting.high,
                ceiling=setting.ceiling,
                tops=tuple(round(top.value, _DIGITS) for top in self.tops),
                error=round(max(top.error for top in self.tops), _DIGITS),
                view=view,
                override_reason=self.override_reason if beyond else None,
            )
            for key in self.part.keys
        ]

    @property
    def _bounds(self) -> Bounds:
        return Bounds(self.part.movement.rest, self.limit, self.part.unit)


def found_range(
    part: Part, tops: Sequence[Shown], neutral: float | None, *, locked: bool
) -> FoundRange:
    """Return what `tops` speak for.

    With a therapist the ceiling is proposed within the movement's own. Locked, the one that holds
    now stays, with its reason, and the comfortable range is proposed inside it.

    Parameters
    ----------
    part
        What was measured.
    tops
        The tops that were taken; without any nothing is proposed.
    neutral
        Where the person rests, where that is known.
    locked
        Whether the person is alone.
    """
    if not tops:
        return FoundRange(part, (), None)
    target = part.own if locked else part.movement
    error = max(top.error for top in tops)
    setting = proposed([top.value for top in tops], error, target, part.unit, neutral)
    if setting is not None and locked:
        setting = replace(setting, ceiling=target.ceiling)
    return FoundRange(part, tuple(tops), setting, part.reason if locked else None)
