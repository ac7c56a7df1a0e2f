"""The demo without a window: files, and a table of what the pose model saw of the figure."""

import math
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from app.figure_source import FigureSource, parse_figure
from app.headless import rehearse_to_files
from app.led import plain
from app.rehearsal import Drawn
from app.settings import Settings
from app.today import Wish, for_anyone
from exercises.exercise import Exercise
from vision.measures import MEASURES, indices_of
from vision.measuring import measure_all


class Witness:
    """Notes, frame by frame, what was measured beside what was truly so."""

    def __init__(self, figure: FigureSource, exercise: Exercise) -> None:
        names = dict.fromkeys(target.measure for target in exercise.targets)
        self._rows = [row for name in names for row in indices_of(name)]
        self._figure, self._exercise = figure, exercise
        self._measured: list[NDArray[np.float64]] = []
        self._true: list[NDArray[np.float64]] = []

    def note(self, moment: Drawn) -> None:
        """Note one frame."""
        pixels, _ = self._figure.truth(moment.seen.observation.frame.index)
        landmarks = np.concatenate([pixels[0], np.zeros((33, 1)), np.ones((33, 1))], axis=1)
        everything = np.ones(33, dtype=np.bool_)
        truth = measure_all(landmarks, everything, self._exercise.view, None)
        self._measured.append(moment.sight.measures.values[self._rows])
        self._true.append(truth[self._rows])

    def table(self) -> Table:
        """Return a row for each measure: how often it was seen, its range, its difference."""
        measured, true = np.array(self._measured), np.array(self._true)
        table = Table(box=None, pad_edge=False)
        for heading in ("measure", "seen", "from", "to", "median difference from truth"):
            table.add_column(heading)
        for column, row in enumerate(self._rows):
            seen = ~np.isnan(measured[:, column])
            values, off = measured[seen, column], np.abs(measured - true)[seen, column]
            unit = {"degrees": "°", "percent": "%"}.get(MEASURES[row].unit, "")
            table.add_row(
                MEASURES[row].key,
                f"{100 * seen.mean():.0f}%",
                *(_said(number(values), unit) for number in (np.min, np.max) if seen.any()),
                *([] if seen.any() else ["", ""]),
                _said(float(np.nanmedian(off)), unit) if np.isfinite(off).any() else "no truth",
            )
        return table


def demo_to_files(
    spec: str, exercise: Exercise, folder: Path, settings: Settings, seconds: float
) -> None:
    """Write ``demo.mp4`` and ``demo.png`` into `folder`, and print what was seen.

    Raises
    ------
    SourceError, ModelError, OSError
        Where the figure, the model or the folder cannot be used.
    """
    console, began = Console(highlight=False, soft_wrap=True), time.monotonic()
    with FigureSource(parse_figure(spec), exercise) as figure:
        witness = Witness(figure, exercise)
        led = plain(for_anyone(Wish((exercise,))))
        written = rehearse_to_files(figure, led, folder, "demo", settings, seconds, witness.note)
        console.print(witness.table())
    summary = written.done.record.movements[0].summary
    counted = ", ".join(f"{r.side} {r.peak:.0f}" for r in summary.repetitions) or "none"
    spent = time.monotonic() - began
    console.print(
        f"{exercise.title}: {written.frames} frames, every one looked at by the pose model, in "
        f"{spent:.0f} s; followed in {100 * summary.seen_fraction:.0f}%"
    )
    console.print(f"repetitions (side, top): {counted}; partial {summary.partial}")
    console.print(f"cues: {', '.join(cue for _, cue in summary.cues) or 'none'}")
    console.print(f"written: {folder / 'demo.mp4'} and {folder / 'demo.png'}")


def _said(value: float, unit: str) -> str:
    return "" if math.isnan(value) else f"{value:.1f}{unit}"
