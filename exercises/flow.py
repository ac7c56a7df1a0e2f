"""The way through several postures without a stop: a smooth curve through them, as in a circle."""

from collections.abc import Sequence

Four = tuple[float, float, float, float]


def weights_at(progress: float, seconds: Sequence[float]) -> Four:
    """Return how much of four postures in a row is in the posture between the middle two.

    A Catmull-Rom curve: it goes through every posture, and through each as fast as it would go
    straight from the one before to the one after.

    Parameters
    ----------
    progress
        0 at the second posture, 1 at the third.
    seconds
        (3,) how long it takes from each to the next.
    """
    before_s, own_s, after_s = seconds
    t = min(max(progress, 0.0), 1.0)
    # Hermite's four: where it begins and ends, and how it leaves and arrives.
    begins, ends = 2 * t**3 - 3 * t**2 + 1, 3 * t**2 - 2 * t**3
    leaves = (t**3 - 2 * t**2 + t) * own_s / (before_s + own_s)
    arrives = (t**3 - t**2) * own_s / (own_s + after_s)
    return -leaves, begins - arrives, ends + leaves, arrives


def slopes_at(progress: float, seconds: Sequence[float]) -> Four:
    """Return how fast those shares change, a second."""
    before_s, own_s, after_s = seconds
    t = min(max(progress, 0.0), 1.0)
    turns = 6 * (t - t**2)
    leaves = (3 * t**2 - 4 * t + 1) * own_s / (before_s + own_s)
    arrives = (3 * t**2 - 2 * t) * own_s / (own_s + after_s)
    return (
        -leaves / own_s,
        (-turns - arrives) / own_s,
        (turns + leaves) / own_s,
        arrives / own_s,
    )
