"""A drawn figure that performs one movement after another, as a practice goes on."""

from threading import Lock

from app.drawn import Drawn, DrawnOptions, open_drawn
from app.drawn_group.options import GroupOptions
from exercises.exercise import Exercise
from vision.closing import ClosesOnExit
from vision.frames import Frame
from vision.source import SourceError


class FigureInTurn(ClosesOnExit):
    """A source whose figure is told which movement to perform next.

    Time goes on over all of them. Frames count anew with each movement, as those of a source that
    is opened anew: the figure may sit down between one and the next.
    """

    name = "drawn figure"
    kind = "figure"
    frame_count: int | None = None
    live = False
    incomplete = False

    def __init__(self, options: DrawnOptions, exercise: Exercise) -> None:
        """Begin to paint the first movement.

        Raises
        ------
        SourceError
            For a movement that cannot be drawn, and for a group that ends by itself.
        """
        if isinstance(options, GroupOptions) and options.seconds:
            raise SourceError("figure: seconds are not said where one movement follows another")
        self._options = options
        self._figure: Drawn = open_drawn(options, exercise)
        self._changing = Lock()
        self._closed = False
        self._read = 0
        self.size, self.fps = self._figure.size, self._figure.fps

    def read(self) -> Frame | None:
        """Return the next frame; `None` once closed.

        Raises
        ------
        SourceError
            Where painting ended for a reason of its own, which is named.
        """
        while not self._closed:
            frame = self._figure.read()
            if frame is not None:
                self._read += 1
                return Frame(frame.image, (self._read - 1) / self.fps, frame.index)
        return None

    def perform(self, exercise: Exercise) -> None:
        """Perform `exercise` from now on; may be called by another thread than `read`'s.

        Raises
        ------
        SourceError
            For a movement that cannot be drawn.
        """
        with self._changing:
            if self._closed:
                return
            before, self._figure = self._figure, open_drawn(self._options, exercise)
            before.close()

    def close(self) -> None:
        """Stop painting; may be called twice, and by any thread."""
        with self._changing:
            self._closed = True
            self._figure.close()
