"""Within what a measured value is taken to be certain."""

from math import isfinite

from feedback.aims import Aim

# Where the expected error of a measure is not known: 10 degrees (knee over mixed camera views,
# −13.9 ± 15.1, Cosoli 2026; elbow by goniometer, up to 10, Chapleau), or as much of the range of a
# measure in other units. Defaults of ours, unvalidated.
BAND_DEG = 10.0
BAND_SHARE = 0.1


def band_of(aim: Aim, error: float) -> float:
    """Return within what a value of `aim` is certain, in the measure's unit.

    Parameters
    ----------
    aim
        What is aimed for.
    error
        The value's expected error; where it is NaN, a fixed band takes its place.
    """
    if isfinite(error):
        return error
    if aim.measure.unit == "degrees":
        return BAND_DEG
    return BAND_SHARE * abs(aim.target.far - aim.target.rest)
