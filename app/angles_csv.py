"""The table of measures over time: one row a frame, each measure with its expected error."""

import csv
import math
from pathlib import Path

from vision.closing import ClosesOnExit
from vision.measures import MEASURES
from vision.sight import Sight

# Degrees and percent to a hundredth: finer than the model, small enough to read.
DECIMALS = 2
ERROR = "_error"


class AnglesCsv(ClosesOnExit):
    """Writes how the person stood, then every measure by its key with its error beside it.

    The columns are ``time_s, zone, view, turn_deg``, then for each measure its key and its key
    with `ERROR`, which is in the measure's own unit. A cell is blank where a number is withheld,
    and where the view is not known.

    Raises
    ------
    OSError
        Where `path` cannot be written.
    """

    def __init__(self, path: Path) -> None:
        # Each row reaches the file at once, so that a program that is killed loses none.
        self._file = path.open("w", buffering=1, newline="", encoding="utf-8")
        self._writer = csv.writer(self._file)
        pairs = [(measure.key, measure.key + ERROR) for measure in MEASURES]
        head = ["time_s", "zone", "view", "turn_deg"]
        self._writer.writerow([*head, *(name for pair in pairs for name in pair)])

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def write(self, time_s: float, zone: int, sight: Sight) -> None:
        """Append what is known at `time_s` of the person in `zone`."""
        viewpoint, measures = sight.viewpoint, sight.measures
        known = not math.isnan(viewpoint.turn_deg)
        stood = [viewpoint.seen, round(viewpoint.turn_deg)] if known else ["", ""]
        pairs = zip(measures.values.tolist(), measures.error.tolist(), strict=True)
        cells = [_cell(number) for pair in pairs for number in pair]
        self._writer.writerow([f"{time_s:.4f}", zone, *stood, *cells])


def _cell(number: float) -> str:
    return "" if math.isnan(number) else f"{number:.{DECIMALS}f}"
