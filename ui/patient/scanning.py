"""Doing everything with one key: the options are lit one after another, a press takes the lit one.

Pure: the second is an argument. Nothing is taken by waiting, however long.
"""

from dataclasses import dataclass

PERIOD_S = 1.6
"""How long each option stays lit (a default of ours, unvalidated)."""
# The first one waits longer, so that whoever has just pressed finds it (a default of ours).
_FIRST_WAITS = 2


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan under way.

    Attributes
    ----------
    began_s
        When it began.
    first
        Which option it begins with, from 0.
    period_s
        How long each option stays lit.
    """

    began_s: float
    first: int = 0
    period_s: float = PERIOD_S

    def lit(self, t: float, options: int) -> int | None:
        """Return which of so many options is lit at `t` seconds; `None` where there are none."""
        if options < 1:
            return None
        steps = int(max(t - self.began_s, 0.0) / self.period_s)
        # In the first round its first option is lit for twice the period; so it is in each later.
        within = steps % (options + _FIRST_WAITS - 1)
        return (self.first + max(within - (_FIRST_WAITS - 1), 0)) % options


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan came to.

    Attributes
    ----------
    lit
        Which option is lit; `None` where there are none.
    taken
        Whether it is taken now.
    scan
        The scan as it goes on.
    """

    lit: int | None
    taken: bool
    scan: Scan


def scanned(
    scan: Scan, t: float, options: int, *, pressed: bool = False, stays: bool = False
) -> Scanned:
    """Return what a scan has come to at `t` seconds.

    Parameters
    ----------
    options
        How many there are; where they become fewer, the scan goes on among those left.
    pressed
        Whether the one key was pressed just now.
    stays
        Whether an option like the lit one is wanted several times (`Option.again`), so that after a
        press the scan begins with it again; otherwise it begins with the first.
    """
    lit = scan.lit(t, options)
    if not pressed or lit is None:
        return Scanned(lit, False, scan)
    return Scanned(lit, True, Scan(t, lit if stays else 0, scan.period_s))
