"""How far a group has come in one part of its practice: frozen, and what time does to it."""

from dataclasses import dataclass, replace
from math import floor
from typing import Literal

from feedback.group.plan import Beat, Move, Rest, Talk

At = Literal["talking", "showing", "moving", "resting"]

NEARLY_S = 1.0
"""With less left of a movement's minutes no other cycle begins (a default of ours)."""

LONGER_S = 60.0
"""So much longer a part lasts each time it is asked for (a default of ours)."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A while that lasts `lasts_s` seconds, of which `within_s` are over."""

    lasts_s: float
    within_s: float = 0.0

    @property
    def left_s(self) -> float:
        """Seconds left; not negative."""
        return max(self.lasts_s - self.within_s, 0.0)

    def after(self, by_s: float) -> "Spell":
        """Return it `by_s` seconds later."""
        return Spell(self.lasts_s, self.within_s + by_s)

    def longer(self) -> "Spell":
        """Return it a minute longer; what was overdrawn is forgotten."""
        return Spell(max(self.lasts_s, self.within_s) + LONGER_S, self.within_s)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a group is in one part.

    Attributes
    ----------
    at
        What goes on in it.
    spell
        Its own time; of a movement its minutes, which being shown does not use up.
    pacer_s
        How far the pacer has come in what is shown or moved, seconds of the movement's own time.
    rest
        A rest that was put in before it goes on, `None` without one.
    """

    at: At
    spell: Spell
    pacer_s: float = 0.0
    rest: Spell | None = None

    @property
    def doing(self) -> At:
        """What goes on now."""
        return self.at if self.rest is None else "resting"

    @property
    def now(self) -> Spell:
        """The time of what goes on now."""
        return self.spell if self.rest is None else self.rest

    def longer(self) -> "Stage":
        """Return it with what goes on now a minute longer."""
        if self.rest is not None:
            return replace(self, rest=self.rest.longer())
        return replace(self, spell=self.spell.longer())


def begun(beat: Beat, *, shows: bool) -> Stage:
    """Return the beginning of a part; of a movement what is shown first, where it is."""
    if isinstance(beat, Talk):
        return Stage("talking", Spell(beat.seconds))
    if isinstance(beat, Rest):
        return Stage("resting", Spell(beat.seconds))
    return Stage("showing" if shows else "moving", Spell(beat.shown.minutes * 60))


def from_rest(stage: Stage, beat: Beat) -> Stage:
    """Return a part that goes on where its cycle begins: nobody starts with raised arms."""
    if not isinstance(beat, Move):
        return stage
    cycle_s = beat.shown.cycle_s
    return replace(stage, pacer_s=floor(stage.pacer_s / cycle_s) * cycle_s)


def spent(stage: Stage, beat: Beat, by_s: float, paced_s: float) -> Stage | None:
    """Return the part `by_s` seconds later; `None` once it has come to its own end.

    A talk never has: its time is no more than a hint. A rest has once its time is over, a movement
    at the end of the cycle in which its minutes are.

    Parameters
    ----------
    stage, beat
        The part, and what it is of.
    by_s
        Seconds gone by; not negative.
    paced_s
        How far the pacer came in them.
    """
    if stage.rest is not None:
        rest = stage.rest.after(by_s)
        return replace(stage, rest=rest if rest.left_s > 0 else None)
    if isinstance(beat, Move):
        return _paced(stage, beat.shown.cycle_s, by_s, stage.pacer_s + paced_s)
    spell = stage.spell.after(by_s)
    over = stage.at == "resting" and spell.left_s <= 0
    return None if over else replace(stage, spell=spell)


def _paced(stage: Stage, cycle_s: float, by_s: float, pacer_s: float) -> Stage | None:
    if stage.at == "showing":
        if pacer_s < cycle_s:
            return replace(stage, pacer_s=pacer_s)
        return replace(stage, at="moving", pacer_s=pacer_s - cycle_s)
    ends = floor(pacer_s / cycle_s) > floor(stage.pacer_s / cycle_s)
    spell = stage.spell.after(by_s)
    over = ends and spell.left_s <= NEARLY_S
    return None if over else replace(stage, spell=spell, pacer_s=pacer_s)
