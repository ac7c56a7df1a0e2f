"""OpenSim marker files (``.trc``): where the body's landmarks were in the picture.

The format has one rate for the whole file, and a trace is not evenly sampled: it is resampled. A
landmark that was not seen is blank, and stays so across a gap: nothing is made up for it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from records.export.stretches import Stretch
from vision.skeleton import Landmark

# A gap longer than so many of the trace's own steps is left blank (a default of ours).
LONGEST_GAP_STEPS = 2.5
FASTEST_HZ = 60


@dataclass(frozen=True, slots=True)
class MarkerFile:
    """One marker file.

    Attributes
    ----------
    data
        Its bytes.
    rate_hz
        The rate it is resampled to.
    markers
        The landmarks it holds.
    frames
        How many.
    """

    data: bytes
    rate_hz: int
    markers: tuple[str, ...]
    frames: int


def marker_file(file_name: str, stretch: Stretch) -> MarkerFile | None:
    """Return the marker file of a stretch; `None` where no landmark was kept, or one moment only.

    X is to the right of the picture and Y up from its lower edge, in pixels; Z is 0. The format
    knows lengths alone, so a pixel is written as a millimetre, which it is not.

    Parameters
    ----------
    file_name
        What the file will be called, which stands in it.
    stretch
        What is written; its times go on counting from the beginning of the practice's record.
    """
    trace = stretch.trace
    seen = [int(i) for i in np.flatnonzero(np.isfinite(trace.landmarks[:, :, 0]).any(axis=0))]
    if not seen or len(trace.times_s) < 2:
        return None
    rate = rate_of(trace.times_s)
    times = even_times(trace.times_s, rate)
    places = np.stack(
        [
            np.column_stack(
                [resampled(trace.times_s, trace.landmarks[:, i, a], times) for a in (0, 1)]
            )
            for i in seen
        ],
        axis=1,
    )
    places[:, :, 1] = trace.picture_px[1] - places[:, :, 1]
    names = tuple(Landmark(i).name.lower() for i in seen)
    measured = (len(trace.times_s) - 1) / float(trace.times_s[-1] - trace.times_s[0])
    head = _head(file_name, names, rate, len(times), measured, len(trace.times_s))
    lines = [_line(i, t, places[i].tolist()) for i, t in enumerate(times.tolist())]
    data = "\r\n".join([*head, *lines, ""]).encode("utf-8")
    return MarkerFile(data, rate, names, len(times))


def rate_of(times_s: NDArray[np.float64]) -> int:
    """Return the rate to resample to: the trace's usual one, to a whole number from 1 to 60 Hz."""
    return int(np.clip(round(1 / float(np.median(np.diff(times_s)))), 1, FASTEST_HZ))


def even_times(times_s: NDArray[np.float64], rate_hz: int) -> NDArray[np.float64]:
    """Return times at `rate_hz` from the first moment to the last, none beyond it."""
    count = int(np.floor((times_s[-1] - times_s[0]) * rate_hz + 1e-9)) + 1
    even: NDArray[np.float64] = times_s[0] + np.arange(count) / rate_hz
    return even


def resampled(
    times_s: NDArray[np.float64], values: NDArray[np.float64], at_s: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return `values` (N,) at the times `at_s`, along the line between the moments around each.

    NaN where one of the two is NaN, and between two that are farther apart than usual.
    """
    after = np.clip(np.searchsorted(times_s, at_s - 1e-9), 1, len(times_s) - 1)
    before = after - 1
    gap = times_s[after] - times_s[before]
    share = np.clip((at_s - times_s[before]) / gap, 0.0, 1.0)
    on_it = [np.isclose(share, end, atol=1e-6) for end in (0.0, 1.0)]
    between = values[before] + share * (values[after] - values[before])
    between[gap > LONGEST_GAP_STEPS * np.median(np.diff(times_s))] = np.nan
    # On a moment itself its own value holds, whatever its neighbour's is.
    result: NDArray[np.float64] = np.where(
        on_it[0], values[before], np.where(on_it[1], values[after], between)
    )
    return result


def _head(
    file_name: str, names: tuple[str, ...], rate: int, frames: int, measured: float, of: int
) -> list[str]:
    numbers = range(1, len(names) + 1)
    return [
        f"PathFileType\t4\t(X/Y/Z)\t{file_name}",
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits"
        "\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
        f"{rate}\t{rate}\t{frames}\t{len(names)}\tmm\t{measured:.3f}\t1\t{of}",
        "\t".join(["Frame#", "Time", *(f"{name}\t\t" for name in names), ""]),
        "\t".join(["", "", *(f"X{n}\tY{n}\tZ{n}" for n in numbers), ""]),
        "",
    ]


def _line(index: int, time_s: float, places: list[list[float]]) -> str:
    cells = ["\t\t" if x != x or y != y else f"{x:.2f}\t{y:.2f}\t0" for x, y in places]
    # The tab at the end: without it OpenSim counts a blank last marker for one column short.
    return "\t".join([str(index + 1), f"{time_s:.6f}", *cells, ""])
