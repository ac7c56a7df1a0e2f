"""Points and directions that several measures share."""

import numpy as np

from vision.geometry import Floats
from vision.segments import AHEAD, TRUNK, Vectors, counted

# Evidence for a direction, as a share of the trunk's length, under which nobody can say which way
# a person faces (a default of ours, unvalidated; a foot seen from the side is about half a trunk).
_FACING_SHARE = 0.08

_AHEAD_AND_TRUNK = Vectors([*AHEAD, TRUNK])


def facing(points: Floats) -> Floats:
    """Return which way a person seen from the side looks.

    Judged by how far the nose lies before the ears and the toes before the heels, of those that
    are seen, together.

    Parameters
    ----------
    points
        (..., 33, 2) pixels, NaN where unseen.

    Returns
    -------
    (...) float64
        1 toward the picture's right, -1 toward its left; NaN where neither nose and an ear nor a
        heel and its toes are seen, where the trunk is not, or where the evidence is too slight (a
        person seen from the front).
    """
    vectors = _AHEAD_AND_TRUNK.of(points, counted(points))
    return way_told(evidence_of(vectors[..., :-1].real), np.abs(vectors[..., -1]))


def evidence_of(ahead_px: Floats) -> Floats:
    """Return the evidence that a person looks to the picture's right.

    Parameters
    ----------
    ahead_px
        (..., N) how far to the picture's right what is in front lies of what is behind, NaN where
        unseen.

    Returns
    -------
    (...) float64
        Pixels; negative for the left, 0.0 where nothing is seen.
    """
    evidence: Floats = np.where(np.isnan(ahead_px), 0.0, ahead_px).sum(axis=-1)
    return evidence


def way_told(evidence: Floats, trunk_px: Floats) -> Floats:
    """Return 1 or -1 where the evidence (...) is a share of the trunk (...), else NaN."""
    enough = (np.abs(evidence) >= _FACING_SHARE * trunk_px) & (evidence != 0)
    return np.where(enough, np.sign(evidence), np.nan)
