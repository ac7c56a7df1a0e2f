"""The one easing that breath and guide share, so that they move as one."""

from math import cos, pi

PEAK_SLOPE = pi / 2
"""The steepest slope of `ease`, at its middle."""


def ease(progress: float) -> float:
    """Return how far a movement has come after `progress` of its time.

    Half a cosine: slow away, slow in, without a corner at either end.

    Parameters
    ----------
    progress
        Share of the time gone by; held to 0–1.

    Returns
    -------
    float
        0 at 0, 1 at 1, rising all the way.
    """
    return (1 - cos(pi * min(max(progress, 0.0), 1.0))) / 2
