"""Looking for cards in a live picture, now and then, while people arrive."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.clock import monotonic
from app.group.card import CardHeld, card_held
from app.latest import Latest
from app.live import LiveSource
from app.looking import POLL_S, Looking
from vision.frames import Frame
from vision.source import Source
from vision.zones import Zone

# Between two looks there is a pause of at least so long, and as long as the look took, so that half
# of one core at most is used (defaults of ours).
PAUSE_S = 0.3


@dataclass(frozen=True, slots=True)
class CardSeen:
    """What one look gave: a card, several, or `None`; and when it was known."""

    held: CardHeld | None
    found_s: float


class CardLooking(Looking[CardSeen]):
    """Reads cards in the newest frames, now and then."""

    def __init__(self, frames: Latest[Frame], zones: Sequence[Zone]) -> None:
        super().__init__(frames, "cards")
        self.ready.set()
        self._zones = tuple(zones)

    def _look_at_all(self) -> None:
        while self._goes_on:
            frame = self._frames.take(POLL_S)
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
