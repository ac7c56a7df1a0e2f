"""Which of a person's signed ranges held on a day, for one measure of one movement."""

from collections.abc import Sequence
from datetime import date
from math import isfinite, nan

from exercises.ranges import TOWARD_LEFT
from exercises.signed_range import SignedRange
from records.export.fhir_codes import Whose
from vision.measures import MEASURES


def in_force(
    ranges: Sequence[SignedRange],
    exercise_id: str,
    name: str,
    side: Whose | None,
    day: date,
    top: float = nan,
) -> list[SignedRange]:
    """Return the ranges that held on a day: the newest version of each; none where none did.

    Parameters
    ----------
    ranges
        All versions of all ranges of the person.
    exercise_id, name, side
        Of which movement, which measure, and whose; `both` has those of either side.
    day
        The day.
    top
        A measure that tells sides by its sign, as a lean does, has a range for each: the one of
        `side` is returned, or where there is none the one on the side of `top`.
    """
    keys = {
        measure.key
        for measure in MEASURES
        if measure.name == name and (measure.side is None or side in (measure.side, "both", None))
    }
    newest: dict[tuple[str, bool], SignedRange] = {}
    for each in sorted(ranges, key=lambda each: each.version):
        if each.exercise_id == exercise_id and each.measure_key in keys and each.signed_on <= day:
            newest[each.measure_key, each.rising] = each
    found = list(newest.values())
    if name not in TOWARD_LEFT:
        return found
    if side in ("left", "right"):
        return [each for each in found if (each.ceiling > 0) == (side == "left")]
    return [each for each in found if not isfinite(top) or (each.ceiling > 0) == (top > 0)]
