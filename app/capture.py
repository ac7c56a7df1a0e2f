"""The capture thread: opens a source, reads it, and keeps the newest frame only."""

import threading
from collections.abc import Callable
from dataclasses import replace

from app.clock import monotonic
from app.latest import Latest
from app.priority import yield_to_display
from vision.camera_state import CameraWatch
from vision.frames import Frame
from vision.source import Source

# How long to wait before looking whether to stop.
POLL_S = 0.1


class Capture:
    """Opens and reads a source in a thread of its own, into `frames`.

    A live source sets its own pace and stamps its own frames. Any other is paced by the times in
    its frames, so that a file plays as it was filmed: decoded ahead, released when due, and
    stamped with the moment it was released. It begins when `ready` is set, so that nothing of it
    has gone by before anybody looks.

    Attributes
    ----------
    source
        What is read; `None` until it is open.
    watch
        Watches a camera's frames for darkness, stillness and silence.
    error
        What opening or reading raised, if anything.
    ended
        Whether reading is over, by the end of the source, an error or `stop`.
    """

    def __init__(
        self, open_source: Callable[[], Source], frames: Latest[Frame], ready: threading.Event
    ) -> None:
        self.source: Source | None = None
        self.watch = CameraWatch()
        self.error: BaseException | None = None
        self.ended = False
        self._open = open_source
        self._frames = frames
        self._ready = ready
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="capture", daemon=True)
        self._thread.start()

    def stop(self, wait_s: float) -> None:
        """Stop reading; a read that stalls longer than `wait_s` is left behind, not waited for."""
        self._stop.set()
        self._thread.join(wait_s)

    def _run(self) -> None:
        yield_to_display()
        try:
            with self._open() as source:
                self.source = source
                self._read_all(source)
        except BaseException as error:  # looked at and raised again by the main thread
            self.error = error
        finally:
            self.ended = True

    def _read_all(self, source: Source) -> None:
        began_s: float | None = None
        if not source.live:
            # Before the first read, which may start a clock of the source's own.
            self._await_looking()
        while not self._stop.is_set():
            frame = source.read()
            if frame is None or self._stop.is_set():
                return
            if source.live:
                self.watch.seen(frame.image, frame.time_s)
            else:
                if began_s is None:
                    began_s = monotonic() - frame.time_s
                frame = self._released(frame, began_s + frame.time_s)
                if self._stop.is_set():
                    return
            self._frames.put(frame)

    def _await_looking(self) -> None:
        while not (self._ready.wait(POLL_S) or self._stop.is_set()):
            pass

    def _released(self, frame: Frame, due_s: float) -> Frame:
        """Wait until the frame is due and stamp it with the moment it is let go."""
        self._stop.wait(max(0.0, due_s - monotonic()))
        return replace(frame, time_s=monotonic())
