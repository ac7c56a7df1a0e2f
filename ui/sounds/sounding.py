"""Which chime begins now: pure, over what was heard of the practice before and what is now.

A breath rings where it begins, or not at all: a chime that came late would tell of another moment.
What rings for a step (a rest, the start, the end) waits its turn instead, for it is said once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

APART_S = 0.8
"""No chime begins sooner after another (a default of ours, unvalidated)."""
SHORTEST_BREATH_S = 1.5
"""A breath that lasts less has no chime (a default of ours, unvalidated)."""

BREATHS = frozenset({"in", "out", "rest"})
# Steps without chimes of the breath. A rest is quiet once its bowl has rung.
_QUIET = frozenset({"paused", "resting", "finished"})


@dataclass(frozen=True, slots=True)
class Heard:
    """What matters to the ear of one moment of a practice.

    Attributes
    ----------
    kind
        Kind of the step, as in ``showing``, ``moving``, ``resting``, ``paused``, ``finished``.
    breath
        ``in``, ``out``, ``rest`` (a pause between) or ``natural`` (nothing is paced).
    cycle
        Whole cycles of the breath done.
    lasts_s
        How many seconds this breath is to last, where it is known.
    """

    kind: str
    breath: str
    cycle: int
    lasts_s: float = inf


@dataclass(frozen=True, slots=True)
class Sounding:
    """What has sounded so far.

    Attributes
    ----------
    last
        The moment before, pauses left out.
    rang_s
        When the last chime began.
    waiting
        The chime of a step that waits until the last one is `APART_S` old.
    told
        Which of ``start`` and ``end`` have been due; they are once only.
    """

    last: Heard | None = None
    rang_s: float = -inf
    waiting: str | None = None
    told: frozenset[str] = frozenset()


def begins(last: Heard | None, now: Heard) -> str | None:
    """Return the one chime that `now` calls for after `last`, or `None`.

    Parameters
    ----------
    last
        The moment before that was not paused; `None` at the first.
    """
    if now.kind == "paused":
        return None
    of_step = _of_step(last, now)
    if of_step is not None or now.kind in _QUIET:
        return of_step
    return now.breath if _breath_begins(last, now) else None


def after(sounding: Sounding, now: Heard, t: float) -> tuple[Sounding, str | None]:
    """Return what has sounded once it is `now`, and the chime that begins at `t` seconds.

    A pause drops the chime that waits, and is left out of what was before: who goes on within a
    breath hears nothing of it again.
    """
    if now.kind == "paused":
        return replace(sounding, waiting=None), None
    wanted = begins(sounding.last, now)
    told = sounding.told
    if wanted in told:
        wanted = None
    elif wanted in ("start", "end"):
        told = told | {wanted}
    stepped = wanted is not None and wanted == _of_step(sounding.last, now)
    waiting = wanted if stepped else sounding.waiting
    if waiting == "rest" and now.kind != "resting":
        waiting = None  # the rest was over before its turn came
    due = waiting or wanted
    if due is None or t - sounding.rang_s < APART_S:
        return Sounding(now, sounding.rang_s, waiting, told), None
    return Sounding(now, t, None, told), due


def shortest_s(phases: Sequence[tuple[str, float]], breath: str) -> float:
    """Return how long the shortest run of phases breathed alike lasts, around the cycle.

    Parameters
    ----------
    phases
        The breath of each phase of a cycle, with its seconds.

    Returns
    -------
    float
        Seconds; infinite where nothing is breathed so, or where every phase is.
    """
    turned = next((row for row in range(len(phases)) if phases[row][0] != phases[row - 1][0]), None)
    if turned is None:
        return inf
    runs: list[tuple[str, float]] = []
    for each, seconds in (*phases[turned:], *phases[:turned]):
        if runs and runs[-1][0] == each:
            runs[-1] = (each, runs[-1][1] + seconds)
        else:
            runs.append((each, seconds))
    return min((seconds for each, seconds in runs if each == breath), default=inf)


def _of_step(last: Heard | None, now: Heard) -> str | None:
    if now.kind == "finished":
        return "end" if last is not None and last.kind != "finished" else None
    if last is None:
        return "start"
    return "rest" if now.kind == "resting" and last.kind != "resting" else None


def _breath_begins(last: Heard | None, now: Heard) -> bool:
    if now.breath not in BREATHS or now.lasts_s < SHORTEST_BREATH_S:
        return False
    if last is None or last.kind in _QUIET or last.breath != now.breath:
        return True
    # A breath goes on over the end of a cycle where the next one begins alike; a cycle that jumps
    # is another movement, or a breath that nobody drew a picture of.
    return now.cycle not in (last.cycle, last.cycle + 1)
