"""How much is said: less as a movement becomes familiar, or as somebody likes it.

The protective cue and those about being seen stay, whatever is chosen.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from typing import Literal

from feedback.cues import CUES
from vision.measures import Side

Amount = Literal["usual", "few", "none"]
"""How much somebody wants said."""

ALWAYS = frozenset({"soften-back", "camera-moved", "cannot-see", "cannot-see-joint"})
"""What is said whatever is chosen: what protects, and that something guarded is not seen."""

# After so many practices of a movement half as much is said in it, after twice as many a quarter,
# and so on (a default of ours, unvalidated).
HALVED_AFTER = 4
_MOST = {rule.id: rule.most for rule in CUES}


@dataclass(frozen=True, slots=True)
class Hush:
    """How much is left to say in one movement.

    Attributes
    ----------
    amount
        As somebody likes it.
    times
        How often they practised the movement before.
    """

    amount: Amount = "usual"
    times: int = 0

    def most(self, cue: str) -> float:
        """Return how often a cue may be said in the movement."""
        if cue in ALWAYS:
            return _MOST[cue]
        if self.amount == "none":
            return 0
        if self == NO_HUSH:
            return _MOST[cue]
        # Of what may be said again and again, a handful is what is thinned out.
        most = min(_MOST[cue], 1 if self.amount == "few" else 4)
        return floor(most * 0.5 ** (self.times // HALVED_AFTER) + 0.5)

    def left(
        self,
        reasons: Mapping[str, Side | None],
        given: tuple[tuple[float, str], ...],
        shown: str | None,
    ) -> dict[str, Side | None]:
        """Return the reasons of which something may still be said.

        Parameters
        ----------
        reasons
            The cues there is reason for, with the side each speaks of.
        given
            What was said so far, (time_s, id).
        shown
            What is being said, which is let finish.
        """
        if self == NO_HUSH:
            return dict(reasons)
        said = Counter(cue for _, cue in given)
        return {
            cue: side for cue, side in reasons.items() if cue == shown or said[cue] < self.most(cue)
        }


NO_HUSH = Hush()
