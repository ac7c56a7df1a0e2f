"""Where frames come from: the one protocol that every source implements."""

from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from vision.frames import Frame


class SourceError(Exception):
    """A source that cannot be opened or read, said in one line: what, where, what to do."""


@runtime_checkable
class Source(Protocol):
    """Frames, one after another.

    A source is opened by its constructor, which raises `SourceError` where it cannot be. It is a
    context manager; `close` may be called twice, and from another thread than `read`'s.

    Attributes
    ----------
    name
        What the person calls it: a camera's name, a file's name, ``drawn figure``.
    kind
        ``camera``, ``video``, ``images``, ``figure`` or ``replay``.
    size
        Width and height in pixels of the upright frames.
    fps
        Stated frames a second; 0.0 where it is not known.
    frame_count
        Stated number of frames; `None` where the source has no stated end.
    live
        True where the world sets the pace and a frame not taken is gone (a camera).
    incomplete
        True once reading ended before the stated length or passed over damage.
    """

    name: str
    kind: str
    size: tuple[int, int]
    fps: float
    frame_count: int | None
    live: bool
    incomplete: bool

    def read(self) -> Frame | None:
        """Return the next frame, or `None` at the end (again and again). May block."""

    def close(self) -> None:
        """Let go of the device or file."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
