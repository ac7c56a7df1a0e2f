"""A drawn group painted beforehand, and played from memory as often as it is opened."""

from collections.abc import Callable, Mapping

from app.drawn_group.options import GroupOptions
from app.drawn_group.places import sitting
from app.drawn_group.source import GroupSource
from app.figure_process import unpacked
from exercises.exercise import Exercise
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.source import SourceError


class PaintedGroup:
    """All pictures of one loop of a drawn group.

    Parameters
    ----------
    progress
        Told how many pictures are done, and of how many.

    Raises
    ------
    SourceError
        Where it cannot be painted, in one line.
    """

    def __init__(
        self,
        options: GroupOptions,
        exercise: Exercise,
        progress: Callable[[int, int], None] = lambda done, of: None,
    ) -> None:
        with GroupSource(options, exercise, beforehand=True, progress=progress) as source:
            if source.read() is None:
                raise SourceError("drawn group: it was not painted")
            self.pictures: Mapping[int, bytes] = dict(source.painted)
            self.scene = source.scene
        self.fps, self.size = options.fps, (options.width, options.height)
        self.seated = frozenset(row for row, sits in enumerate(sitting(options), start=1) if sits)

    def opened(self) -> "Played":
        """Return a source that plays it from the beginning."""
        return Played(self)

    def first(self, count: int, every_s: float) -> list[Frame]:
        """Return so many pictures, each so long after the other."""
        step = max(1, round(every_s * self.fps))
        return [self.picture(i * step) for i in range(count)]

    def picture(self, index: int) -> Frame:
        """Return the picture `index` of the endless repetition."""
        packed = self.pictures[index % len(self.pictures)]
        return Frame(unpacked(packed), index / self.fps, index)


class Played(ClosesOnExit):
    """A painted group as a source of frames."""

    name = "drawn group"
    kind = "figure"
    frame_count: int | None = None
    live = False
    incomplete = False

    def __init__(self, group: PaintedGroup) -> None:
        self._group = group
        self._next = 0
        self._closed = False
        self.fps, self.size = group.fps, group.size

    def read(self) -> Frame | None:
        """Return the next picture; `None` once closed."""
        if self._closed:
            return None
        self._next += 1
        return self._group.picture(self._next - 1)

    def close(self) -> None:
        """Give no more pictures."""
        self._closed = True
