"""Whether the person of a place is there, and how long they were."""

from dataclasses import dataclass, replace

# Nobody for so long is gone, and then the place is empty (defaults of ours, unvalidated).
GONE_S = 5.0
EMPTY_S = 10.0
# Lost for no longer than this, somebody still counts as there for what everybody sees: the model
# loses a body now and then for a picture or two (a default of ours, unvalidated).
LOST_S = 0.5


@dataclass(frozen=True, slots=True)
class Attending:
    """What is known of somebody's being there.

    Attributes
    ----------
    met
        Whether they were ever seen.
    seen
        Whether they are just now.
    away_s
        For how many seconds it has been looked, and nobody was there.
    attended_s
        Seconds in which they were seen.
    lost_s
        For how many seconds they have not been seen, whether or not it was looked.
    """

    met: bool = False
    seen: bool = False
    away_s: float = 0.0
    attended_s: float = 0.0
    lost_s: float = 0.0

    @property
    def followed(self) -> bool:
        """Whether they are there as far as everybody sees: seen, or lost a moment ago."""
        return self.seen or (self.met and self.lost_s < LOST_S)

    @property
    def gone(self) -> bool:
        """Whether they were there, and have left."""
        return self.met and self.away_s >= GONE_S

    @property
    def empty(self) -> bool:
        """Whether nobody has been there for a while, or ever."""
        return self.away_s >= EMPTY_S

    def after(self, by_s: float, *, seen: bool, looked: bool) -> "Attending":
        """Return what is known `by_s` seconds later.

        Parameters
        ----------
        by_s
            Seconds; not negative.
        seen
            Whether they are seen now.
        looked
            Whether it is known what is there now: what is not known is nobody's leaving.
        """
        if not seen:
            away_s = self.away_s + (by_s if looked else 0.0)
            return replace(self, seen=False, away_s=away_s, lost_s=self.lost_s + by_s)
        return Attending(True, True, 0.0, self.attended_s + by_s)
