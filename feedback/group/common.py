"""What is said to all of a group: what is common, and never what is one person's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from types import MappingProxyType

from feedback.group.shoulders import SOFTEN

SAID_TO_ALL: Mapping[str, str] = MappingProxyType(
    {
        "slower": "slower",
        "within": "within",
        "steady": "steady",
        "evenness": "evenness",
        SOFTEN: "shoulders",
        "comfort": "comfort",
        "rest": "rest",
    }
)
"""What is said to all (``all.<id>``) where many have reason for a cue; of several the first. What
protects is nobody else's and not among them, nor is what is of somebody's place before the camera;
the guide waits for nobody, so that nobody's own breath is spoken of. That shoulders are drawn up is
said to all alone, and to nobody by themselves."""
PRAISE = frozenset({"comfort", "rest"})
"""What gives way to an invitation, of one person's cues too."""

# So many of those who are seen well, and at least this share of them, have reason for the same for
# so long. Then it is said for at least and at most so long, and after it nothing is for a while.
# All are defaults of ours, unvalidated.
FEWEST = 2
SHARE = 0.5
ASKS_S = 2.0
SHORTEST_S, LONGEST_S = 4.0, 8.0
SPACING_S = 12.0


@dataclass(frozen=True, slots=True)
class Common:
    """What is said to all.

    Attributes
    ----------
    said
        Its id, or `None`.
    since_s
        When it began to be said, on the clock of the steps; of the last, where nothing is.
    for_s
        For how many seconds it has been said, or nothing has.
    asking
        For how many seconds each has been common.
    """

    said: str | None = None
    since_s: float = 0.0
    for_s: float = inf
    asking: Mapping[str, float] = field(default_factory=dict)

    def after(self, cues: Sequence[str | None], t: float, by_s: float) -> "Common":
        """Return what is said at `t` seconds, `by_s` after the last.

        Parameters
        ----------
        cues
            The cue of each place that is seen well, `None` where there is none; their order does
            not matter.
        """
        common = _common(cues)
        asking = {each: self.asking[each] + by_s if each in self.asking else 0.0 for each in common}
        now = replace(self, asking=asking, for_s=self.for_s + by_s)
        if now.said is not None:
            over = now.for_s >= (SHORTEST_S if now.said not in common else LONGEST_S)
            return replace(now, said=None, for_s=0.0) if over else now
        due = next((each for each in common if asking[each] >= ASKS_S), None)
        if due is None or now.for_s < SPACING_S:
            return now
        return replace(now, said=due, since_s=t, for_s=0.0)

    def silent(self, by_s: float) -> "Common":
        """Return it `by_s` seconds later, in which nothing may be said."""
        for_s = 0.0 if self.said is not None else self.for_s + by_s
        return Common(None, self.since_s, for_s)


def heard_of(cue: str | None, *, drawn_up: bool) -> str | None:
    """Return what one person has reason for, as far as it may be said to all.

    Parameters
    ----------
    cue
        Their own cue.
    drawn_up
        Whether their shoulders are.
    """
    return SOFTEN if drawn_up and (cue is None or cue in PRAISE) else cue


def _common(cues: Sequence[str | None]) -> list[str]:
    """Return what enough places have reason for, in the order of the table."""
    counts = Counter(SAID_TO_ALL.get(cue) for cue in cues if cue is not None)
    ids = dict.fromkeys(SAID_TO_ALL.values())
    return [each for each in ids if counts[each] >= max(FEWEST, SHARE * len(cues))]
