"""OpenSim motion files (``.mot``): the angles of one movement over time.

OpenSim 4.6 was asked what it takes (see ``docs/exports.md``). Its older reader, `Storage`, stops
without a word at the first cell that is no number, so a motion file here has none: it holds the
measures that were seen together longest, and the moments at which all of them were.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from records.export.stretches import Stretch
from vision.measures import INDEX, MEASURES


@dataclass(frozen=True, slots=True)
class Motion:
    """One motion file.

    Attributes
    ----------
    data
        Its bytes.
    columns
        The measures it holds.
    left_out
        The measures of degrees that had numbers and yet are not in it.
    moments, of
        How many moments it holds, of how many.
    """

    data: bytes
    columns: tuple[str, ...]
    left_out: tuple[str, ...]
    moments: int
    of: int


def motion(title: str, stretch: Stretch) -> Motion | None:
    """Return the motion file of a stretch; `None` where no measure of degrees had a number.

    Parameters
    ----------
    title
        The name inside the file: one line of plain letters, without ``=``.
    stretch
        What is written. Only measures in degrees are: OpenSim takes every column for an angle.
        Times are as they were measured, not evenly spaced, which the format allows.
    """
    trace = stretch.trace
    degrees = [
        i
        for i, key in enumerate(trace.measures)
        if MEASURES[INDEX[key]].unit == "degrees" and np.isfinite(trace.values[:, i]).any()
    ]
    if not degrees:
        return None
    chosen = sorted(degrees[i] for i in seen_together(np.isfinite(trace.values[:, degrees])))
    rows = np.flatnonzero(np.isfinite(trace.values[:, chosen]).all(axis=1))
    columns = tuple(trace.measures[i] for i in chosen)
    left_out = tuple(trace.measures[i] for i in degrees if i not in chosen)
    numbers = np.column_stack((trace.times_s[rows], trace.values[rows][:, chosen]))
    head = _head(title, columns, left_out, len(rows), len(trace.times_s))
    lines = ["\t".join(f"{number:.6f}" for number in row) for row in numbers.tolist()]
    data = "\n".join([*head, *lines, ""]).encode("utf-8")
    return Motion(data, columns, left_out, len(rows), len(trace.times_s))


def seen_together(seen: NDArray[np.bool_]) -> list[int]:
    """Return which columns of `seen` (N, M) together keep the most numbers: columns times rows.

    They are tried from the one seen most on, and each is taken along while that number grows; the
    first always is.
    """
    order = np.argsort(-seen.sum(axis=0), kind="stable")
    together = np.ones(len(seen), np.bool_)
    best, kept = 0, 0
    for count, column in enumerate(order, 1):
        together = together & seen[:, column]
        numbers = count * int(together.sum())
        if numbers > best:
            best, kept = numbers, count
    return [int(column) for column in order[:kept]]


def _head(
    title: str, columns: tuple[str, ...], left_out: tuple[str, ...], rows: int, of: int
) -> list[str]:
    return [
        title,
        "version=1",
        f"nRows={rows}",
        f"nColumns={len(columns) + 1}",
        "inDegrees=yes",
        "",
        "Approximate 2D estimates in the view plane, by markerless video. Column names are",
        "measures of unhurried, not coordinates of a model; docs/exports.md tells what each is.",
        f"Moments at which one of these was withheld are left out: {of - rows} of {of}.",
        f"Seen too seldom beside the others, so left out: {', '.join(left_out) or 'none'}.",
        "endheader",
        "\t".join(("time", *columns)),
    ]
