"""Processes that paint the pictures of a loop, and what has come of them so far."""

import multiprocessing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from threading import Event, Lock
from typing import Any

from vision.source import SourceError

# How often one that waits for a picture looks whether the source was closed.
LOOK_S = 0.1
GIVE_UP_S = 2.0
ENDED_EARLY = "drawn figure: its painter ended early; please start again"


@dataclass(frozen=True, slots=True)
class Share:
    """What one process paints.

    Attributes
    ----------
    paint
        Called in the process with `arguments` and the pipe to send pictures into
        (`app.figure_process.send_painted`).
    places
        Those of the loop that it paints, in whatever order.
    """

    paint: Callable[..., None]
    arguments: tuple[Any, ...]
    places: range


class Painters:
    """One process for each share of a loop.

    A pipe holds but a picture or two: a painter whose pictures are not taken waits.

    Attributes
    ----------
    pictures
        JPEGs that have come, by their place in the loop.
    """

    def __init__(self, shares: Sequence[Share]) -> None:
        """Begin to paint; returns at once."""
        self.pictures: dict[int, bytes] = {}
        self._closed = Event()
        self._closing = Lock()
        self._at_work: dict[Connection, range] = {}
        self._processes: list[SpawnProcess] = []
        spawning = multiprocessing.get_context("spawn")
        for share in shares:
            ours, theirs = spawning.Pipe(duplex=False)
            process = spawning.Process(
                target=share.paint, args=(*share.arguments, theirs), name="painter", daemon=True
            )
            process.start()
            theirs.close()
            self._at_work[ours] = share.places
            self._processes.append(process)

    @property
    def closed(self) -> bool:
        """Whether painting was ended by `close`."""
        return self._closed.is_set()

    def receive(self) -> bool:
        """Wait for pictures that are still to come; return whether the painters are not closed.

        Raises
        ------
        SourceError
            Where painting ended for a reason of its own, which is named.
        """
        while not self.closed:
            if not self._at_work:
                raise SourceError(ENDED_EARLY)
            ready = wait(list(self._at_work), LOOK_S)
            for pipe in [pipe for pipe in self._at_work if pipe in ready]:
                self._keep(pipe)
            if ready:
                break
        return not self.closed

    def take_what_came(self) -> None:
        """Keep the pictures that have come meanwhile, without waiting.

        Raises
        ------
        SourceError
            As `receive` does.
        """
        for pipe in list(self._at_work):
            while pipe in self._at_work and pipe.poll():
                self._keep(pipe)

    def close(self) -> None:
        """Stop painting; may be called twice, and by any thread."""
        self._closed.set()
        # Two threads that wait for the end of one process at once can miss it.
        with self._closing:
            for process in self._processes:
                if process.is_alive():
                    process.terminate()
            for process in self._processes:
                process.join(GIVE_UP_S)

    def _keep(self, pipe: Connection) -> None:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            # One that is done, or that was killed, has closed its end.
            places = self._at_work.pop(pipe)
            if self.closed or all(place in self.pictures for place in places):
                return
            raise SourceError(ENDED_EARLY) from None
        if isinstance(message, str):
            raise SourceError(f"drawn figure: it could not be painted ({message})")
        place, picture = message
        self.pictures[place] = picture
