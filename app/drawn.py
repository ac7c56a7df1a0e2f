"""Drawn sources of every kind, from what was typed: figures side by side, or a group."""

from app.drawn_group.options import GroupOptions, names_group, parse_group
from app.drawn_group.source import GroupSource
from app.figure_options import FigureOptions, parse_figure
from app.figure_source import FigureSource
from exercises.exercise import Exercise

DrawnOptions = FigureOptions | GroupOptions
Drawn = FigureSource | GroupSource


def parse_drawn(text: str) -> DrawnOptions:
    """Return the options in ``figure``, ``figure:key=value,…`` or ``figure:group=N,…``.

    Raises
    ------
    SourceError
        For what is not understood, in one line.
    """
    return parse_group(text) if names_group(text) else parse_figure(text)


def open_drawn(options: DrawnOptions, exercise: Exercise, *, in_time: bool = False) -> Drawn:
    """Begin to paint those who perform `exercise`.

    `in_time` is whether they are shown as they move, and so do not lag: figures leave pictures
    out (`FigureSource`), a group is painted beforehand.

    Raises
    ------
    SourceError
        For a movement that cannot be drawn.
    """
    if isinstance(options, GroupOptions):
        return GroupSource(options, exercise, beforehand=in_time)
    return FigureSource(options, exercise, in_time=in_time)
