"""What is heard of a group's practice: the pacer's chimes, and what is said to all."""

from math import inf

from feedback.group.step import Public
from ui.sounds.sounding import Heard, shortest_s


def heard_of(public: Public) -> Heard:
    """Return what matters to the ear of what everybody sees.

    While all talk nothing rings: the group is not paced then.
    """
    kind = "paused" if public.kind == "talking" else public.kind
    breath, lasting_s = public.breath, inf
    if public.exercise is not None and public.exercise.pace == "breath":
        phases = [(phase.breath, phase.seconds) for phase in public.exercise.phases]
        lasting_s = shortest_s(phases, breath.breath)
    return Heard(kind, breath.breath, breath.cycle, lasting_s)


def spoken_of(public: Public) -> str | None:
    """Return the fixed phrase that is spoken to all: what is common, else the guide's words."""
    if public.said is not None:
        return f"all.{public.said}"
    if public.kind in ("showing", "moving") and public.exercise is not None:
        return public.exercise.phases[public.phase].words
    return None
