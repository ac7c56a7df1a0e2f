"""A chart as plain data: what is drawn, whichever way it is drawn.

Lines are told apart by their style and the shape of their points, never by colour alone.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Style = Literal["solid", "dashed", "ceiling"]
Shape = Literal["", "dot", "square", "triangle", "ring"]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One course.

    Attributes
    ----------
    xs, ys
        (N,) in the chart's own units; a NaN in `ys` breaks the line.
    name
        What it is called; empty where the chart says so itself.
    style, shape
        How it is told from others.
    errors
        (N,) half the length of the bar about each point; NaN for no bar.
    stepped
        Whether a value holds until the next.
    """

    xs: Array
    ys: Array
    name: str = ""
    style: Style = "solid"
    shape: Shape = ""
    errors: Array | None = None
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A comfortable range for a while: from `x0` to `x1`, from `low` to `high`."""

    x0: float
    x1: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Ceiling:
    """What is never passed, for a while."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A while in which nothing was measured, and why."""

    x0: float
    x1: float
    why: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened: its place, and its sign in the list below the chart."""

    x: float
    sign: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart.

    Attributes
    ----------
    title
        What it shows.
    lines, bands, ceilings, gaps, marks
        What is in it.
    bars
        (x, y) of upright bars.
    x
        ``seconds`` written as minutes, or ``days`` by their ordinals (`date.toordinal`).
    x_name, y_name
        What the axes are.
    x_range, y_range
        From where to where; `None` for as far as what is in it goes.
    band_name, ceiling_name, gap_name, mark_name
        What they are called in the legend.
    told
        What it shows in a sentence, for whoever cannot see it.
    language
        In which days are written.
    """

    title: str
    lines: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    gaps: tuple[Gap, ...] = ()
    marks: tuple[Mark, ...] = ()
    bars: tuple[tuple[float, float], ...] = ()
    x: Literal["seconds", "days"] = "seconds"
    x_name: str = ""
    y_name: str = ""
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    band_name: str = ""
    ceiling_name: str = ""
    gap_name: str = ""
    mark_name: str = ""
    told: str = ""
    language: str = "en"
