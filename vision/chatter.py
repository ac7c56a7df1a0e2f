"""Keep the start-up chatter of libraries off the terminal, and nothing else.

The pose library and the sound system write harmless notes straight to file descriptor 2, and the
environment variables and flags that would silence them are not honoured. While one speaks, what
is written to that descriptor passes through a filter that drops exactly those notes; every other
line, from whatever thread or child process, goes on to where it was going.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Parts of the notes of mediapipe 0.10.33, and of a sound system without a device, that say nothing
# a person could act on.
_CHATTER = (
    b"Created TensorFlow Lite XNNPACK delegate for CPU",
    b"All log messages before absl::InitializeLog()",
    b"inference_feedback_manager.cc",
    b"landmark_projection_calculator.cc",
    b"ALSA lib ",
    b"XDG_RUNTIME_DIR is invalid or not set",
    b"gl_context",
)
# How long to wait for the last lines; a child that inherited the pipe may keep it open for long.
_DRAIN_S = 0.5

_one_at_a_time = threading.Lock()


@contextmanager
def without_chatter() -> Iterator[None]:
    """Filter standard error for the length of a ``with`` block.

    Where there is no standard error at all (a windowed program), it does nothing.
    """
    with _one_at_a_time:
        try:
            kept = os.dup(2)
        except OSError:
            yield
            return
        reader, writer = os.pipe()
        os.dup2(writer, 2)
        os.close(writer)
        forwarding = threading.Thread(
            target=_forward, args=(reader, os.dup(kept)), name="stderr filter", daemon=True
        )
        forwarding.start()
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            forwarding.join(_DRAIN_S)


def _forward(reader: int, target: int) -> None:
    """Copy lines from `reader` to `target` until its last writer closes, dropping the chatter."""
    with os.fdopen(reader, "rb") as lines, os.fdopen(target, "wb", buffering=0) as out:
        for line in lines:
            if not any(part in line for part in _CHATTER):
                out.write(line)
