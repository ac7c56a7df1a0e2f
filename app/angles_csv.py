"""The table of measures over time: one row a frame, one column a measure."""

import csv
import math
from pathlib import Path

from vision.closing import ClosesOnExit
from vision.measures import MEASURES, Measures

# Degrees and percent to a hundredth: finer than the model, small enough to read.
DECIMALS = 2


class AnglesCsv(ClosesOnExit):
    """Writes ``time_s, zone``, then every measure by its key; blank where unseen.

    Raises
    ------
    OSError
        Where `path` cannot be written.
    """

    def __init__(self, path: Path) -> None:
        # Each row reaches the file at once, so that a program that is killed loses none.
        self._file = path.open("w", buffering=1, newline="", encoding="utf-8")
        self._writer = csv.writer(self._file)
        self._writer.writerow(["time_s", "zone", *(measure.key for measure in MEASURES)])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def write(self, time_s: float, zone: int, measures: Measures) -> None:
        """Append the measures of `zone` at `time_s`."""
        values = ["" if math.isnan(v) else f"{v:.{DECIMALS}f}" for v in measures.values.tolist()]
        self._writer.writerow([f"{time_s:.4f}", zone, *values])
