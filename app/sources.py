"""Opening what the user names as a source, for practice and for analysis."""

from collections.abc import Callable

from app.drawn import open_drawn, parse_drawn
from app.figure_in_turn import FigureInTurn
from exercises.exercise import Exercise
from vision.open_source import open_source
from vision.source import Source, SourceError


def open_practice(text: str, exercise: Exercise, *, in_time: bool = False) -> Source:
    """Open any source; a drawn figure, or a drawn group, performs `exercise`.

    `in_time` is whether it rather leaves pictures out than lag behind; a group is painted
    beforehand then, which takes a while (`open_drawn`).

    Raises
    ------
    SourceError
        Where it cannot be opened, in one line.
    """
    return open_source(text, figure=_figure(exercise, in_time))


def open_in_turn(text: str, exercise: Exercise) -> Source:
    """Open any source; a drawn figure begins with `exercise` and is told what to perform next.

    Raises
    ------
    SourceError
        Where it cannot be opened, in one line.
    """
    return open_source(text, figure=lambda spec: FigureInTurn(parse_drawn(spec), exercise))


def open_recording(text: str, exercise: Exercise) -> Source:
    """Open a video, a folder of images, a replay, or drawn people who perform `exercise`.

    Drawn people alone have no end, unless a group's was said.

    Raises
    ------
    SourceError
        Where it is none of these or cannot be opened.
    """
    source = open_source(text, figure=_figure(exercise, in_time=False))
    if source.live:
        source.close()
        raise SourceError(f"{text}: analyze reads recordings; for a camera: unhurried practice")
    return source


def _figure(exercise: Exercise, in_time: bool) -> Callable[[str], Source]:
    return lambda text: open_drawn(parse_drawn(text), exercise, in_time=in_time)
