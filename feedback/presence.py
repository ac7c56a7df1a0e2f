"""Whether the person is there: leaving the picture pauses by itself, and coming back goes on."""

from dataclasses import dataclass, replace
from math import inf

from vision.sight import Sight

# Out of sight for so long is gone; in sight for so long is back; and so long they are welcomed
# (defaults of ours, unvalidated).
GONE_AFTER_S = 8.0
BACK_AFTER_S = 1.0
WELCOME_S = 5.0


@dataclass(frozen=True, slots=True)
class Presence:
    """What is known of somebody's being there.

    Attributes
    ----------
    gone
        Whether they left the picture, having been in it before.
    back_s
        When they came back last; minus infinity before.
    """

    gone: bool = False
    back_s: float = -inf
    met: bool = False
    seen_s: float = -inf
    here_from_s: float = inf

    def after(self, sight: Sight, t: float, *, minds: bool = True) -> "Presence":
        """Return what is known once `sight` is the newest at `t` seconds.

        Parameters
        ----------
        minds
            Whether it matters now: a movement that the camera does not see goes on without it.
        """
        if not minds:
            return Presence(met=self.met, seen_s=t)
        # Where nothing new is looked at for a while nothing is known, which is not being gone.
        if not sight.present or t - sight.time_s > BACK_AFTER_S:
            gone = self.gone or (self.met and t - self.seen_s > GONE_AFTER_S)
            return replace(self, gone=gone, here_from_s=inf)
        here_from_s = min(self.here_from_s, t)
        back = self.gone and t - here_from_s >= BACK_AFTER_S
        return Presence(
            gone=self.gone and not back,
            back_s=t if back else self.back_s,
            met=True,
            seen_s=t,
            here_from_s=here_from_s,
        )

    def welcomed(self, t: float) -> bool:
        """Return whether they came back just now."""
        return t - self.back_s < WELCOME_S
