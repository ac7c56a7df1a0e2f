"""Looking for cards in a live picture, now and then, while people arrive."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

from app.clock import monotonic
from app.group.card import CardHeld, card_held
from app.latest import Latest
from app.live import LiveSource
from app.priority import yield_to_display
from vision.frames import Frame
from vision.source import Source
from vision.zones import Zone

# Between two looks there is a pause of at least so long, and as long as the look took, so that half
# of one core at most is used (defaults of ours).
PAUSE_S = 0.3
_POLL_S = 0.1


@dataclass(frozen=True, slots=True)
class CardSeen:
    """What one look gave: a card, several, or `None`; and when it was known."""

    held: CardHeld | None
    found_s: float


class CardLooking:
    """Reads cards in the newest frames, into `seen`."""

    def __init__(self, frames: Latest[Frame], zones: Sequence[Zone]) -> None:
        self.seen: Latest[CardSeen] = Latest()
        self.ready = threading.Event()
        self.ready.set()
        self._frames, self._zones = frames, tuple(zones)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cards", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        yield_to_display()
        try:
            self._look()
        except BaseException as error:  # carried to the main thread, which raises it again
            self.seen.end(error)
        else:
            self.seen.end()

    def _look(self) -> None:
        while not (self._stop.is_set() or self._frames.ended):
            frame = self._frames.take(_POLL_S)
            if frame is None:
                continue
            began_s = monotonic()
            held = card_held(frame.image, self._zones)
            self.seen.put(CardSeen(held, monotonic()))
            self._stop.wait(max(PAUSE_S, monotonic() - began_s))


class CardSource(LiveSource[CardSeen]):
    """A source in which cards are looked for, at places that are known."""

    def __init__(self, open_source: Callable[[], Source], zones: Sequence[Zone]) -> None:
        frames: Latest[Frame] = Latest()
        super().__init__(open_source, frames, CardLooking(frames, zones))
