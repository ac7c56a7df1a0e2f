"""A live source as the main thread sees it: the newest thing seen, and how the source fares."""

from collections.abc import Callable
from typing import Generic, Self

from app.capture import Capture
from app.detection import Detection, Seen
from app.latest import Latest
from app.looking import Looking, S
from vision.camera_state import CameraState
from vision.frames import Frame
from vision.models import ModelSize
from vision.source import Source, SourceError

# A camera that went away is tried again after these pauses, the last one for good.
RETRY_S = (0.5, 1.0, 2.0, 4.0)
# A read that has brought nothing for so long is left behind and the camera opened anew.
STALLED_S = 5.0
# At the end a read under way is waited for as long as a camera's own time-out lets it last: a
# thread inside OpenCV while the interpreter goes down can end the program badly.
LONGEST_READ_S = 4.0
NOTICES = {
    CameraState.DARK: "notice.dark",
    CameraState.FROZEN: "notice.frozen",
    CameraState.SILENT: "notice.silent",
}


class LiveSource(Generic[S]):
    """Capture and detection for one source, with a lost camera opened again.

    A file that cannot be read raises at the next `newest`. A camera that is lost, having once
    been open, becomes a notice and is tried again with growing pauses, each time in a new thread.

    Attributes
    ----------
    last
        The newest thing seen so far, for drawing; `None` before the first.
    """

    def __init__(
        self, open_source: Callable[[], Source], frames: Latest[Frame], looking: Looking[S]
    ) -> None:
        self.last: S | None = None
        self._open = open_source
        self._frames, self._looking = frames, looking
        self._capture = Capture(open_source, self._frames, looking.ready)
        self._opened = False
        self._tries = 0
        self._retry_at_s: float | None = None

    def __enter__(self) -> Self:
        self._looking.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._capture.stop(wait_s=LONGEST_READ_S)
        self._looking.__exit__()

    @property
    def kind(self) -> str | None:
        """The kind of source; `None` before it is open."""
        source = self._capture.source
        return None if source is None else source.kind

    @property
    def superseded(self) -> int:
        """How many frames were passed over because a newer one had come."""
        return self._frames.superseded

    @property
    def ended(self) -> bool:
        """Whether a source that has an end has come to it and everything seen was taken."""
        return self._opened and self._looking.seen.ended

    def newest(self, t: float) -> S | None:
        """Return what was seen since the last call, or `None`; mends the camera meanwhile.

        Raises
        ------
        BaseException
            What the vision thread or a file raised; a camera's own error only at first opening.
        """
        seen = self._looking.seen.take()
        self.last = seen or self.last
        self._mend(t)
        return seen

    def reopen(self) -> None:
        """Leave what is being read and open the source anew; the picture does not wait for it."""
        self._capture.stop(wait_s=0.0)
        self._capture = Capture(self._open, self._frames, self._looking.ready)

    def notice(self, t: float) -> str | None:
        """Return the id of what is to be said of the source now, if anything."""
        if self._retry_at_s is not None:
            return "notice.camera-lost"
        source = self._capture.source
        if source is None or self.last is None:
            return "notice.camera-lost" if self._tries else "notice.opening"
        if not source.live:
            return None
        return NOTICES.get(self._capture.watch.state(t))

    def _mend(self, t: float) -> None:
        capture = self._capture
        if self._retry_at_s is not None:
            if t >= self._retry_at_s:
                self._retry_at_s = None
                self._capture = Capture(self._open, self._frames, self._looking.ready)
        elif capture.ended:
            self._after_end(capture, t)
        elif capture.source is not None:
            self._opened = True
            if capture.source.live and capture.watch.silent_s(t) > STALLED_S:
                self._give_up(capture, t)
            elif self.last is not None and t - self.last.found_s < 1.0:
                self._tries = 0

    def _after_end(self, capture: Capture, t: float) -> None:
        live = capture.source is not None and capture.source.live
        lost = isinstance(capture.error, SourceError) and (live or self._tries > 0)
        if lost:
            self._give_up(capture, t)
        elif capture.error is not None:
            raise capture.error
        else:
            self._opened = True
            self._frames.end()

    def _give_up(self, capture: Capture, t: float) -> None:
        capture.stop(wait_s=0.0)
        self._retry_at_s = t + RETRY_S[min(self._tries, len(RETRY_S) - 1)]
        self._tries += 1


class Live(LiveSource[Seen]):
    """A source before which one person practises.

    Attributes
    ----------
    detection
        The vision thread.
    """

    def __init__(self, open_source: Callable[[], Source], size: ModelSize = "full") -> None:
        frames: Latest[Frame] = Latest()
        self.detection = Detection(frames, size)
        super().__init__(open_source, frames, self.detection)
