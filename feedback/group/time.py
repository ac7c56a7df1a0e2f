"""Where a group is in its plan: one pacer for all, which waits for nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from exercises.exercise import Exercise
from exercises.guide import GuideMoment, guide_at
from feedback.breath import BreathPhase
from feedback.group.leading import Lead
from feedback.group.plan import GroupPlan, Move
from feedback.group.stage import At, Spell, Stage, begun, from_rest, spent
from feedback.group.step import GroupKind
from feedback.group.tempo import BY_ITSELF, Tempo
from feedback.pacer import breath_at, resting_breath


@dataclass(frozen=True, slots=True)
class GroupTime:
    """Where a group is.

    Attributes
    ----------
    plan
        What it practises.
    stage
        How far it has come in the part it is at.
    index
        Which of the plan's parts that is, from 0.
    tempo
        How fast the pacer goes.
    paused, finished
        Whether all of it stands, and whether it is over.
    elapsed_s
        Seconds since it began, pauses left out.
    shown
        The parts that were begun before, which are not shown again.
    left
        Movements that were gone from before their end, and go on from there.
    """

    plan: GroupPlan
    stage: Stage
    index: int = 0
    tempo: Tempo = BY_ITSELF
    paused: bool = False
    finished: bool = False
    elapsed_s: float = 0.0
    shown: frozenset[int] = frozenset({0})
    left: Mapping[int, Stage] = field(default_factory=dict)

    @property
    def kind(self) -> GroupKind:
        """What all do now."""
        if self.finished:
            return "finished"
        return "paused" if self.paused else self.stage.doing

    @property
    def doing(self) -> At:
        """What goes on now, or stands."""
        return self.stage.doing

    @property
    def move(self) -> Move | None:
        """The movement of this part, else the one that comes next; `None` after the last."""
        parts = self.plan.beats[self.index :]
        return next((part for part in parts if isinstance(part, Move)), None)

    @property
    def exercise(self) -> Exercise:
        """The movement as the guide shows it; after the last, the last."""
        move = self.move
        if move is None:
            move = next(part for part in reversed(self.plan.beats) if isinstance(part, Move))
        return move.shown

    @property
    def remaining_s(self) -> float:
        """Seconds left of what goes on now; not negative."""
        return 0.0 if self.finished else self.stage.now.left_s

    def moment(self) -> GuideMoment:
        """Return where the guide is; at rest while nothing is moved."""
        paced = self.doing in ("showing", "moving") and not self.finished
        return guide_at(self.exercise, self.stage.pacer_s if paced else 0.0)

    def breath(self) -> BreathPhase:
        """Return the pacer's breath; a slow one while nothing is moved."""
        if self.doing in ("showing", "moving"):
            return breath_at(self.exercise, guide_at(self.exercise, self.stage.pacer_s))
        return resting_breath(self.stage.now.within_s)

    def after(self, by_s: float) -> "GroupTime":
        """Return where it is `by_s` seconds later; a pause and the end take no time."""
        if self.paused or self.finished:
            return self
        tempo = self.tempo.after(by_s)
        paced_s = by_s * (self.tempo.rate + tempo.rate) / 2
        now = replace(self, tempo=tempo, elapsed_s=self.elapsed_s + by_s)
        stage = spent(self.stage, self.plan.beats[self.index], by_s, paced_s)
        return now._at(self.index + 1) if stage is None else replace(now, stage=stage)

    def asked(self, lead: Lead, rest_s: float) -> "GroupTime":
        """Return where it is once `lead` was asked for.

        Parameters
        ----------
        lead
            ``NEXT`` ends a rest that was put in and what is shown, else the part, and after the
            last part all of it; ``PREVIOUS`` from the first changes nothing.
        rest_s
            How long a rest is that is put in. While all rest anyway none is.
        """
        if lead is Lead.PAUSE:
            return replace(self, paused=not self.paused)
        if lead is Lead.LEAVE:
            return replace(self, finished=True)
        if lead in (Lead.SLOWER, Lead.FASTER):
            return replace(self, tempo=self.tempo.turned(-1 if lead is Lead.SLOWER else +1))
        if lead is Lead.NEXT:
            return self._next()
        if lead is Lead.PREVIOUS:
            return self._left()._at(self.index - 1) if self.index else self
        if lead is Lead.LONGER:
            return replace(self, stage=self.stage.longer())
        return self._resting(rest_s)

    def _resting(self, rest_s: float) -> "GroupTime":
        if self.doing == "resting":
            return self
        stage = from_rest(self.stage, self.plan.beats[self.index])
        return replace(self, stage=replace(stage, rest=Spell(rest_s)))

    def _next(self) -> "GroupTime":
        if self.stage.rest is not None:
            return replace(self, stage=replace(self.stage, rest=None))
        if self.stage.at == "showing":
            return replace(self, stage=replace(self.stage, at="moving", pacer_s=0.0))
        return self._left()._at(self.index + 1)

    def _left(self) -> "GroupTime":
        """Return it with this movement kept as it is, where there is any time left of it."""
        beat = self.plan.beats[self.index]
        if not isinstance(beat, Move) or self.stage.at != "moving" or not self.stage.spell.left_s:
            return self
        kept = replace(from_rest(self.stage, beat), rest=None)
        return replace(self, left={**self.left, self.index: kept})

    def _at(self, index: int) -> "GroupTime":
        """Return it at another part; past the last it is finished."""
        if index >= len(self.plan.beats):
            return replace(self, finished=True)
        stage = self.left.get(index)
        if stage is None:
            stage = begun(self.plan.beats[index], shows=index not in self.shown)
        left = {at: kept for at, kept in self.left.items() if at != index}
        return replace(self, index=index, stage=stage, left=left, shown=self.shown | {index})


def beginning(plan: GroupPlan) -> GroupTime:
    """Return where a group begins."""
    return GroupTime(plan, begun(plan.beats[0], shows=True))
