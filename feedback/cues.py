"""The table of cues: what may be said, in what order, how soon, how long and how often.

Every figure is a default of ours, unvalidated, but for the protective cue's: it is spoken as soon
as the measured value passes the ceiling.
"""

from dataclasses import dataclass
from math import inf

# Nothing new is said until this long after the last cue has gone.
QUIET_S = 2.0
# A limb past its ceiling that is out of sight for no longer than this has not come back: it is
# spoken of once.
UNBROKEN_S = 0.5


@dataclass(frozen=True, slots=True)
class CueRule:
    """One row of the table.

    Attributes
    ----------
    id
        The cue.
    delay_s
        How long its reason has to last before it is shown.
    dwell_s
        How long it is shown at least.
    longest_s
        How long it is shown at most, though its reason lasts. One that may stay for ever gives
        way, once it was shown for `dwell_s`, to one before it in the table.
    spacing_s
        From the moment it began to be shown until it may begin again.
    most
        How often it is shown in one movement.
    needs_seeing
        Whether it speaks of what is seen now; such a cue goes at once when seeing is lost.
    protective
        Whether it is exempt from every silence, spacing, delay and count.
    untrue_with
        Cues whose reason contradicts it; it goes as soon as there is reason for one.
    """

    id: str
    delay_s: float
    dwell_s: float
    longest_s: float
    spacing_s: float
    most: float = inf
    needs_seeing: bool = True
    protective: bool = False
    untrue_with: frozenset[str] = frozenset()


# What no praise of comfort outlives: praise is never stale.
OUT_OF_COMFORT = frozenset(
    {"stand-front", "stand-side", "cannot-see-joint", "step-back", "within", "steady"}
)

# In order of priority, the first first. How to turn to the camera is said before that a joint has
# no number, which goes on being said for as long as it has none.
CUES: tuple[CueRule, ...] = (
    CueRule("soften-back", 0.0, 3.0, inf, 0.0, protective=True),
    CueRule("camera-moved", 0.3, 4.0, inf, 0.0, needs_seeing=False),
    CueRule("cannot-see", 0.0, 3.0, inf, 0.0, needs_seeing=False),
    CueRule("stand-front", 1.5, 5.0, 8.0, 45.0, most=3),
    CueRule("stand-side", 1.5, 5.0, 8.0, 45.0, most=3),
    CueRule("cannot-see-joint", 1.5, 3.5, inf, 0.0),
    CueRule("step-back", 2.0, 4.0, 8.0, 20.0),
    CueRule("slower", 0.2, 4.0, 4.0, 15.0, most=3),
    CueRule("within", 0.6, 4.0, 8.0, 15.0, most=3),
    CueRule("steady", 1.5, 4.0, 8.0, 20.0, most=3),
    CueRule("evenness", 2.0, 4.0, 6.0, 30.0, most=2),
    CueRule("follow-breath", 1.0, 5.0, 5.0, 60.0, most=2),
    CueRule("comfort", 1.2, 3.0, 5.0, 30.0, most=4, untrue_with=OUT_OF_COMFORT),
    CueRule("rest", 12.0, 5.0, 8.0, 60.0, most=3),
)
