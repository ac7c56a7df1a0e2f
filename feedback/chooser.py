"""Which one cue is shown: the reasons there are now, passed through the table's silences."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf

from feedback.cues import CUES, QUIET_S, UNBROKEN_S, CueRule
from feedback.feedback import Cue
from vision.measures import Side

Reasons = Mapping[str, Side | None]
"""The cues there is reason for now, by id, each with the side it speaks of."""

_RULES = {rule.id: rule for rule in CUES}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown and what the silences need to know.

    Attributes
    ----------
    shown
        The one cue shown, or `None`.
    gone_s
        When the last cue went; minus infinity before the first.
    since
        For each cue there is reason for: since when without a break.
    protected_s
        When there was last reason for the protective cue; minus infinity before.
    given
        Every cue that was begun, (time_s, id), in order.
    """

    shown: Cue | None = None
    gone_s: float = float("-inf")
    since: Mapping[str, float] = field(default_factory=dict)
    protected_s: float = float("-inf")
    given: tuple[tuple[float, str], ...] = ()


def chosen(before: Chosen, reasons: Reasons, t: float, *, seeing: bool) -> Chosen:
    """Return what is shown at `t` seconds.

    Parameters
    ----------
    before
        What `chosen` returned last, or ``Chosen()``.
    reasons
        The cues there is reason for now. An id that is not in the table raises `KeyError`.
    t
        Seconds, not before those of the last call.
    seeing
        Whether what is known of the person is fresh.
    """
    since = {cue: before.since.get(cue, t) for cue in reasons}
    now = replace(before, since=since)
    for rule in CUES:
        if rule.protective and rule.id in reasons:
            anew = t - before.protected_s > UNBROKEN_S
            now = replace(now, protected_s=t)
            return _protected(now, rule, reasons[rule.id], t, anew=anew)
    if now.shown is not None and _over(now.shown, now, t, seeing=seeing):
        now = replace(now, shown=None, gone_s=t)
    if now.shown is not None or t - now.gone_s < QUIET_S:
        return now
    due = _first_due(now, t, seeing=seeing)
    return now if due is None else _begun(now, due, reasons[due.id], t)


def _protected(now: Chosen, rule: CueRule, side: Side | None, t: float, *, anew: bool) -> Chosen:
    """Return the protective cue: begun at once, and again each time its reason comes anew.

    A second side that joins the first while it is shown makes it speak of both.
    """
    shown = now.shown
    if anew or shown is None or shown.id != rule.id:
        return _begun(now, rule, side, t)
    return replace(now, shown=replace(shown, side=side))


def _over(shown: Cue, now: Chosen, t: float, *, seeing: bool) -> bool:
    rule = _RULES[shown.id]
    if rule.protective:
        return t - shown.since_s >= rule.dwell_s and t - now.protected_s > UNBROKEN_S
    if (rule.needs_seeing and not seeing) or not now.since.keys().isdisjoint(rule.untrue_with):
        return True
    shown_s = t - shown.since_s
    if shown_s < rule.dwell_s:
        return False
    if rule.longest_s == inf and _first_due(now, t, seeing=seeing) in CUES[: CUES.index(rule)]:
        return True
    return shown_s >= rule.longest_s or shown.id not in now.since


def _first_due(now: Chosen, t: float, *, seeing: bool) -> CueRule | None:
    """Return the first of the table that there is reason for and that may be said now."""
    for rule in CUES:
        if rule.id in now.since and (seeing or not rule.needs_seeing) and _due(now, rule, t):
            return rule
    return None


def _due(now: Chosen, rule: CueRule, t: float) -> bool:
    times = [at for at, cue in now.given if cue == rule.id]
    spaced = not times or t - times[-1] >= rule.spacing_s
    return spaced and len(times) < rule.most and t - now.since[rule.id] >= rule.delay_s


def _begun(now: Chosen, rule: CueRule, side: Side | None, t: float) -> Chosen:
    cue = Cue(rule.id, since_s=t, protective=rule.protective, side=side)
    return replace(now, shown=cue, given=(*now.given, (t, rule.id)))
