"""A drawn group as a source of frames: several people who perform a movement together."""

from collections.abc import Callable, Mapping
from math import ceil

import numpy as np
from numpy.typing import NDArray

from app.drawn_group.options import GroupOptions
from app.drawn_group.process import paint_share
from app.drawn_group.scene import GroupScene
from app.figure_process import unpacked
from app.painters import Painters, Share
from exercises.exercise import Exercise
from vision.closing import ClosesOnExit
from vision.frames import Frame

# Processes that paint; a group of eight takes one of them 0.2 s and more a picture. For fewer
# pictures than these a further one is not worth its beginning.
PAINTERS, WORTH = 2, 30


class GroupSource(ClosesOnExit):
    """Drawn people who perform a movement over and over, each in their own way.

    They are painted in processes of their own, one loop, which is kept compressed and played
    again from memory (`FigureSource` does so for one figure). `read` gives every picture in
    order, waits for those that are still to be painted, and stamps each with its place in the
    endless repetition; pacing is the caller's.

    Painting takes several times as long as showing. Whoever shows it live has the loop painted
    `beforehand`: then the first `read` waits until all of it is there, and tells the `progress`.
    """

    name = "drawn group"
    kind = "figure"
    live = False
    incomplete = False

    def __init__(
        self,
        options: GroupOptions,
        exercise: Exercise,
        *,
        beforehand: bool = False,
        progress: Callable[[int, int], None] | None = None,
        painters: int | None = None,
    ) -> None:
        """Begin to paint; returns at once.

        Parameters
        ----------
        beforehand
            Whether the whole loop is painted before the first picture is given, rather than as
            much as `options.ahead` says.
        progress
            Told in the thread that reads, while it waits for what is painted ahead: how many
            pictures are done, and of how many.
        painters
            Into how many processes the work is divided; `None` is as many as are worth it.

        Raises
        ------
        SourceError
            For a movement that a group cannot be drawn in.
        """
        self.size = (options.width, options.height)
        self.fps = options.fps
        self.scene = GroupScene(options, exercise)
        self.frame_count: int | None = None
        if options.seconds:
            self.frame_count = max(1, round(options.seconds * options.fps))
        self._needed = min(self.scene.frames, self.frame_count or self.scene.frames)
        self._ahead = min(self._needed, ceil(options.ahead * options.fps))
        if beforehand:
            self._ahead = self._needed
        self._progress = progress
        self._last = -1
        shares = painters or min(PAINTERS, ceil(self._needed / WORTH))
        self._painters = Painters(
            [
                Share(paint_share, (options, exercise, places), places)
                for first in range(shares)
                if (places := range(first, self._needed, shares))
            ]
        )

    def read(self) -> Frame | None:
        """Return the next frame, waiting for it where it must be painted; `None` once closed.

        Also after the last, where there is one.

        Raises
        ------
        SourceError
            Where painting ended for a reason of its own, which is named.
        """
        index = self._last + 1
        if index == self.frame_count or not self._painted_ahead():
            return None
        # Painters go on meanwhile only while what they painted is taken.
        self._painters.take_what_came()
        place = index % self.scene.frames
        while place not in self._painters.pictures:
            if not self._painters.receive():
                return None
        if self._painters.closed:
            return None
        self._last = index
        return Frame(unpacked(self._painters.pictures[place]), index / self.fps, index)

    def truth(self, index: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return where the landmarks of frame `index` truly are.

        Returns
        -------
        pixels
            (people, 33, 2): x right and y down in the picture, hidden ones too; NaN of those who
            pass by while they are away. First the group, from left to right.
        passing
            (people,) whether each only passes by.
        """
        actors, postures = self.scene.at(index)
        pixels = np.full((len(actors), 33, 2), np.nan)
        for row, (actor, angles) in enumerate(zip(actors, postures, strict=True)):
            if angles is not None:
                pixels[row] = self.scene.camera.project(actor.posed(angles).points)
        return pixels, np.arange(len(actors)) >= self.scene.people

    def cycles(self, index: int) -> NDArray[np.float64]:
        """Return how many cycles each of the group has done by frame `index` (`GroupScene`)."""
        return self.scene.cycles(index)

    @property
    def painted(self) -> Mapping[int, bytes]:
        """The JPEGs that are kept so far, by their place in the loop."""
        return self._painters.pictures

    def close(self) -> None:
        """Stop painting; may be called twice, and by any thread."""
        self._painters.close()

    def _painted_ahead(self) -> bool:
        """Wait until as much is painted as is to be before the first; return whether it is."""
        while (done := len(self._painters.pictures)) < self._ahead:
            self._tell(done)
            if not self._painters.receive():
                return False
        if self._ahead:
            self._tell(self._ahead)
            self._ahead = 0
        return True

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, self._ahead)
